import { BatchWriteCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { isCoarse, type LeafContent, splitLeaf, touches } from '../../domain/cells.ts'
import { type Range, rangeOfQuadkey } from '../../domain/quadkey.ts'
import type { Table } from '../table.ts'
import { cancellations, isTransient, pause } from '../transient.ts'
import { coarseKeys } from './coarse.ts'
import { coarseContentOf, type Indexed } from './expected.ts'
import { directoryWrites, partitionsOf } from './marks.ts'
import { geometryOf, leafKeys, partitionKey, standingsOf } from './pages.ts'

const BATCH = 25 // items of one call
const PARTITIONS_AT_ONCE = 4
const CALLS_AT_ONCE = 2 // of one partition
const MOST_TRIES = 10

type Item = Record<string, unknown>

async function putAll({ client, name }: Table, items: readonly Item[]): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      let left = items.slice(next, (next += BATCH)).map((Item) => ({ PutRequest: { Item } }))
      for (let tries = 1; left.length > 0; tries += 1) {
        if (tries > MOST_TRIES) throw new Error('The table is too busy to be loaded.')
        if (tries > 1) await pause(tries)
        try {
          const batch = new BatchWriteCommand({ RequestItems: { [name]: left } })
          left = ((await client.send(batch)).UnprocessedItems?.[name] ?? []) as typeof left
        } catch (error) {
          if (!isTransient(error)) throw error // a put may be repeated
        }
      }
    }
  }
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, worker))
}

async function isEmpty({ client, name }: Table, partition: string): Promise<boolean> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partitionKey(partition) },
      ConsistentRead: true,
      Limit: 1,
    }),
  )
  return Items.length === 0
}

/** The two pages of a leaf as items of their first version. */
function pagesOf(
  partition: string,
  leaf: LeafContent,
  standings: ReadonlyMap<string, Indexed['standing']>,
): Item[] {
  const keys = leafKeys(partition, leaf.end)
  const rows = leaf.entries.flatMap(({ id }) => standings.get(id) ?? [])
  return [
    { ...keys.geometry, version: 1, ...geometryOf(leaf, leaf.entries) },
    { ...keys.standings, version: 1, ...standingsOf(leaf, rows) },
  ]
}

/**
 * Take hold of an empty partition: its last leaf is written in a transaction, and while the others are
 * missing, whoever wants to submit something there has to wait.
 */
async function takeHold(table: Table, partition: string, items: readonly Item[]): Promise<void> {
  const TransactItems = [
    ...items.map((Item) => ({
      Put: { TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' },
    })),
    ...directoryWrites(table, [partition]).map(({ item }) => item),
  ]
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems }))
  } catch (error) {
    if (!cancellations(error)?.includes('ConditionalCheckFailed')) throw error
    throw new Error(`Partition ${partition} holds parcels already.`, { cause: error })
  }
}

async function enterPartition(
  table: Table,
  partition: string,
  parcels: readonly Indexed[],
): Promise<number> {
  if (!(await isEmpty(table, partition)))
    throw new Error(`Partition ${partition} holds parcels already.`)
  const whole: Range = rangeOfQuadkey(partition)
  const entries = parcels
    .map(({ entry }) => entry)
    .filter((entry) => !isCoarse(entry.box) && touches(entry, whole))
  const standings = new Map(parcels.map(({ standing }) => [standing.id, standing]))
  const leaves = splitLeaf({ ...whole, entries })
  const last = leaves.pop()!
  await takeHold(table, partition, pagesOf(partition, last, standings))
  const coarse = coarseContentOf(parcels, partition)
  const wide = coarse.entries.length > 0 ? coarsePages(partition, coarse) : []
  await putAll(table, [...wide, ...leaves.flatMap((leaf) => pagesOf(partition, leaf, standings))])
  return leaves.length + 1
}

function coarsePages(partition: string, content: ReturnType<typeof coarseContentOf>): Item[] {
  const [geometry, standings] = coarseKeys(partition)
  const anywhere = rangeOfQuadkey(partition)
  return [
    { ...geometry, version: 1, bytes: geometryOf(anywhere, content.entries).bytes },
    { ...standings, version: 1, bytes: standingsOf(anywhere, content.standings).bytes },
  ]
}

/**
 * Enter many parcels into an index that holds none in their partitions yet: each page is made once and
 * written once, some ten times as fast as one submission after the other. Their heads have to name the
 * same places (`cells`); where they do and this is stopped in the middle, `rebuildIndex` ends it.
 *
 * @returns the number of leaves
 * @throws Error when a partition holds parcels already: `rebuildIndex` enters such parcels by their heads
 */
export async function enterMany(table: Table, parcels: Iterable<Indexed>): Promise<number> {
  const byPartition = new Map<string, Indexed[]>()
  for (const parcel of parcels)
    for (const partition of partitionsOf(parcel.entry.box)) {
      const own = byPartition.get(partition)
      if (own) own.push(parcel)
      else byPartition.set(partition, [parcel])
    }
  let leaves = 0
  const left = byPartition.entries()
  const worker = async (): Promise<void> => {
    for (const [partition, own] of left) {
      const made = await enterPartition(table, partition, own) // before the sum is read: others add to it
      leaves += made
    }
  }
  await Promise.all(Array.from({ length: PARTITIONS_AT_ONCE }, worker))
  return leaves
}
