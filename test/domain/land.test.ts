import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Boundary, Position } from '../../functions/domain/boundary.ts'
import { labelPoint } from '../../functions/domain/labelpoint.ts'
import { landFindings } from '../../functions/domain/land.ts'
import { closed, polygon, realParcels, square, starOf } from '../fixtures/shapes.ts'
import { contains, isValid } from './geos.ts'

const told = (boundary: Boundary) =>
  landFindings(boundary).map(({ rule, severity, pointer, place }) => ({
    rule,
    severity,
    pointer,
    ...(place && { place }),
  }))

const isRefused = (boundary: Boundary): boolean =>
  landFindings(boundary).some(({ severity }) => severity === 'B')

const hasBadLines = (boundary: Boundary): boolean =>
  landFindings(boundary).some(({ rule, severity }) => rule === 'E01' && severity === 'B')

/** A grid of about 110 m, whose numbers are exact in binary, so that corners fall on lines. */
const STEP = 1 / 1024
const at = (x: number, y: number): Position => [110 + x * STEP, -7 + y * STEP]
const path = (...corners: [number, number][]): Position[] => corners.map(([x, y]) => at(x, y))
const block = path([0, 0], [8, 0], [8, 8], [0, 8])

test('a sound parcel has no finding', () => {
  expect(landFindings(polygon(block))).toEqual([])
})

const E01 = { rule: 'E01', severity: 'B' }

test.each<{ name: string; boundary: Boundary; findings: object[] }>([
  {
    name: 'a bow-tie',
    boundary: polygon(path([0, 0], [4, 4], [4, 0], [0, 4])),
    findings: [{ ...E01, pointer: '#/geometry/coordinates/0/2', place: at(2, 2) }],
  },
  {
    name: 'a spike',
    boundary: polygon(path([0, 0], [4, 0], [4, 4], [4, 6], [4, 4], [0, 4])),
    findings: expect.arrayContaining([
      { ...E01, pointer: '#/geometry/coordinates/0/3', place: at(4, 6) },
    ]),
  },
  {
    name: 'a line that touches itself',
    boundary: polygon(path([0, 0], [4, 0], [4, 4], [2, 0], [0, 4])),
    findings: [{ ...E01, pointer: '#/geometry/coordinates/0/3', place: at(2, 0) }],
  },
  {
    name: 'a corner told twice in a row, which only warns',
    boundary: polygon(path([0, 0], [4, 0], [4, 0], [4, 4])),
    findings: [{ ...E01, severity: 'W', pointer: '#/geometry/coordinates/0/2', place: at(4, 0) }],
  },
  {
    name: 'a line without land',
    boundary: polygon(path([0, 0], [4, 0], [2, 0])),
    findings: [{ ...E01, pointer: '#/geometry/coordinates/0' }],
  },
  {
    name: 'one place only',
    boundary: polygon(path([0, 0], [0, 0], [0, 0])),
    findings: [{ ...E01, pointer: '#/geometry/coordinates/0' }],
  },
  {
    name: 'an area below a square decimetre',
    boundary: polygon(square(110, -7, 1e-7)),
    findings: [{ rule: 'D01', severity: 'B', pointer: '#/geometry/coordinates' }],
  },
  {
    name: 'less than 10 m²',
    boundary: polygon(square(110, -7, 2e-5)),
    findings: [{ rule: 'D11', severity: 'W', pointer: '#/geometry/coordinates' }],
  },
  {
    name: 'more than 200 ha',
    boundary: polygon(square(110, -7, 0.02)),
    findings: [{ rule: 'D11', severity: 'W', pointer: '#/geometry/coordinates' }],
  },
  {
    name: 'a hole outside',
    boundary: polygon(block, path([9, 1], [10, 1], [10, 2])),
    findings: [
      { ...E01, pointer: '#/geometry/coordinates/1' },
      { rule: 'E13', severity: 'W', pointer: '#/geometry/coordinates' },
    ],
  },
  {
    name: 'a hole across the edge',
    boundary: polygon(block, path([7, 1], [9, 1], [7, 2])),
    findings: expect.arrayContaining([
      { ...E01, pointer: '#/geometry/coordinates/1/0', place: at(8, 1) },
      { ...E01, pointer: '#/geometry/coordinates/1/1', place: at(8, 1.5) },
    ]),
  },
  {
    name: 'a hole in a hole',
    boundary: polygon(block, path([1, 1], [5, 1], [5, 5], [1, 5]), path([2, 2], [3, 2], [3, 3])),
    findings: expect.arrayContaining([{ ...E01, pointer: '#/geometry/coordinates/2' }]),
  },
  {
    name: 'holes that cut the land apart',
    boundary: polygon(block, path([0, 4], [4, 3], [4, 5]), path([4, 3], [8, 4], [5, 4])),
    findings: expect.arrayContaining([
      { ...E01, pointer: '#/geometry/coordinates/2', place: at(8, 4) },
    ]),
  },
  {
    name: 'a part within another',
    boundary: {
      type: 'MultiPolygon',
      coordinates: [[closed(block)], [closed(path([1, 1], [2, 1], [2, 2]))]],
    },
    findings: [
      { ...E01, pointer: '#/geometry/coordinates/1/0' },
      { rule: 'E13', severity: 'W', pointer: '#/geometry/coordinates' },
    ],
  },
  {
    name: 'two parts and a hole',
    boundary: {
      type: 'MultiPolygon',
      coordinates: [
        [closed(block), closed(path([1, 1], [6, 1], [6, 6]))],
        [closed(path([3, 2], [5, 2], [5, 4]))],
      ],
    },
    findings: [
      { rule: 'E13', severity: 'W', pointer: '#/geometry/coordinates' },
      { rule: 'E13', severity: 'W', pointer: '#/geometry/coordinates' },
    ],
  },
  {
    name: 'longitude and latitude swapped',
    boundary: polygon(block.map(([lng, lat]): Position => [lat, lng])),
    findings: [{ rule: 'E04', severity: 'B', pointer: '#/geometry/coordinates' }],
  },
  {
    name: 'metres',
    boundary: polygon(square(233_198, 814_471, 100)),
    findings: [{ rule: 'E02', severity: 'B', pointer: '#/geometry/coordinates/0/0' }],
  },
  {
    name: 'a missing minus sign',
    boundary: polygon(square(110, 7, 0.001)),
    findings: [
      { rule: 'E03', severity: 'B', pointer: '#/geometry/coordinates/0/0', place: [110, 7] },
    ],
  },
])('$name', ({ boundary, findings }) => {
  expect(told(boundary)).toEqual(findings)
  for (const { message, cure } of landFindings(boundary)) {
    for (const phrase of [message, cure]) {
      expect(phrase.id).toMatch(/\.$/)
      expect(phrase.en).toMatch(/\.$/)
    }
  }
})

