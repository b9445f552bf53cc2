import { expect } from 'vitest'
import { numbered, squareAt } from '../fixtures/parcels.ts'
import { ask, draft, step } from '../functions/requests.ts'
import { test } from './browser.ts'

const SIDE = 0.001
const at = (serial: number, name: string, west: number) => {
  const feature = numbered(serial)
  const properties = { ...feature.properties, name }
  return { ...feature, geometry: squareAt(west, 3.6, SIDE), properties }
}

test('headquarters finds land that is claimed twice at home, and decides', async ({
  visit,
  as,
}) => {
  const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
  const first = await draft(petugas, at(1, 'Tanah kantor', 98.48))
  await step(kpb, first, 'submission')
  const second = await draft(petugas, at(2, 'Kebun belakang kantor', 98.48 + 0.75 * SIDE))
  const overlapReason = { kind: 'batas-sementara', text: 'Belum diukur ulang.' }
  const { body } = await step(kpb, second, 'submission', { overlapReason })

  const page = await visit({ account: 'pusat', path: '/' })
  await page.getByRole('heading', { name: 'Yang menunggu Anda' }).waitFor()
  await page.getByRole('link', { name: 'Putuskan: Kebun belakang kantor' }).click()
  const section = page.getByRole('region', { name: 'Tumpang tindih' })
  await page.getByText(/Menunggu keputusan Kantor Pusat tentang tumpang tindihnya/).waitFor()
  await section.getByText('Menunggu keputusan pusat').waitFor()
  await section.getByRole('link', { name: 'Tanah kantor' }).waitFor()
  await section.getByText('Batas sementara. Belum diukur ulang.').waitFor()
  await section.getByRole('button', { name: 'Putuskan' }).click()
  const dialog = page.getByRole('dialog', { name: 'Putuskan tumpang tindih' })
  await dialog.getByRole('button', { name: 'Putuskan' }).click()
  await dialog.getByText('Pilih salah satu.').waitFor()
  await dialog.getByLabel('Keduanya tetap tercatat').check()
  await dialog.getByLabel('Dasar keputusan').fill('Surat 3/2026')
  await dialog.getByRole('button', { name: 'Putuskan' }).click()
  await dialog.waitFor({ state: 'detached' })
  await section.getByText('Keduanya tetap tercatat.').waitFor()
  await section.getByText('Surat 3/2026').waitFor()

  await page.getByRole('link', { name: 'Jejak audit', exact: true }).click()
  const events = page.getByRole('region', { name: 'Peristiwa' })
  await events.getByRole('heading', { name: 'Tumpang tindih diputuskan' }).waitFor()
  await events.getByText('Keduanya tetap tercatat: Tanah kantor.').waitFor()
  await events.getByText('m² dengan: Tanah kantor. Batas sementara. Belum diukur ulang.').waitFor()
  expect(await events.getByText(/overlap|outcome/).count()).toBe(0)

  const now = await ask(as('pusat'), 'GET', `/parcels/${body.id}`)
  expect(now.body.properties.overlaps[0].decision).toMatchObject({ outcome: 'dicatat' })
  const holder = await visit({
    account: 'kpb.binjai',
    path: `/bidang/${first.body.id}`,
    size: 'phone',
  })
  const told = holder.getByRole('region', { name: 'Tumpang tindih' })
  await told.getByText('kemudian dicatat juga pada bidang lain').waitFor()
  await told.getByRole('link', { name: 'Kebun belakang kantor' }).waitFor()
})
