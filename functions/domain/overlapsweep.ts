import { type Boundary, boundsOf, partsOf } from './boundary.ts'
import {
  comparePoints,
  cross,
  crossingOf,
  type Edges,
  edgesOf,
  landAboveOf,
  side,
} from './edges.ts'
import { fanOut, type OverlapLine, overlapLine } from './overlapline.ts'

/** How the land of two boundaries, A and B, lies to each other. */
export interface Relation {
  /** Some land belongs to both. */
  common: boolean
  /** Some land belongs to A alone, or to B alone. */
  onlyA: boolean
  onlyB: boolean
}

/** The border of the land that two boundaries share, in straight pieces. */
export interface CommonBorder extends Relation {
  /** False after `MOST_CROSSINGS`: then there is common land, and not all of its border is here. */
  complete: boolean
  edges: Edges
  /** Where pieces begin and end, in degrees. */
  places: [longitude: number, latitude: number][]
  /** For each place the corner that stands there, or -1 where two edges cross. */
  corners: number[]
  pieces: Piece[]
}

/** Part of an edge, as it is walked with common land to the left. */
export interface Piece {
  /** The corners at which the edge begins and ends. */
  tail: number
  tip: number
  /** The places at which this part of it begins and ends. */
  from: number
  to: number
}

/** Far more crossings than two parcels have; after so many the sweep ends. */
export const MOST_CROSSINGS = 200_000

/** Where an edge of one boundary lies as seen from the other one. */
const OUT = 0
const IN = 1
const SAME = 2 // upon an edge of the other, with land on the same side
const OPPOSITE = 3

/**
 * Find the border of the land that two boundaries share, both being valid as land.
 *
 * A line sweeps from west to east and stops at corners only. Edges of one boundary do not cross each
 * other, so those of each are kept in order. How the two orders interleave is known from the corners
 * passed, and a crossing shows when a later corner finds an edge on the wrong side of another (after
 * Mantler and Snoeyink, Intersecting red and blue line segments in optimal time and precision, 2000).
 * So only corners are compared with edges, exactly; crossings are computed to say where land ends,
 * and decide nothing. O((n + k) log n) comparisons for n corners and k crossings.
 *
 * `until` may end it as soon as enough is known. For boundaries that are not valid, what comes out is
 * some guess in the same time.
 */
