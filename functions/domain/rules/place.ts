import { partsOf, type Position } from '../boundary.ts'
import { daysBetween } from './period.ts'
import { hitIf, type Rule, rule } from './rule.ts'

const SIDES = { north: 'utara', east: 'timur', south: 'selatan', west: 'barat' } as const
type Side = keyof typeof SIDES
const ALL = Object.keys(SIDES) as Side[]

const fold = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

/** "Kabupaten Batang", "Kab. Batang" and "BATANG" are one; Kota and Kabupaten of one name are not told apart. */
const foldRegion = (name: string): string =>
  fold(name).replace(/^(?:kabupaten|kab\.?|kota(?: administrasi)?|kotamadya)\s+/, '')

const ADDRESS = '#/properties/address'

/** Whether a coordinate has no more than `decimals` decimals. */
const isCoarse = (degrees: number, decimals: number): boolean => {
  const scaled = degrees * 10 ** decimals
  return Math.abs(scaled - Math.round(scaled)) < 1e-6
}

/** Rules on where the parcel lies; what is wrong with the boundary as land is judged apart (E15, E16, E18, E20, E21). */
export const placeRules: Rule[] = [
  rule({
    id: 'E15',
    severity: 'W',
    source: 'internal',
    find: ({ boundary, createdOn, today, settings }) => {
      const most = settings.withoutBoundaryDays.value
      if (most === null || boundary !== null || createdOn === undefined) return []
      const days = daysBetween(createdOn, today)
      return days > most ? [{ pointer: '#/geometry', days }] : []
    },
    message: ({ days }) => ({
      id: `Bidang ini dicatat ${days} hari lalu dan belum punya batas.`,
      en: `This parcel was recorded ${days} days ago and has no boundary yet.`,
    }),
    cure: {
      id: 'Petugas BMN: gambar batasnya di peta, atau letakkan berkas dari juru ukur.',
      en: 'Asset officer: draw the boundary on the map, or drop the surveyor’s file.',
    },
  }),
  rule({
    id: 'E16',
    severity: 'W',
    source: 'KIB Tanah no. 21-24',
    find: ({ properties: { neighbours = {} } }) => {
      const empty = ALL.filter((side) => neighbours[side] === undefined)
      const told = new Set(ALL.map((side) => fold(neighbours[side] ?? '')))
      return empty.length > 0 || told.size === 1
        ? [{ pointer: '#/properties/neighbours', empty }]
        : []
    },
    message: ({ empty }) =>
      empty.length > 0
        ? {
            id: `Batas sebelah ${empty.map((side) => SIDES[side]).join(', ')} belum disebut.`,
            en: `What lies to the ${empty.join(', ')} is not stated.`,
          }
        : {
            id: 'Keempat batas (utara, timur, selatan, barat) ditulis sama.',
            en: 'All four sides (north, east, south, west) say the same.',
          },
    cure: {
      id: 'Petugas BMN: tulis apa yang ada di tiap sisi, seperti pada KIB atau surat ukur: jalan, sungai, atau tanah siapa.',
      en: 'Asset officer: write what lies on each side, as on the KIB or the survey: a road, a river, or whose land.',
    },
  }),
  rule({
    id: 'E18',
    severity: 'W',
    source: 'Kepmendagri 300.2.2-2138 Tahun 2025',
    find: ({ properties: { address }, region }) => {
      const code = address?.kodeKemendagri
      if (code === undefined || region === undefined) return []
      if (region === null)
        return [{ pointer: `${ADDRESS}/kodeKemendagri`, code, said: '', named: '' }]
      const { kabupaten: named } = region
      const said = address?.kabupaten
      return named !== undefined && said !== undefined && foldRegion(named) !== foldRegion(said)
        ? [{ pointer: `${ADDRESS}/kabupaten`, code, said, named }]
        : []
    },
    message: ({ code, said, named }) =>
      named === ''
        ? {
            id: `Kode wilayah ${code} tidak ada dalam daftar Kemendagri yang berlaku.`,
            en: `Region code ${code} is not in the Kemendagri table in force.`,
          }
        : {
            id: `Kode wilayah ${code} adalah ${named}, sedangkan alamat menyebut ${said}.`,
            en: `Region code ${code} is ${named}, while the address says ${said}.`,
          },
    cure: {
      id: 'Petugas BMN: pilih desa atau kelurahan dari daftar, supaya kode dan namanya cocok.',
      en: 'Asset officer: choose the village from the list, so that code and name agree.',
    },
  }),
  rule({
    id: 'E20',
    severity: 'W',
    source: 'internal',
    find: ({ boundary, settings }) => {
      const least = settings.coordinateDecimals.value
      if (boundary === null || least === null) return []
      const corners: Position[] = partsOf(boundary).flat(2)
      return hitIf(
        corners.length > 0 &&
          corners.every(([lng, lat]) => isCoarse(lng, least - 1) && isCoarse(lat, least - 1)),
        '#/geometry',
      )
    },
    message: {
      id: 'Semua titik batas dibulatkan kasar (kurang dari 4 desimal): letaknya dapat meleset puluhan meter.',
      en: 'Every corner is rounded coarsely (fewer than 4 decimals): it may be off by tens of metres.',
    },
    cure: {
      id: 'Petugas BMN: pakai koordinat asli dari juru ukur, atau geser titik ke tempatnya di peta.',
      en: 'Asset officer: use the surveyor’s own coordinates, or move the corners into place on the map.',
    },
  }),
  rule({
    id: 'E21',
    severity: 'W',
    source: 'internal',
    find: ({ properties: { address }, uptRegion }) => {
      const own = address?.kodeKemendagri
      return own !== undefined &&
        own.length >= 5 &&
        uptRegion !== undefined &&
        uptRegion.length >= 5 &&
        own.slice(0, 5) !== uptRegion.slice(0, 5)
        ? [
            {
              pointer: `${ADDRESS}/kodeKemendagri`,
              own: own.slice(0, 5),
              upt: uptRegion.slice(0, 5),
            },
          ]
        : []
    },
    message: ({ own, upt }) => ({
      id: `Tanah ini di kabupaten atau kota lain (${own}) daripada UPT-nya (${upt}).`,
      en: `This land lies in another kabupaten or kota (${own}) than its unit (${upt}).`,
    }),
    cure: {
      id: 'Petugas BMN: kalau memang begitu, biarkan. Kalau tidak, betulkan alamatnya.',
      en: 'Asset officer: if that is so, leave it. If not, correct the address.',
    },
  }),
]
