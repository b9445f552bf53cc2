import { orient2d } from 'robust-predicates'
import type { Ring } from './boundary.ts'

/**
 * Rings as flat lists of corners, closing and repeated positions left out. Corner `i` also names the
 * edge from it to the corner after it. Points are ordered by longitude, then latitude: "left" means
 * earlier in this order, and "above" a line means to the left of its way from left to right.
 */
export interface Edges {
  /** How many corners there are, and as many edges. */
  count: number
  xs: Float64Array
  ys: Float64Array
  /** Which of the given rings a corner belongs to, and at which position of it. */
  ring: Int32Array
  position: Int32Array
  /** The corner after and before it in its ring. */
  next: Int32Array
  previous: Int32Array
  /** The left and the right end of each edge, as corners. */
  left: Int32Array
  right: Int32Array
}

const isRepeat = (ring: Ring, i: number): boolean =>
  i > 0 && ring[i]![0] === ring[i - 1]![0] && ring[i]![1] === ring[i - 1]![1]

/** Lay out rings for the functions below. A ring needs at least two different corners. */
export function edgesOf(rings: readonly Ring[]): Edges {
  const most = rings.reduce((sum, ring) => sum + ring.length, 0)
  const ints = () => new Int32Array(most)
  const edges: Edges = {
    count: 0,
    xs: new Float64Array(most),
    ys: new Float64Array(most),
    ring: ints(),
    position: ints(),
    next: ints(),
    previous: ints(),
    left: ints(),
    right: ints(),
  }
  rings.forEach((ring, r) => {
    const first = edges.count
    for (let i = 0; i < ring.length; i++) {
      if (isRepeat(ring, i)) continue
      const corner = edges.count++
      edges.xs[corner] = ring[i]![0]
      edges.ys[corner] = ring[i]![1]
      edges.ring[corner] = r
      edges.position[corner] = i
    }
    edges.count-- // the closing position is the first corner again
    for (let corner = first; corner < edges.count; corner++) {
      const next = corner + 1 < edges.count ? corner + 1 : first
      edges.next[corner] = next
      edges.previous[next] = corner
      const forward = comparePoints(edges, corner, next) < 0
      edges.left[corner] = forward ? corner : next
      edges.right[corner] = forward ? next : corner
    }
  })
  return edges
}

/** Order of two corners by longitude, then latitude; 0 when they stand at the same place. */
export const comparePoints = ({ xs, ys }: Edges, a: number, b: number): number =>
  xs[a]! - xs[b]! || ys[a]! - ys[b]!

/** Positive when corner `c` lies to the left of the way from `a` to `b`; 0 only when exactly on it. */
export const side = ({ xs, ys }: Edges, a: number, b: number, c: number): number =>
  -orient2d(xs[a]!, ys[a]!, xs[b]!, ys[b]!, xs[c]!, ys[c]!) // its sign is that of a y axis downwards

/** Positive when a corner lies above the line of an edge. */
export const above = (edges: Edges, edge: number, corner: number): number =>
  side(edges, edges.left[edge]!, edges.right[edge]!, corner)

/**
 * Order from below of two edges that meet one sweep line and do not cross; 0 when they lie upon
 * each other. Only their ends are used, so that the answer is exact.
 */
export function compareEdges(edges: Edges, a: number, b: number): number {
  const begins = comparePoints(edges, edges.left[a]!, edges.left[b]!)
  if (begins > 0) return -compareEdges(edges, b, a)
  const start = begins === 0 ? 0 : above(edges, a, edges.left[b]!)
  return -(start || above(edges, a, edges.right[b]!))
}

/** True when two edges cross at a point that is an end of neither. */
export const cross = (edges: Edges, a: number, b: number): boolean =>
  above(edges, a, edges.left[b]!) * above(edges, a, edges.right[b]!) < 0 &&
  above(edges, b, edges.left[a]!) * above(edges, b, edges.right[a]!) < 0

/** Where two edges that cross do so, in degrees, to rounding. */
export function crossingOf(edges: Edges, a: number, b: number): [number, number] {
  const [from, to] = [edges.left[b]!, edges.right[b]!]
  const start = above(edges, a, from)
  const share = start / (start - above(edges, a, to))
  const [x, y] = [edges.xs[from]!, edges.ys[from]!]
  return [x + (edges.xs[to]! - x) * share, y + (edges.ys[to]! - y) * share]
}

/** True when a corner lies on an edge, but at neither of its ends. */
export const isWithinEdge = (edges: Edges, edge: number, corner: number): boolean =>
  comparePoints(edges, edges.left[edge]!, corner) < 0 &&
  comparePoints(edges, corner, edges.right[edge]!) < 0 &&
  above(edges, edge, corner) === 0

/** True when two edges share more than a point; `overlapOf` then says from where. */
export function overlap(edges: Edges, a: number, b: number): boolean {
  if (above(edges, a, edges.left[b]!) !== 0 || above(edges, a, edges.right[b]!) !== 0) return false
  return (
    comparePoints(edges, edges.left[a]!, edges.right[b]!) < 0 &&
    comparePoints(edges, edges.left[b]!, edges.right[a]!) < 0
  )
}

/** The corner where the common stretch of two overlapping edges begins. */
export const overlapOf = (edges: Edges, a: number, b: number): number =>
  comparePoints(edges, edges.left[a]!, edges.left[b]!) > 0 ? edges.left[a]! : edges.left[b]!

/** Whether land lies above each edge, 1 or 0: a shell that runs counter-clockwise has it to its left. */
export function landAboveOf(edges: Edges, isShell: readonly boolean[]): Uint8Array {
  const { count, ring, next, previous, left } = edges
  const westernmost = new Int32Array(isShell.length).fill(-1)
  for (let corner = 0; corner < count; corner++) {
    const known = westernmost[ring[corner]!]!
    if (known < 0 || comparePoints(edges, corner, known) < 0) westernmost[ring[corner]!] = corner
  }
  const turnsLeft = Array.from(
    westernmost,
    (corner) => corner >= 0 && side(edges, previous[corner]!, corner, next[corner]!) > 0,
  )
  const landAbove = new Uint8Array(count)
  for (let edge = 0; edge < count; edge++) {
    const runsRight = left[edge] === edge
    landAbove[edge] = (turnsLeft[ring[edge]!] === runsRight) === isShell[ring[edge]!] ? 1 : 0
  }
  return landAbove
}
