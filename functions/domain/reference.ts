import * as v from 'valibot'
import { Commodity } from './commodities.ts'
import type { Phrase } from './phrase.ts'
import { nameScore, readUnitName, unitKey } from './unit-name.ts'

/** Indonesia's box on shore and at sea, in degrees (EPSG area of use 1122). */
const Longitude = v.pipe(v.number(), v.minValue(92.01), v.maxValue(141.46))
const Latitude = v.pipe(v.number(), v.minValue(-13.95), v.maxValue(7.79))

const Slug = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** A regional office (Kantor Wilayah), and the provinces that it covers. */
export const Kanwil = v.strictObject({
  id: Slug,
  name: Name,
  /** Kemendagri codes: fewer offices than provinces. */
  provinces: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{2}$/))), v.minLength(1)),
})
export type Kanwil = v.InferOutput<typeof Kanwil>

/** A unit (UPT): a prison, a remand centre, a probation office and the like. */
export const Unit = v.strictObject({
  id: Slug,
  /** In the official order: "Lapas Narkotika Kelas IIA Bangli". */
  name: Name,
  /** Other names it goes by, such as an older spelling of the place. */
  aliases: v.array(Name),
  type: v.picklist(['lapas', 'lpp', 'lpka', 'rutan', 'bapas', 'rupbasan', 'rsu']),
  /** Absent where a unit has none, or none is known. */
  class: v.optional(v.picklist(['I', 'IIA', 'IIB', 'II', 'III'])),
  /** Id of its regional office. */
  kanwil: Slug,
  /** Kemendagri code of the kabupaten or kota in which it stands. */
  kodeKemendagri: v.pipe(v.string(), v.regex(/^\d{2}\.\d{2}$/)),
  kdSatker: v.optional(v.pipe(v.string(), v.regex(/^[0-9A-Z]{20}$/))),
  /** WGS 84 degrees; what they are worth is told by `quality`. */
  lon: v.optional(Longitude),
  lat: v.optional(Latitude),
  quality: v.optional(v.picklist(['bangunan', 'kota'])),
  status: v.picklist(['aktif', 'dialihkan']),
  /** To whom a unit with status `dialihkan` went, such as "Kejaksaan". */
  movedTo: v.optional(Name),
})
export type Unit = v.InferOutput<typeof Unit>

/** Levels of region by the number of parts in the code. */
export const LEVELS = ['provinsi', 'kabupaten', 'kecamatan', 'desa'] as const

/** A province, regency, district or village with its Kemendagri code. */
export const Region = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/)),
  /** Code of the region around it; '' for a province. */
  parent: v.string(),
  level: v.picklist(LEVELS),
  name: Name,
})
export type Region = v.InferOutput<typeof Region>

/** A kind of land in the books of state property. */
export const AssetCode = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^2(\.\d{2}){3}\.\d{3}$/)),
  name: Name,
  kelompok: v.optional(Name),
})
export type AssetCode = v.InferOutput<typeof AssetCode>

/** The reference tables and what a row of each is. */
export const REFERENCE = {
  kanwil: Kanwil,
  upt: Unit,
  wilayah: Region,
  'kode-barang': AssetCode,
  komoditas: Commodity,
}
export type ReferenceTable = keyof typeof REFERENCE
export type ReferenceRow<T extends ReferenceTable = ReferenceTable> = v.InferOutput<
  (typeof REFERENCE)[T]
>
export const REFERENCE_TABLES = Object.keys(REFERENCE) as ReferenceTable[]

/** True for the name of a reference table. */
export const isReferenceTable = (name: string): name is ReferenceTable =>
  Object.hasOwn(REFERENCE, name)

/** What a row is known by: the id of an office, a unit or a commodity, the code of all else. */
export const keyOf = (row: ReferenceRow): string => ('id' in row ? row.id : row.code)

/** Where a loaded table comes from and since when it holds. */
export interface ReferenceSource {
  source: string
  /** Plain date. */
  validFrom: string
}

/** Code of the region around a region: `12.75` for `12.75.01`, '' for a province. */
export const parentOf = (code: string): string => code.slice(0, Math.max(0, code.lastIndexOf('.')))

/** A unit that fits a name, and how well: 100 is the same name in another spelling. */
export interface UnitMatch {
  unit: Unit
  score: number
}

/** Units that a written name may mean. */
export interface UnitMatches {
  /** Best first. */
  matches: UnitMatch[]
  /** True when the best fit is shared by several units, so that a person has to choose (rule J01). */
  ambiguous: boolean
}

/** Find units by a name in any spelling, by their own names and their aliases. */
export function findUnits(units: readonly Unit[], query: string, most = 20): UnitMatches {
  const asked = readUnitName(query)
  const matches = units
    .map((unit) => {
      const names = [unit.name, ...unit.aliases]
      return { unit, score: Math.max(...names.map((name) => nameScore(asked, readUnitName(name)))) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.unit.name < b.unit.name ? -1 : 1))
    .slice(0, most)
  const ambiguous = matches.length > 1 && matches[0]!.score === matches[1]!.score
  return { matches, ambiguous }
}

/** Names and aliases that mean more than one unit, with the ids of those units. */
export function ambiguousNames(units: readonly Unit[]): { name: string; units: string[] }[] {
  const meant = new Map<string, { name: string; units: Set<string> }>()
  for (const unit of units) {
    for (const name of [unit.name, ...unit.aliases]) {
      const key = unitKey(name)
      const entry = meant.get(key) ?? { name, units: new Set() }
      entry.units.add(unit.id)
      meant.set(key, entry)
    }
  }
  return [...meant.values()]
    .filter(({ units: ids }) => ids.size > 1)
    .map(({ name, units: ids }) => ({ name, units: [...ids] }))
}

/** One thing wrong in a file of reference data. */
export interface LineFault {
  /** The first line is 1; 0 stands for the file as a whole. */
  line: number
  detail: Phrase
}
