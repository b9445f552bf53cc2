import type { Box } from './box.ts'
import { encodeEntries, type Entry } from './cellpage.ts'
import {
  cellCount,
  DEEPEST,
  quarters,
  type Range,
  rectOf,
  rectOfRange,
  rectsMeet,
  zoomOf,
} from './quadkey.ts'

/** A leaf of the quadtree: a cell, and all parcels whose boxes touch it. */
export interface LeafContent extends Range {
  entries: readonly Entry[]
}

/** A page is split when it would pass one of these: so its rewriting costs at most 4 write units. */
export const MOST_ENTRIES = 64
export const MOST_BYTES = 3_900 // of 4,096, as keys and version count too

/**
 * A parcel stands in at most so many leaves. A transaction ends at 100 items, and a parcel that moves
 * touches its old leaves and its new ones, each with two pages.
 */
export const MOST_LEAVES = 16

/** No leaf above this zoom (cells 2.4 km wide) is kept from being split by a parcel that stands in it. */
const FINE_ZOOM = 14

/**
 * Whether a parcel is too wide for leaves and stands in the coarse pages instead: its box touches more
 * than 16 cells at z14, which is some 7 km. By its box alone, so that it never changes its pages
 * because others came.
 */
export const isCoarse = (box: Box): boolean => cellCount(rectOf(box), FINE_ZOOM) > MOST_LEAVES

/** A coarse parcel touches at most so many partitions: one of 156 km always fits. */
export const MOST_PARTITIONS = 12

export const touches = ({ box }: Pick<Entry, 'box'>, cell: Range): boolean =>
  rectsMeet(rectOf(box), rectOfRange(cell))

const fits = (entries: readonly Entry[]): boolean =>
  entries.length <= MOST_ENTRIES && encodeEntries(entries).length <= MOST_BYTES

/** Whether every parcel would still stand in at most 16 leaves if they all were of this zoom. */
const maySplitTo = (entries: readonly Entry[], zoom: number): boolean =>
  zoom <= DEEPEST && entries.every(({ box }) => cellCount(rectOf(box), zoom) <= MOST_LEAVES)

/**
 * Whether quarters part the parcels: few stand in several of them, or none holds most of them. Copies
 * of one disputed parcel stand in every quarter that it touches: splitting them would only make more
 * pages, so theirs grows.
 */
function parts({ length }: readonly Entry[], into: readonly LeafContent[]): boolean {
  const sizes = into.map(({ entries }) => entries.length)
  const sum = sizes.reduce((a, b) => a + b, 0)
  return sum <= 1.5 * length || (sum <= 2.5 * length && Math.max(...sizes) <= 0.8 * length)
}

/**
 * The leaves that a leaf has to become so that each fits its page: itself, its quarters, their
 * quarters and so on. A leaf whose splitting parts nothing stays as it is, however long.
 */
export function splitLeaf(leaf: LeafContent): LeafContent[] {
  const { entries } = leaf
  if (fits(entries)) return [leaf]
  if (!maySplitTo(entries, zoomOf(leaf) + 1)) return [leaf]
  const into = quarters(leaf).map((cell): LeafContent => ({
    ...cell,
    entries: entries.filter((entry) => touches(entry, cell)),
  }))
  return parts(entries, into) ? into.flatMap(splitLeaf) : [leaf]
}
