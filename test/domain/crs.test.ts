import { readFileSync } from 'node:fs'
import geodesic from 'geographiclib-geodesic'
import { expect, test } from 'vitest'
import { CRS, findCrs, toWgs84 } from '../../functions/domain/crs.ts'
import { fromPlane, toPlane } from '../../functions/domain/crs-projection.ts'

/**
 * Expected values of cs2cs (PROJ 9.1.1, EPSG 10.076): for every system four places spread over its area
 * of use, cut to Indonesia's waters, by `cs2cs -f %.12f EPSG:<epsg> OGC:CRS84`. Degrees are given
 * longitude first here, while cs2cs takes them in the order of the system.
 */
const lines = readFileSync(new URL('../fixtures/boundaries/cs2cs.csv', import.meta.url), 'utf8')
const expected = lines
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number) as [number, number, number, number, number])

const metresApart = (a: readonly [number, number], b: readonly [number, number]): number =>
  geodesic.Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0]).s12 ?? NaN

test('every system that is read has its expected values', () => {
  const known = new Set(expected.map(([epsg]) => epsg))
  expect(CRS.filter(({ epsg }) => !known.has(epsg))).toEqual([])
  expect([...known].filter((epsg) => !findCrs(epsg))).toEqual([])
})

test('places agree with cs2cs to a hundredth of a millimetre', () => {
  const wrong = expected.filter(([epsg, x, y, lng, lat]) => {
    const found = toWgs84([x, y], findCrs(epsg)!)
    return !found || !(metresApart(found, [lng, lat]) < 0.00001)
  })
  expect(wrong).toEqual([])
})

test('a plane leads back to where it came from', () => {
  for (const { projection } of CRS) {
    if (!projection) continue
    for (let off = -4; off <= 4; off += 1)
      for (let lat = -13; lat <= 8; lat += 3) {
        const place = [projection.centralMeridian + off, lat] as [number, number]
        expect(metresApart(fromPlane(toPlane(place, projection), projection), place)).toBeLessThan(1e-7) // prettier-ignore
      }
  }
})

test.each([
  ['NaN', [NaN, 1_500_000]],
  ['Infinity', [200_000, Infinity]],
  ['far beyond the Earth', [1e300, -1e300]],
  ['far beyond the Earth to the north', [200_000, 1e12]],
] as const)('ordinates that are no place give none: %s', (_, ordinates) => {
  expect(toWgs84(ordinates, findCrs(23835)!)).toBeNull()
})

test('degrees keep all their digits', () => {
  expect(toWgs84([108.47448246555638, -6.757905455984146], findCrs(4326)!)).toEqual([
    108.47448246555638, -6.757905455984146,
  ])
})
