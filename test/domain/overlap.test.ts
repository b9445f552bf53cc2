import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaOf } from '../../functions/domain/area.ts'
import type { Boundary, Position } from '../../functions/domain/boundary.ts'
import { landFindings } from '../../functions/domain/land.ts'
import { counts, meet, overlapOf, percentOf } from '../../functions/domain/overlap.ts'
import { closed, polygon, realParcels } from '../fixtures/shapes.ts'
import { cutArea } from './geos.ts'
import { PAIRS, seeded } from './overlap-pairs.ts'

/** At the equator, in steps of 2^-13 degree: 13.588 m to the east and 13.498 m to the north. */
const STEP = 1 / 8192
const path = (...corners: [number, number][]): Position[] =>
  corners.map(([x, y]) => [110 + x * STEP, y * STEP])
const box = (w: number, s: number, e: number, n: number) => path([w, s], [e, s], [e, n], [w, n])
const parts = (...each: Position[][][]): Boundary => ({
  type: 'MultiPolygon',
  coordinates: each.map((rings) => rings.map(closed)),
})

/** One step by one step at the equator: 6 378 137 m · π/180 · STEP by 110 574.3 m · STEP. */
const CELL_M2 = 183.42

test.each<{ name: string; a: Boundary; b: Boundary; relation: string | null; cells?: number }>([
  { name: 'a common border', a: polygon(box(0, 0, 2, 2)), b: polygon(box(2, 0, 4, 2)), relation: null }, // prettier-ignore
  { name: 'part of a border', a: polygon(box(0, 0, 2, 2)), b: polygon(box(2, 1, 4, 5)), relation: null }, // prettier-ignore
  { name: 'a corner in common', a: polygon(box(0, 0, 2, 2)), b: polygon(box(2, 2, 4, 4)), relation: null }, // prettier-ignore
  {
    name: 'a corner upon an edge',
    a: polygon(box(0, 0, 4, 4)),
    b: polygon(path([4, 2], [6, 1], [6, 3])),
    relation: null,
  },
  {
    name: 'the same land, drawn from another corner and the other way',
    a: polygon(box(0, 0, 2, 2)),
    b: polygon(path([2, 2], [2, 1], [2, 0], [0, 0], [0, 2])),
    relation: 'equals',
    cells: 4,
  },
  {
    name: 'a part along the border',
    a: polygon(box(0, 0, 4, 4)),
    b: polygon(box(0, 1, 2, 3)),
    relation: 'contains',
    cells: 4,
  },
  {
    name: 'land around it',
    a: polygon(box(1, 1, 2, 2)),
    b: polygon(box(0, 0, 4, 4)),
    relation: 'within',
    cells: 1,
  },
  {
    name: 'a parcel that fills a hole',
    a: polygon(box(0, 0, 4, 4), box(1, 1, 3, 3)),
    b: polygon(box(1, 1, 3, 3)),
    relation: null,
  },
  {
    name: 'a parcel in a hole',
    a: polygon(box(0, 0, 8, 8), box(1, 1, 7, 7)),
    b: polygon(box(2, 2, 3, 3)),
    relation: null,
  },
  {
    name: 'a parcel that goes beyond a hole',
    a: polygon(box(0, 0, 4, 4), box(1, 1, 3, 3)),
    b: polygon(box(1, 1, 4, 3)),
    relation: 'overlaps',
    cells: 2,
  },
  {
    name: 'the same hole, the hole being no common land',
    a: polygon(box(0, 0, 4, 4), box(1, 1, 3, 3)),
    b: polygon(box(0, 0, 5, 4), box(1, 1, 3, 3)),
    relation: 'within',
    cells: 12,
  },
  {
    name: 'a hole that becomes one of the common land',
    a: polygon(box(0, 0, 8, 8), box(3, 3, 5, 5)),
    b: polygon(box(1, 1, 7, 9)),
    relation: 'overlaps',
    cells: 38,
  },
  {
    name: 'a cross of two strips',
    a: polygon(box(0, 2, 6, 3)),
    b: polygon(box(2, 0, 3, 6)),
    relation: 'overlaps',
    cells: 1,
  },
  {
    name: 'two parts across one strip',
    a: parts([box(0, 0, 1, 6)], [box(3, 0, 4, 6)]),
    b: polygon(box(0, 2, 5, 3)),
    relation: 'overlaps',
    cells: 2,
  },
  {
    name: 'parts that touch at a corner, and common land that does',
    a: parts([box(0, 0, 2, 2)], [box(2, 2, 4, 4)]),
    b: polygon(box(1, 1, 3, 3)),
    relation: 'overlaps',
    cells: 2,
  },
  {
    name: 'edges that cross where both have a corner',
    a: polygon(path([0, 0], [2, 2], [4, 4], [4, 0])),
    b: polygon(path([0, 4], [2, 2], [4, 0], [4, 4])),
    relation: 'overlaps',
    cells: 4,
  },
])('two boundaries with $name', ({ a, b, relation, cells = 0 }) => {
  const overlap = overlapOf(a, b)
  expect(overlap?.relation ?? null).toBe(relation)
  expect(meet(a, b)).toBe(relation !== null)
  expect(meet(b, a)).toBe(relation !== null)
  if (!overlap) return
  expect(Math.abs(overlap.areaM2 / CELL_M2 - cells)).toBeLessThan(1e-3 * cells)
  expect(areaOf(overlap.outline)).toBe(overlap.areaM2)
  expect(landFindings(overlap.outline).filter(({ severity }) => severity === 'B')).toEqual([])
  const mirrored = { contains: 'within', within: 'contains' }[relation!] ?? relation
  expect(overlapOf(b, a)).toMatchObject({ relation: mirrored })
})

