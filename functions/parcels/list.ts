import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { type Polygon, Polygon as PolygonSchema } from '../domain/boundary.ts'
import { decodeOutline } from '../domain/outline.ts'
import { STATES } from '../domain/parcel.ts'
import { type Caller, mayRead } from '../domain/permissions.ts'
import { Refusal } from '../domain/refusal.ts'
import { STATUSES } from '../domain/status.ts'
import { slug } from '../domain/text.ts'
import { findUnit } from '../store/reference.ts'
import { LIST_INDEX, type Table } from '../store/table.ts'
import { PARCELS } from './save.ts'
import type { ListEntry } from './table.ts'

const MOST_LISTED = 200
const Slug = slug('sumatera-utara')

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
      v.regex(/^\d{1,3}$/, 'form:50'),
      v.transform(Number),
      v.minValue(1),
      v.maxValue(MOST_LISTED),
    ),
    '50',
  ),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(400))),
})
export type ListQuery = v.InferOutput<typeof ListQuery>

/** An entry of the list: the outline of at most 16 corners stands for the boundary. */
export const ListedParcel = v.object({
  type: v.literal('Feature'),
  id: v.string(),
  geometry: v.nullable(PolygonSchema),
  properties: v.object({
    name: v.string(),
    upt: v.string(),
    uptName: v.string(),
    kanwil: v.string(),
    state: v.picklist(STATES),
    status: v.picklist(STATUSES),
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

interface Row {
  listAt: string
  entry: ListEntry
}

const placeOf = (listAt: string): { kanwil: string; upt: string; id: string } => {
  const [kanwil = '', upt = '', id = ''] = listAt.split('#')
  return { kanwil, upt, id }
}

/**
 * How much of the index one request reads at most, so that a rare word cannot make it scan. Without a
 * filter a request begins with what was asked for and doubles: entries that the caller may not read
 * must not fill a request, or its cursor would name the last of them.
 */
const MOST_PAGES = 8
const PAGE = 200

const wordsOf = (query: string | undefined): string[] =>
  (query ?? '').toLowerCase().split(/\s+/).filter(Boolean)

const fold = (text: string): string => text.toLowerCase()

function fits({ listAt, entry }: Row, caller: Caller, query: ListQuery): boolean {
  const place = placeOf(listAt)
  if (!mayRead(caller, place, entry.s)) return false
  if (query.upt && place.upt !== query.upt) return false
  if (query.kanwil && place.kanwil !== query.kanwil) return false
  if (query.state && !query.state.includes(entry.s)) return false
  if (query.status && !query.status.includes(entry.t)) return false
  const text = fold(`${entry.n} ${entry.u} ${place.kanwil} ${entry.q ?? ''}`)
  const bare = text.replace(/\./g, '')
  return wordsOf(query.q).every(
    (word) => text.includes(word) || bare.includes(word.replace(/\./g, '')),
  )
}

/** The outline that an entry carries, or null. */
const outlineOf = ({ o }: ListEntry): Polygon | null => (o ? decodeOutline(o) : null)

const shown = ({ listAt, entry }: Row): ListedParcel => {
  const { id, upt, kanwil } = placeOf(listAt)
  return {
    type: 'Feature',
    id,
    geometry: outlineOf(entry),
    properties: {
      name: entry.n,
      upt,
      uptName: entry.u,
      kanwil,
      state: entry.s,
      status: entry.t,
      areaM2: entry.a,
      version: entry.v,
      updatedAt: entry.d,
      exact: entry.x ?? false,
      ...(entry.q && { search: entry.q }),
    },
  }
}

const toCursor = (listAt: string): string => Buffer.from(listAt).toString('base64url')
function fromCursor(cursor: string): string {
  const listAt = Buffer.from(cursor, 'base64url').toString()
  if (/^[a-z0-9-]+#[a-z0-9-]+#[0-9a-f-]{36}$/.test(listAt)) return listAt
  throw new Refusal('malformed-query', {
    id: 'Penanda halaman ini tidak dikenal. Mulai lagi dari halaman pertama.',
    en: 'This cursor is not known. Start again from the first page.',
  })
}

/** Keys between which the filters can hold: all, one Kanwil's, or one unit's. */
function rangeOf(
  upt: string | undefined,
  kanwil: string | undefined,
): { from: string; to: string } {
  const prefix = kanwil ? (upt ? `${kanwil}#${upt}#` : `${kanwil}#`) : ''
  return { from: prefix || ' ', to: `${prefix}\uffff` } // a key may not be empty; none is below ' '
}

/**
 * Parcels that the caller may read, by Kanwil, unit and age: a page and the cursor of the next. The
 * cursor is the key of the last one, so edits between pages neither repeat nor skip a parcel. A page
 * may come short, even empty, with a cursor: a request reads at most 1,600 entries.
 */
export async function listParcels(
  table: Table,
  caller: Caller,
  query: ListQuery,
): Promise<{ features: ListedParcel[]; cursor?: string }> {
  const { client, name } = table
  const unit = query.upt ? await findUnit(table, query.upt) : undefined
  if (query.upt && !unit) return { features: [] }
  const { from, to } = rangeOf(query.upt, unit?.kanwil ?? query.kanwil)
  const found: Row[] = []
  const filtered = query.q !== undefined || query.state || query.status
  let start = query.cursor === undefined ? from : fromCursor(query.cursor)
  if (start < from) start = from
  if (start > to) return { features: [] } // a cursor of another list
  for (let page = 1; ; page += 1) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: name,
        IndexName: LIST_INDEX,
        KeyConditionExpression: 'listOf = :parcels AND listAt BETWEEN :after AND :to',
        // Just after the cursor: ids are 36 characters, so no key lies between it and its next.
        ExpressionAttributeValues: {
          ':parcels': PARCELS,
          ':after': start === from ? from : `${start}!`,
          ':to': to,
        },
        Limit: filtered ? PAGE : Math.min(PAGE, query.limit * 2 ** (page - 1)),
      }),
    )
    for (const row of Items as Row[]) {
      start = row.listAt
      if (!fits(row, caller, query)) continue
      found.push(row)
      if (found.length === query.limit) break
    }
    const isFull = found.length === query.limit
    const isAtEnd = LastEvaluatedKey === undefined
    const hasMore = !isAtEnd || (isFull && start !== (Items as Row[]).at(-1)?.listAt)
    if (!hasMore) return { features: found.map(shown) }
    if (isFull || page === MOST_PAGES)
      return { features: found.map(shown), cursor: toCursor(start) }
  }
}
