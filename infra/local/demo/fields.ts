import { readFile } from 'node:fs/promises'
import { parseCsv } from '../../../functions/domain/csv.ts'
import type { ParcelProperties } from '../../../functions/domain/parcel.ts'
import type { Region, Unit } from '../../../functions/domain/reference.ts'
import {
  completeProperties,
  type DemoParcel,
  DEMO_NOTE,
  type Note,
  type PaperOf,
  type Story,
} from './parcel.ts'

/** Sets of papers by the word in the column `papers`. */
const PAPERS: Readonly<Record<string, readonly PaperOf[]>> = {
  semua: ['nphd', 'bast', 'register', 'pengesahan', 'sertipikat', 'foto'],
  sebagian: ['bast'],
  'dengan foto': ['bast', 'foto'],
  tanpa: [],
}

const notesOf = (cell: string): Note[] =>
  cell
    .split('|')
    .filter(Boolean)
    .map((note): Note => {
      const at = note.indexOf('=')
      return [note.slice(0, at), note.slice(at + 1)]
    })

function storyOf(state: string, reason: string, notes: Note[]): Story {
  switch (state) {
    case 'draf':
    case 'diserahkan':
    case 'diajukan':
    case 'terverifikasi':
      return { to: state }
    case 'diajukan-tumpang-tindih':
      return { to: 'diajukan', overlapReason: { kind: 'batas-sementara', text: reason } }
    case 'dikembalikan':
      return { to: state, by: 'kanwil', reason, notes }
    case 'dibuka-kembali':
      return { to: state, reason }
    case 'nonaktif':
      return { to: state, kind: 'salah-catat', reason }
    default:
      throw new Error(`The demo knows no state "${state}".`)
  }
}

type GrantorKind = NonNullable<NonNullable<ParcelProperties['grant']>['grantor']>['kind']

/** The demo's ordinary parcels, one line of `fields.csv` each. */
export async function readFields(
  units: readonly Unit[],
  regions: readonly Region[],
): Promise<DemoParcel[]> {
  const csv = await readFile(new URL('fields.csv', import.meta.url), 'utf8')
  const [head, ...records] = parseCsv(csv)
  const names = new Map(regions.map(({ code, name }) => [code, name]))
  return records.map(({ cells }) => {
    const cell = (name: string): string => cells[head!.cells.indexOf(name)] ?? ''
    const number = (name: string): number => Number(cell(name))
    const [key, upt, name, kodeKemendagri] = [cell('key'), cell('upt'), cell('name'), cell('kode')]
    const kabupaten = names.get(kodeKemendagri.slice(0, 5))
    const unit = units.find(({ id }) => id === upt)
    if (!unit || !kabupaten) throw new Error(`The demo parcel ${key} names an unknown place.`)
    const kecamatan = kodeKemendagri.length > 5 ? names.get(kodeKemendagri) : undefined
    const grantor = { name: cell('grantor'), kind: cell('kind') as GrantorKind }
    const common = { upt, name, note: DEMO_NOTE }
    const address = { ...(kecamatan && { kecamatan }), kabupaten, kodeKemendagri }
    const properties: ParcelProperties = cell('year')
      ? completeProperties({
          key,
          upt,
          name,
          kodeKemendagri,
          kabupaten,
          grantor,
          year: number('year'),
          areaM2: number('documentM2'),
          perM2Idr: number('perM2'),
          purpose: cell('purpose'),
          ...(cell('certificate') && { certificate: cell('certificate') }),
          ...(cell('nup') && { nup: number('nup') }),
        })
      : { ...common, statusPerolehan: 'usulan-hibah', grant: { grantor } }
    const [lon, lat] = cell('lon') ? [number('lon'), number('lat')] : [unit.lon, unit.lat]
    const hasPlace = cell('corners') !== '' && lon !== undefined && lat !== undefined
    return {
      key,
      properties: { ...properties, address },
      ...(hasPlace && {
        place: { lon, lat, eastM: number('eastM'), northM: number('northM') },
        shape: {
          areaM2: number('boundaryM2'),
          corners: number('corners'),
          ...(cell('hole') && { hole: number('hole') }),
        },
      }),
      papers: PAPERS[cell('papers')] ?? [],
      story: storyOf(cell('state'), cell('reason'), notesOf(cell('notes'))),
    }
  })
}
