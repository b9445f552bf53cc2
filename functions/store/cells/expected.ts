import { canonical } from '../../domain/canonical.ts'
import type { Boundary } from '../../domain/boundary.ts'
import { boxOf } from '../../domain/box.ts'
import type { Entry, Standing } from '../../domain/cellpage.ts'
import { isCoarse, touches } from '../../domain/cells.ts'
import { outlineOf } from '../../domain/outline.ts'
import type { Range } from '../../domain/quadkey.ts'
import type { Head } from '../../parcels/table.ts'
import { type PackedBoundary, unpackBoundary } from '../boundaries.ts'
import type { Chain } from '../change.ts'
import type { Files } from '../files.ts'
import { headFrom } from '../heads.ts'
import { placeOf } from './entry.ts'
import { partitionsOf } from './marks.ts'
import type { Content } from './split.ts'

/** A head, and the end of its chain. */
export type StoredHead = Head & { chain: Chain }

/** The head among the items of a parcel. */
export function headAmong(items: readonly Record<string, unknown>[]): StoredHead | undefined {
  const item = items.find(({ sk }) => sk === 'H')
  return item && headFrom(item)
}

/** What has to stand in the index for a parcel. */
export interface Indexed {
  entry: Entry
  standing: Standing
}

/** Whether a parcel belongs into the index: from its first submission until it is retired. */
export const isDue = ({ state, submittedAt, boundary, cells }: StoredHead): boolean =>
  state !== 'draf' &&
  state !== 'nonaktif' &&
  submittedAt !== undefined &&
  (boundary !== null || cells !== undefined)

/** What has to stand in the index for a parcel with this boundary, submitted with version `since`. */
export function indexedOf(head: StoredHead, boundary: Boundary, since: number): Indexed {
  const { id, name, state, axes, areaM2, chain } = head
  const outline = outlineOf(boundary)
  return {
    entry: {
      id,
      version: since,
      place: placeOf(head),
      name,
      box: boxOf(boundary),
      outline: outline.bytes,
      exact: outline.exact,
    },
    standing: { id, state, axes, areaM2, version: chain.version, updatedAt: chain.at },
  }
}

/** The boundary with this hash among the items of a parcel; undefined when it is not there. */
export async function boundaryAmong(
  files: Files,
  items: readonly Record<string, unknown>[],
  hash: string | null,
): Promise<Boundary | undefined> {
  const packed = items.find((item) => item.hash === hash) as PackedBoundary | undefined
  return packed && unpackBoundary(files, packed)
}

/** Keys of the items that tell what stands in the index for a parcel. */
export const sourceKeys = (id: string) => ['H', 'B'].map((sk) => ({ pk: `L#${id}`, sk }))

/** What a leaf has to hold. */
export function contentOf(parcels: readonly Indexed[], cell: Range): Content {
  const here = parcels.filter(({ entry }) => !isCoarse(entry.box) && touches(entry, cell))
  return {
    entries: here.map(({ entry }) => entry),
    standings: here.map(({ standing }) => standing),
  }
}

/** What the coarse pages of a partition have to hold. */
export function coarseContentOf(parcels: readonly Indexed[], partition: string): Content {
  const here = parcels.filter(
    ({ entry: { box } }) => isCoarse(box) && partitionsOf(box).includes(partition),
  )
  return {
    entries: here.map(({ entry }) => entry),
    standings: here.map(({ standing }) => standing),
  }
}

/** A row as text that is equal when the row is, whatever the order of its members. */
const textOf = (row: Entry | Standing): string =>
  canonical(
    JSON.parse(
      JSON.stringify(row, (_, value: unknown) =>
        value instanceof Uint8Array ? Array.from(value) : value,
      ),
    ),
  )

/** A row that is not as it has to be. */
export interface Difference {
  id: string
  how: 'missing' | 'orphan' | 'other'
}

/** The rows in which two pages differ, and how. */
export function differences<T extends Entry | Standing>(
  is: readonly T[],
  should: readonly T[],
): Difference[] {
  const known = new Map(is.map((row) => [row.id, row]))
  const due = new Set(should.map(({ id }) => id))
  return [
    ...should.flatMap((row): Difference[] => {
      const found = known.get(row.id)
      if (!found) return [{ id: row.id, how: 'missing' }]
      return textOf(found) === textOf(row) ? [] : [{ id: row.id, how: 'other' }]
    }),
    ...is.filter(({ id }) => !due.has(id)).map(({ id }): Difference => ({ id, how: 'orphan' })),
  ]
}
