import type { Ring } from './boundary.ts'
import { chainsOf, everyNear, isBeside } from './chains.ts'
import { compareEdges, comparePoints, cross, type Edges, edgesOf, overlap, side } from './edges.ts'
import { type Contact, type Meeting, meetingsOf } from './meetings.ts'
import { sweepLine } from './sweepline.ts'

/** What a sweep over rings finds. */
export interface Sweep {
  /** From west to east; complete unless there are `MOST_MEETINGS`. */
  meetings: Meeting[]
  /** How the rings lie to each other. Undefined when there are meetings: it is unclear then. */
  nesting: Nesting | undefined
}

/** How rings that do not meet lie to each other. */
export interface Nesting {
  /** For each ring the innermost other ring that it lies in, or -1. */
  containers: Int32Array
  /** Where different rings touch, from west to east. */
  contacts: Contact[]
}

/** After so many meetings the sweep ends. */
export const MOST_MEETINGS = 100

function isLonger({ xs, ys, left, right }: Edges, a: number, b: number): boolean {
  const length = (edge: number) =>
    Math.hypot(xs[right[edge]!]! - xs[left[edge]!]!, ys[right[edge]!]! - ys[left[edge]!]!)
  return length(a) > length(b)
}

/** True when no two edges have a point in common but corners next to each other; false may mean only "unclear". */
function isPlain(edges: Edges): boolean {
  const { next } = edges
  return everyNear(
    edges,
    chainsOf(edges),
    () => true,
    (a, b) =>
      next[a] === b || next[b] === a
        ? !overlap(edges, a, b)
        : isBeside(edges, a, b) || isBeside(edges, b, a),
  )
}

/**
 * Find where lines meet that must not, and which ring lies in which. Exact: no tolerance, and no
 * computed point decides anything. Every ring needs three corners that are not on one line.
 *
 * The line sweeps from west to east (Shamos and Hoey, 1976). When two edges cross, the longer one is
 * taken out: the others stay in order, so the sweep can go on, and at the end only what was taken out
 * is compared with every edge. O(n log n + 100 n) for n corners, whatever they look like. One ring whose
 * edges are nowhere near each other, as of most land, needs no sweep and takes a tenth of the time.
 */
export function sweep(rings: readonly Ring[]): Sweep {
  const edges = edgesOf(rings)
  if (rings.length === 1 && isPlain(edges))
    return { meetings: [], nesting: { containers: Int32Array.of(-1), contacts: [] } }
  const { count, ring: ringOf, left, previous, next } = edges
  const line = sweepLine(edges)
  const meetings = meetingsOf(edges)
  const dropped = new Set<number>()
  const containers = new Int32Array(rings.length).fill(-1)
  const entered = new Uint8Array(rings.length)
  const counterClockwise = new Uint8Array(rings.length)

  function takeOut(edge: number) {
    const index = line.remove(edge)
    if (index >= 0) checkPair(index - 1, index)
  }

  function drop(edge: number) {
    dropped.add(edge)
    takeOut(edge)
  }

  function checkPair(lower: number, upper: number) {
    const [a, b] = [line.at(lower), line.at(upper)]
    if (a === undefined || b === undefined || !cross(edges, a, b)) return
    drop(isLonger(edges, a, b) ? a : b)
  }

  function begin(edge: number) {
    const index = line.insert(edge)
    if (index < 0) return dropped.add(edge) // it lies upon another edge
    checkPair(index - 1, index)
    const now = line.find(edge)
    if (now >= 0) checkPair(now, now + 1)
  }

  function visit(corners: Int32Array) {
    const beginning: number[] = []
    for (const corner of corners) {
      for (const edge of [previous[corner]!, corner]) {
        if (left[edge] === corner) beginning.push(edge)
        else takeOut(edge)
      }
    }
    const through = line.through(corners[0]!)
    for (const edge of through.slice(1)) drop(edge) // they cross right here
    meetings.addAt(corners, through)
    for (const edge of beginning) begin(edge)
  }

  /** A ring is entered at its westernmost corner: the edge below tells what it lies in. */
  function enter(corners: Int32Array) {
    const lowest: { ring: number; index: number }[] = []
    for (const corner of corners) {
      const ring = ringOf[corner]!
      if (entered[ring]) continue
      entered[ring] = 1
      const before = previous[corner]!
      counterClockwise[ring] = side(edges, before, corner, next[corner]!) > 0 ? 1 : 0
      const lower = compareEdges(edges, before, corner) < 0 ? before : corner
      lowest.push({ ring, index: line.find(lower) })
    }
    lowest.sort((a, b) => a.index - b.index) // an outer ring is below one that begins with it
    for (const { ring, index } of lowest) {
      const below = line.at(index - 1)
      if (below === undefined) continue
      const outer = ringOf[below]!
      const runsRight = left[below] === below
      const isInside = runsRight === (counterClockwise[outer] === 1)
      containers[ring] = isInside ? outer : containers[outer]!
    }
  }

  const sorted = new Int32Array(count)
    .map((_, corner) => corner)
    .sort((a, b) => comparePoints(edges, a, b))
  for (let from = 0, to = 0; from < count; from = to) {
    while (to < count && comparePoints(edges, sorted[from]!, sorted[to]!) === 0) to++
    const corners = sorted.subarray(from, to)
    visit(corners)
    if (dropped.size === 0) enter(corners)
    if (meetings.list.length + dropped.size >= MOST_MEETINGS) break
  }
  for (const edge of dropped) {
    if (meetings.list.length < MOST_MEETINGS) meetings.addOf(edge)
  }
  const found = meetings.list
    .slice(0, MOST_MEETINGS)
    .sort(({ place: [x1, y1] }, { place: [x2, y2] }) => x1 - x2 || y1 - y2)
  const { contacts } = meetings
  return { meetings: found, nesting: found.length === 0 ? { containers, contacts } : undefined }
}
