import { expect } from 'vitest'
import { boundaryFaults } from '../../../functions/domain/boundary.ts'
import { landFindings } from '../../../functions/domain/land.ts'
import { test } from '../../stack.ts'
import { dbf, esriTm3, shp, zip } from './archive.ts'
import { FIELD_M2, geojson, ringIn, wkt } from './field.ts'
import { inspect } from './inspecting.ts'

const BINJAI = { wilayah: '12.75.01' }
const clockwise = (epsg: Parameters<typeof ringIn>[0]) => ringIn(epsg).reverse()
const turned = (ring: [number, number][]): [number, number][] => ring.map(([x, y]) => [y, x])
const tm3 = (prj: string | undefined, epsg: 23831 | 32647 = 23831): Buffer =>
  zip([
    { name: 'a.shp', data: shp([[clockwise(epsg)]]) },
    { name: 'a.dbf', data: dbf([{ NIB: '00027' }]) },
    ...(prj === undefined ? [] : [{ name: 'a.prj', data: prj }]),
  ])
const [a, b, c, d] = ringIn(4326) as [[number, number], [number, number], [number, number], [number, number]] // prettier-ignore
const bowTie: [number, number][] = [a, c, b, d, a]
const open: [number, number][] = [a, b, c, d]

interface Case {
  file: string | Uint8Array
  query?: Record<string, string>
  crs: { known: string; epsg: number | null }
  /** Whether the shape is drawn as it was sent. */
  isDrawn: boolean
  faults: string[]
  /** Kinds of proposals with the system, and the area in m² of what each makes. */
  proposals: [kind: string, epsg: number | undefined, m2: number][]
}

const CASES: Record<string, Case> = {
  'a bow-tie': {
    file: geojson(bowTie),
    crs: { known: 'declared', epsg: 4326 },
    isDrawn: true,
    faults: ['invalid-lines'],
    proposals: [['repair', undefined, FIELD_M2 / 2]],
  },
  'longitude and latitude swapped': {
    file: geojson(turned(ringIn(4326))),
    crs: { known: 'declared', epsg: 4326 },
    isDrawn: true,
    faults: ['swapped'],
    proposals: [['swap', undefined, FIELD_M2]],
  },
  'an open ring': {
    file: geojson(open),
    crs: { known: 'declared', epsg: 4326 },
    isDrawn: false,
    faults: ['open-ring'],
    proposals: [['close', undefined, FIELD_M2]],
  },
  'no .prj, a regency declared': {
    file: tm3(undefined),
    query: BINJAI,
    crs: { known: 'guessed', epsg: 23831 },
    isDrawn: false,
    faults: ['prj-missing'],
    proposals: [['zone', 23831, FIELD_M2]],
  },
  'no .prj, no regency': {
    file: tm3(undefined),
    crs: { known: 'unknown', epsg: null },
    isDrawn: false,
    faults: ['prj-missing'],
    proposals: [],
  },
  'no .prj, a person chose': {
    file: tm3(undefined),
    query: { epsg: '23831' },
    crs: { known: 'chosen', epsg: 23831 },
    isDrawn: true,
    faults: [],
    proposals: [],
  },
  'a mislabelled zone': {
    file: tm3(esriTm3(106.5)),
    query: BINJAI,
    crs: { known: 'prj', epsg: 23834 },
    isDrawn: true,
    faults: ['wrong-zone'], // in the sea, but among the islands
    proposals: [['zone', 23831, FIELD_M2]],
  },
  'UTM labelled as TM-3': {
    file: tm3(esriTm3(97.5), 32647),
    crs: { known: 'prj', epsg: 23831 },
    isDrawn: true,
    faults: ['utm-as-tm3'],
    proposals: [['utm', 32647, FIELD_M2]],
  },
  'metres in GeoJSON that names no system': {
    file: geojson(ringIn(23831)),
    query: BINJAI,
    crs: { known: 'guessed', epsg: 23831 },
    isDrawn: false,
    faults: ['not-degrees'],
    proposals: [['zone', 23831, FIELD_M2]],
  },
  'an HTML page named .prj': {
    file: tm3('<!DOCTYPE html><html><body>404</body></html>'),
    query: { upt: 'lapas-kelas-iia-binjai' },
    crs: { known: 'guessed', epsg: 23831 },
    isDrawn: false,
    faults: ['prj-unreadable'],
    proposals: [['zone', 23831, FIELD_M2]],
  },
  'an old datum in .prj': {
    file: tm3(esriTm3(97.5).replace('6378137.0,298.257223563', '6377397.155,299.1528128')),
    query: BINJAI,
    crs: { known: 'guessed', epsg: 23831 },
    isDrawn: false,
    faults: ['crs-unknown'],
    proposals: [['zone', 23831, FIELD_M2]],
  },
  'northing first in EWKT': {
    file: `SRID=23831;${wkt(turned(ringIn(23831)))}`,
    query: BINJAI,
    crs: { known: 'declared', epsg: 23831 },
    isDrawn: true,
    faults: ['swapped'],
    proposals: [['swap', 23831, FIELD_M2]],
  },
  'another regency than declared': {
    file: geojson(ringIn(4326)),
    query: { wilayah: '33.25' },
    crs: { known: 'declared', epsg: 4326 },
    isDrawn: true,
    faults: ['elsewhere'],
    proposals: [],
  },
  'two corners': {
    file: geojson([a, b, a]),
    crs: { known: 'declared', epsg: 4326 },
    isDrawn: false,
    faults: ['too-few-corners'],
    proposals: [],
  },
  'an ordinate that is no number': {
    file: geojson(ringIn(4326)).replace('3.601', 'null'),
    crs: { known: 'declared', epsg: 4326 },
    isDrawn: false,
    faults: ['not-a-number'],
    proposals: [],
  },
  'a row of a table that is lost': {
    file: `X;Y\n308873,68;1898091,31\n308984,78;1898091,42\n308984,66;hilang\n308873,56;1898201,89`,
    query: { epsg: '23831' },
    crs: { known: 'chosen', epsg: 23831 },
    isDrawn: false,
    faults: ['unreadable-row'],
    proposals: [],
  },
}