/** Metres at the equator as degrees. */
const DEGREE = 111_319.5
const strip = (lengthM: number, widthM: number, turn: number): Boundary => {
  const [l, w] = [lengthM / DEGREE, widthM / DEGREE]
  const at = (x: number, y: number): Position => [
    110 + x * Math.cos(turn) - y * Math.sin(turn),
    x * Math.sin(turn) + y * Math.cos(turn),
  ]
  return polygon([at(0, 0), at(l, 0), at(l, w), at(0, w)])
}

test.each<{ name: string; land: Boundary; widthM: number }>([
  { name: 'a square of 100 m', land: strip(100, 100, 0), widthM: 100 },
  { name: 'a strip of 1 km by 1 m', land: strip(1000, 1, 0), widthM: 1 },
  { name: 'a slanted strip of 1 km by 1 mm', land: strip(1000, 0.001, 0.6), widthM: 0.001 },
  {
    name: 'a block of 10 m with a tail of 1 km by 1 cm',
    land: polygon(
      [[0, 0], [10, 0], [10, 5], [1010, 5], [1010, 5.01], [10, 5.01], [10, 10], [0, 10]].map(
        ([x, y]): Position => [110 + x! / DEGREE, y! / DEGREE],
      ),
    ), // prettier-ignore
    widthM: 10,
  },
])('the width of $name', ({ land, widthM }) => {
  const { widthM: found } = overlapOf(land, land)!
  expect(found / widthM).toBeGreaterThan(0.93) // a degree to the north is 0.7 % shorter there
  expect(found / widthM).toBeLessThan(1.01)
})

test.each<{ areaM2: number; widthM: number; isOne: boolean }>([
  { areaM2: 1.4, widthM: 0.016, isOne: false }, // what rounding does to true neighbours
  { areaM2: 100, widthM: 0.001, isOne: false },
  { areaM2: 1.2, widthM: 1, isOne: false },
  { areaM2: 2, widthM: 0.5, isOne: true },
])('$areaM2 m², $widthM m wide: an overlap? $isOne', ({ isOne, ...overlap }) => {
  expect(counts(overlap)).toBe(isOne)
})

test('an overlap is told in percent of a parcel', () => {
  expect(percentOf({ areaM2: 285 }, 10_000)).toBe(2.9)
  expect(percentOf({ areaM2: 0.4 }, 10_000)).toBe(0.1)
  expect(percentOf({ areaM2: 10_000.1 }, 10_000)).toBe(100)
})

