import {
  type Boundary,
  partsOf,
  type Polygon,
  type Position,
  type Ring,
} from '../../../../functions/domain/boundary.ts'

/** Degrees beyond which a number must be something else, such as metres. */
const isDegrees = ([lng, lat]: Position): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 180

/** What is wrong with one line of pasted text; lines count from 1. */
export interface LineFault {
  line: number
  text: string
  metres: boolean
}

/** Read one ordinate in degrees, with a decimal point or comma; undefined when it is none. */
export function readDegrees(text: string): number | undefined {
  const plain = text.trim().replace(/[−–]/, '-').replace(/°$/, '').replace(',', '.')
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** Split a line into its two ordinates; a number or name of the corner before them is left out. */
function ordinates(line: string): string[] {
  const wide = line
    .trim()
    .split(/\s*[;\t]\s*|\s+/)
    .map((part) => part.replace(/,$/, ''))
  const parts = wide.filter(Boolean)
  if (parts.length === 1) {
    const pieces = line.trim().split(',')
    // "98.49,3.59" has one comma between the two; "98,49,3,59" has one in each as well.
    if (pieces.length === 4) return [`${pieces[0]},${pieces[1]}`, `${pieces[2]},${pieces[3]}`]
    return pieces
  }
  return parts.length === 3 && !/[.,]\d/.test(parts[0] ?? '') ? parts.slice(1) : parts
}

/** Corners from pasted text, one per line: longitude, then latitude, in decimal degrees. */
export function readCorners(text: string): { corners: Position[]; faults: LineFault[] } {
  const corners: Position[] = []
  const faults: LineFault[] = []
  text.split(/\r?\n/).forEach((line, at) => {
    if (!line.trim()) return
    const [lng, lat, ...more] = ordinates(line).map(readDegrees)
    const isPair = lng !== undefined && lat !== undefined && more.length === 0
    const corner: Position = [lng ?? 0, lat ?? 0]
    if (isPair && isDegrees(corner)) corners.push(corner)
    else faults.push({ line: at + 1, text: line.trim().slice(0, 40), metres: isPair })
  })
  return { corners: openOf(corners), faults }
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
