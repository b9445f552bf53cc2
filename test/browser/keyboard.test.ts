import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { pdfOf } from '../../infra/local/demo/papers.ts'
import { binjai } from '../fixtures/parcels.ts'
import { ask, draft, step } from '../functions/requests.ts'
import type { Send } from '../stack.ts'
import { test } from './browser.ts'
import { focusAt, give, mark, pick, press, tabTo, write } from './keys.ts'
import { CORNERS, PAPERS, saved } from './officer.ts'

const NAME = binjai.properties.name

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

/** A parcel that the officer has handed over, or that the head has submitted as well. */
async function parcelOf(as: (account: string) => Send, state: 'handed-over' | 'submitted') {
  const drafted = await draft(as('petugas.binjai'), binjai)
  const handed = await step(as('petugas.binjai'), drafted, 'handover')
  return state === 'submitted' ? step(as('kpb.binjai'), handed, 'submission') : handed
}

test(
  'an officer signs in, registers a parcel and hands it over by keyboard alone',
  { timeout: 240_000 },
  async ({ visit, as, password }) => {
    const page = await visit()
    await press(page, button(page, 'Masuk'))
    await pick(page, page.getByLabel('Akun'), 'petugas.binjai')
    await write(page, page.getByLabel('Kata sandi'), password)
    await press(page, button(page, 'Masuk'))

    const pages = page.getByRole('navigation', { name: 'Halaman' })
    await press(page, pages.getByRole('link', { name: 'Daftarkan' }))
    await focusAt(page.getByRole('heading', { level: 1, name: 'Daftarkan bidang' }))
    await press(page, button(page, 'Mulai bidang baru'))
    await write(page, page.getByLabel('Nama bidang'), PAPERS.name)
    const booked = page.getByLabel('Tercatat sebagai BMN')
    await mark(page, page.getByRole('group').filter({ has: booked }), booked)
    await press(page, button(page, 'Sama dengan letak unit: Kota Binjai'))
    await pick(page, page.getByLabel('Kecamatan'), 'Binjai Kota')
    await write(page, page.getByLabel('Jalan dan nomor'), 'Jalan Gatot Subroto 12')
    await saved(page)

    await press(page, page.getByRole('link', { name: /^Lanjut/ }))
    await focusAt(page.getByRole('heading', { level: 1 }))
    await pick(page, page.getByLabel('Jenis pemberi'), 'Pemerintah kota')
    await write(page, page.getByLabel('Nama pemberi hibah'), 'Pemerintah Kota Binjai')
    const fold = page.locator('summary').filter({ has: page.getByText('NPHD', { exact: true }) })
    const nphd = page.locator('details').filter({ has: fold }).last()
    await press(page, fold)
    await write(page, nphd.getByLabel('Nomor', { exact: true }), PAPERS.nphd.number)
    await write(page, nphd.getByLabel('Tanggal', { exact: true }), PAPERS.nphd.date)
    const paper = { title: 'NPHD', number: PAPERS.nphd.number, date: '12 Maret 2024', lines: [] }
    await give(page, nphd.locator('input[type=file]').first(), 'NPHD.pdf', await pdfOf(paper))
    await nphd
      .getByRole('listitem')
      .filter({ hasText: 'NPHD.pdf' })
      .getByText('tersimpan')
      .waitFor()

    await press(page, page.getByRole('link', { name: /^Lanjut/ }))
    await focusAt(page.getByRole('heading', { level: 1 }))
    await press(page, page.locator('summary').filter({ hasText: /^Titik sudut$/ }))
    for (const [lng, lat] of CORNERS) {
      await write(page, page.getByLabel('Bujur', { exact: true }), String(lng))
      await write(page, page.getByLabel('Lintang', { exact: true }), String(lat))
      await press(page, button(page, 'Tambah titik'))
      await focusAt(page.getByLabel('Bujur', { exact: true }))
    }
    await write(page, page.getByLabel('Lintang titik 3'), '3.6001')
    await page.keyboard.press('Enter')
    await page.getByText('Bentuk batas tidak bermasalah.').waitFor()
    await saved(page)

    await press(page, page.getByRole('link', { name: /^Lanjut/ }))
    await focusAt(page.getByRole('heading', { level: 1 }))
    await press(page, button(page, 'Serahkan ke kepala unit (KPB)'))
    await press(page, button(page, 'Serahkan juga'))
    await page
      .getByText(/^Diserahkan/)
      .first()
      .waitFor()
    const id = /\/daftarkan\/([^/]+)/.exec(page.url())![1]!
    const { body } = await ask(as('petugas.binjai'), 'GET', `/parcels/${id}`)
    expect(body.properties).toMatchObject({
      name: PAPERS.name,
      statusPerolehan: 'tercatat-bmn',
      address: { kecamatan: 'Binjai Kota' },
      grant: { grantor: { kind: 'pemkot' }, steps: { nphd: { date: '2024-03-12' } } },
    })
    expect(body.properties.handover).toBeDefined()
    expect(body.properties.grant.steps.nphd.documents).toHaveLength(1)
    const typed = CORNERS.map(([lng, lat], at) => [lng, at === 2 ? 3.6001 : lat])
    expect(body.geometry.coordinates[0]).toHaveLength(typed.length + 1)
    expect(body.geometry.coordinates[0]).toEqual(expect.arrayContaining(typed))
  },
)

