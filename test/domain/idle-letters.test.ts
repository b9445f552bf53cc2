import { expect, test } from 'vitest'
import { letterFacts } from '../../functions/domain/letter-facts.ts'
import { type LetterDraft, letterOf } from '../../functions/domain/letters.ts'
import type { IdleCase } from '../../functions/domain/idle-case.ts'
import { binjai } from '../fixtures/parcels.ts'

const names = {
  uptName: 'Lapas Kelas IIA Binjai',
  kanwilName: 'Kantor Wilayah Ditjen Pemasyarakatan Sumatera Utara',
  areaM2: 12_309.4,
}
const facts = letterFacts(
  {
    ...binjai.properties,
    statusPerolehan: 'tercatat-bmn',
    neighbours: {},
    grant: { steps: { psp: { number: 'W2-77/2022', date: '2022-05-09' } } },
    titles: [{ number: '02.14.04.01.4.00999', kind: 'hak-pakai' }],
    bmnRecords: [
      {
        kodeBarang: '2.01.01.04.001',
        nup: 912,
        areaM2: 12_310,
        valueIdr: 3_693_000_000,
        acquired: '2021-02-02',
        condition: 'baik',
      },
    ],
  },
  names,
)
const flag = { step: 'flag', from: null, to: 'ditandai', on: '2026-11-24', by: 'm1' } as const
const flagged: IdleCase = {
  id: 'k1',
  origin: 'kanwil',
  state: 'ditandai',
  areaM2: 6_000,
  openedOn: '2026-11-24',
  since: '2026-11-24',
  due: { clock: 'permintaan', day: '2026-12-08', basis: 'internal', source: 'internal' },
  steps: [{ ...flag, at: '2026-11-24T02:00:00.000Z', reason: 'Tidak ada kegiatan.' }],
}

const textOf = (draft: LetterDraft): string => JSON.stringify(draft)

test('the request names the land by its papers, the five matters of Ps. 8 and four papers', () => {
  const draft = letterOf('permintaan', facts, flagged, {
    number: 'W2.PAS-77',
    date: '2026-11-26',
    dueDate: '2026-12-10',
    questions: 'Apakah ada pompa air?',
  })
  expect(draft.head).toContainEqual(['Nomor', 'W2.PAS-77'])
  expect(draft.to[0]).toBe('Kepala Lapas Kelas IIA Binjai')
  expect(draft.place).toMatch(/26 November 2026$/)
  const [identity] = draft.parts.filter(({ kind }) => kind === 'table')
  expect(identity).toMatchObject({
    rows: [
      ['Kode barang', '2.01.01.04.001'],
      ['Nomor urut pendaftaran (NUP)', '912'],
      ['Luas', '12.310 m²'],
      ['Tahun perolehan', '2021'],
      ['Nilai perolehan', 'Rp3.693.000.000'],
      ['Kondisi', 'baik'],
      ['Alamat', 'Kota Binjai'],
      ['Sertipikat', '02.14.04.01.4.00999'],
      ['Penetapan status penggunaan', 'W2-77/2022 tanggal 9 Mei 2022'],
    ],
  })
  const lists = draft.parts.flatMap((part) => (part.kind === 'list' ? [part.items.length] : []))
  expect(lists).toEqual([5, 4])
  const text = textOf(draft)
  expect(text).toContain('sebagian, 6.000 m² dari 12.310 m² sejak 24 November 2026')
  expect(text).toContain('dengan alasan: Tidak ada kegiatan."')
  expect(text).toContain('paling lambat 10 Desember 2026')
  expect(text).toContain('Apakah ada pompa air?')
  expect(text).toContain('bersifat internal')
})

test("the Kanwil's own clock is not the last day of the answer", () => {
  expect(textOf(letterOf('permintaan', facts, flagged))).not.toContain('8 Desember 2026')
})

test('the answer quotes the request, states its own identity and follows the form', () => {
  const ask = { ...flag, step: 'request', from: 'ditandai', to: 'klarifikasi', on: '2026-11-26' }
  const letter = { number: 'W2.PAS-77', date: '2026-11-26' }
  const asked = {
    ...flagged,
    state: 'klarifikasi',
    steps: [...flagged.steps, { ...ask, at: '2026-11-26T02:00:00.000Z', letter }],
  } as IdleCase
  const draft = letterOf('jawaban', facts, asked, {
    answer: {
      identity: {
        assets: [{ kodeBarang: '2.01.01.04.001', nup: 913 }],
        areaM2: 12_300,
        condition: 'rusak-ringan',
        address: 'Jalan Samanhudi',
      },
      use: { text: 'Kebun sayur', areaM2: 6_310 },
      usePlan: {
        what: 'Jagung',
        areaM2: 6_000,
        targetDate: '2027-06-30',
        budget: { paper: 'dipa', number: 'DIPA-137.05', date: '2026-11-20' },
      },
      nonUse: { reasons: ['tanpa-air', 'tidak-ada-anggaran'], text: 'Sumur kering' },
    },
  })
  expect(draft.to).toEqual([`Kepala ${names.kanwilName}`])
  const text = textOf(draft)
  expect(text).toContain('Menjawab surat nomor W2.PAS-77 tanggal 26 November 2026')
  const tables = draft.parts.flatMap((part) => (part.kind === 'table' ? [part.rows] : []))
  expect(tables[0]).toContainEqual(['Nomor urut pendaftaran (NUP)', '913'])
  expect(tables[0]).toContainEqual(['Kondisi', 'rusak ringan'])
  expect(tables[1]).toEqual([
    ['Materi', 'Penjelasan'],
    ['Pelaksanaan penggunaan', 'Kebun sayur (6.310 m²)'],
    [
      'Rencana penggunaan (paling lama satu tahun)',
      'Jagung, seluas 6.000 m²; terlaksana paling lambat 30 Juni 2027. Dokumen anggaran: DIPA nomor DIPA-137.05 tanggal 20 November 2026.',
    ],
    ['Pelaksanaan pemanfaatan', '................'],
    ['Rencana pemanfaatan (paling lama enam bulan)', 'Tidak ada.'],
    ['Sebab belum digunakan', 'tidak ada air; belum ada anggaran; Sumur kering'],
  ])
})

test('once the Pengelola Barang has written, the answer goes there', () => {
  const notice = { ...flag, step: 'letter', to: 'bmn-terindikasi-idle', on: '2027-02-01' }
  const letter = { number: 'S-12/KNL.0201', date: '2027-02-01' }
  const indicated = {
    ...flagged,
    state: 'bmn-terindikasi-idle',
    steps: [{ ...notice, at: '2027-02-02T02:00:00.000Z', letter }],
  } as IdleCase
  const draft = letterOf('jawaban', facts, indicated)
  expect(draft.to[0]).toMatch(/^Kepala KPKNL/)
  expect(textOf(draft)).toContain('surat nomor S-12/KNL.0201 tanggal 1 Februari 2027')
})

test('what is not recorded is left blank to be written in', () => {
  const bare = letterFacts({ upt: 'x', name: 'A/B: "C"' }, { ...names, areaM2: null })
  expect(bare).toMatchObject({ kodeBarang: '................', area: '................' })
  expect(letterOf('permintaan', bare, undefined).name).toBe('Permintaan klarifikasi - A B C')
})
