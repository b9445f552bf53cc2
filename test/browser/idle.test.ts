import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openZip } from '../../functions/boundaries/zip.ts'
import { sweep } from '../../functions/sweep/sweep.ts'
import { landOf } from '../fixtures/hectares.ts'
import { binjai } from '../fixtures/parcels.ts'
import { type Answer, ask, draft, step } from '../functions/requests.ts'
import type { Send } from '../stack.ts'
import { findings, isTooWide } from './axe.ts'
import { test } from './browser.ts'
import { settled } from './chromium.ts'

const HA = 10_000 // m²
const { titles: _, bmnRecords: __, ...plain } = binjai.properties

/** Land that was handed over and is not in the books yet. */
const land = (name: string, m2: number) => ({
  type: 'Feature',
  geometry: landOf(m2, [98.4, 3.6]),
  properties: {
    ...plain,
    statusPerolehan: 'bast',
    name,
    titles: [{ number: '02.14.04.01.4.00077', areaM2: m2 }],
  },
})

type As = (account?: string) => Send

async function submitted(as: As, feature: unknown): Promise<Answer> {
  const answer = await step(as('kpb.binjai'), await draft(as('petugas.binjai'), feature), 'submission') // prettier-ignore
  expect(answer.status).toBe(200)
  return answer
}

/** What is wrong with a screen as it stands, and a picture of it where a folder is named. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  await settled(page)
  const folder = process.env['PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  const wide = (await isTooWide(page)) ? ['wider than its window'] : []
  return [...(await findings(page)), ...wide].map((fault) => `${name}: ${fault}`)
}

test(
  'the Kanwil flags part of a field by keyboard and asks, the head of unit answers with a plan, which is accepted',
  { timeout: 240_000 },
  async ({ visit, as }) => {
    const faults: string[] = []
    const { id } = (await submitted(as, land('Lahan Tandam', 10 * HA))).body
    const path = `/bidang/${id}/kasus`
    const kanwil = await visit({ account: 'kanwil.sumut', path })
    await kanwil.getByRole('heading', { name: 'Tidak ada kasus terbuka' }).waitFor()
    faults.push(...(await faultsOf(kanwil, 'kasus-kosong')))

    await kanwil.getByRole('button', { name: 'Tandai tidak terpakai' }).focus()
    await kanwil.keyboard.press('Enter')
    const flag = kanwil.getByRole('dialog', { name: 'Tandai tidak terpakai' })
    await flag.getByRole('button', { name: 'Simpan langkah ini' }).press('Enter')
    await flag.getByText('Tulis alasannya.').waitFor()
    faults.push(...(await faultsOf(kanwil, 'kasus-tandai')))
    await flag.getByLabel('Luas yang menganggur').fill('6 ha')
    await flag.getByLabel('Alasan').fill('Enam hektare tidak ditanami dua musim.')
    await flag.getByRole('button', { name: 'Simpan langkah ini' }).press('Enter')
    const now = kanwil.getByRole('region', { name: 'Keadaan sekarang' })
    await now.getByText('sebagian: 60.000 m²').waitFor()
    await now.getByText('internal').first().waitFor()

    await kanwil.getByRole('button', { name: 'Minta klarifikasi' }).click()
    const request = kanwil.getByRole('dialog', { name: 'Minta klarifikasi' })
    await request.getByRole('button', { name: 'Simpan langkah ini' }).click()
    await request.getByText('Tulis nomor surat.').waitFor()
    await request.getByLabel('Nomor surat').fill('W2.PL.02.03-118')
    await request.getByLabel('Tanggal surat').fill(new Date().toISOString().slice(0, 10))
    await request.getByLabel('Yang ditanyakan').fill('Apakah airnya cukup?')
    faults.push(...(await faultsOf(kanwil, 'kasus-minta')))
    await request.getByRole('button', { name: 'Simpan langkah ini' }).click()
    await now.getByText('Klarifikasi diminta (internal)').waitFor()
    await now.getByText(/tinggal \d+ hari/).waitFor()
    await kanwil.getByText('Surat W2.PL.02.03-118').waitFor()
    faults.push(...(await faultsOf(kanwil, 'kasus-klarifikasi')))

    await kanwil.getByRole('link', { name: 'Permintaan klarifikasi' }).click()
    await kanwil.getByText('Apakah airnya cukup?').waitFor()
    faults.push(...(await faultsOf(kanwil, 'surat')))
    const saving = kanwil.waitForEvent('download')
    await kanwil.getByRole('button', { name: 'Unduh DOCX' }).click()
    const file = await saving
    expect(file.suggestedFilename()).toBe('Permintaan klarifikasi - Lahan Tandam.docx')
    const parts = openZip(new Uint8Array(await readFile(await file.path())))
    const body = parts.find(({ name }) => name === 'word/document.xml')
    const text = new TextDecoder().decode(body?.read())
    expect(text).toContain('W2.PL.02.03-118')
    expect(text).toContain('Apakah airnya cukup?')

    const head = await visit({ account: 'kpb.binjai', path, size: 'phone' })
    await head.getByRole('button', { name: 'Jawab klarifikasi' }).click()
    const answer = head.getByRole('dialog', { name: 'Jawab klarifikasi' })
    await answer.getByRole('button', { name: 'Simpan langkah ini' }).click()
    await answer.getByRole('alert').getByRole('link', { name: 'Tulis nomor surat.' }).waitFor()
    faults.push(...(await faultsOf(head, 'kasus-jawab-kurang')))
    await answer.getByLabel('Kondisi').selectOption('Baik')
    await answer.getByLabel('Alamat').fill('Jalan Tandam, Binjai')
    const [use, utilisation] = await answer.getByLabel('Keadaan sekarang').all()
    await use!.fill('Empat hektare jagung.')
    await utilisation!.fill('Tidak ada.')
    await answer.getByLabel('Ada rencana').first().check()
    await answer.getByLabel('Apa yang akan dilakukan').fill('Enam hektare jagung dengan pompa.')
    const soon = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
    await answer.getByLabel('Tanggal sasaran').fill(soon)
    await answer.getByLabel('Dokumen anggaran', { exact: true }).selectOption('DIPA')
    await answer.getByLabel('Nomor dokumen anggaran').fill('DIPA-013.06.2.406012/2027')
    await answer.getByLabel('Tanggal dokumen anggaran').fill('2026-10-01')
    await answer.getByLabel('Tanpa air').check()
    await answer.getByLabel('Nomor surat').fill('W2.PAS.1-77')
    await answer.getByLabel('Tanggal surat').fill(new Date().toISOString().slice(0, 10))
    faults.push(...(await faultsOf(head, 'kasus-jawab')))
    await answer.getByRole('button', { name: 'Simpan langkah ini' }).click()
    await head.getByText('Dijawab UPT (internal)').first().waitFor()
    await head.getByText(/Giliran: Petugas Kanwil/).waitFor()
    await head.getByText(/Enam hektare jagung dengan pompa/).waitFor()
    faults.push(...(await faultsOf(head, 'kasus-dijawab')))

    await kanwil.goto(kanwil.url().replace(/\?.*/, ''))
    await kanwil.getByRole('button', { name: 'Terima rencana' }).click()
    const plan = kanwil.getByRole('dialog', { name: 'Terima rencana' })
    await plan.getByRole('button', { name: 'Simpan langkah ini' }).click()
    await kanwil.getByText('Rencana diterima (internal)').first().waitFor()
    await kanwil.getByText('Langkah lain').click()
    await kanwil
      .getByRole('button', { name: 'Laporkan ke Pengelola Barang' })
      .and(kanwil.locator('[aria-disabled=true]'))
      .waitFor()
    faults.push(...(await faultsOf(kanwil, 'kasus-rencana')))
    expect(faults).toEqual([])
    const seen = await ask(as('kanwil.sumut'), 'GET', `/parcels/${id}/case`)
    expect(seen.body.case).toMatchObject({ state: 'rencana', areaM2: 6 * HA, internal: true })
  },
)

