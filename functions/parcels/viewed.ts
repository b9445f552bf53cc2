import { statusOf } from '../domain/status.ts'
import { type Boundary, cornerCount } from '../domain/boundary.ts'
import { type Box, boxAround } from '../domain/box.ts'
import { decodeOutline } from '../domain/outline.ts'
import { type Caller, mayRead } from '../domain/permissions.ts'
import { codeOfKey, keyOfCode } from '../domain/quadkey.ts'
import { readView, type Sight } from '../store/cells/view.ts'
import type { Files } from '../store/files.ts'
import { findUnit } from '../store/reference.ts'
import type { Table } from '../store/table.ts'
import { isAskedFor, type ListedParcel, type ListQuery, unknownCursor } from './listed.ts'
import { submittedBoundaries } from './submitted.ts'

/** How often one request reads on when filters leave out most of what it finds. */
const MOST_READINGS = 6
/** Corners of all exact boundaries of one answer: some 2 MB of JSON. */
const MOST_CORNERS = 50_000

/** A place in the order of a view: after the parcel there, or after everything there. */
interface Place {
  code: number
  id: string
}
const EVERYTHING = '~' // sorts after every id

const toCursor = ({ code, id }: Place): string =>
  Buffer.from(keyOfCode(code) + id).toString('base64url')

function fromCursor(cursor: string): Place {
  const text = Buffer.from(cursor, 'base64url').toString()
  if (!/^[0-3]{24}([0-9a-f-]{36}|~)$/.test(text)) throw unknownCursor()
  return { code: codeOfKey(text.slice(0, 24)), id: text.slice(24) }
}

const isAfter = ({ anchor, entry }: Sight, { code, id }: Place): boolean =>
  anchor > code || (anchor === code && entry.id > id)

async function shown(table: Table, { entry, standing }: Sight): Promise<ListedParcel> {
  const [kanwil = '', upt = ''] = entry.place.split('#')
  const { state, axes, areaM2, version, updatedAt } = standing
  const unit = await findUnit(table, upt)
  return {
    type: 'Feature',
    id: entry.id,
    geometry: decodeOutline(entry.outline),
    properties: {
      name: entry.name,
      upt,
      uptName: unit?.name ?? upt,
      kanwil,
      state,
      status: statusOf(axes),
      ...axes,
      areaM2,
      version,
      updatedAt,
      exact: entry.exact,
    },
  }
}

function fits(parcel: ListedParcel, caller: Caller, query: ListQuery): boolean {
  const { name, upt, uptName, kanwil, state } = parcel.properties
  if (!mayRead(caller, { upt, kanwil }, state)) return false
  if (query.upt !== undefined && query.upt !== upt) return false
  if (query.kanwil !== undefined && query.kanwil !== kanwil) return false
  return isAskedFor(query, { ...parcel.properties }, [name, uptName, kanwil])
}

/** Put whole boundaries in place of outlines, until there are too many corners for one answer. */
async function withBoundaries(
  around: { table: Table; files: Files },
  parcels: readonly ListedParcel[],
): Promise<ListedParcel[]> {
  const simplified = parcels.filter(({ properties }) => !properties.exact)
  const boundaries = await submittedBoundaries(
    around,
    simplified.map(({ id }) => id),
  )
  let corners = 0
  return parcels.map((parcel) => {
    const boundary: Boundary | undefined = boundaries.get(parcel.id)
    if (!boundary) return parcel
    corners += cornerCount(boundary)
    if (corners > MOST_CORNERS) return parcel
    return { ...parcel, geometry: boundary, properties: { ...parcel.properties, exact: true } }
  })
}

/**
 * Parcels whose boxes meet a view and that the caller may read: a page and the cursor of the next.
 * They come in the order of map cells, from the north-west on, each once, however many cells it lies
 * in; edits between pages neither repeat nor skip another parcel. A page may come short, even empty,
 * with a cursor.
 *
 * A view like a screen at z14 costs some 10 to 20 read units in some 6 requests, side by side.
 */
export async function viewParcels(
  around: { table: Table; files: Files },
  caller: Caller,
  query: ListQuery & { bbox: NonNullable<ListQuery['bbox']> },
): Promise<{ features: ListedParcel[]; cursor?: string }> {
  const { table } = around
  const box: Box = boxAround(query.bbox)
  let after: Place = query.cursor === undefined ? { code: -1, id: '' } : fromCursor(query.cursor)
  const found: ListedParcel[] = []
  const finished = async (cursor?: Place) => ({
    features: query.geometry === 'exact' ? await withBoundaries(around, found) : found,
    ...(cursor && { cursor: toCursor(cursor) }),
  })
  let readings = 0
  for await (const { sights, until } of readView(
    table,
    box,
    Math.max(after.code, 0),
    query.limit,
  )) {
    const next = sights.filter((sight) => isAfter(sight, after))
    for (const [i, sight] of next.entries()) {
      const parcel = await shown(table, sight)
      if (!fits(parcel, caller, query)) continue
      found.push(parcel)
      if (found.length < query.limit) continue
      const isLast = until === undefined && i === next.length - 1
      return finished(isLast ? undefined : { code: sight.anchor, id: sight.entry.id })
    }
    readings += 1
    if (until === undefined) break
    after = { code: until, id: EVERYTHING }
    if (readings === MOST_READINGS) return finished(after)
  }
  return finished()
}
