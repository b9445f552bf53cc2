import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, boxAround, boxesMeet, boxOf } from '../../functions/domain/box.ts'
import {
  cellAround,
  cellCount,
  cellOf,
  cellsOf,
  codeOf,
  codeOfKey,
  keyOfCode,
  quadkeyOf,
  quarters,
  rangeOfQuadkey,
  rectOf,
  rectOfRange,
  rectsMeet,
  zoomOf,
} from '../../functions/domain/quadkey.ts'
import { squareAt } from '../fixtures/parcels.ts'

const place = fc.record({
  lng: fc.double({ min: 95, max: 141, noNaN: true }),
  lat: fc.double({ min: -11, max: 6, noNaN: true }),
  width: fc.double({ min: 0, max: 0.5, noNaN: true }),
  height: fc.double({ min: 0, max: 0.5, noNaN: true }),
})
const box = place.map(({ lng, lat, width, height }): Box =>
  boxAround([lng, lat, lng + width, lat + height]),
)
const column = fc.integer({ min: 0, max: 2 ** 24 - 1 })

describe('quadkeys', () => {
  // Expected: Bing Maps Tile System, the worked example of tile (3, 5) at level 3.
  test('a tile has the digits that map tiles have', () => {
    const size = 2 ** 21
    expect(quadkeyOf(codeOf(3 * size, 5 * size), 3)).toBe('213')
  })

  // Expected: tile 9/408/258 of the slippy map holds Jakarta's Monas, 106.8272 E 6.1754 S:
  // x = (106.8272 + 180) / 360 * 512 = 407.9, y = (1 - asinh(tan(-6.1754°)) / pi) / 2 * 512 = 264.8.
  test('a place lies in the tile that map tiles give it', () => {
    const rect = rectOf(boxAround([106.8272, -6.1754, 106.8272, -6.1754]))
    expect([Math.floor(rect.west / 2 ** 15), Math.floor(rect.north / 2 ** 15)]).toEqual([407, 264])
  })

  test('codes and cells are two names of one thing, and sort as their keys do', () => {
    fc.assert(
      fc.property(column, column, column, column, (x, y, x2, y2) => {
        const [code, other] = [codeOf(x, y), codeOf(x2, y2)]
        expect(cellOf(code)).toEqual({ column: x, row: y })
        expect(codeOfKey(keyOfCode(code))).toBe(code)
        expect(keyOfCode(code)).toHaveLength(24)
        expect(keyOfCode(code) < keyOfCode(other)).toBe(code < other)
      }),
    )
  })

  test('a cell is a range: its quarters tile it, its rectangle is square', () => {
    fc.assert(
      fc.property(column, column, fc.integer({ min: 1, max: 23 }), (x, y, zoom) => {
        const cell = cellAround(codeOf(x, y), zoom)
        expect(zoomOf(cell)).toBe(zoom)
        expect(rangeOfQuadkey(quadkeyOf(cell.start, zoom))).toEqual(cell)
        const four = quarters(cell)
        expect(four[0]!.start).toBe(cell.start)
        expect(four[3]!.end).toBe(cell.end)
        for (const i of [1, 2, 3]) expect(four[i]!.start).toBe(four[i - 1]!.end + 1)
        const { west, east, north, south } = rectOfRange(cell)
        expect([east - west + 1, south - north + 1]).toEqual([2 ** (24 - zoom), 2 ** (24 - zoom)])
        expect(rectsMeet(rectOfRange(cell), { west: x, east: x, north: y, south: y })).toBe(true)
      }),
    )
  })
})

describe('boxes', () => {
  test('a box holds every corner', () => {
    fc.assert(
      fc.property(place, ({ lng, lat, width }) => {
        const [west, south, east, north] = boxOf(squareAt(lng, lat, width + 1e-9))
        for (const [x, y] of squareAt(lng, lat, width + 1e-9).coordinates[0] as [
          number,
          number,
        ][]) {
          expect(west / 1e7 <= x && x <= east / 1e7).toBe(true)
          expect(south / 1e7 <= y && y <= north / 1e7).toBe(true)
        }
      }),
    )
  })

  test('boxes that meet have a cell in common at every zoom', () => {
    fc.assert(
      fc.property(box, box, fc.integer({ min: 0, max: 3 }), (a, b, edge) => {
        // moved so that the two touch at an edge of the first
        const shift = edge % 2 === 0 ? a[2] - b[0] : 0
        const lift = edge > 1 ? a[3] - b[1] : 0
        const moved: Box = [b[0] + shift, b[1] + lift, b[2] + shift, b[3] + lift]
        if (!boxesMeet(a, moved)) return
        expect(rectsMeet(rectOf(a), rectOf(moved))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test('the cells of a box are those that it touches, in order', () => {
    fc.assert(
      fc.property(box, fc.integer({ min: 8, max: 14 }), (around, zoom) => {
        const rect = rectOf(around)
        if (cellCount(rect, zoom) > 500) return
        const cells = cellsOf(rect, zoom)
        expect(cells).toHaveLength(cellCount(rect, zoom))
        for (const [i, cell] of cells.entries()) {
          expect(rectsMeet(rectOfRange(cell), rect)).toBe(true)
          if (i > 0) expect(cell.start).toBeGreaterThan(cells[i - 1]!.end)
        }
      }),
    )
  })

  test('what lies outside the waters of Indonesia counts to the cells at their edge', () => {
    expect(rectOf(boxAround([0, 50, 10, 60]))).toEqual(
      rectOf(boxAround([92.01, 7.79, 92.01, 7.79])),
    )
  })
})
