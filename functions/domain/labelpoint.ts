import { type Boundary, partsOf, type Position, type Ring } from './boundary.ts'

/** Twice the signed area of a ring in square degrees, and the centre of that area. */
function planeCentre(ring: Ring): { area2: number; y: number } {
  const [x0, y0] = ring[0] ?? [0, 0]
  let [area2, moment] = [0, 0]
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [ring[i - 1]![0] - x0, ring[i - 1]![1] - y0] // small numbers keep their digits
    const [bx, by] = [ring[i]![0] - x0, ring[i]![1] - y0]
    const wedge = ax * by - bx * ay
    area2 += wedge
    moment += wedge * (ay + by)
  }
  return { area2, y: y0 + moment / (3 * area2) }
}

/** Where rings cross a parallel, from west to east. */
function crossings(rings: readonly Ring[], y: number): number[] {
  const found: number[] = []
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
      if (ay > y !== by > y) found.push(ax + ((bx - ax) * (y - ay)) / (by - ay))
    }
  }
  return found.sort((a, b) => a - b)
}

/**
 * A latitude at or just above the wanted one where no corner stands: along a corner or an edge, the
 * crossings would not tell land from its border.
 */
function clearOfCorners(rings: readonly Ring[], wanted: number): number {
  let [isTaken, above] = [false, Infinity]
  for (const ring of rings) {
    for (const [, lat] of ring) {
      if (lat === wanted) isTaken = true
      else if (lat > wanted && lat < above) above = lat
    }
  }
  return isTaken ? wanted + (above - wanted) / 2 : wanted
}

/** The middle of the widest stretch of land on a parallel, and its width in degrees. */
function widest(rings: readonly Ring[], y: number): { width: number; point: Position } {
  const xs = crossings(rings, y)
  let [width, x] = [0, NaN]
  for (let i = 1; i < xs.length; i += 2) {
    if (xs[i]! - xs[i - 1]! <= width) continue
    width = xs[i]! - xs[i - 1]!
    x = xs[i - 1]! + width / 2
  }
  return { width, point: [x, y] }
}

/**
 * A point inside the largest part of a boundary, holes avoided: where its label stands and where the
 * parcel is counted. It is the middle of the widest stretch of land at the latitude of the part's
 * centre. Lines without land give their first corner.
 */
export function labelPoint(boundary: Boundary): Position {
  let [largest, most] = [partsOf(boundary)[0] ?? [], -1]
  for (const part of partsOf(boundary)) {
    const area = Math.abs(planeCentre(part[0] ?? []).area2)
    if (area > most) [largest, most] = [part, area]
  }
  const shell = largest[0] ?? []
  let [south, north] = [Infinity, -Infinity]
  for (const [, lat] of shell) {
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const middle = south + (north - south) / 2
  const centre = planeCentre(shell).y
  const isUsable = centre > south && centre < north // a line that crosses itself may have it anywhere
  const { width, point } = widest(largest, clearOfCorners(largest, isUsable ? centre : middle))
  if (width > 0) return point
  return shell[0] ?? [NaN, NaN]
}
