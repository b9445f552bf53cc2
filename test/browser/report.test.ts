import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { numbered } from '../fixtures/parcels.ts'
import { ask, draft, step } from '../functions/requests.ts'
import type { Send } from '../stack.ts'
import { findings, isTooWide } from './axe.ts'
import { test } from './browser.ts'
import { focusAt, mark, pick, press, write } from './keys.ts'

/** A parcel of Lapas Binjai, submitted, with a field and an office on it. */
async function withBlocks(as: (account: string) => Send) {
  const petugas = as('petugas.binjai')
  const parcel = await step(as('kpb.binjai'), await draft(petugas, numbered(7)), 'submission')
  const { id, geometry } = parcel.body
  const blocks: string[] = []
  for (const block of [
    { name: 'Kebun jagung', kind: 'tanaman-pangan', areaM2: 8000, from: '2026-01-01' },
    { name: 'Kantor kebun', kind: 'bangunan-upt', areaM2: 200, from: '2024-01-01' },
  ]) {
    const answer = await ask(petugas, 'POST', `/parcels/${id}/blocks`, block)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    blocks.push(answer.body.id)
  }
  const [lng, lat] = geometry.coordinates[0][0] as [number, number]
  return { id: id as string, blocks, within: { longitude: lng + 0.0005, latitude: lat + 0.0005 } }
}

/** A JPEG without EXIF: what a canvas makes. */
async function photo(page: Page) {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 480)
    const context = canvas.getContext('2d')!
    context.fillStyle = '#3a7d2c'
    context.fillRect(0, 0, 640, 480)
    const bytes = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer(),
    )
    return btoa(String.fromCharCode(...bytes))
  })
  return { name: 'kebun.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

/** The page is kept for use without a link. */
const pageIsKept = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null)

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

const reportsOf = async (as: (account: string) => Send, id: string) =>
  (await ask(as('petugas.binjai'), 'GET', `/parcels/${id}/reports`)).body.reports

