import { toJsonSchema } from '@valibot/to-json-schema'
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import {
  Boundary,
  boundaryFaults,
  boundsOf,
  cornerCount,
  MOST_CORNERS,
} from '../../functions/domain/boundary.ts'
import { polygon, realParcels, square } from '../fixtures/shapes.ts'

const sound = polygon(square(106, -6, 1), square(106.2, -5.8, 0.1))

test('a polygon and a multipolygon are boundaries', () => {
  expect(boundaryFaults(sound)).toEqual([])
  expect(boundaryFaults({ type: 'MultiPolygon', coordinates: [sound.coordinates] })).toEqual([])
})

const ring = (...positions: unknown[]) => ({ type: 'Polygon', coordinates: [positions] })
const [a, b, c] = [
  [106, -6],
  [107, -6],
  [107, -5],
]

test.each<{ name: string; value: unknown; pointers: string[] }>([
  { name: 'null', value: null, pointers: ['#/geometry'] },
  { name: 'a string', value: 'POLYGON', pointers: ['#/geometry'] },
  { name: 'a list', value: [], pointers: ['#/geometry'] },
  { name: 'a point', value: { type: 'Point', coordinates: a }, pointers: ['#/geometry/type'] },
  { name: 'no coordinates', value: { type: 'Polygon' }, pointers: ['#/geometry/coordinates'] },
  {
    name: 'no rings',
    value: { type: 'Polygon', coordinates: [] },
    pointers: ['#/geometry/coordinates'],
  },
  { name: 'an empty ring', value: ring(), pointers: ['#/geometry/coordinates/0'] },
  {
    name: 'an empty part',
    value: { type: 'MultiPolygon', coordinates: [[]] },
    pointers: ['#/geometry/coordinates/0'],
  },
  {
    name: 'an object for a ring',
    value: { type: 'Polygon', coordinates: [{ length: 4 }] },
    pointers: ['#/geometry/coordinates/0'],
  },
  { name: 'three positions', value: ring(a, b, a), pointers: ['#/geometry/coordinates/0'] },
  {
    name: 'an open ring',
    value: ring(a, b, c, [106, -5]),
    pointers: ['#/geometry/coordinates/0/3'],
  },
  { name: 'a height', value: ring(a, [...b, 12], c, a), pointers: ['#/geometry/coordinates/0/1'] },
  { name: 'one ordinate', value: ring(a, [107], c, a), pointers: ['#/geometry/coordinates/0/1'] },
  {
    name: 'null, text and infinity as ordinates',
    value: ring(a, [null, -6], [107, '-5'], JSON.parse('[1e999, 1]'), a),
    pointers: [
      '#/geometry/coordinates/0/1/0',
      '#/geometry/coordinates/0/2/1',
      '#/geometry/coordinates/0/3/0',
    ],
  },
  {
    name: 'a polygon called multipolygon',
    value: { ...sound, type: 'MultiPolygon' },
    pointers: [0, 1].flatMap((part) =>
      [0, 1, 2, 3, 4].map((i) => `#/geometry/coordinates/${part}/${i}`),
    ),
  },
  {
    name: 'unknown members',
    value: { ...sound, crs: null, 'a/b~c': 1, __proto__: { inherited: 1 } },
    pointers: ['#/geometry/crs', '#/geometry/a~1b~0c'],
  },
  {
    name: 'too many corners',
    value: ring(...Array.from({ length: MOST_CORNERS + 1 }, () => a)),
    pointers: ['#/geometry/coordinates'],
  },
])('$name: the fault is named at its place', ({ value, pointers }) => {
  const faults = boundaryFaults(value)
  expect(faults.map(({ pointer }) => pointer)).toEqual(pointers)
  for (const { detail } of faults) {
    expect(detail.id.length).toBeGreaterThan(10)
    expect(detail.en.length).toBeGreaterThan(10)
  }
})

test('100,000 corners are taken, and the caller says where the boundary stands', () => {
  const most = ring(...Array.from({ length: MOST_CORNERS }, () => a))
  expect(boundaryFaults(most)).toEqual([])
  expect(boundaryFaults(null, ['features', '0'])[0]?.pointer).toBe('#/features/0')
})

test.each<{ name: string; value: unknown }>([
  {
    name: 'nested 100,000 deep',
    value: { type: 'Polygon', coordinates: JSON.parse('['.repeat(1e5) + ']'.repeat(1e5)) },
  },
  {
    name: 'a million empty rings',
    value: { type: 'Polygon', coordinates: Array.from({ length: 1e6 }, () => []) },
  },
  {
    name: '200,000 unknown members',
    value: Object.fromEntries(Array.from({ length: 2e5 }, (_, i) => [`m${i}`, i])),
  },
  { name: 'a name of a megabyte', value: { ['x'.repeat(1e6)]: 1 } },
])('$name: a short list of faults, soon', ({ value }) => {
  const started = performance.now()
  const faults = boundaryFaults(value)
  expect(performance.now() - started).toBeLessThan(5000) // ms; a few are usual
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.length).toBeLessThanOrEqual(100)
  expect(JSON.stringify(faults).length).toBeLessThan(50_000)
})

test('whatever JSON comes, what has no fault fits the schema', () => {
  const mostly = (usual: fc.Arbitrary<unknown>, weight: number) =>
    fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: fc.jsonValue() })
  const ordinate = mostly(fc.constantFrom(106, 107, -6), 200)
  const position = mostly(fc.array(ordinate, { minLength: 2, maxLength: 2 }), 100)
  const line = fc
    .array(position, { minLength: 2, maxLength: 5 })
    .map((positions) => [...positions, positions[0]])
  const lines = fc.array(mostly(line, 20), { maxLength: 3 })
  const value = fc.record({
    type: fc.constantFrom('Polygon', 'MultiPolygon', 'Point'),
    coordinates: mostly(fc.oneof(lines, fc.array(lines, { maxLength: 3 })), 20),
  })
  let taken = 0
  fc.assert(
    fc.property(value, (geometry) => {
      if (boundaryFaults(geometry).length > 0) return
      taken++
      expect(v.is(Boundary, geometry)).toBe(true)
    }),
    { seed: 2, numRuns: 5000 },
  )
  expect(taken).toBeGreaterThan(100)
})

test('the schema can be described to clients', () => {
  expect(JSON.stringify(toJsonSchema(Boundary))).toContain('MultiPolygon')
})

test('corners are counted and bounded', () => {
  expect(cornerCount(sound)).toBe(10)
  expect(boundsOf(sound)).toEqual([106, -6, 107, -5])
})

test.skipIf(realParcels.length === 0)('206 real parcels are boundaries', () => {
  expect(realParcels).toHaveLength(206)
  for (const parcel of realParcels) expect(boundaryFaults(parcel)).toEqual([])
})
