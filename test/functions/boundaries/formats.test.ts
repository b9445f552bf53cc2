import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { test } from '../../stack.ts'
import { dbf, esriTm3, ogcUtm, shp, zip } from './archive.ts'
import { FIELD_M2, geojson, ringIn, wkt } from './field.ts'
import { inspect } from './inspecting.ts'

const clockwise = (epsg: Parameters<typeof ringIn>[0]) => ringIn(epsg).reverse()
const tuples = (ring: readonly (readonly [number, number])[]): string =>
  ring.map(([x, y]) => `${x},${y},0`).join(' ')

const kml = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>${inner}</Folder></Document></kml>`
const polygon = (ring: readonly (readonly [number, number])[]): string =>
  `<Placemark><name>Lahan &amp; kebun</name><Polygon><outerBoundaryIs><LinearRing><coordinates>\n${tuples(ring)}\n</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`
const gpx = (ring: readonly (readonly [number, number])[]): string =>
  `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Keliling</name><trkseg>${ring.map(([x, y]) => `<trkpt lat="${y}" lon='${x}'><ele>30</ele></trkpt>`).join('')}</trkseg></trk></gpx>`

const shapefile = (prj: string | undefined, epsg: Parameters<typeof ringIn>[0], name = 'persil') =>
  zip([
    { name: `${name}.shp`, data: shp([[clockwise(epsg)]]) },
    { name: `${name}.dbf`, data: dbf([{ NIB: '00027' }]) },
    ...(prj ? [{ name: `${name}.prj`, data: prj }] : []),
  ])

interface Case {
  file: string | Uint8Array
  format: string
  epsg: number
  known: string
}
const FILES: Record<string, Case> = {
  GeoJSON: { file: geojson(ringIn(4326)), format: 'geojson', epsg: 4326, known: 'declared' },
  'GeoJSON, TM-3 by the older crs member': { file: geojson(ringIn(23831), 'urn:ogc:def:crs:EPSG::23831'), format: 'geojson', epsg: 23831, known: 'declared' },
  'a bare geometry with heights': { file: JSON.stringify({ type: 'Polygon', coordinates: [ringIn(4326).map((at) => [...at, 12])] }), format: 'geojson', epsg: 4326, known: 'declared' },
  KML: { file: kml(polygon(ringIn(4326))), format: 'kml', epsg: 4326, known: 'declared' },
  'KML, a closed path and a road beside it': { file: kml(`<Placemark><LineString><coordinates>${tuples(ringIn(4326))}</coordinates></LineString></Placemark>`), format: 'kml', epsg: 4326, known: 'declared' },
  'KML, corners as points': { file: kml(ringIn(4326).slice(0, 4).map((at, i) => `<Placemark><name>P${i}</name><Point><coordinates>${at}</coordinates></Point></Placemark>`).join('')), format: 'kml', epsg: 4326, known: 'declared' },
  KMZ: { file: zip([{ name: 'doc.kml', data: kml(polygon(ringIn(4326))) }, { name: 'files/a.png', data: 'x' }]), format: 'kmz', epsg: 4326, known: 'declared' },
  'GPX, a walk round the field': { file: gpx(ringIn(4326)), format: 'gpx', epsg: 4326, known: 'declared' },
  'shapefile, TM-3 by ESRI': { file: shapefile(esriTm3(97.5), 23831), format: 'shapefile', epsg: 23831, known: 'prj' },
  'shapefile, TM-3 under a foreign name': { file: shapefile(esriTm3(97.5, 'Peta_Kantah'), 23831), format: 'shapefile', epsg: 23831, known: 'prj' },
  'shapefile, UTM by OGC': { file: shapefile(ogcUtm(47, 'N'), 32647), format: 'shapefile', epsg: 32647, known: 'prj' },
  'shapefile, capitals in a folder': { file: zip([{ name: 'KIRIM/PERSIL.SHP', data: shp([[clockwise(4326)]]) }, { name: 'KIRIM/Persil.PRJ', data: 'EPSG:4326' }, { name: '__MACOSX/._PERSIL.SHP', data: 'x' }]), format: 'shapefile', epsg: 4326, known: 'prj' },
  'shapefile with heights (PolygonZ)': { file: zip([{ name: 'a.shp', data: shp([[clockwise(4326)]], 15) }, { name: 'a.prj', data: 'EPSG:4326' }]), format: 'shapefile', epsg: 4326, known: 'prj' },
  WKT: { file: wkt(ringIn(4326)), format: 'wkt', epsg: 4326, known: 'guessed' },
  'EWKT in TM-3': { file: `SRID=23831;${wkt(ringIn(23831))}`, format: 'wkt', epsg: 23831, known: 'declared' },
  'EWKT in SRGI2013 UTM': { file: `SRID=9477;${wkt(ringIn(9477))}`, format: 'wkt', epsg: 9477, known: 'declared' },
  'EWKT in Web Mercator': { file: `SRID=3857;${wkt(ringIn(3857))}`, format: 'wkt', epsg: 3857, known: 'declared' },
  'a table with a column of WKT': { file: `id;geom\n1;"${wkt(ringIn(4326))}"\n`, format: 'wkt', epsg: 4326, known: 'guessed' },
  'a GeoJSON within a ZIP': { file: zip([{ name: 'a.geojson', data: geojson(ringIn(4326)) }]), format: 'geojson', epsg: 4326, known: 'declared' },
} // prettier-ignore

/** The corners in one order, whichever way round and wherever the ring begins. */
const sorted = (ring: readonly (readonly number[])[]): number[][] => {
  const key = ([lng = 0, lat = 0]: readonly number[]): number =>
    Math.round(lng * 1e4) * 1e6 + Math.round(lat * 1e4)
  return ring.slice(0, -1).map((at) => [...at]).sort((a, b) => key(a) - key(b)) // prettier-ignore
}

test('every format says the same field', async ({ as }) => {
  for (const [name, { file, format, epsg, known }] of Object.entries(FILES)) {
    const { status, body } = await inspect(as('petugas.binjai'), file, { name, upt: 'lapas-kelas-iia-binjai' }) // prettier-ignore
    expect([name, status, body.detail]).toEqual([name, 200, undefined])
    expect([name, body.format, body.crs.epsg, body.crs.known]).toEqual([name, format, epsg, known])
    expect([name, body.polygons.length]).toEqual([name, 1])
    const [found] = body.polygons
    expect([name, found!.faults]).toEqual([name, []])
    const ring = sorted(found!.geometry!.coordinates[0] as number[][])
    sorted(ringIn(4326)).forEach(([lng, lat], i) => {
      expect(Math.abs(ring[i]![0]! - lng!)).toBeLessThan(2e-9) // 0.2 mm: the ordinates end at 0.1 mm
      expect(Math.abs(ring[i]![1]! - lat!)).toBeLessThan(2e-9)
    })
    expect(Math.abs(found!.areas!.ellipsoidalM2 - FIELD_M2)).toBeLessThan(0.1)
    expect(found!.corners).toBe(4)
  }
})

test('ordinates are kept exactly as they came', async ({ as }) => {
  const file = FILES['shapefile, TM-3 by ESRI']!.file
  const { body } = await inspect(as('petugas.binjai'), file)
  expect(body.polygons[0]!.original).toBe(wkt(clockwise(23831)))
  expect(body.polygons[0]!.id).toBe('persil.shp#1')
})

test('the land office’s attributes fill the form; names and numbers of persons are dropped', async ({
  as,
}) => {
  const row = {
    NIB: '02140401000027',
    Nomor_Hak: '02.14.04.01.4.00027',
    SURAT_UKUR: '27/Binjai/2020',
    LUASTERTUL: '12285',
    LUASPETA: '12.286,5',
    PEMILIK: 'Budi Santoso',
    NAMA: 'Siti Aminah',
    NAMA_PEMIL: 'Siti Aminah',
    NM_PEMEGAN: 'Siti Aminah',
    SANDI: '1271 0101 0101 0001',
    NIK: '3201010101010001',
    CATATAN: 'KTP 3201010101010001',
    TIPEHAK: 'Hak Pakai',
  }
  const file = zip([
    { name: 'a.shp', data: shp([[clockwise(23831)]]) },
    { name: 'a.dbf', data: dbf([row]) },
    { name: 'a.prj', data: esriTm3(97.5) },
  ])
  const { body } = await inspect(as('petugas.binjai'), file)
  const [found] = body.polygons
  expect(found!.fills.map(({ pointer, value }) => [pointer, value])).toEqual([
    ['/properties/titles/0/nibBidang', '02140401000027'],
    ['/properties/titles/0/number', '02.14.04.01.4.00027'],
    ['/properties/titles/0/suratUkur/number', '27/Binjai/2020'],
    ['/properties/titles/0/areaM2', 12285],
    ['/properties/titles/0/suratUkur/areaM2', 12286.5],
  ])
  expect(Object.keys(found!.attributes)).toEqual([
    'NIB',
    'Nomor_Hak',
    'SURAT_UKUR',
    'LUASTERTUL',
    'LUASPETA',
    'TIPEHAK',
  ])
  expect(JSON.stringify(body)).not.toMatch(/Budi|Siti|3201010101010001/)
})

test('a .cpg says how names are written', async ({ as }) => {
  const file = (cpg: string, encoding: BufferEncoding) =>
    zip([
      { name: 'a.shp', data: shp([[clockwise(4326)]]) },
      { name: 'a.dbf', data: dbf([{ DESA: 'Désa Ñ' }], encoding) },
      { name: 'a.prj', data: 'EPSG:4326' },
      { name: 'A.CPG', data: cpg },
    ])
  for (const [cpg, encoding] of [
    ['UTF-8', 'utf8'],
    ['1252', 'latin1'],
    ['ISO-8859-1', 'latin1'],
  ] as const) {
    // prettier-ignore
    const { body } = await inspect(as('petugas.binjai'), file(cpg, encoding))
    expect([cpg, body.polygons[0]!.attributes]).toEqual([cpg, { DESA: 'Désa Ñ' }])
  }
})

test('a hole belongs to the shell around it, and several shapefiles are several layers', async ({
  as,
}) => {
  const square = (x: number, y: number, size: number): [number, number][] =>
    [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]] as [number, number][] // prettier-ignore
  const rings = [square(98, 3, 0.01), square(98.1, 3, 0.01), square(98.102, 3.002, 0.002).reverse()]
  const file = zip([
    { name: 'satu.shp', data: shp([rings]) },
    { name: 'satu.prj', data: 'EPSG:4326' },
    { name: 'dua.shp', data: shp([[clockwise(23831)], [clockwise(23831)]]) },
    { name: 'dua.prj', data: esriTm3(97.5) },
  ])
  const { body } = await inspect(as('petugas.binjai'), file)
  expect(body.polygons.map(({ id, layer, epsg }) => [id, layer, epsg])).toEqual([
    ['satu.shp#1', 'satu.shp', 4326],
    ['dua.shp#1', 'dua.shp', 23831],
    ['dua.shp#2', 'dua.shp', 23831],
  ])
  const { geometry } = body.polygons[0]!
  expect(geometry!.type).toBe('MultiPolygon')
  expect((geometry!.coordinates as unknown[][]).map(({ length }) => length)).toEqual([1, 2])
  const one = await inspect(as('petugas.binjai'), file, { polygon: 'dua.shp#2' })
  expect(one.body.polygons.map(({ id }) => id)).toEqual(['dua.shp#2'])
  const none = await inspect(as('petugas.binjai'), file, { polygon: 'tiga.shp#1' })
  expect(none.status).toBe(404)
})

test('a column of the table tells parcels apart', async ({ as }) => {
  const rows = ['A', 'B'].flatMap(
    (id, n) =>
    ringIn(4326).slice(0, 4).map(([x, y]) => `${id},${x + n / 100},${y}`), // prettier-ignore
  )
  const { body } = await inspect(as('petugas.binjai'), `bidang,lon,lat\n${rows.join('\n')}`)
  expect(body.polygons.map(({ id, corners }) => [id, corners])).toEqual([
    ['#A', 4],
    ['#B', 4],
  ])
})

const REAL = new URL('../../../../shared/data/real/', import.meta.url)

test.skipIf(!existsSync(REAL))('206 real parcels in TM-3 read to within 1 mm', async ({ as }) => {
  const read = async (name: string) => {
    const { status, body } = await inspect(as('petugas.binjai'), readFileSync(new URL(name, REAL)), { wilayah: '32.09' }) // prettier-ignore
    expect(status).toBe(200)
    expect(body.polygons).toHaveLength(206)
    return body.polygons.map(({ geometry }) => geometry!.coordinates.flat(9) as number[])
  }
  const [plane, degrees, google] = [
    await read('sumber_shp_tm3_49.1.zip'),
    await read('sumber_shp_wgs84.zip'),
    await read('sumber.kml'),
  ]
  const MM = 0.001 / 111_320 // degrees, at most, along either axis
  for (const other of [degrees, google])
    plane.forEach((corners, i) => {
      expect(corners).toHaveLength(other[i]!.length)
      corners.forEach((each, j) => expect(Math.abs(each - other[i]![j]!)).toBeLessThan(MM))
    })
})
