type Degrees = [lng: number, lat: number]
type Vector = [x: number, y: number, z: number]

/** WGS 84, whose ellipsoid SRGI2013 shares: semi-major axis in metres, first eccentricity squared. */
const A = 6_378_137
const F = 1 / 298.257223563
const E2 = F * (2 - F)

/**
 * DGN95 to SRGI2013 (EPSG 9472, coordinate frame): metres, radians, parts of one. EPSG
 * leads from SRGI2013 to WGS 84 only by way of DGN95, which it equates with WGS 84.
 */
const SHIFT: Vector = [-0.2773, 0.0534, 0.4819]
const TURN: Vector = [0.0935e-6, -0.0286e-6, 0.00969e-6]
const SCALE = -0.028e-6

const radians = (degrees: number): number => (degrees * Math.PI) / 180
const degrees = (angle: number): number => (angle * 180) / Math.PI

/** Metres from the middle of the Earth of a place on the ellipsoid. */
function toCentre([lng, lat]: Readonly<Degrees>): Vector {
  const [lambda, phi] = [radians(lng), radians(lat)]
  const normal = A / Math.sqrt(1 - E2 * Math.sin(phi) ** 2)
  const across = normal * Math.cos(phi)
  return [across * Math.cos(lambda), across * Math.sin(lambda), normal * (1 - E2) * Math.sin(phi)]
}

/** The place above or below which such a point lies. */
function fromCentre([x, y, z]: Vector): Degrees {
  const across = Math.hypot(x, y)
  let phi = Math.atan2(z, across * (1 - E2))
  for (let i = 0; i < 4; i += 1) {
    const normal = A / Math.sqrt(1 - E2 * Math.sin(phi) ** 2)
    phi = Math.atan2(z + E2 * normal * Math.sin(phi), across)
  }
  return [degrees(Math.atan2(y, x)), degrees(phi)]
}

/**
 * WGS 84 longitude and latitude in degrees of those in SRGI2013, some 0.3 m apart: what PROJ does
 * with EPSG's parameters, to less than a hundredth of a millimetre.
 */
export function fromSrgi2013(place: Readonly<Degrees>): Degrees {
  const [x, y, z] = toCentre(place)
  const [rx, ry, rz] = TURN
  const [u, v, w] = [x - SHIFT[0], y - SHIFT[1], z - SHIFT[2]].map((each) => each / (1 + SCALE)) as Vector // prettier-ignore
  return fromCentre([u - rz * v + ry * w, rz * u + v - rx * w, -ry * u + rx * v + w])
}
