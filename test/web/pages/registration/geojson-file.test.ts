import { expect, test } from 'vitest'
import { readGeoJson } from '../../../../web/pages/registration/boundary/geojson-file.ts'

const ring = [[98.48, 3.6], [98.482, 3.6], [98.482, 3.602], [98.48, 3.6]] // prettier-ignore
const polygon = { type: 'Polygon', coordinates: [ring] }
const feature = (geometry: unknown, properties: unknown = null) => ({
  type: 'Feature',
  geometry,
  properties,
})
const read = (value: unknown) => readGeoJson('bidang.geojson', JSON.stringify(value))

test('a collection offers its areas with their attributes and leaves out the rest', () => {
  const point = { type: 'Point', coordinates: [98.48, 3.6] }
  const { choices, faults } = read({
    type: 'FeatureCollection',
    features: [
      feature(point),
      feature(polygon, { Nama_Aset: 'Kantor', Luas: 10326, kosong: '', lain: null }),
      feature({ type: 'MultiPolygon', coordinates: [[ring], [ring]] }),
    ],
  })
  expect(faults).toEqual([])
  expect(choices).toHaveLength(2)
  expect(choices[0]).toMatchObject({
    boundary: polygon,
    attributes: [
      ['Nama_Aset', 'Kantor'],
      ['Luas', '10326'],
    ],
  })
  expect(choices[1]?.boundary.type).toBe('MultiPolygon')
})

test.each([
  { name: 'a bare geometry', value: polygon, count: 1 },
  { name: 'a feature', value: feature(polygon), count: 1 },
  {
    name: 'a collection of geometries',
    value: { type: 'GeometryCollection', geometries: [polygon, polygon] },
    count: 2,
  },
])('$name counts as areas', ({ value, count }) => {
  expect(read(value).choices).toHaveLength(count)
})

test.each([
  { name: 'no JSON', text: 'PK', says: /bukan GeoJSON/ },
  { name: 'JSON without a map', text: '{"a":1}', says: /tidak berisi peta/ },
  {
    name: 'points alone',
    text: '{"type":"Point","coordinates":[98,3]}',
    says: /hanya berisi titik/,
  },
  {
    name: 'lines alone',
    text: '{"type":"LineString","coordinates":[[98,3],[99,3]]}',
    says: /hanya berisi garis/,
  },
  {
    name: 'metres',
    text: '{"type":"Polygon","coordinates":[[[233198,814471],[233298,814471],[233298,814571],[233198,814471]]]}',
    says: /meter/,
  },
  {
    name: 'an open ring',
    text: '{"type":"Polygon","coordinates":[[[98,3],[99,3],[99,4],[98,4]]]}',
    says: /tidak dapat dipakai/,
  },
])('$name is refused in words', ({ text, says }) => {
  const { choices, faults } = readGeoJson('x.geojson', text)
  expect(choices).toEqual([])
  expect(faults[0]?.id).toMatch(says)
})

test('heights are left out, and said so', () => {
  const high = { type: 'Polygon', coordinates: [ring.map(([x, y]) => [x, y, 31.5])] }
  const { choices, notices } = read(high)
  expect(choices[0]?.boundary).toEqual(polygon)
  expect(notices).toHaveLength(1)
})