export function commonBorder(
  a: Boundary,
  b: Boundary,
  until: (known: Relation) => boolean = () => false,
): CommonBorder {
  const parts = [...partsOf(a), ...partsOf(b)]
  const ringsOfA = partsOf(a).reduce((sum, part) => sum + part.length, 0)
  const edges = edgesOf(parts.flat())
  const { count, xs, ys, ring, left, right, previous } = edges
  const landAbove = landAboveOf(
    edges,
    parts.flatMap((part) => part.map((_, index) => index === 0)),
  )
  const [boxA, boxB] = [boundsOf(a), boundsOf(b)]
  const [west, , east, north] = [...boxA.keys()].map((i) =>
    i < 2 ? Math.max(boxA[i]!, boxB[i]!) : Math.min(boxA[i]!, boxB[i]!),
  ) as typeof boxA
  const reachesBeyond = (one: typeof boxA, other: typeof boxA) =>
    one.some((ordinate, i) => (i < 2 ? ordinate < other[i]! : ordinate > other[i]!))
  const border: CommonBorder = {
    common: false,
    onlyA: reachesBeyond(boxA, boxB),
    onlyB: reachesBeyond(boxB, boxA),
    complete: true,
    edges,
    places: [],
    corners: [],
    pieces: [],
  }
  const { places, corners: cornerAt, pieces } = border

  const isOfA = (edge: number): boolean => ring[edge]! < ringsOfA
  const [lineA, lineB] = [overlapLine(edges), overlapLine(edges)]
  /** For each edge of A, how many edges of B are below it as far as the sweep has seen. */
  const under = new Int32Array(count)
  const labels = new Uint8Array(count)
  const begins = new Int32Array(count) // the place where the unfinished piece of an edge begins
  const crossings = new Map<number, number[]>() // on unfinished pieces
  let crossed = 0

  /** What is at these places only counts where the other boundary can be; else it is left out. */
  const matters = (edge: number): boolean =>
    xs[left[edge]!]! <= east &&
    xs[right[edge]!]! >= west &&
    Math.min(ys[left[edge]!]!, ys[right[edge]!]!) <= north

  function tell(edge: number, label: number) {
    if (label === IN || label === SAME) border.common = true
    if (label === OPPOSITE || label === (isOfA(edge) ? OUT : IN)) border.onlyA = true
    if (label === OPPOSITE || label === (isOfA(edge) ? IN : OUT)) border.onlyB = true
  }

  function addPiece(edge: number, from: number, to: number, label: number) {
    tell(edge, label)
    if (label !== IN && !(label === SAME && isOfA(edge))) return // of two alike, one is enough
    const [start, end] = [left[edge]!, right[edge]!]
    pieces.push(
      landAbove[edge]
        ? { tail: start, tip: end, from, to }
        : { tail: end, tip: start, from: to, to: from },
    )
  }

  /** An edge comes to a place, having met the crossings that were seen until now. */
  function finish(edge: number, to: number) {
    let from = begins[edge]!
    let label = labels[edge]!
    const met = crossings.get(edge)
    if (met) {
      crossings.delete(edge)
      for (const place of met) {
        addPiece(edge, from, place, label)
        label = label === IN ? OUT : IN
        from = place
      }
    }
    addPiece(edge, from, to, label)
  }

  /** An edge of A crosses edges of B upwards, or downwards where `from` is above `to`. */
  function addCrossings(edge: number, from: number, to: number) {
    const step = from < to ? 1 : -1
    for (let index = from; index !== to && border.complete; index += step) {
      const other = lineB.at(step > 0 ? index : index - 1)
      if (!cross(edges, edge, other)) continue // never so when both boundaries are valid
      border.common = true
      border.complete = ++crossed < MOST_CROSSINGS
      const place = places.push(crossingOf(edges, edge, other)) - 1
      cornerAt.push(-1)
      for (const one of [edge, other]) {
        const met = crossings.get(one)
        if (met) met.push(place)
        else crossings.set(one, [place])
      }
    }
  }

  /**
   * Put the order of the two lines right at a corner that lies on these ranges of them. Each edge comes
   * by its crossings from west to east: computed places may be too close to tell their order.
   */
  function straighten([fromA, toA]: [number, number], [fromB, toB]: [number, number]) {
    let [first, last] = [fromA, toA]
    while (first > 0 && under[lineA.at(first - 1)]! > fromB) first--
    while (last < lineA.size && under[lineA.at(last)]! < toB) last++
    for (let i = first; i < toA; i++) {
      const edge = lineA.at(i)
      const least = i < fromA ? fromB : toB
      if (under[edge]! > least) addCrossings(edge, under[edge]!, least)
      if (i < fromA) under[edge] = fromB
    }
    for (let i = last - 1; i >= fromA; i--) {
      const edge = lineA.at(i)
      const most = i < toA ? fromB : toB
      if (under[edge]! < most) addCrossings(edge, under[edge]!, most)
      if (i >= toA) under[edge] = toB
    }
  }

  /** Begin the pieces of edges that go on from a corner: `below` others lie under all of these. */
  function begin(here: number, place: number, fan: number[], others: number[], below: number) {
    let passed = 0
    for (const edge of fan) {
      const turn = (other: number) => side(edges, here, right[other]!, right[edge]!)
      while (passed < others.length && turn(others[passed]!) > 0) passed++
      const upon = others[passed] !== undefined && turn(others[passed]!) === 0
      if (isOfA(edge)) under[edge] = below + passed
      begins[edge] = place
      if (!upon) labels[edge] = (below + passed) % 2 === 1 ? IN : OUT
      else labels[edge] = landAbove[edge] === landAbove[others[passed]!] ? SAME : OPPOSITE
    }
  }

  function visit(corners: Int32Array) {
    const here = corners[0]!
    const place = places.push([xs[here]!, ys[here]!]) - 1
    cornerAt.push(here)
    const [rangeA, rangeB] = [lineA.around(here), lineB.around(here)]
    straighten(rangeA, rangeB)
    const fans: [number[], number[]] = [[], []]
    const ending: number[] = []
    for (const corner of corners) {
      for (const edge of [previous[corner]!, corner]) {
        if (!matters(edge)) continue
        if (left[edge] === corner) fans[isOfA(edge) ? 0 : 1].push(edge)
        else ending.push(edge)
      }
    }
    let met = 0
    const goOn = (line: OverlapLine, [from, to]: [number, number], fan: number[]) => {
      for (let i = from; i < to; i++) {
        const edge = line.at(i)
        finish(edge, place)
        if (ending.includes(edge)) met++
        else fan.push(edge)
      }
      line.replace(from, to, fanOut(edges, here, fan))
    }
    goOn(lineA, rangeA, fans[0])
    goOn(lineB, rangeB, fans[1])
    if (met < ending.length) for (const line of [lineA, lineB]) line.purge(new Set(ending))
    begin(here, place, fans[0], fans[1], rangeB[0])
    begin(here, place, fans[1], fans[0], rangeA[0])
    const shift = fans[1].length - (rangeB[1] - rangeB[0])
    if (shift === 0) return
    for (let i = rangeA[0] + fans[0].length; i < lineA.size; i++) under[lineA.at(i)]! += shift
  }

  const isEvent = new Uint8Array(count)
  for (let edge = 0; edge < count; edge++) {
    if (matters(edge)) isEvent[left[edge]!] = isEvent[right[edge]!] = 1
  }
  const sorted = Int32Array.from({ length: count }, (_, corner) => corner)
    .filter((corner) => isEvent[corner])
    .sort((p, q) => comparePoints(edges, p, q))
  for (let from = 0, to = 0; from < sorted.length && border.complete; from = to) {
    while (to < sorted.length && comparePoints(edges, sorted[from]!, sorted[to]!) === 0) to++
    visit(sorted.subarray(from, to))
    if (until(border)) break
  }
  return border
}
