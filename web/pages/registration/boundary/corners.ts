import {
  type Boundary,
  partsOf,
  type Polygon,
  type Position,
  type Ring,
} from '../../../../functions/domain/boundary.ts'

/**
 * Read one ordinate, in degrees or metres, with a decimal point or comma; where both occur the last
 * one is the decimal sign. Undefined when it is no number.
 */
export function readOrdinate(text: string): number | undefined {
  const plain = text.trim().replace(/[−–]/, '-').replace(/°$/, '').replace(/\s/g, '')
  const decimal = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'))
  const whole = plain.slice(0, decimal < 0 ? undefined : decimal)
  const isGrouped = /^[+-]?\d{1,3}([.,]\d{3})+$/.test(whole)
  const number = (isGrouped ? whole.replace(/[.,]/g, '') : whole) + plain.slice(whole.length)
  return /^[+-]?\d+([.,]\d+)?$/.test(number) ? Number(number.replace(',', '.')) : undefined
}

/** Corners without the closing one that repeats the first. */
export function openOf(ring: readonly Position[]): Position[] {
  const [first] = ring
  const last = ring.at(-1)
  const closed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
  return closed ? ring.slice(0, -1) : [...ring]
}

/** A closed ring from corners. */
export const closedOf = (corners: readonly Position[]): Ring =>
  corners[0] ? [...corners, corners[0]] : []

/** A polygon from the corners of its outer edge. */
export const polygonOf = (corners: readonly Position[]): Polygon => ({
  type: 'Polygon',
  coordinates: [closedOf(corners)],
})

/** A boundary from parts; one part makes a polygon, none makes nothing. */
export function boundaryOf(parts: Ring[][]): Boundary | null {
  const [first] = parts
  if (!first) return null
  return parts.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: parts }
}

/** The same boundary with one ring replaced. */
export function withRing(boundary: Boundary, part: number, ring: number, corners: Position[]) {
  return boundaryOf(
    partsOf(boundary).map((rings, p) =>
      rings.map((old, r) => (p === part && r === ring ? closedOf(corners) : old)),
    ),
  )
}

/** A boundary with another one's parts beside its own. */
export const joined = (one: Boundary, other: Boundary): Boundary | null =>
  boundaryOf([...partsOf(one), ...partsOf(other)])

/** Every corner with longitude and latitude exchanged. */
export const swapped = (boundary: Boundary): Boundary | null =>
  boundaryOf(
    partsOf(boundary).map((rings) => rings.map((ring) => ring.map(([a, b]): Position => [b, a]))),
  )

/** Degrees to about a millimetre, without tails of digits that no survey has. */
export const roundDegrees = (degrees: number): number => Math.round(degrees * 1e8) / 1e8