test('neighbours whose common border is rounded to 7 decimals have no overlap', () => {
  const random = seeded(11)
  const rounded = (boundary: Boundary): Boundary =>
    JSON.parse(JSON.stringify(boundary), (_, value) =>
      typeof value === 'number' ? Number(value.toFixed(7)) : value,
    )
  let most = 0
  for (let n = 0; n < 500; n++) {
    const [a, b] = PAIRS['with corners added in between']!(random)
    const overlap = overlapOf(rounded(a), rounded(b))
    if (!overlap) continue
    expect(counts(overlap)).toBe(false)
    most = Math.max(most, overlap.areaM2)
  }
  expect(most).toBeGreaterThan(0.1) // m²: though they share some land
})

test.skipIf(realParcels.length === 0)('real parcels overlap where GEOS says so', () => {
  const told: number[] = []
  for (const [i, a] of realParcels.entries()) {
    const copy = overlapOf(a, structuredClone(a))!
    expect(copy.relation).toBe('equals')
    expect(copy.areaM2).toBeCloseTo(areaOf(a)!, 3)
    for (const b of realParcels.slice(i + 1)) {
      const overlap = overlapOf(a, b)
      expect(meet(a, b)).toBe(overlap !== null)
      if (!overlap) continue
      expect(overlap.areaM2).toBeCloseTo(cutArea(a, b), 3)
      if (counts(overlap)) told.push(Math.round(overlap.areaM2))
    }
  }
  expect(told.sort((p, q) => p - q)).toEqual([4, 1544, 12_808]) // drawn twice; GEOS finds no others
})

test('boundaries that are not valid get an answer in time', () => {
  const corner = fc.oneof(
    fc.tuple(fc.nat(6), fc.nat(6)),
    fc.tuple(
      fc.double({ min: 0, max: 6, noNaN: true }),
      fc.double({ min: 0, max: 6, noNaN: true }),
    ),
  )
  const ring = fc
    .array(corner, { minLength: 1, maxLength: 12 })
    .map((corners) => [...path(...corners), ...path(corners[0]!)])
  const land = fc
    .array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((coordinates): Boundary => ({ type: 'MultiPolygon', coordinates }))
  fc.assert(
    fc.property(land, land, (a, b) => {
      const overlap = overlapOf(a, b)
      expect(overlap === null || overlap.areaM2 >= 0).toBe(true)
      expect(typeof meet(a, b)).toBe('boolean')
    }),
    { seed: 8, numRuns: 1500 },
  )
})

test('what is not in degrees has no overlap', () => {
  const metres = polygon([[233_198, 814_471], [233_298, 814_471], [233_298, 814_571]]) // prettier-ignore
  expect(overlapOf(metres, metres)).toBeNull()
  expect(meet(metres, metres)).toBe(false)
})

const comb = (isUpright: boolean): Boundary => {
  const teeth = Array.from({ length: 12_000 }, (_, i): Position[] => [
    [i, 0],
    [i + 0.5, 12_000],
  ]).flat()
  const corners: Position[] = [...teeth, [12_000, -1], [0, -1]]
  return polygon(
    corners.map(([x, y]): Position => [
      110 + (isUpright ? x : y) * 1e-6,
      (isUpright ? y : x) * 1e-6,
    ]),
  )
}

const scribble = (seed: number): Boundary => {
  const random = seeded(seed)
  return polygon(Array.from({ length: 99_999 }, (): Position => [110 + random(), -7 + random()]))
}

test.each<{ name: string; a: Boundary; b: Boundary }>([
  { name: 'two combs across each other', a: comb(true), b: comb(false) },
  { name: 'two scribbles of 100,000 corners', a: scribble(1), b: scribble(2) },
])('$name are answered in time', ({ a, b }) => {
  const started = performance.now()
  expect(overlapOf(a, b)!.areaM2).toBeGreaterThan(0)
  expect(performance.now() - started).toBeLessThan(20_000) // ms; a second is usual
})
