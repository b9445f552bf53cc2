import { execFile } from 'node:child_process'
import { sign } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect } from 'vitest'
import { makeAnchor } from '../../functions/store/anchors.ts'
import { pdfOf } from '../../infra/local/demo/papers.ts'
import { keyPair, pemOf } from '../fixtures/bundle.ts'
import { ask } from '../functions/requests.ts'
import { test } from './browser.ts'
import { signIn, type Size } from './chromium.ts'
import {
  attach,
  fillGrant,
  fillTitles,
  fillUnit,
  giveBoundary,
  PAPERS,
  saved,
  toStep,
  unfold,
} from './officer.ts'

const script = fileURLToPath(new URL('../../web/public/verify-bundle.mjs', import.meta.url))

describe.each<Size>(['desktop', 'phone'])('on a %s', (size) => {
  test(
    'a parcel goes from its deed to a verified history',
    { timeout: 120_000 },
    async ({ visit, as, password, deps }) => {
      // The officer signs in and prepares the parcel.
      const officer = await visit({ size })
      await signIn(officer, 'petugas.binjai', password)
      await officer.getByText('Petugas · Lapas Kelas IIA Binjai').waitFor()
      await officer
        .getByRole('navigation', { name: 'Halaman' })
        .getByRole('link', { name: 'Daftarkan' })
        .click()
      await officer.getByRole('button', { name: 'Mulai bidang baru' }).click()
      await fillUnit(officer)
      await saved(officer)

      // Left and loaded again in the middle: nothing is lost.
      await toStep(officer, 2)
      await fillGrant(officer)
      await officer.goto('about:blank')
      await officer.goBack()
      const nphd = await unfold(officer, 'NPHD')
      await expect
        .poll(() => nphd.getByLabel('Nomor', { exact: true }).inputValue())
        .toBe(PAPERS.nphd.number)
      expect(await nphd.getByLabel('Luas menurut dokumen ini').inputValue()).toBe('18.000 m²')
      expect(await nphd.getByLabel('Nilai menurut dokumen ini').inputValue()).toBe(
        'Rp10.300.000.000',
      )
      const paper = { title: 'NPHD', number: PAPERS.nphd.number, date: '12 Maret 2024', lines: [] }
      await attach(nphd, 'NPHD.pdf', await pdfOf(paper))

      // Offline in the middle: kept here, sent when the link is back.
      await officer.context().setOffline(true)
      await officer.getByText('Tidak ada sambungan').waitFor()
      await fillTitles(officer)
      await officer.getByText('Belum terkirim (luring), aman di perangkat ini').waitFor()
      await officer.context().setOffline(false)
      await saved(officer)

      await toStep(officer, 3)
      await giveBoundary(officer, size)
      await officer.getByText('Bentuk batas tidak bermasalah.').waitFor()
      await saved(officer)
      await toStep(officer, 4)
      await officer.getByText('Tidak ada yang kurang').waitFor()
      await officer.getByRole('button', { name: 'Serahkan ke kepala unit (KPB)' }).click()
      await officer
        .getByText(/^Diserahkan/)
        .first()
        .waitFor()
      const id = /\/daftarkan\/([^/]+)/.exec(officer.url())![1]!

      // The registry has it as the papers say.
      const { body } = await ask(as('petugas.binjai'), 'GET', `/parcels/${id}`)
      expect(body.properties).toMatchObject({
        name: PAPERS.name,
        statusPerolehan: 'tercatat-bmn',
        address: { kabupaten: 'Kota Binjai', kecamatan: 'Binjai Kota', kodeKemendagri: '12.75.02' },
        grant: {
          grantor: { name: 'Pemerintah Kota Binjai', kind: 'pemkot' },
          steps: {
            nphd: {
              number: PAPERS.nphd.number,
              date: '2024-03-12',
              areaM2: 18_000,
              valueIdr: 10_300_000_000,
            },
            bast: { number: PAPERS.bast.number, date: '2024-04-02', areaM2: 18_420 },
          },
        },
        titles: [{ number: PAPERS.certificate, areaM2: 18_400 }],
        bmnRecords: [{ kodeBarang: '2.01.01.04.001', nup: 27, areaM2: 18_420 }],
      })
      expect(body.properties.grant.steps.nphd.documents).toHaveLength(1)
      expect(body.geometry.coordinates[0]).toHaveLength(size === 'phone' ? 6 : 5)

      // The head of the unit releases it.
      const head = await visit({ size, account: 'kpb.binjai' })
      await head
        .getByRole('listitem')
        .filter({ hasText: PAPERS.name })
        .getByRole('link', { name: /^Periksa dan ajukan/ })
        .click()
      await head.getByRole('button', { name: 'Ajukan untuk diverifikasi' }).first().click()
      await head
        .getByRole('dialog')
        .getByRole('button', { name: 'Ajukan untuk diverifikasi' })
        .click()
      await head.getByText(/^Diajukan .* Menunggu verifikasi/).waitFor()

      // The regional office verifies it.
      const kanwil = await visit({ size, account: 'kanwil.sumut' })
      await kanwil
        .getByRole('listitem')
        .filter({ hasText: PAPERS.name })
        .getByRole('link', { name: /^Verifikasi/ })
        .click()
      await kanwil.getByRole('heading', { name: `Periksa bidang: ${PAPERS.name}` }).waitFor()
      await kanwil.getByText('Rp10.300.000.000').first().waitFor()
      await kanwil.getByRole('button', { name: /^Nyatakan terverifikasi/ }).click()
      await kanwil
        .getByRole('dialog')
        .getByRole('button', { name: /^Nyatakan terverifikasi/ })
        .click()
      await kanwil
        .getByText(/^Terverifikasi/)
        .first()
        .waitFor()

      // The auditor sees the history, and proves it here and elsewhere.
      const auditor = await visit({ size, account: 'auditor', path: `/bidang/${id}/jejak` })
      const events = auditor
        .getByRole('region', { name: 'Peristiwa' })
        .getByRole('heading', { level: 3 })
      await expect
        .poll(() => events.allInnerTexts(), { timeout: 10_000 })
        .toEqual(
          expect.arrayContaining([
            'Diverifikasi',
            'Diajukan',
            'Dokumen ditambahkan',
            'Draf dibuat',
          ]),
        )
      await auditor.getByRole('button', { name: 'Periksa sekarang' }).click()
      await auditor.getByText(/^✓ Riwayat utuh: \d+ peristiwa/).waitFor()
      await auditor.getByText(/^Belum tersegel/).waitFor()
      const keys = keyPair()
      await makeAnchor({
        ...deps,
        sign: {
          keyId: 'test',
          publicKeyPem: pemOf(keys.publicKey),
          sign: async (bytes: Uint8Array) => sign('sha256', bytes, keys.privateKey),
        },
      })
      await auditor.getByRole('button', { name: 'Periksa lagi' }).click()
      await auditor.getByText(/riwayat ini terbukti sudah ada pada/).waitFor()
      const [download] = await Promise.all([
        auditor.waitForEvent('download'),
        auditor.getByRole('button', { name: 'Unduh riwayat (JSON)' }).click(),
      ])
      const bundle = await download.path()
      expect(JSON.parse(await readFile(bundle, 'utf8'))).toMatchObject({ boundaries: {} })
      await promisify(execFile)(process.execPath, [script, bundle]) // throws unless it exits with 0
    },
  )
})
