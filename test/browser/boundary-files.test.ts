import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Position } from '../../functions/domain/boundary.ts'
import {
  csv,
  type Drawn,
  geojson,
  gpx,
  inTm3,
  kml,
  kmz,
  shapefile,
  tm3Prj,
  wkt,
} from '../fixtures/boundary-files.ts'
import { ask } from '../functions/requests.ts'
import { test } from './browser.ts'
import { atBoundary, choose, CORNERS, saved } from './officer.ts'

const RING = [...CORNERS, CORNERS[0]!]
const field: Drawn = { ring: RING, row: { NAMA_BLOK: 'Kebun 1', NIB: '02140401000027' } }
const inZone: Drawn = { ...field, ring: inTm3(RING) }
const BINJAI = tm3Prj('47.1', 97.5)

/** What the registry has of the boundary, once the draft is saved. */
async function boundaryOf(page: Page, get: (path: string) => Promise<{ body: any }>, id: string) {
  await saved(page)
  const { body } = await get(`/parcels/${id}`)
  return { ring: body.geometry.coordinates[0] as Position[], from: body.properties.boundarySource }
}

/** Largest distance between corners of two rings, in metres. */
const apart = (a: readonly Position[], b: readonly Position[]): number =>
  Math.max(
    ...a.map(([lng, lat], i) => 111_320 * Math.hypot(lng - b[i]![0], lat - b[i]![1])),
    a.length === b.length ? 0 : Infinity,
  )

test('a file of each kind becomes the boundary, and its original is kept', async ({
  visit,
  as,
}) => {
  const page = await visit({ account: 'petugas.binjai', path: '/daftarkan' })
  const id = await atBoundary(page)
  const files = [
    { name: 'bidang.geojson', file: geojson([field]), format: 'geojson', epsg: 4326 },
    { name: 'bidang.kml', file: kml([field]), format: 'kml', epsg: 4326 },
    { name: 'bidang.kmz', file: kmz([field]), format: 'kmz', epsg: 4326 },
    { name: 'keliling.gpx', file: gpx(field), format: 'gpx', epsg: 4326 },
    {
      name: 'persil.zip',
      file: shapefile('persil', [inZone], BINJAI),
      format: 'shapefile',
      epsg: 23831,
    },
    { name: 'bidang.wkt', file: wkt(field), format: 'wkt', epsg: 4326 },
    { name: 'titik.csv', file: csv(field, 'bujur;lintang'), format: 'csv', epsg: 4326 },
  ]
  for (const { name, file, format, epsg } of files) {
    await choose(page, name, file)
    await page.getByRole('button', { name: 'Pakai bidang ini' }).click()
    await page.getByText(`Berkas asli ${name} tersimpan.`).waitFor()
    const { ring, from } = await boundaryOf(page, (path) => ask(as('petugas.binjai'), 'GET', path), id) // prettier-ignore
    expect(apart(ring, RING), name).toBeLessThan(0.001)
    expect(from, name).toMatchObject({ method: 'file', fileName: name, format, epsg })
    expect(from.original, name).toMatch(/^POLYGON/)
    expect(from.document, name).toMatch(/^[0-9a-f-]{36}$/)
  }
  const { body } = await ask(as('petugas.binjai'), 'GET', `/parcels/${id}/documents`)
  expect(body.documents.map(({ kind }: { kind: string }) => kind)).toEqual(
    files.map(() => 'berkas-batas'),
  )
})

