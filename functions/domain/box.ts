import { type Boundary, boundsOf } from './boundary.ts'

/** Ordinates of a box are whole numbers of 1e-7 degree, which is 11 mm. */
export const BOX_SCALE = 1e7

/** `[west, south, east, north]` in whole 1e-7 degrees, rounded outward so that nothing sticks out. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The greatest whole number whose 1e-7 degrees are not above these degrees. */
function below(degrees: number): number {
  const units = Math.round(degrees * BOX_SCALE)
  return units / BOX_SCALE > degrees ? units - 1 : units // judged by the quotient: products are rounded
}

/** The smallest box of whole 1e-7 degrees around bounds in degrees. */
export const boxAround = ([west, south, east, north]: readonly [
  number,
  number,
  number,
  number,
]): Box => [below(west), below(south), -below(-east), -below(-north)]

/** The box of a boundary. */
export const boxOf = (boundary: Boundary): Box => boxAround(boundsOf(boundary))

/** Whether two boxes have a point in common, on their edges too. */
export const boxesMeet = (a: Box, b: Box): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
