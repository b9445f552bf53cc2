import fc from 'fast-check'
import proj4 from 'proj4'
import { expect, test } from 'vitest'
import { areaOf } from '../../functions/domain/area.ts'
import { tm3AreaOf, tm3Zone, toTm3 } from '../../functions/domain/tm3.ts'
import { anyPlace, polygon, square, starOf } from '../fixtures/shapes.ts'

// EPSG registry: DGN95 / Indonesia TM-3 zone 46.2 is 23830, and so on.
test.each([
  { lng: 95.3, epsg: 23830, name: '46.2', centralMeridian: 94.5 },
  { lng: 90, epsg: 23830, name: '46.2', centralMeridian: 94.5 },
  { lng: 96, epsg: 23831, name: '47.1', centralMeridian: 97.5 },
  { lng: 98.6, epsg: 23831, name: '47.1', centralMeridian: 97.5 },
  { lng: 99.5, epsg: 23832, name: '47.2', centralMeridian: 100.5 },
  { lng: 106.8, epsg: 23834, name: '48.2', centralMeridian: 106.5 },
  { lng: 108.47, epsg: 23835, name: '49.1', centralMeridian: 109.5 },
  { lng: 121.33, epsg: 23839, name: '51.1', centralMeridian: 121.5 },
  { lng: 140.7, epsg: 23845, name: '54.1', centralMeridian: 139.5 },
  { lng: 141.2, epsg: 23845, name: '54.1', centralMeridian: 139.5 },
])('$lng° east is in zone $name', ({ lng, ...zone }) => {
  expect(tm3Zone(lng)).toEqual(zone)
})

// Expected: cs2cs of PROJ, from EPSG:4755 to the zone.
test.each([
  { lng: 106.8, lat: -6.2, meridian: 106.5, east: 233_198.639, north: 814_471.853 },
  { lng: 99.5, lat: 0.5, meridian: 100.5, east: 88_690.163, north: 1_555_290.101 },
  { lng: 95.3, lat: 5.5, meridian: 94.5, east: 288_642.306, north: 2_108_175.739 },
  { lng: 140.7, lat: -2.5, meridian: 139.5, east: 333_453.537, north: 1_223_529.227 },
  { lng: 121.33, lat: -2, meridian: 121.5, east: 181_089.001, north: 1_278_871.682 },
  { lng: 123, lat: -10, meridian: 121.5, east: 364_460.374, north: 393_881.862 },
])('$lng, $lat is where cs2cs puts it, to a millimetre', ({ lng, lat, meridian, east, north }) => {
  const [easting, northing] = toTm3([lng, lat], tm3Zone(meridian))
  expect(Math.abs(easting - east)).toBeLessThan(0.001)
  expect(Math.abs(northing - north)).toBeLessThan(0.001)
})

test('anywhere in Indonesia it agrees with proj4 to a tenth of a millimetre', () => {
  fc.assert(
    fc.property(anyPlace, ([lng, lat]) => {
      const zone = tm3Zone(lng)
      const [east = 0, north = 0] = proj4(
        `+proj=tmerc +lat_0=0 +lon_0=${zone.centralMeridian} +k=0.9999 +x_0=200000 +y_0=1500000 +ellps=WGS84`,
      ).forward([lng, lat])
      const [easting, northing] = toTm3([lng, lat], zone)
      expect(Math.hypot(easting - east, northing - north)).toBeLessThan(1e-4)
    }),
    { seed: 3, numRuns: 1000 },
  )
})

test('the plane area is the true one times the scale of the place, squared', () => {
  fc.assert(
    fc.property(starOf(200), (parcel) => {
      const plane = tm3AreaOf(parcel)!
      // k = 0.9999 on the meridian; 1.5° or 167 km off it, 1 + (167 / 6357)² / 2 times that
      const ratio = plane.m2 / areaOf(parcel)!
      expect(ratio).toBeGreaterThan(0.9999 ** 2 - 1e-6)
      expect(ratio).toBeLessThan((0.9999 * 1.000346) ** 2)
    }),
    { seed: 3, numRuns: 300 },
  )
})

test('a hole is taken off, and beyond Indonesia there is no zone', () => {
  const outer = tm3AreaOf(polygon(square(106, -6, 0.01)))!
  const inner = tm3AreaOf(polygon(square(106.002, -5.998, 0.001)))!
  const both = tm3AreaOf(polygon(square(106, -6, 0.01), square(106.002, -5.998, 0.001)))!
  expect(both.m2).toBeCloseTo(outer.m2 - inner.m2, 6)
  expect(both.zone.name).toBe('48.2')
  expect(tm3AreaOf(polygon(square(-6, 106, 0.01)))).toBeNull()
  expect(tm3AreaOf(polygon(square(5, 52, 0.01)))).toBeNull()
})
