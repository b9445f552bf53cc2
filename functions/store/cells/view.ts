import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type Box, boxesMeet } from '../../domain/box.ts'
import type { Entry, Standing } from '../../domain/cellpage.ts'
import { keyOfCode, rectOf } from '../../domain/quadkey.ts'
import {
  anchorOf,
  coverOf,
  endsBeyond,
  fewer,
  firstGap,
  type ViewRange,
} from '../../domain/view.ts'
import type { Table } from '../table.ts'
import { pause } from '../transient.ts'
import { type Coarse, coarseKeys, coarseOf } from './coarse.ts'
import { readLeaves } from './leaves.ts'
import { readDirectory } from './marks.ts'
import {
  AFTER_LEAVES,
  type Leaf,
  leafKeys,
  leavesOf,
  PagesMoved,
  partitionKey,
  readItems,
} from './pages.ts'

/** A parcel in a view, and its place in the order of the view. */
export interface Sight {
  /** The first code that the parcel and the view have in common. */
  anchor: number
  entry: Entry
  standing: Standing
}

/** What one reading found: the parcels up to a code, in order, and how to go on. */
export interface Reading {
  sights: Sight[]
  /** Everything up to this code has been found; undefined when the view is read to its end. */
  until?: number
}

const MOST_READS = 4 // a torn read is repeated, strongly consistent
const MOST_RANGES = 4 // a view like a tile lies in four, and fewer would read much beside it
const FEW_PARTITIONS = 4 // up to these, it is not worth asking which of them hold anything
const MOST_AT_ONCE = 8 // ranges of one reading: more than a view like a tile ever has

/** The ranges of a view that are still to be read, in order. */
export async function rangesOf(table: Table, box: Box, from: number): Promise<ViewRange[]> {
  const cover = coverOf(rectOf(box)).filter(({ end }) => end >= from)
  const ranges = cover.map((range) => ({ ...range, start: Math.max(range.start, from) }))
  const partitions = new Set(ranges.map(({ partition }) => partition))
  if (partitions.size <= FEW_PARTITIONS) return fewer(ranges, MOST_RANGES)
  const isThere = new Set(await readDirectory(table, false))
  return fewer(
    ranges.filter(({ partition }) => isThere.has(partition)),
    MOST_RANGES,
  )
}

interface RangeRead {
  range: ViewRange
  leaves: Leaf[]
  /** Whether the query went to the end of the range. */
  isWhole: boolean
}

/** Pages of a partition between two keys, at most `Limit`, eventually consistent. */
async function queryPages(
  { client, name }: Table,
  partition: string,
  [from, to]: readonly [string, string],
  Limit: number,
): Promise<{ items: Record<string, unknown>[]; isWhole: boolean }> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': partitionKey(partition),
        ':from': from,
        ':to': to,
      },
      Limit,
    }),
  )
  return { items: Items, isWhole: LastEvaluatedKey === undefined }
}
/** After the pages of the leaf that ends with a code. */
const afterPages = (end: number): string => `${keyOfCode(end)}#T`

/** The leaves that end in a range. */
const queryRange = (table: Table, { partition, start, end }: ViewRange, most: number) =>
  queryPages(table, partition, [keyOfCode(start), afterPages(end)], most)

/** The leaf that ends next after a range: it holds the end of the range, unless one ends right there. */
const queryTail = (table: Table, { partition, end }: ViewRange) =>
  queryPages(table, partition, [afterPages(end), AFTER_LEAVES], 2)

/**
 * Whether the leaves of a range do not fit together, or a geometry page not with its status page.
 * A partition without leaves holds nothing; one that has any has leaves for every code.
 */
function isTorn({ range, leaves, isWhole }: RangeRead, hasLeaves: boolean): boolean {
  if (leaves.length === 0) return hasLeaves || !isWhole
  const gap = firstGap(leaves, range)
  if (gap !== undefined && (isWhole || gap <= leaves.at(-1)!.end)) return true
  return leaves.some(({ geometry, standings }) => {
    const ids = new Set(standings.rows.map(({ id }) => id))
    return geometry.rows.some(({ id }) => !ids.has(id))
  })
}

async function readAgain(table: Table, range: ViewRange): Promise<RangeRead> {
  for (let read = 1; ; read += 1) {
    try {
      return { range, leaves: await readLeaves(table, [range]), isWhole: true }
    } catch (error) {
      if (!(error instanceof PagesMoved) || read === MOST_READS) throw error
      await pause(read)
    }
  }
}

const inOrder = (leaves: readonly Leaf[]): Leaf[] => {
  const byEnd = new Map(leaves.map((leaf) => [leaf.end, leaf]))
  return [...byEnd.values()].sort((a, b) => a.end - b.end)
}

/**
 * Read these ranges of a view: a query for each and one for the leaf that sticks out beyond the last
 * of a partition, and one batch with the coarse pages and all leaves that may stick out into a gap
 * between ranges, all side by side, eventually consistent. What does not fit together is read again.
 *
 * @param most pages of one query: two a leaf
 */
