import type { Coverage } from '../../../functions/domain/coverage.ts'
import { COVERAGES, type UnitCoverage } from '../../units.ts'

/** What the table can be sorted by. */
export const SORTS = [
  'unit',
  'cakupan',
  'draf',
  'diajukan',
  'dikembalikan',
  'terverifikasi',
] as const
export type Sort = (typeof SORTS)[number]

/** Filters and order of the table, as the address holds them. */
export interface View {
  q: string
  kanwil: string
  coverage: Coverage | ''
  sort: Sort
  isDown: boolean
}

/** Read the view from an address; what is not understood is left out. */
export function viewOf(search: URLSearchParams): View {
  const order = search.get('urut') ?? 'unit'
  const sort = SORTS.find((name) => name === order.replace(/^-/, '')) ?? 'unit'
  return {
    q: search.get('q') ?? '',
    kanwil: search.get('kanwil') ?? '',
    coverage: COVERAGES.find((name) => name === search.get('cakupan')) ?? '',
    sort,
    isDown: order.startsWith('-'),
  }
}

/** Whether the view leaves anything out. */
export const isFiltered = ({ q, kanwil, coverage }: View): boolean =>
  q !== '' || kanwil !== '' || coverage !== ''

/** How many parcels of a unit stand in a column of the table. */
export function countIn(
  { counts }: UnitCoverage,
  column: Exclude<Sort, 'unit' | 'cakupan'>,
): number {
  if (column !== 'terverifikasi') return counts[column] ?? 0
  return (counts.terverifikasi ?? 0) + (counts['terverifikasi-dengan-catatan'] ?? 0)
}

/** How many parcels of a unit hold it where it stands, and how many count in all. */
export function leastAdvanced(unit: UnitCoverage): { some: number; all: number } {
  const columns = ['draf', 'diajukan', 'dikembalikan', 'terverifikasi'] as const
  const all = columns.reduce((sum, column) => sum + countIn(unit, column), 0)
  if (unit.coverage === 'belum-mulai' || unit.coverage === 'nihil') return { some: 0, all }
  const returned = unit.coverage === 'draf' ? countIn(unit, 'dikembalikan') : 0
  return { some: countIn(unit, unit.coverage) + returned, all }
}

const words = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean)

/** The units that a view shows, in its order; equal ones by name. */
export function narrow(units: readonly UnitCoverage[], view: View): UnitCoverage[] {
  const sought = words(view.q)
  const turn = view.isDown ? -1 : 1
  return units
    .filter(
      ({ name, kanwil, coverage }) =>
        (!view.kanwil || kanwil === view.kanwil) &&
        (!view.coverage || coverage === view.coverage) &&
        sought.every((word) => name.toLowerCase().includes(word)),
    )
    .sort((a, b) => turn * compare(a, b, view.sort) || a.name.localeCompare(b.name))
}

function compare(a: UnitCoverage, b: UnitCoverage, sort: Sort): number {
  if (sort === 'unit') return a.name.localeCompare(b.name)
  if (sort === 'cakupan') return COVERAGES.indexOf(b.coverage) - COVERAGES.indexOf(a.coverage)
  return countIn(a, sort) - countIn(b, sort)
}
