import { orient2d } from 'robust-predicates'
import type { MultiPolygon, Position, Ring } from './boundary.ts'
import { comparePoints, type Edges, side } from './edges.ts'
import type { CommonBorder, Piece } from './overlapsweep.ts'

/** Pieces by the place that they leave; counter-clockwise, beginning downwards, around a corner. */
function leavingFrom({ edges, corners, pieces }: CommonBorder): Map<number, Piece[]> {
  const leaving = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const others = leaving.get(piece.from)
    if (others) others.push(piece)
    else leaving.set(piece.from, [piece])
  }
  for (const [place, fan] of leaving) {
    const here = corners[place]!
    if (here >= 0) fan.sort((a, b) => turn(edges, here, a.tip, b.tip))
  }
  return leaving
}

/** Order of two ways out of a corner, counter-clockwise and beginning downwards. */
function turn(edges: Edges, here: number, a: number, b: number): number {
  const isLeft = (tip: number) => (comparePoints(edges, tip, here) < 0 ? 1 : 0)
  return isLeft(a) - isLeft(b) || -side(edges, here, a, b)
}

/**
 * The piece that goes on from where `piece` ends: clockwise from the way back the first one, as it
 * encloses the same land.
 */
function onward(
  { edges, corners }: CommonBorder,
  piece: Piece,
  fan: readonly Piece[],
  used: ReadonlySet<Piece>,
): Piece | undefined {
  const here = corners[piece.to]!
  let [from, to] = [0, here < 0 ? 0 : fan.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (turn(edges, here, fan[middle]!.tip, piece.tail) < 0) from = middle + 1
    else to = middle
  }
  for (let i = 1; i <= fan.length; i++) {
    const next = fan[(from - i + fan.length) % fan.length]!
    if (!used.has(next)) return next
  }
  return undefined
}

/** Corners of a walk; where it goes straight on along one edge there is none. */
function ringOf(places: CommonBorder['places'], walk: readonly Piece[]): Ring {
  const ring = walk.flatMap((piece, i): Position[] => {
    const before = walk[i > 0 ? i - 1 : walk.length - 1]!
    return before.tail === piece.tail && before.tip === piece.tip ? [] : [places[piece.from]!]
  })
  return ring.length > 0 ? [...ring, ring[0]!] : []
}

/**
 * The rings of the common land: shells counter-clockwise, holes clockwise, none of which comes to a
 * place twice. Crossings that round to one place leave rings without area among them.
 */
export function commonRings(border: CommonBorder): Ring[] {
  const { places, pieces } = border
  const leaving = leavingFrom(border)
  const rings: Ring[] = []
  const used = new Set<Piece>()
  for (const start of pieces) {
    const walk: Piece[] = []
    const stands = new Map<number, number>() // at which index of the walk a place was left
    let piece: Piece | undefined = used.has(start) ? undefined : start
    while (piece) {
      used.add(piece)
      stands.set(piece.from, walk.length)
      walk.push(piece)
      const { to }: Piece = piece
      const since = stands.get(to)
      piece = onward(border, piece, leaving.get(to) ?? [], used)
      if (since === undefined) continue
      const loop = walk.splice(since)
      for (const { from } of loop) stands.delete(from)
      rings.push(ringOf(places, loop))
      if (walk.length === 0) break
    }
  }
  return rings
}

/** Twice the area of a ring in square degrees, positive when it runs counter-clockwise. */
function planeArea2(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  let area2 = 0
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
    area2 += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return area2
}

/** 1 when a point is inside a ring, -1 when outside, 0 on the line. */
function insideOf([x, y]: Position, ring: Ring): number {
  let inside = -1
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
    if ((x === ax && y === ay) || (x === bx && y === by)) return 0
    if (ay > y === by > y) {
      if (ay === y && by === y && ax < x !== bx < x) return 0
      continue
    }
    const turn = orient2d(ax, ay, bx, by, x, y)
    if (turn === 0) return 0
    if (turn < 0 === by > ay) inside = -inside
  }
  return inside
}

const isAround = (shell: Ring, hole: Ring): boolean => {
  for (const place of hole) {
    const inside = insideOf(place, shell)
    if (inside !== 0) return inside > 0
  }
  return false
}

/** Rings as land: each hole goes to the smallest shell around it. */
export function landOf(rings: readonly Ring[]): MultiPolygon {
  const sized = rings
    .map((ring) => ({ ring, area2: planeArea2(ring) }))
    .filter(({ area2 }) => area2 !== 0)
    .sort((a, b) => a.area2 - b.area2)
  const parts = sized.filter(({ area2 }) => area2 > 0).map(({ ring }): Ring[] => [ring])
  for (const { ring, area2 } of sized) {
    if (area2 < 0) parts.find(([shell]) => isAround(shell!, ring))?.push(ring)
  }
  return { type: 'MultiPolygon', coordinates: parts }
}
