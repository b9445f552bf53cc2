import type { Ctx } from '../operation.ts'
import { type EntryPlan, type Neighbour, planEntry } from '../store/cells/entry.ts'
import type { ShownParcel } from './feature.ts'
import type { StoredParcel } from './table.ts'

/**
 * Plan how a parcel that is submitted enters the spatial index, and let `judge` decide about the
 * parcels around it. What was decided still holds when the plan is written; else the step is planned
 * again. A refusal lets go of what the plan holds.
 *
 * @param judge gets every parcel whose box meets the box of the boundary
 * @throws PagesMoved when the index moved while it was read, and whatever `judge` throws
 */
export async function enterIndex<T>(
  c: Ctx,
  { head: { id, upt, kanwil, cells }, chain }: StoredParcel,
  { boundary, record }: Pick<ShownParcel, 'boundary' | 'record'>,
  judge: (neighbours: readonly Neighbour[]) => Promise<T> | T,
): Promise<{ entry?: EntryPlan; judged: T }> {
  if (!boundary || record.boundary === null) return { judged: await judge([]) }
  const { table, now } = c.var.deps
  const { name } = record.properties
  const entry = await planEntry(
    table,
    {
      id,
      boundary,
      hash: record.boundary,
      version: chain.version + 1,
      name,
      upt,
      kanwil,
      was: cells,
    },
    now().getTime(),
  )
  try {
    return { entry, judged: await judge(entry.neighbours) }
  } catch (error) {
    await entry.withdraw()
    throw error
  }
}
