import { expect } from 'vitest'
import { test } from '../../stack.ts'
import { type File, sha256Of, upload } from '../files.ts'
import { binjai } from '../../fixtures/parcels.ts'
import { ask, draft } from '../requests.ts'
import { esriTm3, shp, zip } from './archive.ts'
import { geojson, ringIn } from './field.ts'
import { inspect } from './inspecting.ts'

/** A file beyond what a body holds: the field, and six MB of white space. */
const large = Buffer.from(geojson(ringIn(4326)) + ' '.repeat(6_000_000))

test('a file beyond 4 MB goes by way of an upload', async ({ as, origin }) => {
  const petugas = as('petugas.binjai')
  const sha256 = sha256Of(large)
  const { status, body } = await ask(petugas, 'POST', '/boundaries/uploads', {
    name: 'persil.geojson',
    size: large.length,
    sha256,
  })
  expect(status).toBe(201)
  expect((await inspect(petugas, '', { upload: body.id })).status).toBe(404) // has not arrived
  expect((await fetch(`${origin}${body.url}`, { method: 'PUT', body: large })).status).toBe(200)
  const read = await inspect(petugas, '', { upload: body.id, name: 'persil.geojson' })
  expect(read.status).toBe(200)
  expect(read.body).toMatchObject({ name: 'persil.geojson', format: 'geojson', sha256 })
  const again = await inspect(petugas, '', { upload: body.id, epsg: '4326' })
  expect(again.body.crs.known).toBe('chosen')
  expect((await inspect(as('petugas.batang'), '', { upload: body.id })).status).toBe(404)
})

test('an upload of other bytes, and one that is too large', async ({ as, origin }) => {
  const petugas = as('petugas.binjai')
  const announce = (size: number) =>
    ask(petugas, 'POST', '/boundaries/uploads', { name: 'a.zip', size, sha256: '0'.repeat(64) })
  const { body } = await announce(5)
  expect((await fetch(`${origin}${body.url}`, { method: 'PUT', body: 'salah' })).status).toBe(200)
  const read = await inspect(petugas, '', { upload: body.id })
  expect([read.status, read.body.type]).toEqual([422, '/problems/file-differs'])
  expect((await announce(20 * 1024 * 1024)).status).toBe(201)
  expect((await announce(20 * 1024 * 1024 + 1)).status).toBe(413)
})

const archive = zip([{ name: 'a.shp', data: shp([[ringIn(23831).reverse()]]) }, { name: 'a.prj', data: esriTm3(97.5) }]) // prettier-ignore
const original = (
  contentType: string,
  bytes: Uint8Array | string,
  kind = 'berkas-batas',
): File => ({
  name: 'batas',
  kind,
  contentType,
  bytes: Buffer.from(bytes as string),
})

test('the original file is kept as a document of its own kind', async ({ as, origin }) => {
  const petugas = as('petugas.binjai')
  const { body: parcel } = await draft(petugas, binjai)
  const good = [
    original('application/zip', archive),
    original('application/vnd.google-earth.kmz', zip([{ name: 'doc.kml', data: '<kml/>' }])),
    original('application/vnd.google-earth.kml+xml', '\uFEFF<?xml version="1.0"?><kml/>'),
    original('application/gpx+xml', '<gpx/>'),
    original('application/geo+json', ` ${geojson(ringIn(4326))}`),
    original('text/csv', 'lon,lat\n98,3\n'),
    original('text/plain', 'POLYGON ((98 3, 98 4, 97 4, 98 3))'),
  ]
  for (const file of good) {
    const kept = await upload(petugas, origin, parcel.id, file)
    expect([file.contentType, kept.status]).toEqual([file.contentType, 200])
    const { document } = kept.body
    const link = await ask(petugas, 'GET', `/parcels/${parcel.id}/documents/${document.id}`)
    const served = await fetch(`${origin}${link.body.url}`)
    expect(served.headers.get('Content-Disposition')).toMatch(/^attachment/)
    expect(served.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(Buffer.from(await served.arrayBuffer()).equals(file.bytes)).toBe(true)
  }
  const bad = [
    original('application/zip', 'not a zip'),
    original('application/geo+json', '<html></html>'),
    original('application/gpx+xml', '{"a":1}'),
    original('text/csv', Buffer.from([1, 0, 2])),
    original('text/plain', archive),
  ]
  for (const file of bad) {
    const { status, body } = await upload(petugas, origin, parcel.id, file)
    expect([file.contentType, status, body.type]).toEqual([file.contentType, 422, '/problems/file-differs']) // prettier-ignore
  }
  const announced = await ask(petugas, 'POST', `/parcels/${parcel.id}/documents`, {
    kind: 'bast',
    name: 'a.zip',
    contentType: 'application/zip',
    size: archive.length,
    sha256: sha256Of(archive),
  })
  expect(announced.status).toBe(415)
})

test('a parcel keeps where its boundary comes from', async ({ as }) => {
  const petugas = as('petugas.binjai')
  const { body } = await inspect(petugas, archive, { name: 'persil.zip' })
  const [found] = body.polygons
  const source = {
    method: 'file',
    fileName: 'persil.zip',
    format: body.format,
    epsg: found!.epsg,
    known: body.crs.known,
    polygon: found!.id,
    original: found!.original,
    proposals: ['zone'],
    accuracyM: [3.5, 4],
  }
  const made = await draft(petugas, {
    type: 'Feature',
    geometry: found!.geometry,
    properties: { ...binjai.properties, boundarySource: source },
  })
  expect(made.status).toBe(201)
  const read = await ask(petugas, 'GET', `/parcels/${made.body.id}`)
  expect(read.body.properties.boundarySource).toEqual(source)
  expect(read.body.geometry).toEqual(found!.geometry)
  for (const original of ['POLYGON ((1 2))<script>', 'x'.repeat(60_001)]) {
    const refused = await draft(petugas, {
      type: 'Feature',
      geometry: null,
      properties: { ...binjai.properties, boundarySource: { ...source, original } },
    })
    expect([refused.status, refused.body.errors?.[0].pointer]).toEqual([422, '#/properties/boundarySource/original']) // prettier-ignore
  }
})
