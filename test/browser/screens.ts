import type { Page } from 'playwright-core'
import type { Position } from '../../functions/domain/boundary.ts'
import { type Drawn, geojson, inTm3, shapefile } from '../fixtures/boundary-files.ts'
import type { Look } from './chromium.ts'
import { choose } from './officer.ts'

/** One picture: who looks at what, and how to get there. */
export interface Screen {
  name: string
  account: string
  look: Look
  show: (page: Page, origin: string) => Promise<void>
}

const at = (path: string) => async (page: Page, origin: string) => {
  await page.goto(origin + path)
}

/** Find a parcel by its name in the list beside the map, and follow `path` from its id. */
const parcel =
  (name: string, path: (id: string) => string) => async (page: Page, origin: string) => {
    await page.goto(`${origin}/peta?q=${encodeURIComponent(name)}`)
    const row = page.getByRole('link', { name: new RegExp(name) }).first()
    await row.waitFor({ state: 'attached' })
    const id = /\/peta\/([^?]+)/.exec((await row.getAttribute('href')) ?? '')?.[1] ?? ''
    await page.goto(origin + path(id))
  }

const corners = [
  [98.4912, 3.6012],
  [98.4934, 3.6015],
  [98.4938, 3.5998],
  [98.4926, 3.5991],
  [98.4911, 3.5996],
]

/** A draft of the Binjai officer, begun in the page, at one of its steps. */
const draft = (step: 1 | 2 | 3 | 4) => async (page: Page, origin: string) => {
  await page.goto(`${origin}/daftarkan`)
  await page.getByRole('button', { name: 'Mulai bidang baru' }).click()
  await page.getByLabel('Nama bidang').fill('Lahan SAE Jalan Gatot Subroto')
  await page.getByLabel('BAST, sudah diserahterimakan').check()
  await page.getByRole('button', { name: /^Sama dengan letak unit/ }).click()
  await page.getByText(/Draf tersimpan/).waitFor()
  if (step >= 2)
    await page
      .getByRole('navigation', { name: 'Langkah pendaftaran' })
      .getByRole('link')
      .nth(1)
      .click()
  if (step >= 2) {
    await page.getByLabel('Jenis pemberi').selectOption('pemkot')
    await page.getByLabel('Nama pemberi hibah').fill('Pemerintah Kota Binjai')
    await page.locator('summary', { hasText: 'NPHD' }).first().click()
    const nphd = page.locator('details', { has: page.locator('summary', { hasText: /^NPHD/ }) })
    await nphd.getByLabel('Nomor', { exact: true }).fill('593/1204/NPHD/2024')
    await nphd.getByLabel('Tanggal', { exact: true }).fill('12-3-2024')
    await nphd.getByLabel('Luas menurut dokumen ini').fill('1,8 ha')
    await nphd.getByLabel('Nilai menurut dokumen ini').fill('10,3 M')
    await nphd.getByLabel('Nilai menurut dokumen ini').blur()
  }
  if (step >= 3) {
    await page
      .getByRole('navigation', { name: 'Langkah pendaftaran' })
      .getByRole('link')
      .nth(2)
      .click()
    await page.getByText('Tempel titik sudut', { exact: true }).click()
    await page
      .getByLabel('Daftar titik')
      .fill(corners.map((corner) => corner.join(', ')).join('\n'))
    await page.getByRole('button', { name: 'Baca titik-titik ini' }).click()
    await page.getByRole('button', { name: 'Pakai bidang ini' }).click()
    await page.getByText('Tempel titik sudut', { exact: true }).click()
  }
  if (step === 4)
    await page
      .getByRole('navigation', { name: 'Langkah pendaftaran' })
      .getByRole('link')
      .nth(3)
      .click()
  await page.getByText(/Draf tersimpan/).waitFor()
}

/** A file at the third step of a new draft, with what it shows before anything is taken of it. */
const file =
  (name: string, text: () => string | Uint8Array) => async (page: Page, origin: string) => {
    await page.goto(`${origin}/daftarkan`)
    await page.getByRole('button', { name: 'Mulai bidang baru' }).click()
    await page.getByLabel('Nama bidang').fill('Lahan kebun Jalan Gatot Subroto')
    await page.getByRole('button', { name: /^Sama dengan letak unit/ }).click()
    await page.getByText(/Draf tersimpan/).waitFor()
    await page
      .getByRole('navigation', { name: 'Langkah pendaftaran' })
      .getByRole('link')
      .nth(2)
      .click()
    await choose(page, name, text())
    await page.getByRole('region', { name: 'Isi berkas' }).waitFor()
  }

const closed = [...corners, corners[0]] as Position[]
const [a, b, , d, e] = corners as Position[]
const field = (ring: readonly Position[], NIB: string): Drawn => ({ ring, row: { NAMA_BLOK: `Blok ${NIB.slice(-2)}`, NIB } }) // prettier-ignore
const neighbour = (steps: number) =>
  closed.map(([lng, lat]): Position => [lng + steps * 0.003, lat])

/** A shapefile of a whole block, one parcel of which has crossing lines. */
const block = () =>
  geojson([
    field([a!, b!, e!, d!, a!], '02140401000027'),
    ...[1, 2, 3, 4, 5, 6].map((step) => field(neighbour(step), `0214040100003${step}`)),
  ])

/** The demo parcel whose idle land the Kanwil asks about. */
const CASE = 'Tanah Lapas Batang, dahulu pinjam pakai'

