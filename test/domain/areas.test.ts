import { expect, test } from 'vitest'
import { areasBySource, isWithinTolerance, referenceArea } from '../../functions/domain/areas.ts'
import type { ParcelProperties } from '../../functions/domain/parcel.ts'

const base = { upt: 'lapas-kelas-iii-kolonodale', name: 'Tanah hibah' }

/** 5 ha granted, two certificates with a river between them. */
const kolonodale: ParcelProperties = {
  ...base,
  grant: { steps: { bast: { number: 'BAST/1', areaM2: 50_000 } } },
  titles: [
    { number: '19.06.06.24.4.00027', areaM2: 16_964 },
    { number: '19.06.06.24.4.00026', areaM2: 24_233 },
  ],
}

test('Kolonodale: two certificates fall 8,803 m² (17.6 %) short of the grant', () => {
  expect(areasBySource(kolonodale, null)).toEqual([
    {
      source: 'BAST',
      m2: 50_000,
      of: 'BAST/1',
      complete: true,
      parts: [{ of: 'BAST/1', m2: 50_000, pointer: '#/properties/grant/steps/bast/areaM2' }],
      comparedWith: null,
      differenceM2: null,
      differencePercent: null,
      withinTolerance: null,
    },
    {
      source: 'SERTIPIKAT',
      m2: 41_197,
      of: '19.06.06.24.4.00027, 19.06.06.24.4.00026',
      complete: true,
      parts: [
        { of: '19.06.06.24.4.00027', m2: 16_964, pointer: '#/properties/titles/0/areaM2' },
        { of: '19.06.06.24.4.00026', m2: 24_233, pointer: '#/properties/titles/1/areaM2' },
      ],
      comparedWith: 'BAST',
      differenceM2: -8_803,
      differencePercent: -17.6,
      withinTolerance: false,
    },
  ])
})

test('a boundary is held against the certificates', () => {
  const [, , boundary] = areasBySource(kolonodale, 41_200.004)
  expect(boundary).toMatchObject({
    source: 'POLIGON',
    m2: 41_200,
    comparedWith: 'SERTIPIKAT',
    differenceM2: 3,
    withinTolerance: true,
  })
})

test('a sum that lacks a part is shown, and compared with nothing', () => {
  const areas = areasBySource(
    { ...kolonodale, titles: [{ number: 'HP 1/A', areaM2: 16_964 }, { number: 'HP 2/A' }] },
    50_100,
  )
  expect(areas.find(({ source }) => source === 'SERTIPIKAT')).toMatchObject({
    m2: 16_964,
    complete: false,
    comparedWith: null,
    withinTolerance: null,
  })
  expect(areas.find(({ source }) => source === 'POLIGON')).toMatchObject({ comparedWith: 'BAST' })
})

test('a girik is no certificate', () => {
  const areas = areasBySource(
    { ...base, titles: [{ kind: 'girik', number: 'C 12', areaM2: 900 }] },
    null,
  )
  expect(areas).toEqual([])
})

test('BPK Sumbar: 1,916 m² by certificate, 1,280 in the books', () => {
  const [, books] = areasBySource(
    {
      ...base,
      titles: [{ number: '03.01.01.01.4.00001', areaM2: 1_916 }],
      bmnRecords: [{ kodeBarang: '2.01.01.04.001', nup: 3, areaM2: 1_280 }],
    },
    null,
  )
  expect(books).toMatchObject({
    source: 'SIMAN',
    of: '2.01.01.04.001 NUP 3',
    comparedWith: 'SERTIPIKAT',
    differenceM2: -636,
    differencePercent: -33.2,
    withinTolerance: false,
  })
})

test.each<{
  name: string
  properties: ParcelProperties
  expected: ReturnType<typeof referenceArea>
}>([
  {
    name: 'SIMAN first',
    properties: {
      ...kolonodale,
      bmnRecords: [
        { nup: 1, areaM2: 20_000.5 },
        { nup: 2, areaM2: 1 },
      ],
    },
    expected: { source: 'SIMAN', m2: 20_001.5 },
  },
  {
    name: 'then the certificates',
    properties: kolonodale,
    expected: { source: 'SERTIPIKAT', m2: 41_197 },
  },
  {
    name: 'then the BAST, where a certificate states no area',
    properties: { ...kolonodale, titles: [{ number: 'HP 1/A' }] },
    expected: { source: 'BAST', m2: 50_000 },
  },
  {
    name: 'then the NPHD',
    properties: { ...base, grant: { steps: { nphd: { areaM2: 7 } } } },
    expected: { source: 'NPHD', m2: 7 },
  },
  { name: 'else none', properties: base, expected: null },
])('the area of reference is $name', ({ properties, expected }) => {
  expect(referenceArea(properties)).toEqual(expected)
})

// max(0.5·√L, 1 %): for 100 m² that is 5 m², for 10,000 m² it is 100 m².
test.each([
  [105, 100, true],
  [105.01, 100, false],
  [9_900, 10_000, true],
  [9_899.99, 10_000, false],
])('%d m² beside %d m² is within tolerance: %s', (measured, stated, within) => {
  expect(isWithinTolerance(measured, stated)).toBe(within)
})
