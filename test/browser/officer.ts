import type { Locator, Page } from 'playwright-core'
import type { Position } from '../../functions/domain/boundary.ts'
import type { Size } from './chromium.ts'

/** What an asset officer types from the papers, and what the registry should understand. */
export const PAPERS = {
  name: 'Lahan kebun Jalan Gatot Subroto',
  nphd: { number: '593/1204/NPHD/2024', date: '12-3-2024', area: '1,8 ha', value: '10,3 M' },
  bast: { number: '593/1310/BAST/2024', date: '2 April 2024', area: '18.420 m²' },
  certificate: '02.14.04.01.4.00027',
  nup: '27',
} as const

/** Five corners in Binjai, some 1.8 ha, none of them on another parcel. */
export const CORNERS: readonly Position[] = [
  [98.4912, 3.6012],
  [98.4924, 3.6013],
  [98.4926, 3.6],
  [98.4919, 3.5996],
  [98.4911, 3.6],
]

/** Go to a step by the bar of steps. */
export const toStep = (page: Page, step: 1 | 2 | 3 | 4): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Langkah pendaftaran' })
    .getByRole('link')
    .nth(step - 1)
    .click()

/** Wait until the registry has what was typed. */
export const saved = (page: Page): Promise<void> =>
  page.getByText(/^Draf tersimpan/).waitFor({ state: 'visible' })

/** A folded section of the form, opened. */
export async function unfold(page: Page, title: string | RegExp): Promise<Locator> {
  const summary = page.locator('summary').filter({ has: page.getByText(title, { exact: true }) })
  const section = page.locator('details').filter({ has: summary }).last()
  if ((await section.getAttribute('open')) === null) await summary.click()
  return section
}

/** First step: unit, name, how far the grant has come, and where. */
export async function fillUnit(page: Page): Promise<void> {
  await page.getByLabel('Nama bidang').fill(PAPERS.name)
  await page.getByLabel('Tercatat sebagai BMN').check()
  await page.getByRole('button', { name: 'Sama dengan letak unit: Kota Binjai' }).click()
  await page.getByLabel('Kecamatan').selectOption('Binjai Kota')
  await page.getByLabel('Jalan dan nomor').fill('Jalan Gatot Subroto 12')
  for (const [side, neighbour] of Object.entries(NEIGHBOURS))
    await page.getByLabel(side, { exact: true }).fill(neighbour)
}

const NEIGHBOURS = {
  Utara: 'Jalan Gatot Subroto',
  Timur: 'Parit',
  Selatan: 'Sawah',
  Barat: 'Kebun',
}

/** Second step, first half: the grantor and the papers of the grant. */
export async function fillGrant(page: Page): Promise<void> {
  await page.getByLabel('Jenis pemberi').selectOption('Pemerintah kota')
  await page.getByLabel('Nama pemberi hibah').fill('Pemerintah Kota Binjai')
  for (const [title, paper] of [
    ['NPHD', PAPERS.nphd],
    ['BAST', PAPERS.bast],
  ] as const) {
    const section = await unfold(page, title)
    await section.getByLabel('Nomor', { exact: true }).fill(paper.number)
    await section.getByLabel('Tanggal', { exact: true }).fill(paper.date)
    await section.getByLabel('Luas menurut dokumen ini').fill(paper.area)
    if ('value' in paper) await section.getByLabel('Nilai menurut dokumen ini').fill(paper.value)
  }
}

/** Second step, second half: one certificate and one record in the books. */
export async function fillTitles(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tambah sertipikat' }).click()
  const title = await unfold(page, 'Sertipikat 1')
  await title.getByLabel('Nomor sertipikat').fill(PAPERS.certificate)
  await title.getByLabel('Luas menurut sertipikat').fill('18.400 m²')
  await page.getByRole('button', { name: 'Tambah catatan BMN' }).click()
  const book = await unfold(page, 'Catatan BMN 1')
  await book.getByLabel('Kode barang').fill('2.01.01.04.001')
  await book.getByLabel('NUP', { exact: true }).fill(PAPERS.nup)
  await book.getByLabel('Luas tanah seluruhnya').fill('18.420 m²')
}

/** Choose a PDF as the file of an opened section, and wait until it has arrived. */
export async function attach(section: Locator, name: string, pdf: Uint8Array): Promise<void> {
  const file = { name, mimeType: 'application/pdf', buffer: Buffer.from(pdf) }
  await section.locator('input[type=file]').first().setInputFiles(file)
  await section.getByRole('listitem').filter({ hasText: name }).getByText('tersimpan').waitFor()
}

/** Third step: drawn on the map with a mouse, typed as a list of corners on a phone. */
export async function giveBoundary(page: Page, size: Size): Promise<void> {
  if (size === 'phone') {
    const section = await unfold(page, 'Tempel titik sudut')
    await section
      .getByLabel('Daftar titik')
      .fill(CORNERS.map((corner) => corner.join(', ')).join('\n'))
    await section.getByRole('button', { name: 'Baca titik-titik ini' }).click()
    await page.getByRole('button', { name: 'Pakai bidang ini' }).click()
    return
  }
  for (let zoom = 13; zoom < 18; zoom++)
    await page.getByRole('button', { name: 'Perbesar' }).click()
  const map = page.getByRole('toolbar', { name: 'Alat gambar' }).locator('..')
  const box = (await map.boundingBox())!
  const corners = [[0.35, 0.3], [0.62, 0.33], [0.6, 0.62], [0.38, 0.66]] as const // prettier-ignore
  await page.getByRole('button', { name: 'Gambar', exact: true }).click()
  await page.getByText('Klik tiap sudut berurutan').waitFor()
  await page.waitForLoadState('networkidle') // the drawing tools are loaded when first taken up
  for (const [x, y] of [...corners, corners[0]]) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 4 })
    await page.mouse.click(box.x + x * box.width, box.y + y * box.height, { delay: 40 })
  }
}

/** Begin a draft and go to its third step; answers with the parcel's id. */
export async function atBoundary(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Mulai bidang baru' }).click()
  await fillUnit(page)
  await saved(page)
  await toStep(page, 3)
  await page.getByRole('heading', { name: 'Batas bidang' }).waitFor()
  return /\/daftarkan\/([^/]+)/.exec(page.url())![1]!
}

/** Choose a file at the third step. */
export const choose = (page: Page, name: string, file: string | Uint8Array): Promise<void> =>
  page
    .locator('#boundary-file')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(file as string) })
