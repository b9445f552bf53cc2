import type { Boundary } from '../domain/boundary.ts'
import { type PackedBoundary, unpackBoundary } from '../store/boundaries.ts'
import { readItems } from '../store/cells/pages.ts'
import type { Files } from '../store/files.ts'
import { headFrom } from '../store/heads.ts'
import type { Table } from '../store/table.ts'
import { findBoundary } from './history.ts'
import { partitionOf } from './table.ts'

/**
 * The boundaries under which parcels stand in the spatial index, by id: what was submitted last, not
 * what a returned parcel has in the making. Two reads each in batches of 50; parcels that are in no
 * index are left out.
 */
export async function submittedBoundaries(
  { table, files }: { table: Table; files: Files },
  ids: readonly string[],
): Promise<Map<string, Boundary>> {
  const keys = ids.flatMap((id) => ['H', 'B'].map((sk) => ({ pk: partitionOf(id), sk })))
  const items = await readItems(table, keys, true)
  const at = new Map(items.map((item) => [`${String(item.pk)} ${String(item.sk)}`, item]))
  const found = await Promise.all(
    ids.map(async (id): Promise<[string, Boundary][]> => {
      const item = at.get(`${partitionOf(id)} H`)
      const cells = item && headFrom(item).cells
      const packed = at.get(`${partitionOf(id)} B`) as PackedBoundary | undefined
      if (!cells) return []
      const isCurrent = packed?.hash === cells.boundary
      const boundary = isCurrent
        ? await unpackBoundary(files, packed)
        : await findBoundary(table, files, id, cells.boundary)
      return [[id, boundary]]
    }),
  )
  return new Map(found.flat())
}
