/** An ellipsoidal transverse Mercator projection over WGS 84, as TM-3 and UTM are. */
export interface TransverseMercator {
  /** In degrees east. */
  centralMeridian: number
  scale: number
  /** In metres. */
  falseEasting: number
  /** In metres. */
  falseNorthing: number
}

/** Easting and northing, or x and y, in metres. */
export type Plane = [x: number, y: number]
type Degrees = [lng: number, lat: number]

/** WGS 84, which DGN95 and SRGI2013 use as well: semi-major axis in metres and third flattening. */
const A = 6_378_137
const F = 1 / 298.257223563
const N = F / (2 - F)
const E = Math.sqrt(F * (2 - F))

/** Radius of the rectifying sphere in metres. */
const RADIUS = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64)

/** Krüger's series, to the fourth order of N: the remainder is below a thousandth of a millimetre. */
const FORWARD = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49561 * N ** 4) / 161280,
] as const
const BACK = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840,
  (4397 * N ** 4) / 161280,
] as const

const radians = (degrees: number): number => (degrees * Math.PI) / 180
const degrees = (angle: number): number => (angle * 180) / Math.PI

/** Tangent of the conformal latitude from the tangent of the geographic one. */
function conformalTangent(tau: number): number {
  const secant = Math.hypot(1, tau)
  const sigma = Math.sinh(E * Math.atanh((E * tau) / secant))
  return tau * Math.hypot(1, sigma) - sigma * secant
}

/** The inverse of `conformalTangent`, by Newton's method: three steps reach the last digit. */
function geographicTangent(conformal: number): number {
  let tau = conformal / (1 - E * E)
  for (let i = 0; i < 4; i += 1) {
    const found = conformalTangent(tau)
    tau +=
      ((conformal - found) / Math.hypot(1, found)) *
      ((1 + (1 - E * E) * tau * tau) / ((1 - E * E) * Math.hypot(1, tau)))
  }
  return tau
}

/**
 * Easting and northing in metres of a longitude and latitude in degrees, to less than a thousandth
 * of a millimetre within 3,000 km of the central meridian.
 *
 * Source: Karney, Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85 (2011).
 */
export function toPlane([lng, lat]: Readonly<Degrees>, projection: TransverseMercator): Plane {
  const lambda = radians(lng - projection.centralMeridian)
  const conformal = conformalTangent(Math.tan(radians(lat)))
  const xi = Math.atan2(conformal, Math.cos(lambda))
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(conformal, Math.cos(lambda)))
  let [x, y] = [eta, xi]
  FORWARD.forEach((alpha, i) => {
    const j = 2 * (i + 1)
    x += alpha * Math.cos(j * xi) * Math.sinh(j * eta)
    y += alpha * Math.sin(j * xi) * Math.cosh(j * eta)
  })
  const size = projection.scale * RADIUS
  return [projection.falseEasting + size * x, projection.falseNorthing + size * y]
}

/** Longitude and latitude in degrees of an easting and northing: the inverse of `toPlane`. */
export function fromPlane([east, north]: Readonly<Plane>, projection: TransverseMercator): Degrees {
  const size = projection.scale * RADIUS
  const eta = (east - projection.falseEasting) / size
  const xi = (north - projection.falseNorthing) / size
  let [x, y] = [eta, xi]
  BACK.forEach((beta, i) => {
    const j = 2 * (i + 1)
    x -= beta * Math.cos(j * xi) * Math.sinh(j * eta)
    y -= beta * Math.sin(j * xi) * Math.cosh(j * eta)
  })
  const conformal = Math.sin(y) / Math.hypot(Math.sinh(x), Math.cos(y))
  const lng = projection.centralMeridian + degrees(Math.atan2(Math.sinh(x), Math.cos(y)))
  return [lng, degrees(Math.atan(geographicTangent(conformal)))]
}

/** Longitude and latitude in degrees of Web Mercator metres (EPSG 3857: a sphere of WGS 84's radius). */
export const fromWebMercator = ([x, y]: Readonly<Plane>): Degrees => [
  degrees(x / A),
  degrees(Math.atan(Math.sinh(y / A))),
]