test(
  'a year without a report: the sweep opens a case, and Kanwil finds it on its map, its list and in Beranda',
  { timeout: 240_000 },
  async ({ visit, as, deps }) => {
    const faults: string[] = []
    await submitted(as, land('Lahan Tandam', 10 * HA))
    const mail = { send: () => Promise.resolve('sent' as const), isRepeatable: true }
    const date = `${new Date().getFullYear() + 1}-11-24`
    const { changed, failed } = await sweep({ ...deps, mail, origin: '' }, { date })
    expect({ changed, failed }).toEqual({ changed: 1, failed: [] })

    const kanwil = await visit({ account: 'kanwil.sumut', path: '/' })
    const due = kanwil.getByRole('region', { name: 'Tenggat Anda' })
    await due.getByRole('link', { name: 'Minta klarifikasi: Lahan Tandam' }).waitFor()
    const digest = kanwil.getByRole('region', { name: 'Ringkasan harian' })
    await digest.getByText(/Lahan Tandam, Lapas Kelas IIA Binjai/).waitFor()
    await kanwil.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await digest.getByRole('button', { name: 'Salin untuk WhatsApp' }).press('Enter')
    await kanwil.getByText('Tersalin. Tempelkan di WhatsApp.').waitFor({ state: 'attached' })
    const copied = await kanwil.evaluate('navigator.clipboard.readText()')
    expect(copied).toContain('Lahan Tandam')
    expect(copied).not.toMatch(/98[.,]4|Rp/)
    faults.push(...(await faultsOf(kanwil, 'beranda-kanwil')))

    await kanwil.getByRole('link', { name: 'Menganggur', exact: true }).click()
    const rows = kanwil.getByRole('list', { name: 'Daftar lahan' })
    await rows.getByText('Terindikasi tidak terpakai (internal)').waitFor()
    await kanwil
      .getByRole('button', { name: /^Idle menurut hukum/ })
      .getByText('0')
      .waitFor()
    await kanwil.getByRole('button', { name: /^Tidak terpakai \(internal\)/ }).getByText('1').waitFor() // prettier-ignore
    faults.push(...(await faultsOf(kanwil, 'menganggur')))
    await kanwil.getByLabel('Cari bidang atau unit').fill('Lahan yang tidak ada')
    await kanwil.getByRole('heading', { name: 'Tidak ada yang cocok' }).waitFor()
    await kanwil.getByRole('button', { name: 'Hapus saringan' }).press('Enter')
    await kanwil.getByRole('button', { name: 'Kasus menurut tenggat' }).press('Enter')
    await kanwil.getByText('Ditandai tidak terpakai (internal)').waitFor()
    faults.push(...(await faultsOf(kanwil, 'menganggur-kasus')))
    await kanwil.getByRole('link', { name: 'Lahan Tandam' }).press('Enter')
    await kanwil.getByText('Dibuka registri karena tidak ada bukti').waitFor()

    const english = await visit({
      account: 'kpb.binjai',
      path: '/menganggur',
      size: 'phone',
      language: 'en',
    })
    await english.getByRole('button', { name: 'Show the map' }).click()
    faults.push(...(await faultsOf(english, 'menganggur-telepon')))
    expect(faults).toEqual([])
  },
)