test('every fault is named for what it is, with a proposal that works', async ({ as }) => {
  for (const [name, { file, query, crs, isDrawn, faults, proposals }] of Object.entries(CASES)) {
    const { status, body } = await inspect(as('petugas.binjai'), file, query)
    expect([name, status, body.detail]).toEqual([name, 200, undefined])
    expect([name, { known: body.crs.known, epsg: body.crs.epsg }]).toEqual([name, crs])
    const [found] = body.polygons
    expect([name, found!.faults.map(({ code }) => code)]).toEqual([name, faults])
    expect([name, found!.geometry !== null]).toEqual([name, isDrawn])
    if (found!.geometry) expect([name, boundaryFaults(found!.geometry)]).toEqual([name, []])
    expect([name, found!.proposals.map(({ kind, epsg }) => [kind, epsg])]).toEqual([
      name,
      proposals.map(([kind, epsg]) => [kind, epsg]),
    ])
    found!.proposals.forEach(({ geometry, areas }, i) => {
      expect([name, landFindings(geometry).filter(({ severity }) => severity === 'B')]).toEqual([name, []]) // prettier-ignore
      expect(Math.abs(areas!.ellipsoidalM2 - proposals[i]![2])).toBeLessThan(0.5)
    })
  }
})

test('without a regency every zone is a candidate and none is taken', async ({ as }) => {
  const { body } = await inspect(as('petugas.binjai'), tm3(undefined))
  const zones = body.crs.candidates.map(({ epsg }) => epsg)
  for (let epsg = 23830; epsg <= 23845; epsg += 1) expect(zones).toContain(epsg)
  expect(body.crs.candidates.some(({ fits }) => fits)).toBe(false)
  const near = await inspect(as('petugas.binjai'), tm3(undefined), BINJAI)
  expect(near.body.crs.candidates.filter(({ fits }) => fits).map(({ epsg }) => epsg)).toEqual([23831]) // prettier-ignore
})

test('sentences follow the language, and a crossing has its place', async ({ as }) => {
  const read = async (language: string) => {
    const { body } = await inspect(as('petugas.binjai'), geojson(bowTie), {}, { 'Accept-Language': language }) // prettier-ignore
    return body.polygons[0]!.faults[0]!
  }
  expect((await read('id')).detail).toMatch(/memotong dirinya sendiri/)
  const { detail, place } = await read('en')
  expect(detail).toMatch(/crosses itself/)
  expect(place![0]).toBeCloseTo(98.4805, 6)
  expect(place![1]).toBeCloseTo(3.6005, 6)
})

test('an EPSG code that is not read, a regency that is none', async ({ as }) => {
  const petugas = as('petugas.binjai')
  expect((await inspect(petugas, geojson(ringIn(4326)), { epsg: '4238' })).status).toBe(400)
  expect((await inspect(petugas, geojson(ringIn(4326)), { wilayah: '99.99' })).status).toBe(200)
  expect((await inspect(petugas, geojson(ringIn(4326)), { wilayah: 'Binjai' })).status).toBe(400)
  expect((await inspect(petugas, geojson(ringIn(4326)), {}, { 'Content-Type': 'image/png' })).status).toBe(415) // prettier-ignore
})
