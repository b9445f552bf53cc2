import { expect } from 'vitest'
import { binjai, squareAt } from '../fixtures/parcels.ts'
import { type Answer, ask, draft, step } from '../functions/requests.ts'
import type { Send } from '../stack.ts'
import { test } from './browser.ts'
import { fillSignIn } from './chromium.ts'
import { saved, toStep, unfold } from './officer.ts'

/** A parcel like `binjai`, with a name and a place of its own, led as far as the unit leads it. */
async function submitted(as: (account: string) => Send, name: string): Promise<Answer> {
  const steps = {
    nphd: { number: '030/12/2021', date: '2021-01-12' },
    bast: { number: '030/40/2021', date: '2021-02-02', areaM2: 12_300 },
  }
  const properties = { ...binjai.properties, name, grant: { ...binjai.properties.grant, steps } }
  const drafted = await draft(as('petugas.binjai'), { ...binjai, properties })
  const handed = await step(as('petugas.binjai'), drafted, 'handover')
  return step(as('kpb.binjai'), handed, 'submission')
}

test('a returned parcel shows its notes at their fields until it is corrected', async ({
  visit,
  as,
}) => {
  const { body } = await submitted(as, 'Lahan Tunggurono')
  const kanwil = await visit({ account: 'kanwil.sumut', path: `/bidang/${body.id}?periksa=1` })
  await kanwil.getByRole('button', { name: 'Kembalikan dengan catatan' }).click()
  const dialog = kanwil.getByRole('dialog')
  const send = dialog.getByRole('button', { name: 'Kembalikan dengan catatan' })
  await send.click()
  await dialog.getByText('Tuliskan alasannya.').waitFor()
  await dialog.getByLabel('Alasan').fill('Nomor NPHD berbeda dari dokumennya.')
  await dialog.getByRole('button', { name: 'Tambah catatan pada isian' }).click()
  await dialog.getByLabel('Isian yang dimaksud').selectOption('NPHD · Nomor')
  await dialog.getByLabel('Catatan pada isian itu').fill('Tertulis 030/12/2022.')
  await send.click()
  await kanwil.getByText('Dikembalikan: Nomor NPHD berbeda dari dokumennya.').waitFor()

  const officer = await visit({ account: 'petugas.binjai' })
  const correction = officer.getByRole('link', { name: /^Perbaiki/ }) // beside it stands its deadline
  const task = officer.getByRole('listitem').filter({ has: correction }).first()
  await task.getByText('Tertulis 030/12/2022.').waitFor()
  await task.getByRole('link', { name: /^Perbaiki/ }).click()
  await officer.getByText('Nomor NPHD berbeda dari dokumennya.').waitFor()
  await toStep(officer, 4)
  await officer.getByRole('button', { name: 'Tertulis 030/12/2022.' }).click()
  const number = officer.getByLabel('Nomor', { exact: true }).and(officer.locator(':focus'))
  await number.waitFor()
  await (await unfold(officer, 'NPHD')).getByText('Catatan: Tertulis 030/12/2022.').waitFor()
  await number.fill('030/12/2022')
  await saved(officer)
  await toStep(officer, 4)
  await officer.getByRole('button', { name: 'Serahkan ke kepala unit (KPB)' }).click()
  await officer.getByText(/^Diserahkan ke kepala unit/).waitFor()

  const again = await ask(as('kpb.binjai'), 'GET', `/parcels/${body.id}`)
  expect(again.body.properties.grant.steps.nphd.number).toBe('030/12/2022')
  expect((await step(as('kpb.binjai'), again, 'submission')).body.properties.state).toBe('diajukan')
})

