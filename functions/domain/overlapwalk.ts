import { type Boundary, partsOf, type Position, type Ring } from './boundary.ts'
import { chainsOf, everyNear, isBeside } from './chains.ts'
import { above, crossingOf, type Edges, edgesOf, landAboveOf, side } from './edges.ts'

/** With more rings than these, a sweep tells sooner which lie in which. */
const MOST_RINGS = 16

/** Where the two borders cross: for each edge the other one that it crosses, or -1. */
interface Crossings {
  partner: Int32Array
  /** The crossing edges of A. */
  list: number[]
}

/** The places where two borders cross; undefined unless each is within two edges that cross nothing else. */
function plainCrossings(edges: Edges, ringsOfA: number): Crossings | undefined {
  const partner = new Int32Array(edges.count).fill(-1)
  const list: number[] = []
  const isOfA = ({ ring }: { ring: number }): boolean => ring < ringsOfA
  const isPlain = everyNear(
    edges,
    chainsOf(edges),
    (one, other) => isOfA(one) !== isOfA(other),
    (one, other) => {
      if (isBeside(edges, one, other) || isBeside(edges, other, one)) return true
      const ends = [edges.left[other]!, edges.right[other]!]
      if (ends.some((end) => above(edges, one, end) === 0)) return false
      if ([edges.left[one]!, edges.right[one]!].some((end) => above(edges, other, end) === 0))
        return false
      if (partner[one]! >= 0 || partner[other]! >= 0) return false
      partner[one] = other
      partner[other] = one
      list.push(edges.ring[one]! < ringsOfA ? one : other)
      return true
    },
  )
  return isPlain ? { partner, list } : undefined
}

/** Whether a corner lies within a boundary, given by its rings; it lies on none of their lines. */
function isWithin(edges: Edges, isOfIt: (edge: number) => boolean, corner: number): boolean {
  const { count, ys, next } = edges
  const y = ys[corner]!
  let isInside = false
  for (let edge = 0; edge < count; edge++) {
    if (!isOfIt(edge) || ys[edge]! > y === ys[next[edge]!]! > y) continue
    if (side(edges, edge, next[edge]!, corner) > 0 === ys[next[edge]!]! > y) isInside = !isInside
  }
  return isInside
}

/**
 * The rings of the common land of two boundaries whose borders cross, and do so plainly: never at a
 * corner or along an edge, and no edge twice. Undefined for others, which `commonBorder` is for. Exact
 * as that is; where borders cross at few places it is ten times as fast: from crossing to crossing one
 * border is followed, and then the other, with the common land to the left (Weiler and Atherton, 1977).
 */
export function plainRings(a: Boundary, b: Boundary): Ring[] | undefined {
  const parts = [...partsOf(a), ...partsOf(b)]
  const rings = parts.flat()
  if (rings.length > MOST_RINGS) return undefined
  const ringsOfA = partsOf(a).reduce((sum, part) => sum + part.length, 0)
  const edges = edgesOf(rings)
  const { count, xs, ys, ring, left, next, previous } = edges
  const crossings = plainCrossings(edges, ringsOfA)
  if (!crossings || crossings.list.length === 0) return undefined
  const { partner, list } = crossings
  const landAbove = landAboveOf(
    edges,
    parts.flatMap((part) => part.map((_, index) => index === 0)),
  )
  const isOfA = (edge: number): boolean => ring[edge]! < ringsOfA
  /** Whether the way that has land to its left is the order of the corners. */
  const isForward = (edge: number): boolean => (landAbove[edge] === 1) === (left[edge] === edge)
  const tipOf = (edge: number): number => (isForward(edge) ? next[edge]! : edge)
  const tailOf = (edge: number): number => (isForward(edge) ? edge : next[edge]!)
  const after = (edge: number): number => (isForward(edge) ? next[edge]! : previous[edge]!)
  const placeOf = (corner: number): Position => [xs[corner]!, ys[corner]!]
  const crossing = (edge: number): Position => {
    const other = partner[edge]!
    return isOfA(edge) ? crossingOf(edges, edge, other) : crossingOf(edges, other, edge)
  }
  /** Whether the way along an edge leads into the other boundary where the two cross. */
  const enters = (edge: number): boolean =>
    side(edges, tailOf(partner[edge]!), tipOf(partner[edge]!), tipOf(edge)) > 0

  const found: Ring[] = []
  const isUsed = new Uint8Array(count)
  for (const start of list) {
    if (isUsed[start] || !enters(start)) continue
    const walk: Position[] = []
    let edge = start
    do {
      isUsed[edge] = 1
      walk.push(crossing(edge))
      do {
        walk.push(placeOf(tipOf(edge)))
        edge = after(edge)
      } while (partner[edge]! < 0)
      edge = partner[edge]!
      if (isUsed[edge] ? edge !== start : !enters(edge)) return undefined // lines cross themselves
    } while (edge !== start)
    found.push([...walk, walk[0]!])
  }

  const isCrossed = new Set(list.flatMap((edge) => [ring[edge]!, ring[partner[edge]!]!]))
  for (let corner = 0; corner < count; corner++) {
    if (corner > 0 && ring[corner] === ring[corner - 1]) continue
    const own = isOfA(corner)
    if (isCrossed.has(ring[corner]!) || !isWithin(edges, (edge) => isOfA(edge) !== own, corner))
      continue
    const whole: Position[] = []
    let edge = corner
    do {
      whole.push(placeOf(tailOf(edge)))
      edge = after(edge)
    } while (edge !== corner)
    found.push([...whole, whole[0]!])
  }
  return found
}
