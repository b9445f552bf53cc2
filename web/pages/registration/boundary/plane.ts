import { CRS, type Crs, toWgs84 } from '../../../../functions/domain/crs.ts'
import { toPlane } from '../../../../functions/domain/crs-projection.ts'
import type { Position } from '../../../../functions/domain/boundary.ts'
import { tm3Zone } from '../../../../functions/domain/tm3.ts'
import { roundDegrees } from './corners.ts'

/** A system in which the corners can be written: degrees, or a plane in metres. */
export type TableSystem = Crs

const DEGREES = CRS[0] as Crs // WGS 84

/** The systems to write corners in near a place: degrees, its TM-3 zone, its UTM zones. */
export function systemsAt(place: Position | undefined): TableSystem[] {
  if (!place) return [DEGREES]
  const [lng, lat] = place
  const utm = (lat < 0 ? 32700 : 32600) + Math.floor((lng + 180) / 6) + 1
  const wanted = [tm3Zone(lng).epsg, utm]
  return [DEGREES, ...wanted.flatMap((code) => CRS.find(({ epsg }) => epsg === code) ?? [])]
}

/** A corner's ordinates in a system: degrees, or metres to the millimetre. */
export function toSystem(corner: Position, { projection }: TableSystem): [number, number] {
  if (!projection) return corner
  const [x, y] = toPlane(corner, projection)
  return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000]
}

/** The corner that ordinates of a system mean; null where they mean no place. */
export function fromSystem(ordinates: Position, system: TableSystem): Position | null {
  const place = toWgs84(ordinates, system)
  return place && (system.projection ? [roundDegrees(place[0]), roundDegrees(place[1])] : place)
}
