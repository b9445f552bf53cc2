import * as v from 'valibot'
import { Boundary } from '../domain/boundary.ts'
import { STATES } from '../domain/parcel.ts'
import { Refusal } from '../domain/refusal.ts'
import { IDLE_STATES, PROBLEMS, USE_STATUSES } from '../domain/standing.ts'
import { STATUSES } from '../domain/status.ts'
import { slug } from '../domain/text.ts'

/** Parcels of one page within a view; without one, 200 are the most that a page holds. */
const MOST_VIEWED = 1000
const Slug = slug('sumatera-utara')

/** `[west, south, east, north]` in degrees. */
type Bounds = readonly [number, number, number, number]

const BBOX = /^-?\d{1,3}(\.\d{1,17})?(,-?\d{1,3}(\.\d{1,17})?){3}$/
const BBOX_FORM = 'form:98.4,3.5,98.6,3.7'

const isView = ([west, south, east, north]: Bounds): boolean =>
  west >= -180 && west <= east && east <= 180 && south >= -90 && south <= north && north <= 90

/** Filters of the list. Several states or statuses are joined by commas. */
export const ListQuery = v.strictObject({
  upt: v.optional(Slug),
  kanwil: v.optional(Slug),
  state: v.optional(
    v.pipe(
      v.string(),
      v.transform((joined) => joined.split(',')),
      v.array(v.picklist(STATES)),
    ),
  ),
  status: v.optional(
    v.pipe(
      v.string(),
      v.transform((joined) => joined.split(',')),
      v.array(v.picklist(STATUSES)),
    ),
  ),
  /** Words that name, unit, number or place contain, in any order and case. */
  q: v.optional(v.pipe(v.string(), v.maxLength(100))),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,6}$/, 'form:50'),
      v.transform(Number),
      v.minValue(1),
      v.maxValue(MOST_VIEWED),
    ),
    '50',
  ),
  /** `pusat`: those that wait for its decision on land that they share with another parcel. */
  waitsFor: v.optional(v.literal('pusat')),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(400))),
  /** West, south, east and north in degrees: parcels whose boxes meet this view, from the north-west on. */
  bbox: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(200),
      v.regex(BBOX, BBOX_FORM),
      v.transform((joined) => joined.split(',').map(Number) as unknown as Bounds),
      v.check(isView, BBOX_FORM),
    ),
  ),
  /** `exact` with `bbox`: whole boundaries in place of outlines, for the first parcels of some 50,000 corners. */
  geometry: v.optional(v.picklist(['outline', 'exact'])),
})
export type ListQuery = v.InferOutput<typeof ListQuery>

/** An entry of the list: the outline of at most 16 corners stands for the boundary, unless it is asked for. */
export const ListedParcel = v.object({
  type: v.literal('Feature'),
  id: v.string(),
  geometry: v.nullable(Boundary),
  properties: v.object({
    name: v.string(),
    upt: v.string(),
    uptName: v.string(),
    kanwil: v.string(),
    state: v.picklist(STATES),
    status: v.picklist(STATUSES),
    /** The three axes that the status is picked from. */
    use: v.picklist(USE_STATUSES),
    idle: v.nullable(v.picklist(IDLE_STATES)),
    problem: v.nullable(v.picklist(PROBLEMS)),
    areaM2: v.nullable(v.number()),
    version: v.number(),
    updatedAt: v.string(),
    /** True when the geometry is the whole boundary, not a simplification. */
    exact: v.boolean(),
    /** Numbers and place as far as they fit, for a search in the page. */
    search: v.optional(v.string()),
  }),
})
export type ListedParcel = v.InferOutput<typeof ListedParcel>

export const ParcelList = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(ListedParcel),
  links: v.array(v.object({ rel: v.string(), href: v.string() })),
  /** Address of the next page; absent on the last. */
  next: v.optional(v.string()),
})

/** The words of a search, in lower case. */
const wordsOf = (query: string | undefined): string[] =>
  (query ?? '').toLowerCase().split(/\s+/).filter(Boolean)

/** Whether a parcel is one that the query asks for by state, status and words. */
export function isAskedFor(
  query: ListQuery,
  parcel: Pick<ListedParcel['properties'], 'state' | 'status'>,
  texts: readonly (string | undefined)[],
): boolean {
  if (query.state && !query.state.includes(parcel.state)) return false
  if (query.status && !query.status.includes(parcel.status)) return false
  const text = texts.join(' ').toLowerCase()
  const bare = text.replace(/\./g, '')
  return wordsOf(query.q).every(
    (word) => text.includes(word) || bare.includes(word.replace(/\./g, '')),
  )
}

/** The refusal of a cursor that the list did not make. */
export const unknownCursor = (): Refusal =>
  new Refusal('malformed-query', {
    id: 'Penanda halaman ini tidak dikenal. Mulai lagi dari halaman pertama.',
    en: 'This cursor is not known. Start again from the first page.',
  })
