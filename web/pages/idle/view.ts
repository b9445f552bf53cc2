import type { Group, IdleLand } from './land.ts'
import { nearness } from '../case/days.ts'

export const SORTS = ['tenggat', 'umur', 'luas'] as const
export type Sort = (typeof SORTS)[number]
export const GROUPS: readonly Group[] = ['legal', 'internal', 'soon']

/** What the page is narrowed to, as its address holds it. */
export interface View {
  q: string
  kanwil: string
  group: Group | ''
  sort: Sort
  /** Only open cases, under the headings of their deadlines. */
  isCases: boolean
}

/** Read the view from an address; what is not understood is left out. */
export const viewOf = (search: URLSearchParams): View => ({
  q: search.get('q') ?? '',
  kanwil: search.get('kanwil') ?? '',
  group: GROUPS.find((group) => group === search.get('kelompok')) ?? '',
  sort: SORTS.find((sort) => sort === search.get('urut')) ?? 'tenggat',
  isCases: search.get('tampilan') === 'kasus',
})

/** The address of a view. */
export function addressOf({ q, kanwil, group, sort, isCases }: View): string {
  const search = new URLSearchParams()
  if (q) search.set('q', q)
  if (kanwil) search.set('kanwil', kanwil)
  if (group) search.set('kelompok', group)
  if (sort !== 'tenggat') search.set('urut', sort)
  if (isCases) search.set('tampilan', 'kasus')
  return `${search}` ? `/menganggur?${search}` : '/menganggur'
}

/** Land of the Kanwil and words that are asked for, of every group. */
export function inPlace(land: readonly IdleLand[], { q, kanwil }: View): IdleLand[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return land.filter(({ parcel: { properties } }) => {
    const text = `${properties.name} ${properties.uptName} ${properties.search ?? ''}`.toLowerCase()
    return (!kanwil || properties.kanwil === kanwil) && words.every((word) => text.includes(word))
  })
}

const LAST = '9999-12-31'
const areaOf = ({ parcel }: IdleLand): number => parcel.properties.areaM2 ?? 0
const ORDER: Record<Sort, (a: IdleLand, b: IdleLand) => number> = {
  tenggat: (a, b) =>
    (a.due?.day ?? LAST).localeCompare(b.due?.day ?? LAST) || areaOf(b) - areaOf(a),
  umur: (a, b) => (a.since ?? LAST).localeCompare(b.since ?? LAST) || areaOf(b) - areaOf(a),
  luas: (a, b) => areaOf(b) - areaOf(a),
}

/** What a view shows, in its order. */
export const narrow = (land: readonly IdleLand[], view: View): IdleLand[] =>
  inPlace(land, view)
    .filter(
      ({ group, caseState }) =>
        (!view.group || group === view.group) && (!view.isCases || caseState !== undefined),
    )
    .sort(ORDER[view.isCases ? 'tenggat' : view.sort])

/** Parcels and square metres of one group: of no two together, as one is law and one is not. */
export function totalOf(land: readonly IdleLand[], group: Group): { count: number; m2: number } {
  const some = land.filter((each) => each.group === group)
  return { count: some.length, m2: some.reduce((sum, each) => sum + areaOf(each), 0) }
}

/** Cases under the headings of their deadlines. */
export function byDeadline(
  cases: readonly IdleLand[],
  today: string,
): Record<'passed' | 'near' | 'later' | 'unclocked', IdleLand[]> {
  const found = { passed: [], near: [], later: [], unclocked: [] } as Record<
    'passed' | 'near' | 'later' | 'unclocked',
    IdleLand[]
  >
  for (const each of cases) found[each.due ? nearness(today, each.due.day) : 'unclocked'].push(each)
  return found
}
