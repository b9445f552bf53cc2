import fc from 'fast-check'
import geodesic from 'geographiclib-geodesic'
import { expect, test } from 'vitest'
import type { Boundary, Position } from '../../functions/domain/boundary.ts'
import { dayOfPhoto, gradePhoto, metresFrom } from '../../functions/domain/evidence.ts'
import { squareAt } from '../fixtures/parcels.ts'

const WGS84 = geodesic.Geodesic.WGS84
const metres = ([x, y]: Position, [lng, lat]: Position): number =>
  WGS84.Inverse(y, x, lat, lng).s12!

/** The least distance to any point of a ring, each edge cut into 2,000. */
function leastByGeographicLib(ring: readonly Position[], place: Position): number {
  let least = Infinity
  for (let i = 1; i < ring.length; i += 1) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1]!, ring[i]!]
    for (let step = 0; step <= 2000; step += 1) {
      const share = step / 2000
      least = Math.min(least, metres(place, [x1 + share * (x2 - x1), y1 + share * (y2 - y1)]))
    }
  }
  return least
}

test('the distance to a boundary agrees with GeographicLib across Indonesia', () => {
  const degrees = (min: number, max: number) =>
    fc.double({ min, max, noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(
      degrees(95, 141),
      degrees(-11, 6),
      degrees(0.0005, 0.02),
      degrees(-0.1, 0.1),
      degrees(-0.1, 0.1),
      (west, south, side, east, north) => {
        const square = squareAt(west, south, side)
        const place: Position = [west + east, south + north]
        const isInside = east > 0 && east < side && north > 0 && north < side
        const ring = (square.coordinates as Position[][])[0]!
        const expected = isInside ? 0 : leastByGeographicLib(ring, place)
        const wrong = Math.abs(metresFrom(square, place) - expected)
        expect(wrong).toBeLessThanOrEqual(expected * 1e-4 + 0.02)
      },
    ),
    { numRuns: 25, seed: 7 },
  )
})

test('a hole is outside, and of several parts the nearest counts', () => {
  const ring = (boundary: Boundary) => (boundary.coordinates as Position[][])[0]!
  const outer = ring(squareAt(98.48, 3.6, 0.01))
  const hole = ring(squareAt(98.484, 3.604, 0.002))
  const holed: Boundary = { type: 'Polygon', coordinates: [outer, [...hole].reverse()] }
  const middle: Position = [98.485, 3.605]
  expect(metresFrom(holed, [98.481, 3.601])).toBe(0)
  expect(metresFrom(holed, middle)).toBeCloseTo(leastByGeographicLib(hole, middle), 1)
  const far = ring(squareAt(98.6, 3.6, 0.001))
  const parts: Boundary = { type: 'MultiPolygon', coordinates: [[far], [outer]] }
  expect(metresFrom(parts, [98.481, 3.601])).toBe(0)
  const between: Position = [98.599, 3.6005]
  expect(metresFrom(parts, between)).toBeCloseTo(leastByGeographicLib(far, between), 1)
})

const square = squareAt(98.48, 3.6)
/** A point so many metres west of the square, half way up. */
const westOf = (far: number): { lng: number; lat: number } => {
  const { lat2, lon2 } = WGS84.Direct(3.6005, 98.48, -90, far)
  return { lng: lon2!, lat: lat2! }
}
const given = { boundary: square, today: '2026-11-23', isReused: false }
const EXIF = { at: '2026-11-20T09:30:00' }

test('grades: position of the phone, then EXIF, then word alone', () => {
  const fix = { lng: 98.4805, lat: 3.6005, accuracyM: 8 }
  const place = { lng: 98.4805, lat: 3.6005 }
  expect(gradePhoto({ taken: { fix }, exif: { ...EXIF, ...place } }, given)).toEqual({
    grade: 'posisi',
    distanceM: 0,
  })
  expect(gradePhoto({ exif: { ...EXIF, ...place } }, given)).toEqual({
    grade: 'exif',
    distanceM: 0,
  })
  expect(gradePhoto({ exif: EXIF }, given)).toEqual({ grade: 'exif' })
  expect(gradePhoto({ taken: { at: '2026-11-20T02:30:00.000Z' } }, given)).toEqual({
    grade: 'pernyataan',
  })
  expect(gradePhoto({}, given)).toEqual({ grade: 'pernyataan' })
})

test('a fix less sure than 200 m tells no place: the EXIF does, if any', () => {
  const fix = { lng: 98.5, lat: 3.7, accuracyM: 1500 }
  expect(gradePhoto({ taken: { fix } }, given)).toEqual({ grade: 'pernyataan' })
  expect(gradePhoto({ taken: { fix }, exif: { lng: 98.4805, lat: 3.6005 } }, given)).toEqual({
    grade: 'exif',
    distanceM: 0,
  })
})

test('50 m and what the phone is unsure of lie between evidence and doubt', () => {
  const by = (far: number, accuracyM: number) =>
    gradePhoto({ taken: { fix: { ...westOf(far), accuracyM } } }, given)
  expect(by(49, 0)).toEqual({ grade: 'posisi', distanceM: 49 })
  expect(by(51, 0)).toEqual({ grade: 'posisi', distanceM: 51, doubts: ['place'] })
  expect(by(69, 20)).toEqual({ grade: 'posisi', distanceM: 69 })
  expect(by(71, 20)).toEqual({ grade: 'posisi', distanceM: 71, doubts: ['place'] })
})

test('without a boundary no distance is told', () => {
  const exif = { lng: 98.4805, lat: 3.6005 }
  expect(gradePhoto({ exif }, { ...given, boundary: null })).toEqual({ grade: 'exif' })
})

test('a day to come, a time that is none and a file used before are doubted', () => {
  expect(gradePhoto({ exif: { at: '2026-11-24T00:00:00' } }, given).doubts).toEqual(['time'])
  expect(gradePhoto({ exif: { isTimeUnreadable: true } }, given).doubts).toEqual(['time'])
  // 23 November ends at 17:00 UTC in Jakarta
  expect(gradePhoto({ taken: { at: '2026-11-23T16:59:00.000Z' } }, given).doubts).toBe(undefined)
  expect(gradePhoto({ taken: { at: '2026-11-23T17:00:00.000Z' } }, given).doubts).toEqual(['time'])
  expect(gradePhoto({}, { ...given, isReused: true }).doubts).toEqual(['reused'])
  expect(
    gradePhoto(
      { exif: { at: '2027-01-01T00:00:00', ...westOf(400) } },
      { ...given, isReused: true },
    ).doubts,
  ).toEqual(['place', 'time', 'reused'])
})

test('EXIF that contradicts the phone is doubted, of a day more than one off or of another place', () => {
  const fix = { lng: 98.4805, lat: 3.6005, accuracyM: 20 }
  const taken = { at: '2026-11-20T02:30:00.000Z', fix }
  const by = (exif: object) => gradePhoto({ taken, exif }, given).doubts
  expect(by({ at: '2023-11-20T09:30:00' })).toEqual(['time'])
  expect(by({ at: '2026-11-18T23:59:59' })).toEqual(['time'])
  expect(by({ at: '2026-11-19T00:00:00' })).toBe(undefined) // a camera that keeps another zone
  expect(by({ at: '2026-11-21T23:59:59' })).toBe(undefined)
  expect(by({ ...EXIF, ...westOf(69) })).toBe(undefined) // 50 m and the 20 m of the phone
  expect(by({ ...EXIF, ...westOf(900) })).toEqual(['place'])
})

test('the day of a photo is that of Jakarta, by the phone before the EXIF', () => {
  expect(dayOfPhoto({ taken: { at: '2026-11-19T18:00:00.000Z' }, exif: EXIF })).toBe('2026-11-20')
  expect(dayOfPhoto({ exif: { at: '2026-11-18T23:59:59' } })).toBe('2026-11-18')
  expect(dayOfPhoto({})).toBe(undefined)
})