test('the head of a unit releases a parcel by keyboard alone', async ({ visit, as }) => {
  await parcelOf(as, 'handed-over')
  const page = await visit({ account: 'kpb.binjai' })
  await press(page, page.getByRole('link', { name: `Periksa dan ajukan: ${NAME}` }))
  await focusAt(page.getByRole('heading', { level: 1, name: NAME }))
  await press(page, button(page, 'Ajukan untuk diverifikasi'))
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await focusAt(button(page, 'Ajukan untuk diverifikasi'))
  await page.keyboard.press('Enter')
  await press(page, dialog.getByRole('button', { name: 'Ajukan untuk diverifikasi' }))
  await page.getByText(/^Diajukan .* Menunggu verifikasi/).waitFor()
  await focusAt(page.getByRole('heading', { level: 1, name: NAME }))
})

test('the regional office opens a parcel from the list of the map and verifies it by keyboard alone', async ({
  visit,
  as,
}) => {
  const { body } = await parcelOf(as, 'submitted')
  const page = await visit({ account: 'kanwil.sumut' })
  await tabTo(page, page.getByRole('navigation', { name: 'Halaman' }).getByRole('link').first())
  await page.keyboard.type('gp')
  await focusAt(page.getByRole('heading', { level: 1, name: 'Peta' }))
  const row = page.getByRole('list', { name: 'Daftar bidang' }).getByRole('link', { name: NAME })
  await press(page, row)
  await focusAt(page.getByRole('heading', { level: 2, name: NAME }))
  await page.keyboard.press('Escape')
  await focusAt(row)
  expect(new URL(page.url()).pathname).toBe('/peta')

  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: NAME })
  await press(page, panel.getByRole('link', { name: 'Periksa', exact: true }))
  await focusAt(page.getByRole('heading', { level: 1, name: `Periksa bidang: ${NAME}` }))
  await press(page, button(page, /^Nyatakan terverifikasi/))
  const dialog = page.getByRole('dialog')
  await press(page, dialog.getByRole('button', { name: /^Nyatakan terverifikasi/ }))
  await dialog.waitFor({ state: 'detached' })
  await focusAt(page.getByRole('heading', { level: 1, name: NAME }))
  const now = await ask(as('kanwil.sumut'), 'GET', `/parcels/${body.id}`)
  expect(now.body.properties.state).toMatch(/^terverifikasi/)
})

test('the regional office returns a parcel with a note at a field by keyboard alone', async ({
  visit,
  as,
}) => {
  const { body } = await parcelOf(as, 'submitted')
  const page = await visit({ account: 'kanwil.sumut', path: `/bidang/${body.id}` })
  await press(page, page.getByRole('link', { name: 'Periksa', exact: true }))
  await focusAt(page.getByRole('heading', { level: 1, name: `Periksa bidang: ${NAME}` }))
  await press(page, button(page, 'Kembalikan dengan catatan'))
  const dialog = page.getByRole('dialog')
  await write(page, dialog.getByLabel('Alasan'), 'Nomor NPHD keliru.')
  await press(page, dialog.getByRole('button', { name: 'Tambah catatan pada isian' }))
  await pick(page, dialog.getByLabel('Isian yang dimaksud'), 'NPHD · Nomor')
  await write(page, dialog.getByLabel('Catatan pada isian itu'), 'Tertulis 031.')
  await press(page, dialog.getByRole('button', { name: 'Kembalikan dengan catatan' }))
  await page.getByText('Dikembalikan: Nomor NPHD keliru.').waitFor()
  const now = await ask(as('petugas.binjai'), 'GET', `/parcels/${body.id}`)
  expect(now.body.properties.returned.notes).toMatchObject([
    { pointer: '#/properties/grant/steps/nphd/number', note: 'Tertulis 031.' },
  ])
})
