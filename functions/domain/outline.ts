import { type Boundary, isOnEarth, partsOf, type Polygon, type Position } from './boundary.ts'
import { simplify } from './simplify.ts'
import { pushVarint } from './varint.ts'

/** At most so many corners stand in an outline, the closing one not counted. */
export const OUTLINE_CORNERS = 16

/** Ordinates are kept as whole numbers of 1e-7 degree, which is 11 mm. */
const SCALE = 1e7

/** A small picture of a boundary for lists and cells, and whether it is the whole boundary. */
export interface Outline {
  /** Empty where there is nothing to draw: a corner that is no longitude and latitude. */
  bytes: Uint8Array
  /** True when decoding gives the very corners of the boundary. */
  exact: boolean
}

function largestShell(boundary: Boundary): Position[] {
  let [largest, most]: [Position[], number] = [[], -1]
  for (const [shell = []] of partsOf(boundary)) {
    const [x0, y0] = shell[0] ?? [0, 0]
    let area = 0
    for (let i = 1; i < shell.length; i++) {
      const [[ax, ay], [bx, by]] = [shell[i - 1]!, shell[i]!]
      area += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    }
    if (Math.abs(area) > most) [largest, most] = [shell, Math.abs(area)]
  }
  return largest
}

/**
 * The outline of a boundary: the outer ring of its largest part with at most 16 corners, in about 80
 * bytes: differences of ordinates in units of 1e-7 degree, longitude first, as zigzag varints.
 */
export function outlineOf(boundary: Boundary): Outline {
  if (!isOnEarth(boundary)) return { bytes: new Uint8Array(), exact: false }
  const parts = partsOf(boundary)
  const corners = largestShell(boundary).slice(0, -1)
  const kept = simplify(corners, OUTLINE_CORNERS)
  const bytes: number[] = []
  let isExact = parts.length === 1 && parts[0]!.length === 1 && kept.length === corners.length
  let [lastX, lastY] = [0, 0]
  for (const [lng, lat] of kept) {
    const [x, y] = [Math.round(lng * SCALE), Math.round(lat * SCALE)]
    if (x / SCALE !== lng || y / SCALE !== lat) isExact = false
    pushVarint(bytes, x - lastX)
    pushVarint(bytes, y - lastY)
    ;[lastX, lastY] = [x, y]
  }
  return { bytes: Uint8Array.from(bytes), exact: isExact }
}

/** The polygon that `outlineOf` wrote; null when it found nothing to draw. */
export function decodeOutline(bytes: Uint8Array): Polygon | null {
  const ordinates: number[] = []
  let [value, weight] = [0, 1]
  for (const byte of bytes) {
    value += (byte % 128) * weight
    weight *= 128
    if (byte >= 128) continue
    ordinates.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2)
    ;[value, weight] = [0, 1]
  }
  const ring: Position[] = []
  let [x, y] = [0, 0]
  for (let i = 0; i + 1 < ordinates.length; i += 2) {
    x += ordinates[i]!
    y += ordinates[i + 1]!
    ring.push([x / SCALE, y / SCALE])
  }
  const [first] = ring
  return first ? { type: 'Polygon', coordinates: [[...ring, [...first]]] } : null
}
