import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import type { Position } from '../../functions/domain/boundary.ts'
import { toTm3, tm3Zone } from '../../functions/domain/tm3.ts'
import { binjai, numbered, squareAt } from '../fixtures/parcels.ts'
import { ask, draft, step } from '../functions/requests.ts'
import { test } from './browser.ts'
import type { Size } from './chromium.ts'
import { atBoundary, choose, CORNERS, giveBoundary, saved, unfold } from './officer.ts'

const REAL = new URL('../../../shared/data/real/sumber_shp_tm3_49.1.zip', import.meta.url)

test('walking around a field adds corners, with the accuracy of each', async ({ visit, as }) => {
  const page = await visit({ size: 'phone', account: 'petugas.binjai', path: '/daftarkan' })
  const phone = page.context()
  const id = await atBoundary(page)
  const tool = page.getByRole('button', { name: 'Berjalan (GPS)' })
  const bar = page.getByRole('region', { name: 'Berjalan mengelilingi lahan' })
  const add = bar.getByRole('button', { name: 'Tambah sudut di sini' })
  const stand = ([longitude, latitude]: Position, accuracy: number) =>
    phone.setGeolocation({ longitude, latitude, accuracy })

  await tool.click()
  await bar.getByRole('alert').filter({ hasText: 'Izin lokasi ditolak' }).waitFor()
  await bar.getByRole('button', { name: 'Selesai' }).click()
  await phone.grantPermissions(['geolocation'])
  await stand(CORNERS[0]!, 31)
  await tool.click()
  await bar.getByText('Masih kasar').waitFor()
  for (const [at, corner] of CORNERS.slice(0, 4).entries()) {
    await stand(corner, at + 3)
    await bar.getByText(`±${at + 3} m`).waitFor()
    await add.click()
    await bar.getByText(`${at + 1} sudut`).waitFor()
  }
  await bar.getByRole('button', { name: 'Selesai' }).click()
  await page.getByText('Dijalani: 4 sudut, ketelitian ±3–6 m').waitFor()
  await saved(page)
  const { body } = await ask(as('petugas.binjai'), 'GET', `/parcels/${id}`)
  expect(body.geometry.coordinates).toEqual([[...CORNERS.slice(0, 4), CORNERS[0]]])
  expect(body.properties.boundarySource).toMatchObject({
    method: 'walked',
    accuracyM: [3, 4, 5, 6],
  })

  // A step back is one corner less; a corner moved by hand is no longer one of the walk.
  await page.getByRole('button', { name: 'Urung' }).click()
  await page.getByText('Dijalani: 3 sudut, ketelitian ±3–5 m').waitFor()
  await page.getByRole('button', { name: 'Ulang' }).click()
  const table = await unfold(page, 'Titik sudut')
  await table.getByLabel('Bujur titik 1').fill('98,4913')
  await table.getByLabel('Bujur titik 1').blur()
  await expect.poll(() => page.getByText('Dijalani:').count()).toBe(0)
})

test('corners are read and written in metres of the TM-3 zone', async ({ visit, as }) => {
  const page = await visit({ account: 'petugas.binjai', path: '/daftarkan' })
  const id = await atBoundary(page)
  await giveBoundary(page, 'phone')
  const table = await unfold(page, 'Titik sudut')
  await table.getByLabel('Tulis titik dalam').selectOption({ label: 'DGN95 / Indonesia TM-3 zone 47.1' }) // prettier-ignore
  const [east, north] = toTm3(CORNERS[1]!, tm3Zone(CORNERS[1]![0]))
  const x = table.getByLabel('Timur (X) titik 2')
  await expect.poll(() => x.inputValue()).toBe(String(Math.round(east * 1000) / 1000).replace('.', ',')) // prettier-ignore
  await x.fill(String(Math.round(east + 10)))
  await x.blur()
  await saved(page)
  const { body } = await ask(as('petugas.binjai'), 'GET', `/parcels/${id}`)
  const [there, ...others] = [body.geometry.coordinates[0][1], body.geometry.coordinates[0][0]]
  const [movedEast, movedNorth] = toTm3(there, tm3Zone(there[0]))
  expect(movedEast).toBeCloseTo(Math.round(east + 10), 2) // corners are kept to about a millimetre
  expect(movedNorth).toBeCloseTo(north, 2)
  expect(others).toEqual([CORNERS[0]])
})

test('a corner that is dragged near one of a neighbour becomes the very same', async ({
  visit,
  as,
}) => {
  const neighbour = await draft(as('petugas.binjai'), binjai)
  expect((await step(as('kpb.binjai'), neighbour, 'submission')).status).toBe(200)
  const beside = { ...numbered(9), geometry: squareAt(98.48102, 3.6) } // some 2 m east of it
  const own = await draft(as('petugas.binjai'), beside)
  const path = `/daftarkan/${own.body.id}/3`
  const page = await visit({ account: 'petugas.binjai', path })
  await page.getByText('Tidak bertumpang tindih dengan bidang lain.').waitFor()
  await page.getByRole('button', { name: 'Geser titik' }).click()
  const corners = page.locator('.marker-icon:not(.marker-icon-middle)')
  await corners.first().waitFor()
  await page.waitForLoadState('networkidle') // the neighbours of this view
  const boxes = await Promise.all((await corners.all()).map((one) => one.boundingBox()))
  const southWest = boxes
    .map((box) => ({ x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 }))
    .sort((a, b) => b.y - b.x - (a.y - a.x))[0]!
  await page.mouse.move(southWest.x, southWest.y)
  await page.mouse.down()
  await page.mouse.move(southWest.x - 8, southWest.y, { steps: 8 })
  await page.mouse.up()
  const ringNow = async () =>
    (await ask(as('petugas.binjai'), 'GET', `/parcels/${own.body.id}`)).body.geometry.coordinates[0]
  await expect.poll(ringNow, { timeout: 10_000 }).toContainEqual([98.48 + 0.001, 3.6]) // every digit
})

