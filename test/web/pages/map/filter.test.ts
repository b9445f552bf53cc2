import { expect, test } from 'vitest'
import type { ListedParcel } from '../../../../web/api.ts'
import {
  countsOf,
  narrow,
  readFilter,
  sorted,
  totalOf,
  writeFilter,
} from '../../../../web/pages/map/filter.ts'

const listed = (
  name: string,
  of: Partial<ListedParcel['properties']> & { id?: string },
): ListedParcel => ({
  type: 'Feature',
  id: name,
  geometry: null,
  properties: {
    name,
    upt: 'lapas-kelas-iia-binjai',
    uptName: 'Lapas Kelas IIA Binjai',
    kanwil: 'sumatera-utara',
    state: 'draf',
    status: 'belum-terbukti',
    use: 'belum-terbukti',
    idle: null,
    problem: null,
    areaM2: null,
    version: 1,
    updatedAt: '2026-01-15T03:20:00.000Z',
    exact: true,
    ...of,
  },
})

const parcels = [
  listed('Sawah', { state: 'diajukan', areaM2: 1200 }),
  listed('Kebun', { areaM2: 800, updatedAt: '2026-02-01T00:00:00.000Z' }),
  listed('Kolam 10', { kanwil: 'jawa-tengah', upt: 'lapas-kelas-iib-batang' }),
  listed('Kolam 9', { kanwil: 'jawa-tengah', upt: 'lapas-kelas-iib-batang', state: 'diajukan' }),
]
const filterOf = (query: string) => readFilter(new URLSearchParams(query))
const namesOf = (found: readonly ListedParcel[]) => found.map(({ properties }) => properties.name)

test.each([
  '',
  '?q=NUP+12',
  '?kanwil=sumatera-utara&kanwil=jawa-tengah&state=diajukan&sort=area',
  '?q=kolam&upt=lapas-kelas-iib-batang&idle=bmn-idle&problem=sengketa',
])('an address keeps its filter: %s', (address) => {
  expect(writeFilter(filterOf(address))).toBe(address)
})

test('an address that asks for the one status is read on its axis', () => {
  expect(writeFilter(filterOf('?status=sengketa&status=digunakan'))).toBe(
    '?status=digunakan&problem=sengketa',
  )
})

test('an address that says what the page does not know is read without it', () => {
  expect(writeFilter(filterOf('?state=hilang&status=x&sort=besar&q=%20%20&kanwil='))).toBe('')
})

test('values of one facet widen, facets narrow each other', () => {
  expect(namesOf(narrow(parcels, filterOf('?state=diajukan&state=draf')))).toHaveLength(4)
  expect(namesOf(narrow(parcels, filterOf('?state=diajukan&kanwil=jawa-tengah')))).toEqual([
    'Kolam 9',
  ])
})

test('counts of a facet leave its own choice out of account', () => {
  const counts = countsOf(parcels, filterOf('?state=diajukan&kanwil=jawa-tengah'), 'state')
  expect(Object.fromEntries(counts)).toEqual({ draf: 1, diajukan: 1 })
})

test('a chosen value that fits nothing stays, with a count of 0, so that it can be taken off', () => {
  const counts = countsOf(parcels, filterOf('?state=nonaktif'), 'state')
  expect(counts.get('nonaktif')).toBe(0)
})

test('names sort as people count, areas with the largest first and the unknown last', () => {
  expect(namesOf(sorted(parcels, 'name'))).toEqual(['Kebun', 'Kolam 9', 'Kolam 10', 'Sawah'])
  expect(namesOf(sorted(parcels, 'area')).slice(0, 2)).toEqual(['Sawah', 'Kebun'])
  expect(namesOf(sorted(parcels, 'updated'))[0]).toBe('Kebun')
})

test('the total adds the drawn boundaries and says how many there are not', () => {
  expect(totalOf(parcels)).toEqual({ m2: 2000, unbounded: 2 })
})
