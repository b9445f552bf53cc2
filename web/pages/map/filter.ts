import type { State } from '../../../functions/domain/parcel.ts'
import type { ListedParcel } from '../../api.ts'
import {
  IDLE_STATES,
  type IdleState,
  type Problem,
  PROBLEMS,
} from '../../../functions/domain/standing.ts'
import { axesOf, STATE_ORDER, type Use, USES } from '../../layers/status.ts'

/** What the list and the map are narrowed to; it lives in the address, so it can be shared. */
export interface Filter {
  /** Words that the registry searches for. */
  q: string
  kanwil: readonly string[]
  upt: readonly string[]
  state: readonly State[]
  /** The use, whatever the law says of the land. */
  status: readonly Use[]
  idle: readonly IdleState[]
  problem: readonly Problem[]
  sort: Sort
}

/** The filters that are a choice among values. */
export const FACETS = ['kanwil', 'upt', 'state', 'status', 'idle', 'problem'] as const
export type Facet = (typeof FACETS)[number]

export const SORTS = ['updated', 'name', 'unit', 'area'] as const
export type Sort = (typeof SORTS)[number]

/** The filter that an address states; what it does not know, it leaves out. */
export function readFilter(search: URLSearchParams): Filter {
  const all = (name: string) => search.getAll(name).filter((value) => value !== '')
  const legal = (name: string) => [...all(name), ...all('status')] // the one status may be a legal one
  const sort = search.get('sort')
  return {
    q: search.get('q')?.trim() ?? '',
    kanwil: all('kanwil'),
    upt: all('upt'),
    state: STATE_ORDER.filter((state) => all('state').includes(state)),
    status: USES.filter((use) => all('status').includes(use)),
    idle: IDLE_STATES.filter((idle) => legal('idle').includes(idle)),
    problem: PROBLEMS.filter((problem) => legal('problem').includes(problem)),
    sort: SORTS.find((each) => each === sort) ?? 'updated',
  }
}

/** The part of an address that states a filter, with its question mark; empty for none. */
export function writeFilter({ q, sort, ...facets }: Filter): string {
  const search = new URLSearchParams()
  if (q) search.set('q', q)
  for (const facet of FACETS) for (const value of facets[facet]) search.append(facet, value)
  if (sort !== 'updated') search.set('sort', sort)
  return search.size ? `?${search}` : ''
}

/** Whether anything is narrowed, the search included. */
export const isNarrowed = (filter: Filter): boolean =>
  filter.q !== '' || FACETS.some((facet) => filter[facet].length > 0)

const valueOf: Record<Facet, (parcel: ListedParcel) => string | null> = {
  kanwil: ({ properties }) => properties.kanwil,
  upt: ({ properties }) => properties.upt,
  state: ({ properties }) => properties.state,
  status: ({ properties }) => axesOf(properties).use,
  idle: ({ properties }) => axesOf(properties).idle,
  problem: ({ properties }) => axesOf(properties).problem,
}

const fits = (parcel: ListedParcel, filter: Filter, facet: Facet): boolean =>
  filter[facet].length === 0 ||
  (filter[facet] as readonly (string | null)[]).includes(valueOf[facet](parcel))

/** The parcels that fit every facet. The search words are the registry's to judge. */
export const narrow = (parcels: readonly ListedParcel[], filter: Filter): ListedParcel[] =>
  parcels.filter((parcel) => FACETS.every((facet) => fits(parcel, filter, facet)))

/** How many parcels each value of a facet would leave, all other facets staying as they are. */
export function countsOf(
  parcels: readonly ListedParcel[],
  filter: Filter,
  facet: Facet,
): Map<string, number> {
  const counts = new Map<string, number>(filter[facet].map((value) => [value, 0]))
  const others = FACETS.filter((other) => other !== facet)
  for (const parcel of parcels) {
    if (!others.every((other) => fits(parcel, filter, other))) continue
    const value = valueOf[facet](parcel)
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

/** The same for every facet. */
export const countsByFacet = (
  parcels: readonly ListedParcel[],
  filter: Filter,
): Record<Facet, Map<string, number>> => ({
  kanwil: countsOf(parcels, filter, 'kanwil'),
  upt: countsOf(parcels, filter, 'upt'),
  state: countsOf(parcels, filter, 'state'),
  status: countsOf(parcels, filter, 'status'),
  idle: countsOf(parcels, filter, 'idle'),
  problem: countsOf(parcels, filter, 'problem'),
})

const collator = new Intl.Collator('id', { numeric: true })

const ORDER: Record<Sort, (a: ListedParcel, b: ListedParcel) => number> = {
  updated: (a, b) => (a.properties.updatedAt < b.properties.updatedAt ? 1 : -1),
  name: (a, b) => collator.compare(a.properties.name, b.properties.name),
  unit: (a, b) => collator.compare(a.properties.uptName, b.properties.uptName) || ORDER.name(a, b),
  area: (a, b) => (b.properties.areaM2 ?? -1) - (a.properties.areaM2 ?? -1),
}

/** The parcels in the order asked for, in an array of its own. */
export const sorted = (parcels: readonly ListedParcel[], sort: Sort): ListedParcel[] =>
  [...parcels].sort(ORDER[sort])

/** Area of the drawn boundaries in square metres, and how many parcels have none yet. */
export function totalOf(parcels: readonly ListedParcel[]): { m2: number; unbounded: number } {
  let [m2, unbounded] = [0, 0]
  for (const { properties } of parcels) {
    if (properties.areaM2 === null || properties.areaM2 === undefined) unbounded++
    else m2 += properties.areaM2
  }
  return { m2, unbounded }
}
