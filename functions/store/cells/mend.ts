import { QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { splitLeaf } from '../../domain/cells.ts'
import { cellAround, PARTITION_ZOOM, type Range, rangeOfQuadkey } from '../../domain/quadkey.ts'
import type { Write } from '../change.ts'
import type { Table } from '../table.ts'
import { cancellations, pause } from '../transient.ts'
import type { Sources } from './census.ts'
import { isTiled, leafItems } from './check.ts'
import { type Coarse, coarseOf, coarseStandingsWrite, coarseWrite } from './coarse.ts'
import {
  boundaryAmong,
  coarseContentOf,
  contentOf,
  differences,
  headAmong,
  type Indexed,
  indexedOf,
  isDue,
  sourceKeys,
} from './expected.ts'
import { directoryWrites } from './marks.ts'
import {
  emptyLeaf,
  geometryOf,
  type Leaf,
  leafKeys,
  leavesOf,
  PagesMoved,
  pageWrite,
  partitionKey,
  readItems,
  standingsOf,
} from './pages.ts'
import { type Content, replaceLeaf } from './split.ts'

const MOST_TRIES = 20 // others change the partition meanwhile; each try mends what it can

type Item = Record<string, unknown>

/** All items of a partition but the versions of its cells, strongly consistent, in order. */
async function itemsOf({ client, name }: Table, partition: string): Promise<Item[]> {
  const items: Item[] = []
  let ExclusiveStartKey: Item | undefined
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :pk AND sk < :versions',
        ExpressionAttributeValues: { ':pk': partitionKey(partition), ':versions': 'V' },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    )
    items.push(...(page.Items ?? []))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return items
}

/** What has to stand in the index for these parcels, as their heads and boundaries say now. */
async function indexedNow({ table, files }: Sources, ids: Iterable<string>): Promise<Indexed[]> {
  const keys = [...ids].flatMap(sourceKeys)
  const byParcel = new Map<string, Item[]>()
  for (const item of await readItems(table, keys, true))
    byParcel.set(String(item.pk), [...(byParcel.get(String(item.pk)) ?? []), item])
  const found = await Promise.all(
    [...byParcel.values()].map(async (items): Promise<Indexed[]> => {
      const head = headAmong(items)
      if (!head?.cells || !isDue(head)) return []
      const { since, boundary: hash } = head.cells
      const older = { pk: `L#${head.id}`, sk: `B#${hash}` }
      const boundary =
        (await boundaryAmong(files, items, hash)) ??
        (await boundaryAmong(files, await readItems(table, [older], true), hash))
      return boundary ? [indexedOf(head, boundary, since)] : []
    }),
  )
  return found.flat()
}

/** Cells that fill a range: the largest that fit, in order. */
function cellsIn({ start, end }: Range): Range[] {
  const cells: Range[] = []
  for (let next = start; next <= end; next = cells.at(-1)!.end + 1) {
    let zoom = PARTITION_ZOOM
    let cell = cellAround(next, zoom)
    while (cell.start < next || cell.end > end) cell = cellAround(next, (zoom += 1))
    cells.push(cell)
  }
  return cells
}

/**
 * The writes that make the leaves of a partition tile it again: pages without their other half and
 * leaves within others go, gaps become empty leaves.
 */
function tilingWrites(table: Table, partition: string, items: readonly Item[]): Write[] {
  const own = leafItems(items)
  const leaves = leavesOf(partition, own)
  const kept: Leaf[] = []
  const gaps: Range[] = []
  const whole = rangeOfQuadkey(partition)
  let next = whole.start
  for (const leaf of leaves) {
    if (leaf.start < next) continue
    if (leaf.start > next) gaps.push({ start: next, end: leaf.start - 1 })
    kept.push(leaf)
    next = leaf.end + 1
  }
  if (next <= whole.end) gaps.push({ start: next, end: whole.end })
  const wanted = new Set(
    kept.flatMap(({ end }) => Object.values(leafKeys(partition, end)).map(({ sk }) => sk)),
  )
  const base = Math.max(...own.map(({ version }) => Number(version))) + 1 // no version comes again
  const isThere = new Map(own.map((item) => [String(item.sk), Number(item.version)]))
  const made = gaps.flatMap(cellsIn).flatMap((cell) => {
    const keys = leafKeys(partition, cell.end)
    wanted.add(keys.geometry.sk).add(keys.standings.sk)
    const page = (key: { pk: string; sk: string }, content: Record<string, unknown>) =>
      pageWrite(table, key, isThere.get(key.sk) ?? 0, { ...content, version: base })
    return [page(keys.geometry, geometryOf(cell, [])), page(keys.standings, standingsOf(cell, []))]
  })
  const gone = own
    .filter(({ sk }) => !wanted.has(String(sk)))
    .map(({ pk, sk, version }): Write => ({
      item: {
        Delete: {
          TableName: table.name,
          Key: { pk, sk },
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':version': version },
        },
      },
    }))
  return [...gone, ...made]
}