describe('what is wrong with a file is named, and what is proposed works:', () => {
  const [a, b, c, , e] = CORNERS as [Position, Position, Position, Position, Position]
  const bowTie: Position[] = [a, b, e, c, a]
  const swapped = RING.map(([lng, lat]): Position => [lat, lng])
  test.for([
    {
      name: 'a bow-tie',
      file: { name: 'silang.geojson', text: geojson([{ ...field, ring: bowTie }]) },
      says: /memotong dirinya/,
      proposal: 'Perbaiki garis yang bersilang',
      kind: 'repair',
      epsg: 4326,
      after: 'Bidang ini terdiri atas 2 bagian terpisah.',
    },
    {
      name: 'longitude and latitude swapped',
      file: { name: 'tukar.geojson', text: geojson([{ ...field, ring: swapped }]) },
      says: /tertukar/i,
      proposal: 'Tukar bujur dan lintang',
      kind: 'swap',
      epsg: 4326,
      after: 'Bentuk batas tidak bermasalah.',
    },
    {
      name: 'a zone that is not that of the address',
      file: { name: 'zona.zip', text: shapefile('zona', [inZone], tm3Prj('49.1', 109.5)) },
      says: /zona/i,
      proposal: 'Zona TM-3 lain',
      kind: 'zone',
      epsg: 23831,
      after: 'Bentuk batas tidak bermasalah.',
    },
  ])('$name', async ({ file, says, proposal, kind, epsg, after }, { visit, as }) => {
    const page = await visit({ account: 'petugas.binjai', path: '/daftarkan' })
    const id = await atBoundary(page)
    await choose(page, file.name, file.text)
    const result = page.getByRole('region', { name: 'Isi berkas' })
    await result.getByRole('alert').filter({ hasText: says }).first().waitFor()
    // Nothing is taken that was not chosen.
    await result.getByRole('button', { name: 'Pakai seperti di berkas' }).click()
    await result.getByText('Pilih dulu: seperti di berkas, atau usulannya.').waitFor()
    await result.getByRole('radio', { name: proposal }).first().check()
    const key = page.getByRole('group', { name: 'Keterangan garis' })
    await key.getByRole('button', { name: /^Seperti di berkas/ }).waitFor()
    await key.getByRole('button', { name: 'Usulan' }).waitFor()
    await result.getByRole('button', { name: 'Pakai usulan ini' }).click()
    await page.getByText(after).waitFor()
    await page.getByText(`Berkas asli ${file.name} tersimpan.`).waitFor()
    const { from, ring } = await boundaryOf(page, (path) => ask(as('petugas.binjai'), 'GET', path), id) // prettier-ignore
    expect(from).toMatchObject({ proposals: [kind], epsg })
    if (kind !== 'repair') expect(apart(ring, RING)).toBeLessThan(0.001)
  })

  test('a missing .prj', async ({ visit, as }) => {
    const page = await visit({ account: 'petugas.binjai', path: '/daftarkan' })
    const id = await atBoundary(page)
    await choose(page, 'tanpa.zip', shapefile('tanpa', [inZone]))
    const result = page.getByRole('region', { name: 'Isi berkas' })
    await result.getByText('Sistem koordinat berkas tidak tertulis.').waitFor()
    await result.getByRole('button', { name: 'Baca dengan sistem ini' }).click()
    await result.getByText('Pilih satu sistem dulu.').waitFor()
    await result.getByRole('radio', { name: /47\.1 di wilayah alamat bidang/ }).check()
    await result.getByRole('button', { name: 'Baca dengan sistem ini' }).click()
    await result.getByText(/Anda yang memilih/).waitFor()
    await result.getByRole('button', { name: 'Pakai bidang ini' }).click()
    await page.getByText('Berkas asli tanpa.zip tersimpan.').waitFor()
    const { from, ring } = await boundaryOf(page, (path) => ask(as('petugas.binjai'), 'GET', path), id) // prettier-ignore
    expect(from).toMatchObject({ known: 'chosen', epsg: 23831 })
    expect(apart(ring, RING)).toBeLessThan(0.001)
  })
})

test('what is no boundary is refused in words, and the draft stays as it was', async ({
  visit,
}) => {
  const page = await visit({
    account: 'petugas.binjai',
    path: '/daftarkan',
    expecting: [/422 POST \/api\/boundaries\/inspections/],
  })
  await atBoundary(page)
  await choose(page, 'rapat.zip', 'bukan zip')
  await page.getByText('rapat.zip tidak terbaca').waitFor()
  await page.getByText('Berkas tidak terbaca', { exact: true }).waitFor()
})

test('values of a file go into the form when they are ticked, and never unsaid over others', async ({
  visit,
  as,
}) => {
  const page = await visit({ account: 'petugas.binjai', path: '/daftarkan' })
  const id = await atBoundary(page)
  const rows = ['02140401000027', '02140401000028'].map((NIB) => ({ NIB, PEMILIK: 'Budi Santoso' }))
  const two = rows.map((row) => ({ ...field, row }))
  await choose(page, 'dua.geojson', geojson(two))
  await page.getByRole('radio', { name: /02140401000027/ }).check()
  expect(await page.getByText('Budi').count()).toBe(0)
  const nib = page.getByRole('checkbox', { name: /0214/ })
  expect(await nib.isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Pakai bidang ini' }).click()
  await page.getByText('Berkas asli dua.geojson tersimpan.').waitFor()
  await page.getByRole('button', { name: 'Pilih bidang lain dari berkas ini' }).click()
  await page.getByRole('radio', { name: /02140401000028/ }).check()
  await page.getByText('mengganti “02140401000027”').waitFor()
  expect(await nib.isChecked()).toBe(false)
  await page.getByRole('button', { name: 'Pakai bidang ini' }).click()
  await saved(page)
  const { body } = await ask(as('petugas.binjai'), 'GET', `/parcels/${id}`)
  expect(body.properties.titles).toEqual([{ nibBidang: '02140401000027' }])
})
