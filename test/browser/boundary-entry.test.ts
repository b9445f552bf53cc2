import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Position } from '../../functions/domain/boundary.ts'
import { type Drawn, geojson, inTm3, shapefile, tm3Prj } from '../fixtures/boundary-files.ts'
import { ask } from '../functions/requests.ts'
import type { Send } from '../stack.ts'
import { test } from './browser.ts'
import { atBoundary, choose, CORNERS, saved } from './officer.ts'

const RING = [...CORNERS, CORNERS[0]!]
const field: Drawn = { ring: RING, row: { NAMA_BLOK: 'Kebun 1' } }

/** The boundary of a draft as the registry has it. */
async function stored(page: Page, send: Send, id: string) {
  await saved(page)
  const { body } = await ask(send, 'GET', `/parcels/${id}`)
  return { ring: body.geometry.coordinates[0] as Position[], from: body.properties.boundarySource }
}

/** Expect corners within a millimetre of those of the field, some 1e-8 degrees. */
const expectField = (ring: readonly Position[]): void => {
  expect(ring).toHaveLength(RING.length)
  for (const [i, [lng, lat]] of ring.entries()) {
    expect(lng).toBeCloseTo(RING[i]![0], 7)
    expect(lat).toBeCloseTo(RING[i]![1], 7)
  }
}

/** Drag files of this machine over a place in the window and let go: what a file manager does. */
async function drop(page: Page, onto: Locator, files: Record<string, string | Uint8Array>) {
  const folder = await mkdtemp(join(tmpdir(), 'petak-drop-'))
  const paths = Object.keys(files).map((name) => join(folder, name))
  await Promise.all(Object.values(files).map((text, i) => writeFile(paths[i]!, text)))
  const box = (await onto.boundingBox())!
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data: { items: [], files: paths, dragOperationsMask: 1 },
    })
  await session.detach()
  return () => rm(folder, { recursive: true })
}

/** Put something on the clipboard and press Ctrl+V beside all fields. */
async function paste(page: Page, text: string, picture = false) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('heading', { name: 'Batas bidang' }).click()
  await page.evaluate(
    async ([plain, withPicture]) => {
      const drawn = new OffscreenCanvas(8, 8)
      drawn.getContext('2d')
      const parts = { 'text/plain': new Blob([plain], { type: 'text/plain' }) }
      const png = withPicture && { 'image/png': await drawn.convertToBlob() }
      await navigator.clipboard.write([new ClipboardItem({ ...parts, ...png })])
    },
    [text, picture] as const,
  )
  await page.keyboard.press('Control+V')
}

describe('a shapefile in TM-3 is dropped', () => {
  const zip = shapefile('persil', [{ ...field, ring: inTm3(RING) }], tm3Prj('47.1', 97.5))
  test.for([
    { place: 'onto the field', onto: '.drop' },
    { place: 'onto the map', onto: '.boundary-view' },
  ])('$place', async ({ onto }, { visit, as }) => {
    const page = await visit({ account: 'petugas.binjai', path: '/daftarkan' })
    const id = await atBoundary(page)
    const clean = await drop(page, page.locator(onto), { 'persil.zip': zip })
    await page.getByRole('button', { name: 'Pakai bidang ini' }).click()
    await page.getByText('Berkas asli persil.zip tersimpan.').waitFor()
    await clean()
    const { ring, from } = await stored(page, as('petugas.binjai'), id)
    expectField(ring)
    expect(from).toMatchObject({ method: 'file', fileName: 'persil.zip', epsg: 23831 })
  })
})

test('parts of a shapefile that are dropped one by one are asked for as one zip', async ({
  visit,
}) => {
  const page = await visit({ account: 'petugas.binjai', path: '/daftarkan' })
  await atBoundary(page)
  const clean = await drop(page, page.locator('.drop'), { 'persil.shp': 'a', 'persil.dbf': 'b' })
  await page.getByRole('alert').filter({ hasText: 'dalam satu zip' }).waitFor()
  await clean()
})