test('a number that is taken names its holder and asks for a reason', async ({ visit, as }) => {
  await submitted(as, 'Lahan Tunggurono')
  const properties = { ...binjai.properties, name: 'Lahan sebelahnya' }
  const second = { ...binjai, geometry: squareAt(98.49, 3.6), properties }
  const drafted = await draft(as('petugas.binjai'), second)
  const { body } = await step(as('petugas.binjai'), drafted, 'handover')

  const expecting = [/^409 POST .*submission$/]
  const head = await visit({
    account: 'kpb.binjai',
    path: `/bidang/${body.id}?periksa=1`,
    expecting,
  })
  await head.getByRole('button', { name: 'Ajukan untuk diverifikasi' }).click()
  const dialog = head.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Ajukan untuk diverifikasi' }).click()
  await dialog
    .getByText(/912 sudah dipakai untuk Lahan Tunggurono \(Lapas Kelas IIA Binjai\)\./)
    .waitFor()
  await dialog.getByRole('link', { name: 'Buka bidang itu' }).first().waitFor()
  const send = dialog.getByRole('button', { name: 'Ajukan dengan alasan ini' })
  await send.click()
  await dialog.getByText('Tuliskan alasannya.').waitFor()
  await dialog
    .getByLabel('Mengapa nomor ini memang dipakai bersama?')
    .fill('Satu sertipikat, dua bidang.')
  await send.click()
  await dialog.waitFor({ state: 'detached' })
  await head.getByText(/^Diajukan .* Menunggu verifikasi/).waitFor()
  const { body: now } = await ask(as('kpb.binjai'), 'GET', `/parcels/${body.id}`)
  expect(now.properties.duplicates[0].reason).toBe('Satu sertipikat, dua bidang.')
})

test('a session that ends in the middle of work loses nothing of it', async ({
  visit,
  as,
  clock,
  password,
}) => {
  const { body } = await draft(as('petugas.binjai'), binjai)
  const path = `/daftarkan/${body.id}/1`
  const officer = await visit({ account: 'petugas.binjai', path, expecting: [/^401 /] })
  await officer.getByLabel('Jalan dan nomor').fill('Jalan Samanhudi 7')
  clock.now = new Date(Date.now() + 2 * 3600_000) // before the change comes to rest and is sent
  const dialog = officer.getByRole('dialog', { name: 'Sesi berakhir' })
  await dialog.waitFor()
  clock.now = new Date()
  const [beside] = await Promise.all([
    officer.waitForEvent('popup'),
    dialog.getByRole('button', { name: 'Masuk lagi' }).click(),
  ])
  await fillSignIn(beside, 'petugas.binjai', password)
  await dialog.waitFor({ state: 'detached' })
  await saved(officer)
  expect(await officer.getByLabel('Jalan dan nomor').inputValue()).toBe('Jalan Samanhudi 7')
  const now = await ask(as('petugas.binjai'), 'GET', `/parcels/${body.id}`)
  expect(now.body.properties.address.street).toBe('Jalan Samanhudi 7')
})

test('changes of two editors are joined, and where they meet both are shown', async ({
  visit,
  as,
}) => {
  const { body } = await draft(as('petugas.binjai'), binjai)
  const elsewhere = async (change: object) => {
    const seen = await ask(as('petugas.binjai'), 'GET', `/parcels/${body.id}`)
    const headers = { 'If-Match': seen.etag }
    const { status } = await ask(
      as('petugas.binjai'),
      'PATCH',
      `/parcels/${body.id}`,
      change,
      headers,
    )
    expect(status).toBe(200)
  }
  const name = async () =>
    (await ask(as('petugas.binjai'), 'GET', `/parcels/${body.id}`)).body.properties
  const path = `/daftarkan/${body.id}/1`
  const officer = await visit({ account: 'petugas.binjai', path, expecting: [/^412 PATCH /] })
  await saved(officer)

  await elsewhere({ properties: { address: { street: 'Jalan Samanhudi 7' } } })
  await officer.getByLabel('Nama bidang').fill('Lahan jagung')
  await expect.poll(async () => (await name()).name, { timeout: 10_000 }).toBe('Lahan jagung')
  expect(await officer.getByLabel('Jalan dan nomor').inputValue()).toBe('Jalan Samanhudi 7')

  await elsewhere({ properties: { name: 'Lahan ubi' } })
  await officer.getByLabel('Nama bidang').fill('Lahan kacang')
  const conflict = officer
    .getByRole('alert')
    .filter({ hasText: 'Isian yang sama diubah di tempat lain' })
  await conflict.getByText('Lahan kacang').waitFor()
  await conflict.getByText('Lahan ubi').waitFor()
  await conflict.getByRole('button', { name: 'Pakai isian saya' }).click()
  await expect.poll(async () => (await name()).name, { timeout: 10_000 }).toBe('Lahan kacang')
  expect((await name()).address.street).toBe('Jalan Samanhudi 7')
})
