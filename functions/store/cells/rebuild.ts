import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { cancellations } from '../transient.ts'
import { type Sources, takeCensus } from './census.ts'
import { planEntry } from './entry.ts'
import { boundaryAmong, headAmong, isDue, sourceKeys } from './expected.ts'
import { partitionsOf } from './marks.ts'
import { mendPartition } from './mend.ts'
import { PagesMoved, readItems } from './pages.ts'

/** What a rebuild did. */
export interface Rebuilt {
  partitions: number
  /** Pages that were not as the parcels say. */
  written: number
  /** Parcels that entered the index only now. */
  entered: number
}

const MOST_TRIES = 10

/**
 * Enter a parcel that was submitted before there was an index, or whose place got lost: pages and head
 * together, if the parcel is still the one that was read.
 */
async function adopt({ table, files }: Sources, id: string, now: number): Promise<boolean> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const items = await readItems(table, sourceKeys(id), true)
    const head = headAmong(items)
    if (!head || head.cells || !isDue(head)) return false
    const boundary = await boundaryAmong(files, items, head.boundary)
    if (!boundary || head.boundary === null) return false
    const { name, upt, kanwil, chain, state, axes, areaM2 } = head
    const { version, at: updatedAt, hash } = chain
    const entering = { id, boundary, hash: head.boundary, version, name, upt, kanwil }
    try {
      const plan = await planEntry(table, entering, now)
      const TransactItems = [
        {
          Update: {
            TableName: table.name,
            Key: { pk: `L#${id}`, sk: 'H' },
            UpdateExpression: 'SET cells = :cells',
            ConditionExpression: '#chain.#hash = :hash AND attribute_not_exists(cells)',
            ExpressionAttributeNames: { '#chain': 'chain', '#hash': 'hash' },
            ExpressionAttributeValues: { ':cells': plan.cells, ':hash': hash },
          },
        },
        ...plan.writes({ state, axes, version, updatedAt, areaM2 }).map(({ item }) => item),
      ]
      await table.client.send(new TransactWriteCommand({ TransactItems }))
      return true
    } catch (error) {
      const isLate = cancellations(error)?.includes('ConditionalCheckFailed')
      if (!isLate && !(error instanceof PagesMoved)) throw error
    }
  }
  throw new PagesMoved()
}

/**
 * Make the index what heads and boundaries say, while the registry serves: first parcels enter that
 * have no place yet, then partition by partition what differs is written. Overlaps are not judged.
 *
 * @param now epoch milliseconds
 */
export async function rebuildIndex(sources: Sources, now: number): Promise<Rebuilt> {
  const { heads, indexed, pages, directory } = await takeCensus(sources)
  let entered = 0
  for (const head of heads)
    if (isDue(head) && !head.cells && (await adopt(sources, head.id, now))) entered += 1
  const known = new Map<string, string[]>(
    [...pages.keys(), ...directory].map((partition) => [partition, []]),
  )
  for (const { entry } of indexed)
    for (const partition of partitionsOf(entry.box))
      known.set(partition, [...(known.get(partition) ?? []), entry.id])
  let written = 0
  for (const [partition, ids] of known) written += await mendPartition(sources, partition, ids)
  return { partitions: known.size, written, entered }
}
