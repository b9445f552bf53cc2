import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Box } from '../../domain/box.ts'
import {
  cellCount,
  cellsOf,
  DEEPEST,
  keyOfCode,
  PARTITION_ZOOM,
  type Range,
  rectOf,
  rectOfRange,
  rectsMeet,
} from '../../domain/quadkey.ts'
import type { Table } from '../table.ts'
import {
  AFTER_LEAVES,
  emptyLeaf,
  type Leaf,
  leavesOf,
  PagesMoved,
  partitionKey,
  partitionOfCode,
} from './pages.ts'

const FIRST_READ = 2 // pages: most parcels lie in one leaf
const MOST_READ = 128 // pages of at most 6 KB a leaf: below the 1 MB of one answer

/** The first code at or after `code` that lies in one of the ranges; undefined after the last. */
function nextNeeded(ranges: readonly Range[], code: number): number | undefined {
  const range = ranges.find(({ end }) => end >= code)
  return range && Math.max(range.start, code)
}

/** The leaves of a partition that have a code in common with the ranges (in order), strongly consistent. */
async function readPartition(
  { client, name }: Table,
  partition: string,
  ranges: readonly Range[],
): Promise<Leaf[]> {
  const leaves: Leaf[] = []
  let next = nextNeeded(ranges, 0)
  for (let Limit = FIRST_READ; next !== undefined; Limit = Math.min(Limit * 4, MOST_READ)) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': partitionKey(partition),
          ':from': keyOfCode(next),
          ':to': AFTER_LEAVES,
        },
        ConsistentRead: true,
        Limit,
      }),
    )
    if (Items.length === 0 && leaves.length === 0) return [emptyLeaf(partition)]
    const found = leavesOf(partition, Items)
    if (found.length === 0) throw new PagesMoved() // leaves tile their partition: a split came between
    for (const leaf of found) {
      if (next === undefined || leaf.end < next) continue
      if (leaf.start > next) throw new PagesMoved()
      leaves.push(leaf)
      next = nextNeeded(ranges, leaf.end + 1)
    }
  }
  return leaves
}

/**
 * The leaves that have a code in common with these ranges (in order, none across two partitions),
 * strongly consistent, without a gap. About 2 read units a leaf.
 * @throws PagesMoved when a split came between
 */
export async function readLeaves(table: Table, ranges: readonly Range[]): Promise<Leaf[]> {
  const byPartition = new Map<string, Range[]>()
  for (const range of ranges) {
    const partition = partitionOfCode(range.start)
    byPartition.set(partition, [...(byPartition.get(partition) ?? []), range])
  }
  const found = await Promise.all(
    [...byPartition].map(([partition, own]) => readPartition(table, partition, own)),
  )
  return found.flat()
}

const MOST_CELLS = 4 // by which a box is covered, so that a small one is one range or two

/** The cells that cover a box: at most 4, or those at z9 where it is larger. */
function cover(box: Box): Range[] {
  const rect = rectOf(box)
  let zoom = DEEPEST
  while (zoom > PARTITION_ZOOM && cellCount(rect, zoom) > MOST_CELLS) zoom -= 1
  return cellsOf(rect, zoom)
}

/**
 * The leaves that a box touches, strongly consistent, without a gap; where a partition holds nothing
 * yet, the empty leaf that it is.
 * @throws PagesMoved when a split came between
 */
export async function leavesUnder(table: Table, box: Box): Promise<Leaf[]> {
  const rect = rectOf(box)
  const leaves = await readLeaves(table, cover(box))
  return leaves.filter((leaf) => rectsMeet(rectOfRange(leaf), rect))
}