describe('pasted by Ctrl+V', () => {
  const inMetres = inTm3(CORNERS, RING[0]![0])
  const table = ['No\tX\tY', ...inMetres.map(([x, y], i) => `${i + 1}\t${x}\t${y}`), ''].join(
    '\r\n',
  )

  test('a table of corners in TM-3, as a spreadsheet copies it, becomes the boundary', async ({
    visit,
    as,
  }) => {
    const page = await visit({ account: 'petugas.binjai', path: '/daftarkan' })
    const id = await atBoundary(page)
    await paste(page, table, true) // spreadsheets add a picture of the cells
    const result = page.getByRole('region', { name: 'Isi berkas' })
    await page.locator('.drop').getByText('Titik yang ditempel').waitFor()
    await result.getByRole('radio', { name: /47\.1 di wilayah alamat bidang/ }).check()
    await result.getByRole('button', { name: 'Baca dengan sistem ini' }).click()
    await result.getByRole('button', { name: 'Pakai bidang ini' }).click()
    const { ring, from } = await stored(page, as('petugas.binjai'), id)
    expectField(ring)
    expect(from).toMatchObject({ method: 'typed', format: 'csv', epsg: 23831, known: 'chosen' })
    expect(from.document).toBeUndefined()
  })

  test('a GeoJSON becomes the boundary', async ({ visit, as }) => {
    const page = await visit({ account: 'petugas.binjai', path: '/daftarkan' })
    const id = await atBoundary(page)
    await paste(page, geojson([field]))
    await page.getByRole('button', { name: 'Pakai bidang ini' }).click()
    const { ring, from } = await stored(page, as('petugas.binjai'), id)
    expect(ring).toEqual(RING)
    expect(from).toMatchObject({ method: 'typed', format: 'geojson', epsg: 4326 })
  })

  test('a sentence does nothing, and what is pasted into a field stays in it', async ({
    visit,
  }) => {
    const page = await visit({ account: 'petugas.binjai', path: '/daftarkan' })
    await atBoundary(page)
    await paste(page, 'Batas belum diukur.')
    await page.locator('summary').filter({ hasText: 'Tempel titik sudut' }).click()
    await page.getByLabel('Daftar titik').click()
    await page.evaluate((text) => navigator.clipboard.writeText(text), table)
    await page.keyboard.press('Control+V')
    await expect.poll(() => page.getByLabel('Daftar titik').inputValue()).toContain('No\tX\tY')
    expect(await page.getByRole('region', { name: 'Isi berkas' }).count()).toBe(0)
  })
})

describe('a file over 4 MB', () => {
  const large = geojson([field]).replace('{', `{${' '.repeat(6 * 1024 * 1024)}`)

  /** A link that takes some seconds for the file. */
  async function slow(page: Page) {
    const session = await page.context().newCDPSession(page)
    const bytesPerSecond = 2 * 1024 * 1024
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: bytesPerSecond,
    })
  }

  test('goes by an upload that tells how far it is', async ({ visit, as }) => {
    const page = await visit({ account: 'petugas.binjai', path: '/daftarkan' })
    const id = await atBoundary(page)
    await slow(page)
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`)) // prettier-ignore
    await choose(page, 'besar.geojson', large)
    await page.getByText(/^Mengirim besar\.geojson: [1-9]/).waitFor()
    const bar = page.getByRole('progressbar', { name: 'besar.geojson' })
    expect(await bar.evaluate((one: HTMLProgressElement) => one.position)).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Pakai bidang ini' }).click()
    await page.getByText('Berkas asli besar.geojson tersimpan.').waitFor()
    const { ring, from } = await stored(page, as('petugas.binjai'), id)
    expect(ring).toEqual(RING)
    expect(from).toMatchObject({ fileName: 'besar.geojson', format: 'geojson' })
    expect(sent).toContain('POST /api/boundaries/uploads')
  })

  test('can be stopped on its way, and the draft stays as it was', async ({ visit }) => {
    const page = await visit({ account: 'petugas.binjai', path: '/daftarkan' })
    await atBoundary(page)
    await slow(page)
    await choose(page, 'besar.geojson', large)
    await page.getByText(/^Mengirim besar\.geojson: [1-9]/).waitFor()
    await page.getByRole('button', { name: 'Batalkan' }).click()
    await page.getByText(/besar\.geojson/).waitFor({ state: 'detached' })
    expect(await page.getByRole('region', { name: 'Isi berkas' }).count()).toBe(0)
  })
})
