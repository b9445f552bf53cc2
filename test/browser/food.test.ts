import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openZip } from '../../functions/boundaries/zip.ts'
import { binjai, squareAt } from '../fixtures/parcels.ts'
import { ask, draft, step } from '../functions/requests.ts'
import type { Send } from '../stack.ts'
import { findings, isTooWide } from './axe.ts'
import { test } from './browser.ts'
import { settled } from './chromium.ts'

type As = (account?: string) => Send

/** The month so many months before this one. */
const monthAgo = (months: number): string => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 15))
    .toISOString()
    .slice(0, 7)
}

/** A field of a unit that reported harvests of some months. */
async function reported(as: As, account: 'binjai' | 'batang', nth: number): Promise<void> {
  const { titles: _, bmnRecords: __, ...properties } = binjai.properties
  const upt = account === 'binjai' ? 'lapas-kelas-iia-binjai' : 'lapas-kelas-iib-batang'
  const made = await draft(as(`petugas.${account}`), {
    ...binjai,
    geometry: squareAt(98.3 + nth / 100, 3.4),
    properties: { ...properties, upt, statusPerolehan: 'bast', name: `Ladang ${nth}` },
  })
  const seen = await step(as(`kpb.${account}`), made, 'submission')
  const petugas = as(`petugas.${account}`)
  const path = `/parcels/${seen.body.id}`
  const block = await ask(petugas, 'POST', `${path}/blocks`, { name: 'Blok 1', kind: 'tanaman-pangan', areaM2: 10_000, from: '2020-01-01' }, { 'If-Match': seen.etag }) // prettier-ignore
  expect(block.status).toBe(201)
  const told = [
    [1, { commodity: 'jagung', plantedM2: 9_000, harvestedM2: 9_000, harvest: { amount: 812.5, unit: 'kg' }, went: { kitchen: 10, vendor: 20, sold: 782.5 }, soldIdr: 3_130_000 }], // prettier-ignore
    [3, { commodity: 'cabai', harvestedM2: 500, harvest: { amount: 120, unit: 'kg' }, went: { kitchen: 120 } }], // prettier-ignore
    [5, { commodity: 'telur-ayam', harvest: { amount: 900, unit: 'butir' }, went: { kitchen: 900 } }], // prettier-ignore
  ] as const
  for (const [months, entry] of told) {
    const month = monthAgo(months)
    const answer = await ask(petugas, 'POST', `${path}/reports`, {
      id: randomUUID(),
      period: { from: `${month}-01`, until: `${month}-28` },
      entries: [{ block: block.body.id ?? block.body.block.id, ...entry }],
      statement: 'Dipanen.',
    })
    expect(answer.status).toBe(201)
  }
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
  'headquarters reads what the land grew, narrows it by keyboard, prints it and takes it away',
  { timeout: 240_000 },
  async ({ visit, as }) => {
    const faults: string[] = []
    const empty = await visit({ account: 'pusat', path: '/pangan' })
    await empty.getByRole('heading', { name: 'Belum ada laporan pada bulan-bulan ini' }).waitFor()
    faults.push(...(await faultsOf(empty, 'pangan-kosong')))

    await reported(as, 'binjai', 1)
    await reported(as, 'batang', 2)
    const page = await visit({ account: 'pusat' })
    await page.getByRole('link', { name: 'Pangan' }).click()
    const byUnit = page.getByRole('region', { name: 'Menurut unit' })
    await byUnit.getByRole('rowheader', { name: /Lapas Kelas IIA Binjai/ }).waitFor()
    expect(await byUnit.getByRole('rowheader').count()).toBe(2)
    await page.getByText('16,1 %').first().waitFor() // 150 of 932.5 kg, maize and chilli together
    faults.push(...(await faultsOf(page, 'pangan-pusat')))

    const kanwil = page.getByLabel('Kanwil')
    await kanwil.focus()
    await kanwil.selectOption({ label: 'Kanwil Sumatera Utara' })
    await expect.poll(() => byUnit.getByRole('rowheader').count()).toBe(1)
    expect(page.url()).toContain('kanwil=sumatera-utara')
    const chart = page.getByRole('region', { name: 'Panen menurut bulan' })
    await chart.getByLabel('Komoditas').selectOption({ label: 'Jagung (kg)' })
    await chart.getByText('813 kg').first().waitFor()

    const saved = async (name: string): Promise<{ name: string; bytes: Uint8Array }> => {
      const saving = page.waitForEvent('download')
      await page.getByRole('button', { name }).press('Enter')
      const file = await saving
      return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) } // prettier-ignore
    }
    const csv = await saved('Unduh CSV')
    expect(csv.name).toMatch(/^Ketahanan pangan .*\.csv$/)
    expect(new TextDecoder().decode(csv.bytes)).toContain('Lapas Kelas IIA Binjai;Jagung;9000;9000;kg;812,5;10;20;782,5;0;3,69;3130000') // prettier-ignore
    const xlsx = await saved('Unduh XLSX')
    expect(openZip(xlsx.bytes).some(({ name }) => name === 'xl/workbook.xml')).toBe(true)

    await page.emulateMedia({ media: 'print' })
    await page.getByText(/^Kanwil Sumatera Utara, .* sampai/).waitFor()
    expect(await page.getByRole('button', { name: 'Unduh CSV' }).isVisible()).toBe(false)
    const folder = process.env['PICTURES']
    if (folder) await page.screenshot({ path: `${folder}/pangan-cetak.png`, fullPage: true })

    const phone = await visit({ account: 'kanwil.sumut', path: '/pangan', size: 'phone' })
    await phone.getByRole('rowheader', { name: /Lapas Kelas IIA Binjai/ }).waitFor()
    faults.push(...(await faultsOf(phone, 'pangan-telepon')))
    const english = await visit({ account: 'petugas.binjai', path: '/pangan', language: 'en', dark: true }) // prettier-ignore
    await english.getByRole('heading', { name: 'Food' }).waitFor()
    await english.getByRole('rowheader', { name: 'Maize' }).waitFor()
    faults.push(...(await faultsOf(english, 'food-english')))
    expect(faults).toEqual([])
  },
)
