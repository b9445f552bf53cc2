import {
  cellAround,
  cellCount,
  cellsOf,
  codeOf,
  DEEPEST,
  PARTITION_ZOOM,
  quadkeyOf,
  type Range,
  type Rect,
} from './quadkey.ts'

/** Codes to be read for a view, all in one partition. */
export interface ViewRange extends Range {
  /** Quadkey at z9. */
  partition: string
}

/** A view is covered by at most so many cells: finer ones would make more ranges, not fewer leaves. */
const MOST_CELLS = 40

const partitionOf = (code: number): string => quadkeyOf(code, PARTITION_ZOOM)

/** Ranges that touch become one, unless a partition ends between them. */
function joined(cells: readonly Range[]): ViewRange[] {
  const ranges: ViewRange[] = []
  for (const { start, end } of cells) {
    const partition = partitionOf(start)
    const last = ranges.at(-1)
    if (last?.partition === partition && last.end + 1 === start) last.end = end
    else ranges.push({ partition, start, end })
  }
  return ranges
}

/** The ranges of codes that cover a view, in order. Of a wide view, whole partitions. */
export function coverOf(rect: Rect): ViewRange[] {
  let zoom = DEEPEST
  while (zoom > PARTITION_ZOOM && cellCount(rect, zoom) > MOST_CELLS) zoom -= 1
  return joined(cellsOf(rect, zoom))
}

/** A gap this many times as large as the view itself costs more to read than another query. */
const WIDEST_GAP = 4

/**
 * Join ranges over the smallest gaps between them until there are at most `most`. What lies in a gap
 * is read for nothing, but a query less is made. Gaps far larger than the view stay, up to 8 ranges.
 */
export function fewer(ranges: readonly ViewRange[], most: number): ViewRange[] {
  const size = ranges.reduce((sum, { start, end }) => sum + end - start + 1, 0)
  const joinedRanges = ranges.map((range) => ({ ...range }))
  while (joinedRanges.length > most) {
    let [at, least] = [-1, Infinity]
    for (let i = 1; i < joinedRanges.length; i += 1) {
      const [before, after] = [joinedRanges[i - 1]!, joinedRanges[i]!]
      const gap = before.partition === after.partition ? after.start - before.end : Infinity
      if (gap < least) [at, least] = [i, gap]
    }
    const isDear = least > WIDEST_GAP * size && joinedRanges.length <= 8
    if (at < 0 || isDear) break
    joinedRanges[at - 1]!.end = joinedRanges[at]!.end
    joinedRanges.splice(at, 1)
  }
  return joinedRanges
}

/**
 * The last codes of the cells, larger than the last cell of a range, in which the range ends. A leaf
 * that sticks out beyond the end of the range is one of these cells, so its key is one of these codes.
 */
export function endsBeyond({ start, end }: Range): number[] {
  const ends = new Set<number>()
  for (let zoom = PARTITION_ZOOM; zoom < DEEPEST; zoom += 1) {
    const cell = cellAround(end, zoom)
    if (cell.end > end) ends.add(cell.end)
    else if (cell.start >= start) break // an aligned end: smaller cells end where the range does
  }
  return [...ends]
}

/**
 * Where a parcel stands in the order of a view: the first code that its cells have in common with the
 * view. The leaf that holds this code holds the parcel, whichever others do so too.
 */
export const anchorOf = (parcel: Rect, view: Rect): number =>
  codeOf(Math.max(parcel.west, view.west), Math.max(parcel.north, view.north))

/** Whether leaves (in order) hold every code of a range; else the first code that is missing. */
export function firstGap(leaves: readonly Range[], { start, end }: Range): number | undefined {
  let next = start
  for (const leaf of leaves) {
    if (leaf.end < next) continue
    if (leaf.start > next) return next
    next = leaf.end + 1
    if (next > end) return undefined
  }
  return next
}
