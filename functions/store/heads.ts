import type { Head, ListEntry } from '../parcels/table.ts'
import type { Chain } from './change.ts'

/** What a head item holds beside its own facts. */
interface Around {
  listOf: string
  /** Kanwil, unit and id: see `listKey`. */
  listAt: string
  entry: ListEntry
}

/**
 * A head as the attributes of its item: what the list entry and its key tell as well stands there
 * alone, so that the item of most parcels stays below 1 KB, at which a write costs twice.
 */
export function packHead(head: Head, around: Around): Record<string, unknown> {
  const { id: _id, upt: _upt, kanwil: _kanwil, ...facts } = head // in the key of the list
  const { name: _n, unitName: _u, status: _t, areaM2: _a, cells, ...own } = facts // in the entry
  return { ...own, ...(cells && { cells: packCells(cells, head.boundary) }), ...around }
}

/** A returned parcel may stand in the index with another boundary than its own; mostly it is the same. */
function packCells(
  cells: NonNullable<Head['cells']>,
  boundary: Head['boundary'],
): Omit<NonNullable<Head['cells']>, 'boundary'> {
  const { boundary: submitted, ...place } = cells
  return submitted === boundary ? place : cells
}

/** A head by its item, whole again; what an item written before says by itself holds. */
export function headFrom(item: Record<string, unknown>): Head & { chain: Chain } {
  const { pk: _pk, sk: _sk, listOf: _of, listAt, entry, cells, ...own } = item
  const [kanwil, upt, id] = String(listAt).split('#')
  const { n: name, u: unitName, t: status, a: areaM2 } = (entry ?? {}) as Partial<ListEntry>
  return {
    ...{ id, upt, kanwil, name, unitName, status, areaM2 },
    ...own,
    ...(cells !== undefined && { cells: { boundary: own.boundary, ...cells } }),
  } as Head & { chain: Chain }
}
