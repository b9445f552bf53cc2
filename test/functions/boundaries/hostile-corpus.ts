import { dbf, esriTm3, shp, zip } from './archive.ts'
import { geojson, ringIn } from './field.ts'

const MB = 1024 * 1024
/** Text repeated to about so many bytes. */
const fill = (text: string, bytes: number): string => text.repeat(Math.ceil(bytes / text.length))
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i)) // prettier-ignore

/** Mulberry32, seeded: the same shapes in every run. */
function seeded(state: number): () => number {
  let at = state
  return () => {
    at = (at + 0x6d2b79f5) | 0
    let t = Math.imul(at ^ (at >>> 15), 1 | at)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A closed ring of corners anywhere in a box: all its lines cross. */
function scribble(corners: number): [number, number][] {
  const random = seeded(corners)
  const ring = many(corners, (): [number, number] => [98 + random(), 3 + random()])
  return [...ring, ring[0]!]
}
const circle = (corners: number, x = 98.5, size = 0.5): [number, number][] => {
  const ring = many(corners, (i): [number, number] => [
    x + size * Math.cos((2 * Math.PI * i) / corners),
    3 + size * Math.sin((2 * Math.PI * i) / corners),
  ])
  return [...ring, ring[0]!]
}
const field = ringIn(4326).reverse()
const kmlOf = (coordinates: string): string =>
  `<kml><Document><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>`
const withDbf = (data: Buffer) => zip([{ name: 'a.shp', data: shp([[field]]) }, { name: 'a.dbf', data }]) // prettier-ignore
const withPrj = (data: string) => zip([{ name: 'a.shp', data: shp([[field]]) }, { name: 'a.prj', data }]) // prettier-ignore
const sized = (edit: (file: Buffer) => void, file: Buffer): Buffer => {
  edit(file)
  return file
}

/** An archive whose entries all point at one body: the smallest bomb of many files. */
function overlapping(): Buffer {
  const one = zip([{ name: 'a.shp', data: Buffer.alloc(8 * MB, 'aXbY1234') }])
  const end = one.length - 22
  const start = one.readUInt32LE(end + 16)
  const entry = one.subarray(start, end)
  const tail = Buffer.from(one.subarray(end))
  tail.writeUInt16LE(150, 8)
  tail.writeUInt16LE(150, 10)
  return Buffer.concat([one.subarray(0, start), ...many(150, () => entry), tail])
}

const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${many(9, (i) => `<!ENTITY lol${i + 1} "${fill(`&lol${i || ''};`, 60)}">`).join('')}]><kml>&lol9;</kml>`

/** Files that mean harm, made one at a time: what they are, their bytes, what they may be answered. */
export const HOSTILE: Record<string, () => Uint8Array | string> = {
  'a zip bomb': () => zip([{ name: 'a.kml', data: Buffer.alloc(60 * MB) }]),
  'a zip bomb that says it is small': () =>
    zip([{ name: 'a.kml', data: Buffer.alloc(100 * MB), lies: { size: 100 } }]),
  'many entries over one body': overlapping,
  '5,000 entries': () => zip(many(5000, (i) => ({ name: `${i}.shp`, data: 'x' }))),
  'a zip in a zip': () => zip([{ name: 'a.zip', data: zip([{ name: 'a.shp', data: 'x' }]) }]),
  'paths that climb': () =>
    zip([
      { name: '../../../etc/passwd.shp', data: shp([[field]]) },
      { name: 'C:\\windows\\a.shp', data: shp([[field]]) },
      { name: '/etc/\0x.shp', data: 'x' },
    ]),
  'a name of 60,000 letters': () => zip([{ name: `${fill('a.', 60_000)}.shp`, data: 'x' }]),
  'a password': () => zip([{ name: 'a.shp', data: 'x', lies: { flags: 1 } }]),
  'an unknown method': () => zip([{ name: 'a.shp', data: 'x', lies: { method: 99 } }]),
  'a wrong checksum': () => zip([{ name: 'a.shp', data: shp([[field]]), lies: { crc: 7 } }]),
  'a directory beyond the end': () =>
    sized((file) => file.writeUInt32LE(0xfffffff0, file.length - 6), zip([{ name: 'a.shp', data: 'x' }])), // prettier-ignore
  'an end without a beginning': () => Buffer.from('PK\x05\x06' + '\xff'.repeat(18), 'latin1'),
  'a billion laughs': () => laughs,
  'an external entity': () => '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml>&x;</kml>',
  'XML 100,000 deep': () => `<kml>${fill('<a>', 300_000)}`,
  'XML of five million empty elements': () => `<kml>${fill('<a/>', 19 * MB)}</kml>`,
  'an XML tag of 19 MB': () => `<kml><a ${fill('b="1" ', 19 * MB)}/></kml>`,
  'an XML tag without an end': () => `<kml ${fill('"', 19 * MB)}`,
  'KML with 19 MB of words for coordinates': () => kmlOf(fill('a', 19 * MB)),
  'KML with 19 MB of white space for coordinates': () => kmlOf(fill(' ', 19 * MB)),
  'KML with 19 MB of commas for coordinates': () => kmlOf(fill(',', 19 * MB)),
  'KML with NaN': () => kmlOf('nan,nan 98,3 inf,3 98,4 nan,nan'),
  'KML with a million points': () => kmlOf(fill('98.1,3.1 ', 9 * MB)),
  'KML with a million placemarks': () => `<kml>${fill('<Placemark></Placemark>', 19 * MB)}</kml>`,
  'GPX with a million points': () =>
    `<gpx><trk><trkseg>${fill('<trkpt lat="3" lon="98"/>', 19 * MB)}</trkseg></trk></gpx>`,
  'JSON 100,000 deep': () => fill('[', 100_000),
  'JSON of 20 million brackets': () => `{"a":${fill('[', 19 * MB)}`,
  'JSON with two million keys': () => `{${many(1_500_000, (i) => `"k${i}":1`).join(',')}}`,
  'GeoJSON with a million points': () => geojson(many(700_000, () => [98.1, 3.1])),
  'GeoJSON with NaN': () => '{"type":"Polygon","coordinates":[[[NaN,1],[2,3],[4,5],[NaN,1]]]}',
  'GeoJSON with numbers beyond all bounds': () =>
    '{"type":"Polygon","coordinates":[[[1e999,1],[2,-1e999],[4,5],[1e999,1]]]}',
  'GeoJSON that is cut off': () => geojson(field).slice(0, -9),
  'GeoJSON of nothing': () => '{}',
  'GeoJSON with a poisoned prototype': () =>
    `{"type":"Feature","properties":{"__proto__":{"x":1},"constructor":"a"},"geometry":{"type":"Polygon","coordinates":[${JSON.stringify(field)}]}}`,
  'GeoJSON with a property of 15 MB': () =>
    `{"type":"Feature","properties":{"LUASTERTUL":"${fill('1.', 15 * MB)}","${fill('pemilik', 4 * MB)}":"${fill('9', 200_000)}"},"geometry":{"type":"Polygon","coordinates":[${JSON.stringify(field)}]}}`,
  'a scribble of 1,000 corners': () => geojson(scribble(1000)),
  'a scribble of 20,000 corners': () => geojson(scribble(20_000)),
  'a scribble of 90,000 corners': () => geojson(scribble(90_000)),
  'a circle of 99,000 corners': () => geojson(circle(99_000)),
  '95 parts of 1,000 corners that cross themselves': () =>
    JSON.stringify({
      type: 'MultiPolygon',
      coordinates: many(95, () => {
        const ring = circle(1000)
        return [[...ring.slice(0, 500), ...ring.slice(500, 1000).reverse(), ring[0]]]
      }),
    }),
  '500 bow-ties': () =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: many(500, (n) => {
        const ring = circle(300, 98 + n / 1000, 0.0004)
        const tie = [...ring.slice(0, 100), ...ring.slice(100, 200).reverse(), ...ring.slice(200, 300)]
        return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [[...tie, tie[0]]] } }
      }),
    }),
  '20,000 parcels': () =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: many(19_000, (n) => ({
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [circle(4, 98 + n / 20_000, 0.00001)] },
      })),
    }),
  'one parcel of 24,000 parts': () =>
    JSON.stringify({ type: 'MultiPolygon', coordinates: many(24_000, (n) => [circle(3, 98 + n / 24_000, 0.00001)]) }), // prettier-ignore
  'one parcel of 24,000 equal parts': () =>
    JSON.stringify({ type: 'MultiPolygon', coordinates: many(24_000, () => [circle(3)]) }),
  'a .shp that is cut off': () => zip([{ name: 'a.shp', data: shp([[field], [field]]).subarray(0, -40) }]), // prettier-ignore
  'a .shp of its header': () => zip([{ name: 'a.shp', data: shp([[field]]).subarray(0, 60) }]),
  'a .shp with four billion parts': () =>
    zip([{ name: 'a.shp', data: sized((file) => file.writeInt32LE(-1, 144), shp([[field]])) }]),
  'a .shp with a million parts and no points': () => zip([{ name: 'a.shp', data: shp([many(1_000_000, () => [])]) }]), // prettier-ignore
  'a .shp with two billion points': () =>
    zip([{ name: 'a.shp', data: sized((file) => file.writeInt32LE(0x7fffffff, 148), shp([[field]])) }]), // prettier-ignore
  'a .shp with a record of no length': () =>
    zip([{ name: 'a.shp', data: sized((file) => file.writeInt32BE(0, 104), shp([[field]])) }]),
  'a .shp with NaN': () => zip([{ name: 'a.shp', data: shp([[[[NaN, NaN], [98, 3], [98, 4], [NaN, NaN]]]]) }]), // prettier-ignore
  'a .shp with a million points': () => zip([{ name: 'a.shp', data: shp([[many(1_000_000, (i) => [98 + i / 1e7, 3] as const)]]) }]), // prettier-ignore
  'a .shp of 60,000 rings': () => zip([{ name: 'a.shp', data: shp([many(60_000, (n) => (n % 2 ? circle(3, 98 + n / 1e5, 1e-6) : circle(3, 98, 1e-6).reverse()))]) }]), // prettier-ignore
  'a wrong .shx': () => zip([{ name: 'a.shp', data: shp([[field]]) }, { name: 'a.shx', data: Buffer.alloc(5000, 255) }]), // prettier-ignore
  'a .dbf with four billion rows': () => withDbf(sized((file) => file.writeUInt32LE(0xffffffff, 4), dbf([{ A: 'x' }]))), // prettier-ignore
  'a .dbf with a header beyond its end': () => withDbf(sized((file) => file.writeUInt16LE(65_535, 8), dbf([{ A: 'x' }]))), // prettier-ignore
  'a .dbf with rows of no length': () => withDbf(sized((file) => file.writeUInt16LE(0, 10), dbf([{ A: 'x' }]))), // prettier-ignore
  'a .dbf with 400 fields': () => withDbf(dbf([Object.fromEntries(many(400, (i) => [`F${i}`, 'x']))])), // prettier-ignore
  'HTML named .prj': () => withPrj('<html><body>Not found</body></html>'),
  'a .prj of 5 MB': () => withPrj(fill('PROJCS["', 5 * MB)),
  'a .prj 10,000 deep': () => withPrj(fill('A[', 20_000)),
  'a .prj with NaN': () => withPrj(esriTm3(97.5).replace('97.5', 'NaN')),
  'a .prj of spaces': () => withPrj(fill(' ', 15_000)),
  'a table with a million rows': () => fill('98.1,3.1\n', 9 * MB),
  'a table of 19 MB of line breaks': () => fill('\n', 19 * MB),
  'a table with one line of 19 MB of digits': () => fill('1', 19 * MB),
  'a table with lines of digits': () => fill(`${fill('1', 1990)}\n`, 19 * MB),
  'a table with lines of degrees': () => fill(`${fill('1°', 1990)}\n`, 15 * MB),
  'a table with lines of colons': () => fill(`${fill('1:1', 1990)}\n`, 19 * MB),
  'a table with lines of spaces and a degree': () => fill(`1${fill(' ', 1980)}°\n`, 19 * MB),
  'a table with lines of quotes': () => fill(`${fill('"', 1990)}\n`, 19 * MB),
  'a table with 1,000 columns': () => fill(`${fill('1,', 1990)}\n`, 19 * MB),
  'a table with lines of numbers and commas': () => fill(`${fill('1.111,', 1990)} 2\n`, 4 * MB),
  'a table with NaN': () => 'x,y\nNaN,NaN\n1,2\nInfinity,3\n4,5\n',
  'WKT 100,000 deep': () => `POLYGON ${fill('(', 100_000)}`,
  'WKT with a million points': () => `POLYGON ((${fill('98.1 3.1,', 15 * MB)}98 3))`,
  'WKT with 19 MB of spaces': () => `POLYGON ((98 3, 98 4, 97 4, 98 3)) POLYGON${fill(' ', 19 * MB)}(`,
  'WKT with a million keywords': () => `POLYGON ((1 2)) ${fill('SRID=   POLYGON ', 19 * MB)}`,
  'WKT with a million polygons': () => fill('POLYGON((1 2,3 4,5 6,1 2))\n', 19 * MB),
  'zeros': () => Buffer.alloc(19 * MB),
  'a byte order mark and nothing': () => Buffer.from([0xff, 0xfe]),
  'half a character in UTF-16': () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(4 * MB + 1, 0xd8)]), // prettier-ignore
} // prettier-ignore