export async function readRanges(
  table: Table,
  box: Box,
  ranges: readonly ViewRange[],
  most: number,
): Promise<Reading> {
  const partitions = [...new Set(ranges.map(({ partition }) => partition))]
  const nextOf = (range: ViewRange): ViewRange | undefined =>
    ranges.find(({ partition, start }) => partition === range.partition && start > range.end)
  const beyond = ranges.map((range) => {
    const next = nextOf(range)
    const inGap = next ? endsBeyond(range).filter((end) => end < next.start) : []
    return inGap.map((end) => leafKeys(range.partition, end))
  })
  const lasts = ranges.filter((range) => !nextOf(range) && endsBeyond(range).length > 0)
  const keys = new Map(
    [
      ...partitions.flatMap(coarseKeys),
      ...beyond.flat().flatMap(({ geometry, standings }) => [geometry, standings]),
    ].map((key) => [`${key.pk} ${key.sk}`, key]),
  )
  const [batch, answers, tails] = await Promise.all([
    readItems(table, [...keys.values()], false),
    Promise.all(ranges.map((range) => queryRange(table, range, most))),
    Promise.all(lasts.map((range) => queryTail(table, range))),
  ])
  const coarse = coarseOf(partitions, batch)
  // A leaf that sticks out of one range may end in another, and came with that one.
  const others = answers.flatMap(({ items, isWhole }) => (isWhole ? items : []))
  const all = [...batch, ...others, ...tails.flatMap(({ items }) => items)]
  const outer = partitions.map((partition) => inKeyOrder(all, partition))
  const reads = await Promise.all(
    ranges.map((range, i): RangeRead | Promise<RangeRead> => {
      const { items, isWhole } = answers[i]!
      const own = leavesOf(range.partition, items)
      const around = outer[partitions.indexOf(range.partition)]!
      const sticking = leavesOf(range.partition, around).filter(
        (leaf) => isWhole && leaf.start <= range.end && leaf.end >= range.start,
      )
      const read = { range, leaves: inOrder([...own, ...sticking]), isWhole }
      return isTorn(read, around.length > 0) ? readAgain(table, range) : read
    }),
  )
  const cut = reads.findIndex(({ isWhole }) => !isWhole)
  const whole = cut < 0 ? reads : reads.slice(0, cut + 1)
  const until =
    cut < 0 ? undefined : (reads[cut]!.leaves.at(-1)?.end ?? reads[cut]!.range.start - 1)
  const sights = sightsOf(box, [...whole.flatMap(({ leaves }) => leaves), ...coarse], until)
  return { sights, ...(until !== undefined && { until }) }
}

const inKeyOrder = (items: readonly Record<string, unknown>[], partition: string) =>
  items
    .filter(
      ({ pk, sk }) =>
        pk === partitionKey(partition) && String(sk) >= '0' && String(sk) < AFTER_LEAVES,
    )
    .sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1))

/** The parcels of these pages whose boxes meet the view, each once, up to a code, in their order. */
function sightsOf(box: Box, pages: readonly (Leaf | Coarse)[], until = Infinity): Sight[] {
  const view = rectOf(box)
  const found = new Map<string, Sight>()
  for (const { geometry, standings } of pages) {
    const standing = new Map(standings.rows.map((row) => [row.id, row]))
    for (const entry of geometry.rows) {
      const stands = standing.get(entry.id)
      if (!stands || found.has(entry.id) || !boxesMeet(entry.box, box)) continue
      const anchor = anchorOf(rectOf(entry.box), view)
      if (anchor <= until) found.set(entry.id, { anchor, entry, standing: stands })
    }
  }
  return [...found.values()].sort(
    (a, b) => a.anchor - b.anchor || (a.entry.id < b.entry.id ? -1 : 1),
  )
}

/**
 * Everything in a view from a code on, each parcel once, reading by reading, as far as the caller wants.
 *
 * @param limit parcels that the caller wants: by this the size of the readings goes
 */
export async function* readView(
  table: Table,
  box: Box,
  from: number,
  limit: number,
): AsyncGenerator<Reading> {
  const most = Math.max(8, 2 * Math.ceil(limit / 8))
  let left = await rangesOf(table, box, from)
  let next = from
  while (left.length > 0) {
    const now = left.slice(0, MOST_AT_ONCE)
    const { sights, until } = await readRanges(table, box, now, most)
    const done = until ?? now.at(-1)!.end
    left = left
      .filter(({ end }) => end > done)
      .map((range) => ({ ...range, start: Math.max(range.start, done + 1) }))
    const unseen = sights.filter(({ anchor }) => anchor >= next) // a leaf may begin before its range
    next = done + 1
    yield { sights: unseen, ...(left.length > 0 && { until: done }) }
  }
}