test('every place of three crossings is told', () => {
  // A saw of three teeth, cut by the long edge back at y = 3.
  const saw = polygon(path([0, 3], [0, 2], [1, 4], [2, 2], [3, 4], [4, 2], [4, 3]))
  const places = landFindings(saw).flatMap(({ place }) => (place ? [place] : []))
  expect(places).toEqual([at(0.5, 3), at(1.5, 3), at(2.5, 3), at(3.5, 3)])
})

test('bow-ties anywhere are found, with the place where their edges cross', () => {
  const inner = fc.double({ min: 0.1, max: 0.9, noNaN: true })
  fc.assert(
    fc.property(starOf(300), inner, inner, ({ coordinates: [ring] }, s, t) => {
      // Around a known place, two edges through it: from -a to +a(1-s)/s, from -b to +b(1-t)/t.
      const [x, y] = ring![0]!
      const size = 1e-3
      const boundary = polygon([
        [x - s * size, y - s * size],
        [x + (1 - s) * size, y + (1 - s) * size],
        [x + (1 - t) * size, y - (1 - t) * size],
        [x - t * size, y + t * size],
      ])
      const [finding, ...others] = landFindings(boundary).filter(({ severity }) => severity === 'B')
      expect(others).toEqual([])
      expect(finding?.place?.[0]).toBeCloseTo(x, 9)
      expect(finding?.place?.[1]).toBeCloseTo(y, 9)
    }),
    { seed: 5, numRuns: 500 },
  )
})

// On a small grid corners meet lines and other corners all the time: the hard cases.
const gridRing = fc
  .array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 3, maxLength: 7 })
  .map((corners) => closed(path(...corners)))
