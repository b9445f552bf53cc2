import { above, type Edges } from './edges.ts'

/**
 * Edges in a row that all run one way in longitude and one way in latitude: any stretch of them lies
 * in the box of its two ends, and they do not meet each other but at common corners.
 */
export interface Chain {
  /** The first edge, and the one after the last. */
  from: number
  to: number
  ring: number
  west: number
  south: number
  east: number
  north: number
}

/** Rings cut into chains. */
export function chainsOf(edges: Edges): Chain[] {
  const { count, xs, ys, ring, next } = edges
  const chains: Chain[] = []
  let [from, alongX, alongY] = [0, 0, 0]
  for (let edge = 0; edge < count; edge++) {
    const dx = Math.sign(xs[next[edge]!]! - xs[edge]!)
    const dy = Math.sign(ys[next[edge]!]! - ys[edge]!)
    if (edge > from && (ring[edge] !== ring[from] || dx * alongX < 0 || dy * alongY < 0)) {
      chains.push(chainOf(edges, from, edge))
      ;[from, alongX, alongY] = [edge, 0, 0]
    }
    alongX ||= dx
    alongY ||= dy
  }
  if (count > from) chains.push(chainOf(edges, from, count))
  return chains
}

function chainOf({ xs, ys, ring, next }: Edges, from: number, to: number): Chain {
  const [a, b] = [from, next[to - 1]!]
  return {
    from,
    to,
    ring: ring[from]!,
    west: Math.min(xs[a]!, xs[b]!),
    south: Math.min(ys[a]!, ys[b]!),
    east: Math.max(xs[a]!, xs[b]!),
    north: Math.max(ys[a]!, ys[b]!),
  }
}

/** Boxes compared for each edge before it is given up: lines in disorder are for a sweep. */
const MOST_COMPARED = 64

/**
 * Look at every two edges of different chains whose boxes meet, until `look` says no; `isWanted` says
 * which chains belong together.
 * @returns false when `look` said no, or when there was too much to compare
 */
export function everyNear(
  edges: Edges,
  chains: readonly Chain[],
  isWanted: (a: Chain, b: Chain) => boolean,
  look: (a: number, b: number) => boolean,
): boolean {
  const { count, xs, ys, next } = edges
  let left = MOST_COMPARED * count + 1_000

  const areApart = (v: Float64Array, a0: number, a1: number, b0: number, b1: number): boolean => {
    const [p, q, r, s] = [v[a0]!, v[a1]!, v[b0]!, v[b1]!]
    return (p < q ? q : p) < (r < s ? r : s) || (r < s ? s : r) < (p < q ? p : q)
  }

  function compare(a0: number, a1: number, b0: number, b1: number): boolean {
    const [endA, endB] = [next[a1 - 1]!, next[b1 - 1]!]
    if (areApart(xs, a0, endA, b0, endB) || areApart(ys, a0, endA, b0, endB)) return true
    if (--left < 0) return false
    const [sizeA, sizeB] = [a1 - a0, b1 - b0]
    if (sizeA === 1 && sizeB === 1) return look(a0, b0)
    if (sizeA >= sizeB) {
      const middle = a0 + (sizeA >> 1)
      return compare(a0, middle, b0, b1) && compare(middle, a1, b0, b1)
    }
    const middle = b0 + (sizeB >> 1)
    return compare(a0, a1, b0, middle) && compare(a0, a1, middle, b1)
  }

  const sorted = [...chains].sort((a, b) => a.west - b.west)
  for (const [i, a] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length && sorted[j]!.west <= a.east; j++) {
      if (--left < 0) return false
      const b = sorted[j]!
      if (a.north < b.south || b.north < a.south || !isWanted(a, b)) continue
      if (!compare(a.from, a.to, b.from, b.to)) return false
    }
  }
  return true
}

/** Whether both ends of `other` lie on one side of the line of `edge`, and not on it: exact. */
export function isBeside(edges: Edges, edge: number, other: number): boolean {
  const one = above(edges, edge, edges.left[other]!)
  if (one === 0) return false
  const two = above(edges, edge, edges.right[other]!)
  return one > 0 ? two > 0 : two < 0
}