test('a verifier sees the boundary before and after, side by side, with the difference', async ({
  visit,
  as,
}) => {
  const kpb = as('kpb.binjai')
  const first = await step(kpb, await draft(as('petugas.binjai'), numbered(10)), 'submission')
  const back = { reason: 'Ukur ulang batas timurnya.', notes: [] }
  const returned = await step(as('kanwil.sumut'), first, 'return', back)
  const [[w, south]] = numbered(10).geometry.coordinates[0] as [Position]
  const smaller = { geometry: squareAt(w, south, 0.0009) }
  const changed = await ask(as('petugas.binjai'), 'PATCH', `/parcels/${first.body.id}`, smaller, {
    'If-Match': returned.etag,
  })
  expect((await step(kpb, changed, 'submission')).status).toBe(200)
  const path = `/bidang/${first.body.id}?periksa=1`
  const page = await visit({ account: 'kanwil.sumut', path })
  await page.getByRole('application', { name: 'Batas: Sebelumnya' }).waitFor()
  await page.getByRole('application', { name: 'Batas: Sekarang' }).waitFor()
  await page
    .getByText(/lebih kecil \(−19 %\)/)
    .first()
    .waitFor()
})

describe.each<Size>(['desktop', 'phone'])('on a %s', (size) => {
  test('land of another parcel is advice in a draft, and asks for a reason when submitted', async ({
    visit,
    as,
  }) => {
    const first = await draft(as('petugas.binjai'), binjai)
    expect((await step(as('kpb.binjai'), first, 'submission')).status).toBe(200)
    const own = { ...numbered(7), geometry: squareAt(98.4804, 3.6) }
    const second = await draft(as('petugas.binjai'), own)

    const officer = await visit({
      size,
      account: 'petugas.binjai',
      path: `/daftarkan/${second.body.id}/3`,
    })
    const neighbours = officer.getByRole('region', { name: 'Tetangga' })
    await neighbours.getByText(/Tumpang tindih .* m² \(60 %\) dengan/).waitFor()
    await neighbours.getByRole('button', { name: /^Tunjukkan tumpang tindih dengan/ }).click()
    const table = await unfold(officer, 'Titik sudut')
    await table.getByLabel('Bujur titik 1').waitFor()

    const head = await visit({
      size,
      account: 'kpb.binjai',
      path: `/daftarkan/${second.body.id}/4`,
      expecting: [/409 POST .*\/submission/],
    })
    await head.getByRole('button', { name: 'Ajukan untuk diverifikasi' }).click()
    const dialog = head.getByRole('dialog', { name: 'Bertumpang tindih dengan bidang lain' })
    await dialog.getByRole('link', { name: binjai.properties.name }).waitFor()
    await dialog.getByRole('application', { name: /Peta tumpang tindih/ }).waitFor()
    await dialog.getByRole('button', { name: 'Ajukan dengan alasan ini' }).click()
    await dialog.getByText('Pilih salah satu.').waitFor()
    await dialog.getByRole('radio', { name: /^Sertipikat ganda/ }).check()
    await dialog.getByLabel('Penjelasan').fill('Dua sertipikat dari dua kantor; sudah dilaporkan.')
    await dialog.getByRole('button', { name: 'Ajukan dengan alasan ini' }).click()
    await expect
      .poll(
        async () =>
          (await ask(as('kpb.binjai'), 'GET', `/parcels/${second.body.id}`)).body.properties.state,
        { timeout: 10_000 },
      )
      .toBe('diajukan')
  })
})

test.skipIf(!existsSync(REAL))(
  'one of 206 real parcels is found in a surveyor’s shapefile and submitted on a phone',
  async ({ visit, as }) => {
    const { geometry: _, properties, ...rest } = numbered(8)
    const address = { kabupaten: 'Kabupaten Cirebon', kodeKemendagri: '32.09' } // where the land lies
    const prepared = { ...rest, geometry: null, properties: { ...properties, address } }
    const { body: begun } = await draft(as('petugas.binjai'), prepared)
    const path = `/daftarkan/${begun.id}`

    const page = await visit({ size: 'phone', account: 'petugas.binjai', path: `${path}/3` })
    await choose(page, 'sumber.zip', await readFile(REAL))
    const result = page.getByRole('region', { name: 'Isi berkas' })
    await result.getByText('206 bidang di berkas ini').waitFor()
    await result.getByText(/TM-3 zone 49\.1.*dari berkas \.prj/).waitFor()
    await result.getByLabel('Cari di daftar').fill('pertanian 01065')
    await result.getByRole('radio', { name: /^Area Pertanian/ }).check()
    await result.getByRole('button', { name: 'Pakai bidang ini' }).click()
    await page.getByText('Berkas asli sumber.zip tersimpan.').waitFor()
    await page.getByText('Bentuk batas tidak bermasalah.').waitFor()
    await saved(page)

    const head = await visit({ size: 'phone', account: 'kpb.binjai', path: `${path}/4` })
    await head.getByRole('button', { name: 'Ajukan untuk diverifikasi' }).click()
    await head.getByText('Sudah diajukan', { exact: true }).first().waitFor()
    const { body } = await ask(as('kpb.binjai'), 'GET', `/parcels/${begun.id}`)
    expect(body.properties).toMatchObject({
      state: 'diajukan',
      boundarySource: { method: 'file', format: 'shapefile', epsg: 23835, known: 'prj' },
    })
    expect(body.properties.boundarySource.original).toMatch(/^(MULTI)?POLYGON ?\(+\d{5}\.\d+ \d{6}/)
  },
)
