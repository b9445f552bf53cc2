import { describe, expect } from 'vitest'
import { binjai } from '../fixtures/parcels.ts'
import { draft, step } from '../functions/requests.ts'
import { test } from './browser.ts'
import type { Size } from './chromium.ts'
import { saved, toStep, unfold } from './officer.ts'

describe.each<Size>(['desktop', 'phone'])('on a %s', (size) => {
  test('the notes of a returned parcel lead from every step to their fields', async ({
    visit,
    as,
  }) => {
    const handed = await step(
      as('petugas.binjai'),
      await draft(as('petugas.binjai'), binjai),
      'handover',
    )
    const { body } = await step(as('kpb.binjai'), handed, 'return', {
      reason: 'Ada tiga hal.',
      notes: [
        { pointer: '#/geometry', note: 'Geser batas timur.' },
        { pointer: '#/properties/titles/0/areaM2', note: 'Luas salah ketik.' },
        { pointer: '#/properties/grant/steps/nphd', note: 'Unggah NPHD.' },
      ],
    })
    const path = `/daftarkan/${body.id}/1`
    const officer = await visit({ size, account: 'petugas.binjai', path })
    const bar = officer.getByRole('navigation', { name: 'Langkah pendaftaran' })
    await bar.getByRole('link', { name: /Dokumen hibah ?, ada catatan$/ }).waitFor()
    await bar.getByRole('link', { name: /Batas ?, ada catatan$/ }).waitFor()
    await bar.getByRole('link', { name: /Bidang dan unit ?, lengkap$/ }).waitFor()
    const notes = officer.getByRole('listitem').filter({ hasText: /Langkah \d · / })
    for (const number of [1, 2, 3, 4] as const) {
      await toStep(officer, number)
      await expect
        .poll(() => notes.allInnerTexts())
        .toEqual([
          'Langkah 2 · NPHD: Unggah NPHD.',
          'Langkah 2 · Sertipikat 1 · Luas: Luas salah ketik.',
          'Langkah 3 · Batas: Geser batas timur.',
        ])
    }
    await toStep(officer, 1)
    await officer.getByRole('button', { name: 'Luas salah ketik.' }).click()
    await officer.getByLabel('Luas menurut sertipikat').and(officer.locator(':focus')).waitFor()
    await officer.getByRole('button', { name: 'Geser batas timur.' }).click()
    await officer.locator('.boundary-panel:focus').waitFor()
    await officer.getByRole('button', { name: 'Unggah NPHD.' }).click()
    await officer.locator('summary:focus').getByText('NPHD').waitFor()
  })

  test('what is refused is told as not saved, and an incomplete draft is not handed over unawares', async ({
    visit,
    as,
  }) => {
    const { titles: _, bmnRecords: __, ...properties } = binjai.properties
    const { body } = await draft(as('petugas.binjai'), { ...binjai, properties })
    const path = `/daftarkan/${body.id}/1`
    const officer = await visit({ size, account: 'petugas.binjai', path })
    await saved(officer)
    const bar = officer.getByRole('navigation', { name: 'Langkah pendaftaran' })
    await bar.getByRole('link', { name: /Bidang dan unit ?, lengkap$/ }).waitFor()
    await officer.getByLabel('Catatan (boleh kosong)').fill('NIK 1275010101010001')
    await (
      await unfold(officer, 'Kode wilayah lain (BPN dan BPS)')
    )
      .getByLabel('Kode BPN')
      .fill('2.14.4')
    await officer.getByText(/^Tersimpan \d\d\.\d\d,$/).waitFor()
    await toStep(officer, 4)
    await officer.getByRole('button', { name: '2 isian belum' }).click()
    await officer.getByLabel('Kode BPN').and(officer.locator(':focus')).waitFor()
    await bar
      .getByRole('link', { name: /Bidang dan unit ?, ada isian yang belum tersimpan$/ })
      .waitFor()

    await toStep(officer, 2)
    await officer.getByRole('button', { name: 'Tambah sertipikat' }).click()
    const title = await unfold(officer, 'Sertipikat 1')
    expect(await title.getByLabel('Jenis bukti').inputValue()).toBe('')
    await title.getByLabel('Tanggal terbit').fill('15-1-2999')
    await title.getByLabel('Luas menurut sertipikat').fill('sekian')
    await title.getByText(/^Tanggal 15 Januari 2999 belum terjadi\./).waitFor()
    await officer.getByRole('button', { name: '3 isian belum' }).waitFor()
    await title.getByRole('button', { name: /Hapus|Buang/ }).click()
    await officer.getByRole('button', { name: '2 isian belum' }).waitFor()
    const worth = officer.getByLabel('Nilai perolehan')
    await worth.fill('sepuluh')
    await worth.blur()
    await officer.getByText(/^“sepuluh” bukan nilai rupiah\. Tulis misalnya 10,3 M/).waitFor()
    await worth.fill('10,3')
    await worth.blur()
    await officer.getByRole('button', { name: 'Maksud saya 10,3 M (Rp10.300.000.000)' }).click()
    expect(await worth.inputValue()).toBe('Rp10.300.000.000')

    await toStep(officer, 4)
    await officer.getByRole('button', { name: 'Serahkan ke kepala unit (KPB)' }).click()
    const dialog = officer.getByRole('dialog', { name: 'Belum lengkap' })
    await dialog.getByText(/^Catatan BMN: Isi kode barang dan NUP/).waitFor()
    await dialog.getByText('Kode BPN').waitFor()
    await dialog.getByRole('button', { name: 'Lengkapi dulu' }).click()
    await dialog.waitFor({ state: 'detached' })
    await officer.getByRole('button', { name: 'Serahkan ke kepala unit (KPB)' }).click()
    await dialog.getByRole('button', { name: 'Serahkan juga' }).click()
    await officer.getByText(/^Diserahkan ke kepala unit/).waitFor()
  })
})
