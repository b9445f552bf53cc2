import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaOf } from '../../functions/domain/area.ts'
import type { Boundary, Position } from '../../functions/domain/boundary.ts'
import { decodeOutline, outlineOf } from '../../functions/domain/outline.ts'
import { closed, polygon, realParcels, square, starOf } from '../fixtures/shapes.ts'

const round = (degrees: number): number => (Math.round(degrees * 1e7) || 0) / 1e7 // never -0

/** A parcel with at most 16 corners, as a file with seven decimals gives it. */
const surveyed = starOf(200)
  .map(({ coordinates: [ring] }) =>
    polygon(ring!.slice(0, -1).map(([lng, lat]): Position => [round(lng), round(lat)])),
  )
  .filter(({ coordinates: [ring] }) => ring!.length <= 17)

test('a parcel of at most 16 corners with seven decimals comes back as it was', () => {
  fc.assert(
    fc.property(surveyed, (parcel) => {
      const { bytes, exact } = outlineOf(parcel)
      expect(exact).toBe(true)
      expect(decodeOutline(bytes)).toEqual(parcel)
      expect(bytes.length).toBeLessThanOrEqual(10 + 15 * 6)
    }),
    { seed: 8, numRuns: 1000 },
  )
})

test('any other comes back within half a unit of 1e-7°, corner by corner', () => {
  fc.assert(
    fc.property(starOf(2000), (parcel) => {
      const { bytes, exact } = outlineOf(parcel)
      expect(exact).toBe(false)
      const [kept] = decodeOutline(bytes)!.coordinates
      expect(kept!.length).toBeLessThanOrEqual(17)
      for (const [lng, lat] of kept!) {
        const near = parcel.coordinates[0]!.some(
          ([x, y]) => Math.abs(x - lng) <= 0.51e-7 && Math.abs(y - lat) <= 0.51e-7,
        )
        expect(near).toBe(true)
      }
    }),
    { seed: 8, numRuns: 500 },
  )
})

test('numbers of every length survive, west and south of zero too', () => {
  const ordinate = (most: number) =>
    fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((units) => units / 1e7)
  const corner = fc.tuple(ordinate(180), ordinate(90))
  fc.assert(
    fc.property(fc.array(corner, { minLength: 3, maxLength: 16 }), (corners) => {
      const parcel = polygon(corners)
      expect(decodeOutline(outlineOf(parcel).bytes)).toEqual(parcel)
    }),
    { seed: 8, numRuns: 1000 },
  )
})

test('corners that carry the shape stay', () => {
  const [sw, se, ne, nw] = square(110, -7, 0.001) as [Position, Position, Position, Position]
  const bumps = Array.from({ length: 40 }, (_, i): Position => [
    110.00002 + i * 0.00002,
    -7 + (i % 2) * 1e-7,
  ])
  const { bytes, exact } = outlineOf(polygon([sw, ...bumps, se, ne, nw]))
  const [ring] = decodeOutline(bytes)!.coordinates
  expect(exact).toBe(false)
  expect(ring).toEqual(expect.arrayContaining([sw, se, ne, nw]))
})

test('the largest part is drawn, and neither parts nor holes make it exact', () => {
  const [small, large] = [square(110, -7, 0.001), square(111, -7, 0.002)]
  const parts: Boundary = { type: 'MultiPolygon', coordinates: [[closed(small)], [closed(large)]] }
  expect(decodeOutline(outlineOf(parts).bytes)).toEqual(polygon(large))
  expect(outlineOf(parts).exact).toBe(false)
  expect(outlineOf(polygon(large, square(111.0005, -6.9995, 0.001))).exact).toBe(false)
  const alone: Boundary = { type: 'MultiPolygon', coordinates: [[closed(large)]] }
  expect(outlineOf(alone).exact).toBe(true)
})

test('there is nothing to draw of what is not on Earth', () => {
  const outline = outlineOf(polygon(square(233_198, 814_471, 100)))
  expect(outline).toEqual({ bytes: new Uint8Array(), exact: false })
  expect(decodeOutline(outline.bytes)).toBeNull()
})

test.skipIf(realParcels.length === 0)('206 real parcels keep 9 tenths of their area', () => {
  for (const parcel of realParcels) {
    const { bytes } = outlineOf(parcel)
    const ratio = areaOf(decodeOutline(bytes)!)! / areaOf(parcel)!
    expect(ratio).toBeGreaterThan(0.9)
    expect(ratio).toBeLessThan(1.1)
    expect(bytes.length).toBeLessThanOrEqual(110)
  }
})