const VIEWS: readonly Omit<Screen, 'look'>[] = [
  { name: 'masuk', account: '', show: at('/') },
  { name: 'beranda-petugas', account: 'petugas.binjai', show: at('/') },
  { name: 'beranda-kpb', account: 'kpb.binjai', show: at('/') },
  { name: 'beranda-kanwil', account: 'kanwil.sumut', show: at('/') },
  { name: 'beranda-pusat', account: 'pusat', show: at('/') },
  { name: 'beranda-auditor', account: 'auditor', show: at('/') },
  { name: 'peta', account: 'pusat', show: at('/peta') },
  { name: 'peta-sumut', account: 'kanwil.sumut', show: at('/peta?kanwil=sumatera-utara') },
  { name: 'peta-bidang', account: 'pusat', show: parcel('Kolonodale', (id) => `/peta/${id}`) },
  { name: 'bidang', account: 'pusat', show: parcel('Kolonodale', (id) => `/bidang/${id}`) },
  { name: 'jejak', account: 'auditor', show: parcel('Kolonodale', (id) => `/bidang/${id}/jejak`) },
  {
    name: 'periksa',
    account: 'kanwil.jateng',
    show: parcel('Plantungan', (id) => `/bidang/${id}?periksa=1`),
  },
  { name: 'daftarkan', account: 'petugas.binjai', show: at('/daftarkan') },
  { name: 'langkah-1', account: 'petugas.binjai', show: draft(1) },
  { name: 'langkah-2', account: 'petugas.binjai', show: draft(2) },
  { name: 'langkah-3', account: 'petugas.binjai', show: draft(3) },
  {
    name: 'batas-berkas',
    account: 'petugas.binjai',
    show: async (page, origin) => {
      await file('blok.geojson', block)(page, origin)
      await page.getByRole('radio', { name: /Blok 27/ }).check()
      await page.getByRole('radio', { name: /Perbaiki/ }).check()
    },
  },
  {
    name: 'batas-sistem',
    account: 'petugas.binjai',
    show: async (page, origin) => {
      const drawn = () => shapefile('persil', [field(inTm3(closed), '02140401000027')])
      await file('persil.zip', drawn)(page, origin)
      await page.getByRole('radio', { name: /47\.1/ }).check()
    },
  },
  {
    name: 'batas-berjalan',
    account: 'petugas.binjai',
    show: async (page, origin) => {
      const phone = page.context()
      await phone.grantPermissions(['geolocation'])
      await phone.setGeolocation({ longitude: 98.4912, latitude: 3.6012, accuracy: 4 })
      await draft(3)(page, origin)
      await page.getByRole('button', { name: 'Berjalan (GPS)' }).click()
      await page.getByText('±4 m').waitFor()
    },
  },
  { name: 'langkah-4', account: 'petugas.binjai', show: draft(4) },
  { name: 'cakupan', account: 'kanwil.sumut', show: at('/cakupan') },
  { name: 'cakupan-pusat', account: 'pusat', show: at('/cakupan') },
  { name: 'anggota', account: 'pusat', show: at('/anggota') },
  {
    name: 'lapor',
    account: 'petugas.binjai',
    show: parcel('Kebun Lada', (id) => `/bidang/${id}/lapor`),
  },
  {
    name: 'pemanfaatan',
    account: 'petugas.binjai',
    show: parcel('Tanah kantor Lapas Binjai', (id) => `/bidang/${id}/pemanfaatan`),
  },
  {
    name: 'bidang-terpakai',
    account: 'kanwil.sumut',
    show: parcel('Lahan jagung Labuhan Ruku', (id) => `/bidang/${id}`),
  },
  { name: 'kasus', account: 'kanwil.jateng', show: parcel(CASE, (id) => `/bidang/${id}/kasus`) },
  { name: 'kasus-kpb', account: 'kpb.batang', show: parcel(CASE, (id) => `/bidang/${id}/kasus`) },
  {
    name: 'surat-jawaban',
    account: 'kpb.batang',
    show: parcel(CASE, (id) => `/bidang/${id}/kasus?surat=jawaban`),
  },
  { name: 'bidang-kasus', account: 'kpb.batang', show: parcel(CASE, (id) => `/bidang/${id}`) },
  { name: 'menganggur', account: 'pusat', show: at('/menganggur') },
  { name: 'pangan', account: 'pusat', show: at('/pangan') },
  { name: 'pengaturan', account: 'pusat', show: at('/pengaturan') },
  {
    name: 'lainnya',
    account: 'pusat',
    show: async (page, origin) => {
      await page.goto(`${origin}/cakupan`)
      const more = page.getByRole('button', { name: 'Lainnya' })
      await page.getByRole('navigation', { name: 'Halaman' }).waitFor()
      if (await more.isVisible()) await more.click()
    },
  },
]
const IN_ENGLISH = ['beranda-kanwil', 'peta', 'bidang', 'jejak', 'cakupan', 'kasus', 'menganggur', 'pangan', 'pengaturan'] // prettier-ignore
const IN_THE_DARK = ['batas-berkas', 'beranda-petugas', 'peta', 'bidang', 'langkah-3', 'lapor', 'menganggur', 'pangan'] // prettier-ignore

/** Every picture: all in Indonesian at both sizes, some in English, some dark. */
export const SCREENS: readonly Screen[] = (['desktop', 'phone'] as const).flatMap((size) => [
  ...VIEWS.map((view) => ({ ...view, name: `${size}-${view.name}`, look: { size } })),
  ...VIEWS.filter(({ name }) => IN_ENGLISH.includes(name)).map((view) => ({
    ...view,
    name: `${size}-${view.name}-en`,
    look: { size, language: 'en' as const },
  })),
  ...VIEWS.filter(({ name }) => IN_THE_DARK.includes(name)).map((view) => ({
    ...view,
    name: `${size}-${view.name}-dark`,
    look: { size, dark: true },
  })),
])