test('a maize harvest is reported where there is no link, and arrives once', async ({
  visit,
  as,
  clock,
}) => {
  clock.now = new Date()
  const { id, blocks, within } = await withBlocks(as)
  const path = `/bidang/${id}/lapor`
  const page = await visit({ size: 'phone', account: 'petugas.binjai', path })
  const phone = page.context()
  await phone.grantPermissions(['geolocation'])
  await phone.setGeolocation({ ...within, accuracy: 8 })
  await page.getByRole('heading', { name: 'Apa yang terjadi di tiap blok?' }).waitFor()
  const shot = await photo(page)
  await pageIsKept(page)

  await phone.setOffline(true)
  await page.reload() // the phone has dropped the page, and there is no link
  await page.getByText(/^Tanpa sambungan: blok/).waitFor()
  await page.locator('#camera').setInputFiles(shot)
  await page.getByText('Posisi tercatat, ketelitian ±8 m').first().waitFor()
  const field = page.getByRole('group', { name: 'Kegiatan di Kebun jagung' })
  await field.getByLabel('Ada kegiatan').check()
  await field.getByLabel('Komoditas').selectOption('Jagung')
  await field.getByLabel('Luas panen (m²)').fill('8.000')
  await field.getByLabel('Tanggal panen').fill(today())
  await field.getByLabel('Hasil panen (kg)').fill('1.200')
  await field.getByLabel('Dapur UPT (kg)').fill('200')
  await field.getByText('Belum disebut: 1.000 kg').waitFor()
  await field.getByLabel('Stok (kg)').fill('1.000')
  await field.getByText('Seluruh hasil sudah disebut.').waitFor()
  await field.getByLabel('Jumlah WBP yang bekerja').fill('5')
  await page.getByRole('button', { name: 'Semua masih sama' }).click() // what is left untold
  expect(await findings(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
  await page.getByText(/^Tersimpan di ponsel ini/).waitFor()

  await page.reload() // dropped once more, half done: nothing is lost
  await page.getByText(/^Laporan yang belum selesai dibuka kembali/).waitFor()
  expect(await field.getByLabel('Hasil panen (kg)').inputValue()).toBe('1.200')
  await page.getByRole('button', { name: 'Simpan, kirim saat ada sinyal' }).click()
  await page.getByText('Laporan disimpan di ponsel ini').first().waitFor()
  await page.getByText('1 laporan menunggu sinyal').waitFor()
  expect(await findings(page)).toEqual([])
  expect(await reportsOf(as, id)).toEqual([])

  await page.reload() // also the queue outlives the page
  await page.getByText('1 laporan menunggu sinyal').waitFor()
  const other = await phone.newPage() // a second tab that would send it as well
  await other.goto(page.url()).catch(() => {})
  await phone.setOffline(false)
  await expect.poll(() => reportsOf(as, id), { timeout: 60_000 }).toHaveLength(1)
  await expect.poll(() => page.getByText('1 laporan menunggu sinyal').count()).toBe(0)
  const [report] = await reportsOf(as, id)
  expect(report).toMatchObject({
    grade: 'posisi',
    provedOn: today(),
    entries: [
      {
        block: blocks[0],
        commodity: 'jagung',
        harvestedM2: 8000,
        harvest: { amount: 1200, unit: 'kg' },
        went: { kitchen: 200, stock: 1000 },
        wbp: 5,
      },
      { block: blocks[1], same: true },
    ],
  })
  expect(report.photos).toHaveLength(1)
  const { body } = await ask(
    as('petugas.binjai'),
    'GET',
    `/parcels/${id}/photos/${report.photos[0]}`,
  )
  expect(body).toMatchObject({ taken: { fix: { accuracyM: 8 } }, distanceM: 0 })
})

test('by keyboard alone, a report on the word of the officer is written and sent', async ({
  visit,
  as,
  clock,
}) => {
  clock.now = new Date()
  const { id } = await withBlocks(as)
  const page = await visit({ account: 'petugas.binjai', path: `/bidang/${id}/lapor` })
  const field = page.getByRole('group', { name: 'Kegiatan di Kebun jagung' })
  await mark(page, field, field.getByLabel('Ada kegiatan'))
  await pick(page, field.getByLabel('Komoditas'), 'Jagung')
  await write(page, field.getByLabel('Luas tanam (m²)'), '8.000')
  await press(page, page.getByRole('button', { name: 'Kirim laporan' }))
  const errors = page.getByRole('alert').filter({ hasText: 'Ada yang perlu diperbaiki' })
  await focusAt(errors)
  await press(page, errors.getByRole('link', { name: /centang pernyataan/ }))
  await focusAt(page.getByLabel(/^Saya menyatakan/))
  await page.keyboard.press('Space')
  await press(page, page.getByRole('button', { name: 'Kirim laporan' }))
  await page.getByText(/^Laporan terkirim/).waitFor()
  const [report] = await reportsOf(as, id)
  expect(report).toMatchObject({ grade: 'pernyataan', entries: [{ plantedM2: 8000 }] })
  expect(report.statement).toContain('Saya menyatakan')
})

test('what the registry refuses comes back to be corrected, and can be discarded', async ({
  visit,
  as,
  clock,
}) => {
  clock.now = new Date()
  const { id, blocks } = await withBlocks(as)
  const page = await visit({
    size: 'phone',
    account: 'petugas.binjai',
    path: `/bidang/${id}/lapor`,
    expecting: [/4\d\d POST .*\/reports/],
  })
  await pageIsKept(page)
  await page.getByRole('button', { name: 'Semua masih sama' }).click()
  await page.getByLabel(/^Saya menyatakan/).check()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Simpan, kirim saat ada sinyal' }).click()
  await page.getByText('Laporan disimpan di ponsel ini').first().waitFor()
  // Meanwhile the office of the field is ended by someone else, long before the period.
  const seen = await ask(as('petugas.binjai'), 'GET', `/parcels/${id}`)
  const ended = { ended: { on: '2024-02-01', reason: 'Dibongkar' } }
  const end = await ask(as('petugas.binjai'), 'PATCH', `/parcels/${id}/blocks/${blocks[1]}`, ended, { 'If-Match': seen.etag }) // prettier-ignore
  expect(end.status).toBe(200)
  await page.context().setOffline(false)
  await page.getByText('1 laporan perlu Anda lihat').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: /^Perbaiki laporan/ }).click()
  await page.getByText('Laporan ini dikembalikan ke sini untuk diperbaiki.').waitFor()
  const field = page.getByRole('group', { name: 'Kegiatan di Kebun jagung' })
  expect(await field.getByLabel('Masih sama').isChecked()).toBe(true)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Simpan, kirim saat ada sinyal' }).click()
  await page.getByRole('button', { name: /^Buang laporan/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Buang', exact: true }).click()
  await expect.poll(() => page.getByText('menunggu sinyal').count()).toBe(0)
  await page.context().setOffline(false)
  expect(await reportsOf(as, id)).toEqual([])
})

test('blocks are added, changed and ended; what is left shows as vacant', async ({
  visit,
  as,
  clock,
}) => {
  clock.now = new Date()
  const { id } = await withBlocks(as)
  const page = await visit({
    size: 'phone',
    account: 'petugas.binjai',
    path: `/bidang/${id}/pemanfaatan`,
  })
  await page.getByRole('button', { name: 'Tambah pemanfaatan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nama blok').fill('Kios')
  await dialog.getByLabel('Luas', { exact: true }).fill('100')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await dialog.getByRole('alert').getByText('Isi: Mitra.').waitFor()
  await dialog.getByLabel('Bentuk pemanfaatan').selectOption('sewa')
  await dialog.getByLabel('Mitra').fill('Koperasi Pengayoman')
  await dialog.getByLabel('Perjanjian mulai').fill('2026-01-01')
  await dialog.getByLabel('Perjanjian berakhir').fill('2028-12-31')
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  const others = page.getByRole('region', { name: 'Dipakai pihak lain (pemanfaatan)' })
  await others.getByText('Belum ada persetujuan Pengelola Barang').waitFor()
  await others.getByRole('button', { name: 'Akhiri Kios' }).click()
  await dialog.getByLabel('Alasan').fill('Perjanjian diputus')
  await dialog.getByRole('button', { name: 'Akhiri', exact: true }).click()
  await others.getByText('Sudah berakhir (1)').waitFor()
  await page.getByRole('button', { name: 'Tambah rencana' }).click()
  await dialog.getByLabel('Apa yang akan dilakukan').fill('Kolam ikan')
  await dialog.getByLabel('Terlaksana paling lambat').fill('2027-06-30')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await page.getByText('Kolam ikan').first().waitFor()
  await page.getByLabel('Tanpa air').check()
  await page.getByRole('region', { name: 'Mengapa tidak dipakai' }).getByRole('button', { name: 'Simpan' }).click() // prettier-ignore
  await expect.poll(async () => (await ask(as('petugas.binjai'), 'GET', `/parcels/${id}/use`)).body.nonUse?.reasons).toEqual(['tanpa-air']) // prettier-ignore
  expect(await findings(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
})
