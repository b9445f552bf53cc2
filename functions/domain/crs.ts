import { fromSrgi2013 } from './crs-srgi.ts'
import { fromPlane, fromWebMercator, type TransverseMercator } from './crs-projection.ts'

/** A coordinate reference system in which surveys in Indonesia are delivered. */
export interface Crs {
  epsg: number
  name: string
  kind: 'degrees' | 'tm-3' | 'utm' | 'web-mercator'
  /** True where the datum is SRGI2013, some 0.3 m from WGS 84 by EPSG; all others are taken as equal. */
  isSrgi2013: boolean
  /** The plane of `tm-3` and `utm`. */
  projection?: TransverseMercator
}

const TM3: Crs[] = Array.from({ length: 16 }, (_, i) => ({
  epsg: 23830 + i,
  name: `DGN95 / Indonesia TM-3 zone ${46 + Math.floor((i + 1) / 2)}.${i % 2 === 0 ? 2 : 1}`,
  kind: 'tm-3',
  isSrgi2013: false,
  projection: {
    centralMeridian: 94.5 + 3 * i,
    scale: 0.9999,
    falseEasting: 200_000,
    falseNorthing: 1_500_000,
  },
}))

function utm(
  datum: string,
  firstEpsg: number,
  first: number,
  last: number,
  side: 'N' | 'S',
): Crs[] {
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    epsg: firstEpsg + i,
    name: `${datum} / UTM zone ${first + i}${side}`,
    kind: 'utm',
    isSrgi2013: datum === 'SRGI2013',
    projection: {
      centralMeridian: 6 * (first + i) - 183,
      scale: 0.9996,
      falseEasting: 500_000,
      falseNorthing: side === 'N' ? 0 : 10_000_000,
    },
  }))
}

/**
 * Every system that is read, from the EPSG dataset. DGN95 agrees with WGS 84 to about a metre and EPSG
 * transforms it by nothing, so its ordinates go over as they are.
 */
export const CRS: readonly Crs[] = [
  { epsg: 4326, name: 'WGS 84', kind: 'degrees', isSrgi2013: false },
  { epsg: 9470, name: 'SRGI2013', kind: 'degrees', isSrgi2013: true },
  { epsg: 4755, name: 'DGN95', kind: 'degrees', isSrgi2013: false },
  ...TM3,
  ...utm('WGS 84', 32646, 46, 54, 'N'),
  ...utm('WGS 84', 32746, 46, 54, 'S'),
  ...utm('DGN95', 23866, 46, 52, 'N'),
  ...utm('DGN95', 23877, 47, 54, 'S'),
  ...utm('SRGI2013', 9476, 46, 52, 'N'),
  ...utm('SRGI2013', 9487, 47, 54, 'S'),
  { epsg: 3857, name: 'WGS 84 / Pseudo-Mercator', kind: 'web-mercator', isSrgi2013: false },
]

const BY_EPSG = new Map(CRS.map((crs) => [crs.epsg, crs]))

/** The system of an EPSG code; undefined for one that is not read here. */
export const findCrs = (epsg: number): Crs | undefined => BY_EPSG.get(epsg)

/** Beyond this a plane tells nothing, in metres; eight times round the Earth. */
const FARTHEST = 3e8

function degreesOf([x, y]: readonly [number, number], crs: Crs): [number, number] {
  if (crs.kind === 'degrees') return [x, y]
  return crs.projection ? fromPlane([x, y], crs.projection) : fromWebMercator([x, y])
}

/** Whether ordinates in a system are WGS 84 degrees already, so that none of their digits changes. */
export const isAsIs = ({ kind, isSrgi2013 }: Crs): boolean => kind === 'degrees' && !isSrgi2013

/**
 * WGS 84 longitude and latitude in degrees of ordinates in a system, x (east) first; null where the
 * ordinates mean no place there. Degrees are handed on whatever they are.
 *
 * Within a hundredth of a millimetre of PROJ's cs2cs (see the test).
 */
export function toWgs84(ordinates: readonly [number, number], crs: Crs): [number, number] | null {
  if (isAsIs(crs)) return [...ordinates]
  if (crs.kind !== 'degrees' && ordinates.some((each) => !(Math.abs(each) < FARTHEST))) return null
  const place = degreesOf(ordinates, crs)
  if (!place.every(Number.isFinite) || Math.abs(place[0]) > 540) return null
  const isPlace = Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90 // else swapped degrees
  return crs.isSrgi2013 && isPlace ? fromSrgi2013(place) : place
}