/** Write a few items in a transaction; what somebody else changed first is left for the next try. */
async function write(table: Table, writes: readonly Write[]): Promise<void> {
  for (let at = 0; at < writes.length; at += 100) {
    const TransactItems = writes.slice(at, at + 100).map(({ item }) => item)
    try {
      await table.client.send(new TransactWriteCommand({ TransactItems }))
    } catch (error) {
      if (!cancellations(error)?.includes('ConditionalCheckFailed')) throw error
    }
  }
}

const isSame = (is: Content, should: Content): boolean =>
  differences(is.entries, should.entries).length === 0 &&
  differences(is.standings, should.standings).length === 0

async function mendLeaf(table: Table, leaf: Leaf, parcels: readonly Indexed[]): Promise<boolean> {
  const is = { entries: leaf.geometry.rows, standings: leaf.standings.rows }
  const should = contentOf(parcels, leaf)
  const cells = splitLeaf({ start: leaf.start, end: leaf.end, entries: should.entries })
  if (cells.length === 1 && isSame(is, should)) return false
  await replaceLeaf(table, leaf, should, cells)
  return true
}

async function mendCoarse(
  table: Table,
  coarse: Coarse,
  parcels: readonly Indexed[],
): Promise<boolean> {
  const should = coarseContentOf(parcels, coarse.partition)
  if (isSame({ entries: coarse.geometry.rows, standings: coarse.standings.rows }, should))
    return false
  await write(table, [
    coarseWrite(table, coarse, should.entries, coarse.pending),
    coarseStandingsWrite(table, coarse, should.standings),
  ])
  return true
}

/**
 * Make the pages of one partition what its parcels say, while others change them: every write holds
 * only if its page is still the one that was read, and the parcels are read after the pages, so a page
 * that still stands cannot have missed a change. Can be stopped at any moment and begun again.
 *
 * @param known ids of the parcels that touch the partition, as far as they are known
 * @returns the number of pages that were written
 * @throws PagesMoved when others were faster every time
 */
export async function mendPartition(
  sources: Sources,
  partition: string,
  known: readonly string[],
): Promise<number> {
  const { table } = sources
  let written = 0
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const items = await itemsOf(table, partition)
    const own = leafItems(items)
    const leaves = leavesOf(partition, own)
    if (own.length !== leaves.length * 2 || !isTiled(partition, leaves)) {
      const writes = tilingWrites(table, partition, items)
      await write(table, writes)
      written += writes.length
      continue
    }
    const coarse = coarseOf([partition], items)[0]!
    const ids = new Set(known)
    for (const { geometry, standings } of [...leaves, coarse])
      for (const { id } of [...geometry.rows, ...standings.rows]) ids.add(id)
    const parcels = await indexedNow(sources, ids)
    const all = leaves.length > 0 ? leaves : [emptyLeaf(partition)]
    await write(
      table,
      directoryWrites(table, parcels.length > 0 || items.length > 0 ? [partition] : []),
    )
    let changed = (await mendCoarse(table, coarse, parcels)) ? 1 : 0
    for (const leaf of all) if (await mendLeaf(table, leaf, parcels)) changed += 1
    if (changed === 0) return written
    written += changed
    if (tries > 2) await pause(tries - 2)
  }
  throw new PagesMoved()
}