const smallRing = fc
  .tuple(
    fc.nat(5),
    fc.nat(5),
    fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 3, maxLength: 4 }),
  )
  .map(([x, y, corners]) =>
    closed(path(...corners.map(([dx, dy]): [number, number] => [x + dx, y + dy]))),
  )
const shell = closed(path([0, 0], [7, 0], [7, 7], [0, 7]))
const inner = closed(path([1, 1], [6, 1], [6, 6], [1, 6]))
const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(arbitrary, { minLength: 1, maxLength })

const shapes: Record<string, fc.Arbitrary<Boundary>> = {
  'one ring': gridRing.map((ring) => ({ type: 'Polygon', coordinates: [ring] })),
  'a shell with holes': some(smallRing, 3).map((holes) => ({
    type: 'Polygon',
    coordinates: [shell, ...holes],
  })),
  parts: some(smallRing, 3).map((parts) => ({
    type: 'MultiPolygon',
    coordinates: parts.map((ring) => [ring]),
  })),
  'parts within a hole': some(some(smallRing, 2), 2).map((parts) => ({
    type: 'MultiPolygon',
    coordinates: [[shell, inner], ...parts],
  })),
  'corners at random': fc
    .array(fc.tuple(fc.nat(9_000_000), fc.nat(9_000_000)), { minLength: 3, maxLength: 8 })
    .map((corners) => polygon(corners.map(([x, y]) => at(x / 1e6, y / 1e6)))),
}

test.each(Object.entries(shapes))('%s: refused exactly when GEOS calls it invalid', (_, shape) => {
  let valid = 0
  fc.assert(
    fc.property(shape, (boundary) => {
      const wanted = isValid(boundary)
      if (wanted) valid++
      expect(hasBadLines(boundary)).toBe(!wanted)
      if (wanted) expect(contains(boundary, labelPoint(boundary))).toBe(true)
    }),
    { seed: 6, numRuns: 2000 },
  )
  expect(valid).toBeGreaterThan(50)
})

test('star-shaped parcels anywhere are sound, and their label stands inside', () => {
  fc.assert(
    fc.property(starOf(300), (boundary) => {
      expect(isRefused(boundary)).toBe(false)
      expect(contains(boundary, labelPoint(boundary))).toBe(true)
    }),
    { seed: 6, numRuns: 1000 },
  )
})

const around = (count: number, reach: (i: number) => number): Position[] =>
  Array.from({ length: count }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / count
    return [110 + 0.1 * reach(i) * Math.cos(angle), -7 + 0.1 * reach(i) * Math.sin(angle)]
  })

test.each<{ name: string; corners: Position[]; refused: boolean }>([
  { name: 'a round parcel', corners: around(99_999, () => 1), refused: false },
  {
    name: 'a cog wheel',
    corners: around(99_998, (i) => (i % 2 === 0 ? 0.2 : 1)),
    refused: false,
  },
  {
    name: 'a comb of slanted teeth',
    corners: [
      ...Array.from({ length: 99_996 }, (_, i): Position => [
        110 + (i % 2) * 0.5 + i * 1e-6,
        -7 + (i % 2) * 0.5,
      ]),
      [111, -7.5],
      [110, -7.5],
    ],
    refused: false,
  },
  {
    name: 'a scribble',
    corners: Array.from({ length: 99_999 }, (_, i): Position => [
      110 + ((i * 0.7548776662) % 1),
      -7 + ((i * 0.5698402909) % 1),
    ]),
    refused: true,
  },
])('$name of 100,000 corners is judged in time', ({ corners, refused }) => {
  const boundary = polygon(corners)
  const started = performance.now()
  const findings = landFindings(boundary)
  expect(performance.now() - started).toBeLessThan(5000) // ms; half a second is usual
  expect(findings.some(({ severity }) => severity === 'B')).toBe(refused)
  expect(findings.length).toBeLessThan(110)
})

test.skipIf(realParcels.length === 0)(
  '206 real parcels are refused exactly where GEOS does',
  () => {
    for (const parcel of realParcels) {
      expect(isRefused(parcel)).toBe(!isValid(parcel))
      if (isValid(parcel)) expect(contains(parcel, labelPoint(parcel))).toBe(true)
    }
  },
)
