import { type Boundary, boundsOf, partsOf, type Position, type Ring } from './boundary.ts'
import { type Plane, toPlane } from './crs-projection.ts'
import { isWithin, WATERS } from './indonesia.ts'
import { labelPoint } from './labelpoint.ts'

/** A zone of DGN95 / Indonesia TM-3, the grid of cadastral maps and certificates. */
export interface Tm3Zone {
  epsg: number
  /** As the land office writes it, such as `49.1`. */
  name: string
  /** In degrees east. */
  centralMeridian: number
}

/** The zone of a longitude in degrees; beyond the country the first or the last one. */
export function tm3Zone(lng: number): Tm3Zone {
  const index = Math.max(0, Math.min(15, Math.floor((lng - 93) / 3)))
  const name = `${46 + Math.floor((index + 1) / 2)}.${index % 2 === 0 ? 2 : 1}`
  return { epsg: 23830 + index, name, centralMeridian: 94.5 + 3 * index }
}

/** TM-3: scale on the central meridian and the false origin in metres (EPSG 23830 to 23845). */
const PLANE = { scale: 0.9999, falseEasting: 200_000, falseNorthing: 1_500_000 }

/**
 * Easting and northing in metres of a longitude and latitude, DGN95 taken as WGS 84 (they agree to
 * about a metre); the projection itself is good to less than a millimetre.
 */
export const toTm3 = (position: Position, { centralMeridian }: Tm3Zone): Plane =>
  toPlane(position, { ...PLANE, centralMeridian })

/** Area in m² within a ring on the plane of the zone, whatever its direction. */
function planeRingArea(ring: Ring, zone: Tm3Zone): number {
  const [first, ...others] = ring
  if (!first) return 0
  const [east0, north0] = toTm3(first, zone) // small differences keep all their digits
  let sum = 0
  let [fromX, fromY] = [0, 0]
  for (const position of others) {
    const [east, north] = toTm3(position, zone)
    const [x, y] = [east - east0, north - north0]
    sum += fromX * y - x * fromY
    ;[fromX, fromY] = [x, y]
  }
  return Math.abs(sum) / 2
}

/**
 * Area in m² on the TM-3 plane, holes taken off, with its zone: the figure that a certificate quotes.
 * The zone is that of the label point. Null where a corner lies beyond Indonesia's waters.
 */
export function tm3AreaOf(boundary: Boundary): { m2: number; zone: Tm3Zone } | null {
  const [west, south, east, north] = boundsOf(boundary)
  if (!isWithin(WATERS, west, south) || !isWithin(WATERS, east, north)) return null
  const zone = tm3Zone(labelPoint(boundary)[0])
  let sum = 0
  for (const [shell = [], ...holes] of partsOf(boundary)) {
    sum += planeRingArea(shell, zone)
    for (const hole of holes) sum -= planeRingArea(hole, zone)
  }
  return { m2: Math.max(0, sum), zone }
}
