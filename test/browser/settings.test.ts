import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ask } from '../functions/requests.ts'
import { findings, isTooWide } from './axe.ts'
import { test } from './browser.ts'
import { settled } from './chromium.ts'

/** What is wrong with a screen as it stands, and a picture of it where a folder is named. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  await settled(page)
  const folder = process.env['PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  const wide = (await isTooWide(page)) ? ['wider than its window'] : []
  return [...(await findings(page)), ...wide].map((fault) => `${name}: ${fault}`)
}

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test(
  'one person of headquarters proposes a threshold, previews it and may not approve it; another one may',
  { timeout: 180_000 },
  async ({ visit, as }) => {
    const faults: string[] = []
    const second = {
      name: 'Pusat Dua',
      subject: 'pusat.dua',
      roles: [{ role: 'pusat', upt: [], kanwil: [], from: '2026-01-01' }],
    }
    expect((await ask(as('pusat'), 'POST', '/members', second)).status).toBe(201)

    const first = await visit({ account: 'pusat', path: '/pengaturan' })
    await first.getByRole('heading', { name: 'Yang berlaku: Versi 1' }).waitFor()
    faults.push(...(await faultsOf(first, 'pengaturan')))
    await first.getByRole('button', { name: 'Usulkan perubahan' }).press('Enter')
    const form = first.getByRole('dialog', { name: 'Usulkan perubahan' })
    await form.getByRole('button', { name: 'Kirim usulan' }).click()
    await form.getByText('Belum ada yang diubah.').waitFor()
    await form.getByLabel(/^Tanpa bukti selama ini/).fill('4')
    await form.getByLabel('Sumber', { exact: true }).fill('ND-77/PAS.2/2026')
    await form.getByLabel('Berlaku mulai').fill(inDays(7))
    await form.getByLabel('Sumber versi ini').fill('Nota dinas ND-77/PAS.2/2026')
    faults.push(...(await faultsOf(first, 'pengaturan-usul')))
    await form.getByRole('button', { name: 'Kirim usulan' }).click()
    const proposal = first.getByRole('region', { name: 'Usulan yang menunggu: Versi 2' })
    await proposal.getByText('4 bulan').waitFor()
    await proposal.getByText('Usulan Anda sendiri disetujui oleh orang lain').waitFor()
    expect(await proposal.getByRole('button', { name: 'Setujui' }).count()).toBe(0)
    await proposal.getByRole('button', { name: 'Pratinjau akibatnya' }).click()
    await proposal.getByText('Tidak ada bidang yang berubah status.').waitFor()
    faults.push(...(await faultsOf(first, 'pengaturan-usulan')))

    const other = await visit({ account: 'pusat.dua', path: '/pengaturan', size: 'phone' })
    await other.getByRole('button', { name: 'Setujui' }).click()
    await other.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
    await other.getByText('akan berlaku', { exact: false }).first().waitFor()
    faults.push(...(await faultsOf(other, 'pengaturan-setuju')))
    await other.getByRole('button', { name: 'Hari libur' }).click()
    await other.getByText('2027', { exact: true }).click()
    faults.push(...(await faultsOf(other, 'libur')))
    expect(faults).toEqual([])
  },
)

test(
  'holidays of a year are proposed as lines, a wrong one is named; officers read the rules',
  { timeout: 120_000 },
  async ({ visit }) => {
    const faults: string[] = []
    const path = '/pengaturan?setelan=libur'
    const pusat = await visit({ account: 'pusat', path, language: 'en' })
    await pusat.getByRole('button', { name: 'Propose a change' }).click()
    const form = pusat.getByRole('dialog', { name: 'Propose a change' })
    const lines = form.getByLabel('List of days')
    await lines.fill('2027-01-01 libur Tahun Baru\n2027-02-30 libur Salah')
    await form.getByRole('button', { name: 'Send the proposal' }).click()
    await form.getByText('This line cannot be read: 2027-02-30 libur Salah').waitFor()
    faults.push(...(await faultsOf(pusat, 'libur-usul')))
    await lines.fill('2027-01-01 libur Tahun Baru\n2027-01-02 cuti Cuti bersama')
    await form.getByLabel('Source of this year').fill('SKB 3 Menteri 2026')
    await form.getByLabel('Valid from').fill(inDays(2))
    await form.getByLabel('Source of this version').fill('SKB 3 Menteri 2026')
    await form.getByRole('button', { name: 'Send the proposal' }).click()
    await pusat.getByRole('region', { name: 'Proposals that wait: Version 2' }).waitFor()

    const officer = await visit({ account: 'petugas.binjai', path: '/', size: 'phone' })
    await officer.getByRole('button', { name: /Petugas Binjai/ }).click()
    await officer.getByRole('link', { name: 'Pengaturan: aturan yang berlaku' }).click()
    await officer.getByRole('heading', { name: 'Yang berlaku: Versi 1' }).waitFor()
    expect(await officer.getByRole('button', { name: 'Usulkan perubahan' }).count()).toBe(0)
    faults.push(...(await faultsOf(officer, 'pengaturan-petugas')))
    expect(faults).toEqual([])
  },
)
