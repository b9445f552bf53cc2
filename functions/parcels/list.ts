import { axesOf, statusOf } from '../domain/status.ts'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Polygon } from '../domain/boundary.ts'
import { decodeOutline } from '../domain/outline.ts'
import { type Caller, may, mayRead } from '../domain/permissions.ts'
import { findUnit } from '../store/reference.ts'
import { LIST_INDEX, OPEN_PARCELS, OWN_PARCELS, type Table } from '../store/table.ts'
import { isAskedFor, type ListedParcel, type ListQuery, unknownCursor } from './listed.ts'
import type { ListEntry } from './table.ts'

interface Row {
  listAt: string
  entry: ListEntry
}

const placeOf = (listAt: string): { kanwil: string; upt: string; id: string } => {
  const [kanwil = '', upt = '', id = ''] = listAt.split('#')
  return { kanwil, upt, id }
}

/** How often one request reads the index at most, so that a rare word cannot make it scan. */
const MOST_ROUNDS = 8
/** Parcels of one page at most. */
const MOST_LISTED = 200
/** Entries of one reading when a filter will leave most of them out. */
const PAGE = 200

function fits({ listAt, entry }: Row, caller: Caller, query: ListQuery): boolean {
  const place = placeOf(listAt)
  if (!mayRead(caller, place, entry.s)) return false // a change came between index and list
  const isTold = entry.w && may(caller, 'parcel:read-restricted', place)
  if (query.waitsFor === 'pusat' && !isTold) return false
  const texts = [entry.n, entry.u, place.kanwil, entry.q]
  return isAskedFor(query, { state: entry.s, status: statusOf(axesOf(entry.t)) }, texts)
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
      status: statusOf(axesOf(entry.t)),
      ...axesOf(entry.t),
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
  throw unknownCursor()
}

/** A run of the index: one of its two halves, from a key on, within a prefix of the keys. */
interface Run {
  half: string
  prefix: string
  after: string
  rows: Row[]
  isRead: boolean
}

/** Prefixes of keys under which the caller may read what is not open to all. */
async function ownPrefixes(table: Table, { roles }: Caller): Promise<string[]> {
  const prefixes = await Promise.all(
    roles.map(async ({ role, upt, kanwil }): Promise<string[]> => {
      if (role === 'pusat' || role === 'auditor') return ['']
      if (role === 'kanwil') return kanwil.map((id) => `${id}#`)
      const units = await Promise.all(upt.map((id) => findUnit(table, id)))
      return units.flatMap((unit) => (unit ? [`${unit.kanwil}#${unit.id}#`] : []))
    }),
  )
  const known = [...new Set(prefixes.flat())]
  return known.filter((each) => !known.some((wider) => wider !== each && each.startsWith(wider)))
}

/** The narrower of two prefixes, or undefined when no key has both. */
const narrower = (a: string, b: string): string | undefined =>
  a.startsWith(b) ? a : b.startsWith(a) ? b : undefined

const startOf = (prefix: string, cursor: string | undefined): string => {
  const first = prefix || ' ' // a key may not be empty; none is below ' '
  return cursor !== undefined && cursor >= first ? `${cursor}!` : first // just after the cursor's key
}

const endOf = (prefix: string): string => `${prefix}\uffff`

async function readOn({ client, name }: Table, run: Run, Limit: number): Promise<void> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: name,
      IndexName: LIST_INDEX,
      KeyConditionExpression: 'listOf = :half AND listAt BETWEEN :after AND :to',
      ExpressionAttributeValues: {
        ':half': run.half,
        ':after': run.after,
        ':to': endOf(run.prefix),
      },
      Limit,
    }),
  )
  run.rows = Items as Row[]
  run.isRead = LastEvaluatedKey === undefined
  run.after = `${run.rows.at(-1)?.listAt ?? run.after}!`
}

/**
 * Parcels that the caller may read, by Kanwil, unit and age: a page and the cursor of the next. What is
 * open to all and what is the caller's own are read side by side and merged, so no entry is read, and
 * no cursor names one, that the caller may not see. The cursor is the key of the last parcel looked at:
 * edits between pages neither repeat nor skip a parcel. A page may come short, even empty, with a cursor.
 */
export async function listParcels(
  table: Table,
  caller: Caller,
  query: ListQuery,
): Promise<{ features: ListedParcel[]; cursor?: string }> {
  const unit = query.upt ? await findUnit(table, query.upt) : undefined
  const kanwil = query.kanwil ?? unit?.kanwil
  if (query.upt && unit?.kanwil !== kanwil) return { features: [] }
  const asked = kanwil ? (unit ? `${kanwil}#${unit.id}#` : `${kanwil}#`) : ''
  const cursor = query.cursor === undefined ? undefined : fromCursor(query.cursor)
  const own = (await ownPrefixes(table, caller)).map((prefix) => narrower(prefix, asked))
  const runs = [
    { half: OPEN_PARCELS, prefix: asked },
    ...own.flatMap((prefix) => (prefix === undefined ? [] : [{ half: OWN_PARCELS, prefix }])),
  ].map((run): Run => {
    const after = startOf(run.prefix, cursor)
    return { ...run, after, rows: [], isRead: after > endOf(run.prefix) } // past it, or another list's
  })
  const limit = Math.min(query.limit, MOST_LISTED)
  const isFiltered = query.q !== undefined || query.state || query.status || query.waitsFor
  const found: Row[] = []
  let last = ''
  for (let round = 0; ;) {
    const short = runs.filter(({ rows, isRead }) => rows.length === 0 && !isRead)
    if (short.length > 0) {
      if (round === MOST_ROUNDS) return { features: found.map(shown), cursor: toCursor(last) }
      round += 1
      await Promise.all(short.map((run) => readOn(table, run, isFiltered ? PAGE : limit)))
      continue
    }
    const [next] = runs
      .filter(({ rows }) => rows.length > 0)
      .sort((a, b) => (a.rows[0]!.listAt < b.rows[0]!.listAt ? -1 : 1))
    const row = next?.rows.shift()
    if (!row) return { features: found.map(shown) }
    last = row.listAt
    if (!fits(row, caller, query)) continue
    found.push(row)
    if (found.length < limit) continue
    const hasMore = runs.some(({ rows, isRead }) => rows.length > 0 || !isRead)
    return { features: found.map(shown), ...(hasMore && { cursor: toCursor(last) }) }
  }
}
