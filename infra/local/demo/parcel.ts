import type { ParcelProperties, StepName } from '../../../functions/domain/parcel.ts'
import type { Retirement } from '../../../functions/domain/record.ts'
import type { OverlapReason } from '../../../functions/domain/shared-land.ts'
import { randomOf } from './shape.ts'

/** A note at a field, as Kanwil and kpb write them: where, and what. */
export type Note = readonly [pointer: string, note: string]

/** How far a demo parcel goes, and what is said on the way. */
export type Story =
  | { to: 'draf' | 'diserahkan' }
  | { to: 'diajukan'; overlapReason?: OverlapReason }
  | { to: 'terverifikasi'; note?: string; notes?: readonly Note[] }
  /** Back from the kpb before its release, or from the Kanwil after it. */
  | { to: 'dikembalikan'; by: 'kpb' | 'kanwil'; reason: string; notes: readonly Note[] }
  | { to: 'dibuka-kembali'; reason: string }
  | { to: 'nonaktif'; kind: Retirement['kind']; reason: string }

/** Which papers a demo parcel gets a file of; `foto` is a picture that no field points at. */
export type PaperOf = StepName | 'sertipikat' | 'foto'

/** A parcel of the demo: everything that its officers will type and upload. */
export interface DemoParcel {
  /** Names it for ever: idempotency and random choices hang on it. */
  key: string
  properties: ParcelProperties
  /** Where its middle lies; left out for a draft that has no boundary yet. */
  place?: { lon: number; lat: number; eastM: number; northM: number }
  shape?: { areaM2: number | readonly [number, number]; corners: number; hole?: number }
  papers: readonly PaperOf[]
  story: Story
}

/** Who holds a certificate of state land today. */
export const STATE = 'Pemerintah Republik Indonesia c.q. Kementerian Imigrasi dan Pemasyarakatan'

/** What every demo record says of itself. */
export const DEMO_NOTE = 'Data contoh.'

/** The same, followed by what is told of the case. */
export const demoNote = (text: string): string => `${DEMO_NOTE} ${text}`

/** What differs between demo parcels whose papers are in order. */
export interface FieldFacts {
  key: string
  upt: string
  name: string
  /** Kemendagri code and name of the place. */
  kodeKemendagri: string
  kabupaten: string
  street?: string
  grantor: NonNullable<NonNullable<ParcelProperties['grant']>['grantor']>
  /** Budget year of the grant. */
  year: number
  areaM2: number
  perM2Idr: number
  purpose: string
  /** Certificate number and NUP; without them the parcel is not certified, or not in the books. */
  certificate?: string
  nup?: number
  kodeBarang?: string
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A complete record of a grant: each paper with number and date, in their legal order. */
export function completeProperties(facts: FieldFacts): ParcelProperties {
  const { key, upt, name, kodeKemendagri, kabupaten, street, year, areaM2, perM2Idr } = facts
  const random = randomOf(`papers ${key}`)
  const day = (month: number): string =>
    `${year}-${two(month)}-${two(2 + Math.floor(random() * 25))}`
  const serial = 11 + Math.floor(random() * 780)
  const valueIdr = Math.round(areaM2 * perM2Idr)
  const bast = day(4)
  const at = (place: 'kpknl' | 'upt' | 'kanwil') => ({ original: { place } })
  const { certificate, nup, grantor } = facts
  const built = Math.round(areaM2 * 0.12)
  const facilities = Math.round(areaM2 * 0.08)
  return {
    upt,
    name,
    statusPerolehan: nup === undefined ? 'bast' : 'tercatat-bmn',
    address: { ...(street && { street }), kabupaten, kodeKemendagri },
    neighbours: {
      north: 'Jalan lingkungan',
      east: 'Saluran irigasi',
      south: 'Tanah warga',
      west: `Tanah ${grantor.name}`,
    },
    grant: {
      grantor,
      steps: {
        usulan: { number: `PAS.PL.02.02-${serial}`, date: day(1), areaM2 },
        persetujuan: { number: `170/${serial}/DPRD/${year}`, date: day(2) },
        nphd: {
          number: `${serial}/NPHD/${year}`,
          date: day(3),
          areaM2,
          valueIdr,
          parties: [`Kepala daerah, ${grantor.name}`, 'Kepala Kantor Wilayah'],
          ...at('kanwil'),
        },
        bast: {
          number: `${serial}/BAST/${year}`,
          date: bast,
          areaM2,
          valueIdr,
          parties: ['Sekretaris daerah', 'Kepala UPT'],
          ...at('upt'),
        },
        register: { number: `${year}${serial}`, date: day(5) },
        pengesahan: { number: `SP3HL-BJS/${serial}/${year}`, date: day(6) },
        ...(nup !== undefined && {
          pencatatan: { number: `103/${serial}`, date: day(7) },
          psp: { number: `KEP-${serial}/KNL/${year}`, date: day(9) },
        }),
      },
      terms: {
        purpose: facts.purpose,
        noChangeOfFunction: true,
        reversion: { applies: false },
      },
    },
    titles:
      certificate === undefined
        ? []
        : [
            {
              number: certificate,
              kind: 'hak-pakai',
              holder: STATE,
              issued: day(8),
              areaM2,
              suratUkur: { number: `${serial}/${year}`, date: day(7), areaM2 },
              ...at('kpknl'),
            },
          ],
    bmnRecords:
      nup === undefined
        ? []
        : [
            {
              kodeBarang: facts.kodeBarang ?? '2.01.01.04.001',
              nup,
              areaM2,
              valueIdr,
              builtM2: built,
              facilitiesM2: facilities,
              vacantM2: areaM2 - built - facilities,
              acquired: bast,
              recorded: day(7),
              condition: 'baik',
            },
          ],
    value: {
      amountIdr: valueIdr,
      basis: 'perolehan',
      perM2Idr,
      njopIdr: Math.round(valueIdr * 0.8),
      njopYear: 2026,
    },
    legalProblems: [],
    boundarySource: { method: 'file', epsg: 4326, fileName: `${key}.geojson`, surveyed: day(3) },
    note: DEMO_NOTE,
  }
}
