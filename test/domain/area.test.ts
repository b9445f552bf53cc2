import fc from 'fast-check'
import geographiclib from 'geographiclib-geodesic'
import proj4 from 'proj4'
import { expect, test } from 'vitest'
import { areaOf, ringArea, toSquareDecimetres } from '../../functions/domain/area.ts'
import type { Boundary, Position, Ring } from '../../functions/domain/boundary.ts'
import { closed, polygon, realParcels, square, starOf } from '../fixtures/shapes.ts'

/** Signed area of a ring by GeographicLib, in m²; its own noise is about 1e-4 m². */
function reference(ring: Ring): number {
  const line = geographiclib.Geodesic.WGS84.Polygon(false)
  for (const [lng, lat] of ring.slice(0, -1)) line.AddPoint(lat, lng)
  return line.Compute(false, true).area ?? NaN
}

/**
 * Signed area in m² by PROJ's transverse Mercator with its central meridian through the parcel, where
 * lengths are true: the reference for parcels below the noise of GeographicLib.
 */
function planeReference(ring: Ring): number {
  const [[lng, lat]] = ring as [Position]
  const plane = proj4(`+proj=tmerc +lat_0=${lat} +lon_0=${lng} +k=1 +ellps=WGS84`)
  const corners = ring.map((position) => plane.forward([...position]))
  return (
    corners.reduce((sum, [x = 0, y = 0], i) => {
      const [nextX = 0, nextY = 0] = corners[(i + 1) % corners.length]!
      return sum + x * nextY - nextX * y
    }, 0) / 2
  )
}

const relative = (got: number, wanted: number): number => Math.abs(got / wanted - 1)

test.each([100, 1_000, 10_000, 100_000, 300_000])(
  'parcels %i m across have the area of GeographicLib, to 1e-6',
  (metres) => {
    fc.assert(
      fc.property(starOf(metres), ({ coordinates: [ring] }) => {
        expect(relative(ringArea(ring!), reference(ring!))).toBeLessThan(1e-6)
      }),
      { seed: 14, numRuns: 500 },
    )
  },
)

test.each([4, 12, 40])('parcels %i m across have the area of a true plane, to 1e-6', (metres) => {
  fc.assert(
    fc.property(starOf(metres), ({ coordinates: [ring] }) => {
      expect(relative(ringArea(ring!), planeReference(ring!))).toBeLessThan(1e-6)
    }),
    { seed: 14, numRuns: 500 },
  )
})

test.each<{ name: string; ring: Position[] }>([
  {
    name: '10 km, one corner more on one side',
    ring: [
      [120, -10.9],
      [120.0454545, -10.89996],
      [120.090909, -10.9],
    ],
  },
  {
    name: '10 km, oblique',
    ring: [
      [101, 5.8],
      [101.032, 5.83196],
      [101.064, 5.864],
    ],
  },
])('a sliver of $name keeps 1e-6', ({ ring }) => {
  expect(relative(ringArea(closed(ring)), reference(closed(ring)))).toBeLessThan(1e-6)
})

test('a clockwise ring counts negative, a hole is taken off, direction does not matter', () => {
  const [outer, inner] = [square(106, -6, 0.01), square(106.002, -5.998, 0.001)]
  const wanted = reference(closed(outer)) - reference(closed(inner))
  expect(ringArea(closed(outer).reverse())).toBeCloseTo(-reference(closed(outer)), 2)
  expect(areaOf(polygon(outer, inner))).toBeCloseTo(wanted, 2)
  expect(areaOf(polygon([...outer].reverse(), inner))).toBeCloseTo(wanted, 2)
})

test('parts add up', () => {
  const [one, other] = [square(106, -6, 0.01), square(120, 1, 0.001)]
  const boundary: Boundary = { type: 'MultiPolygon', coordinates: [[closed(one)], [closed(other)]] }
  expect(areaOf(boundary)).toBeCloseTo(reference(closed(one)) + reference(closed(other)), 2)
})

test.each<{ name: string; corners: Position[]; m2: number | null }>([
  { name: 'swapped ordinates', corners: square(-6, 106, 0.01), m2: null },
  { name: 'metres', corners: square(233_198, 814_471, 100), m2: null },
  {
    name: 'a line',
    corners: [
      [106, -6],
      [107, -6],
      [106, -6],
    ],
    m2: 0,
  },
])('$name: no figure is made up', ({ corners, m2 }) => {
  expect(areaOf(polygon(corners))).toBe(m2)
})

test('areas are whole square decimetres', () => {
  expect(toSquareDecimetres(24_233.504_999)).toBe(24_233.5)
  expect(toSquareDecimetres(0.004)).toBe(0)
})

test.skipIf(realParcels.length === 0)('206 real parcels have the area of GeographicLib', () => {
  for (const parcel of realParcels) {
    if (parcel.type !== 'MultiPolygon') throw new Error('All of them are multipolygons.')
    const wanted = parcel.coordinates.reduce(
      (sum, [shell, ...holes]) =>
        holes.reduce(
          (rest, hole) => rest - Math.abs(reference(hole)),
          sum + Math.abs(reference(shell!)),
        ),
      0,
    )
    expect(relative(areaOf(parcel)!, wanted)).toBeLessThan(1e-6)
  }
})
