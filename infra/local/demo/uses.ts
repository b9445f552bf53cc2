import type { NewReport, ReportEntry } from '../../../functions/domain/report.ts'
import type { NewBlock, NewPlan, NonUse } from '../../../functions/domain/use.ts'

/** How many days before the demo began. */
type DaysAgo = number

/** What was told of one block: planted, harvested, and where it went. */
export type DemoEntry = Omit<ReportEntry, 'block' | 'plantedOn' | 'harvestedOn'> & {
  /** Name of the block. */
  block: string
  planted?: DaysAgo
  harvested?: DaysAgo
}

export interface DemoReport {
  from: DaysAgo
  until: DaysAgo
  entries: readonly DemoEntry[]
  /** A photo of the field, with the place where the phone stood, on the last day; else a statement. */
  photo?: true
  statement?: NewReport['statement']
}

/** What is recorded of the use of a demo parcel once it is registered. */
export interface DemoUse {
  blocks?: readonly NewBlock[]
  reports?: readonly DemoReport[]
  /** Its target lies so many days ahead. */
  plan?: Omit<NewPlan, 'targetDate'> & { daysAhead: number }
  nonUse?: NonUse
  /** What the Kanwil flags as idle, and the letter by which it asks for clarification. */
  flag?: { areaM2?: number; reason: string; letter?: string }
}

const FROM = '2024-01-08'
const SEEN = 'Diperiksa petugas di lapangan.'

/** A maize harvest: planted 100 days before it was cut, half to the kitchen. */
const maize = (block: string, harvested: DaysAgo, areaM2: number, kg: number): DemoEntry => ({
  block,
  commodity: 'jagung',
  planted: harvested + 100,
  plantedM2: areaM2,
  harvested,
  harvestedM2: areaM2,
  harvest: { amount: kg, unit: 'kg' },
  went: { kitchen: kg / 2, vendor: kg / 2 },
  wbp: 12,
  tpp: 'Sidang TPP 14/2026',
})

/** What stands as it did: buildings, roads, trees. */
const same = (...blocks: string[]): DemoEntry[] =>
  blocks.map((block) => ({ block, same: true as const }))

/** Use of the demo's parcels, by their keys; of all others nothing is proved yet. */
export const USES: Readonly<Record<string, DemoUse>> = {
  'binjai-gatot-subroto': {
    blocks: [
      { name: 'Blok jagung', kind: 'tanaman-pangan', areaM2: 7500, from: FROM, runBy: 'Giatja' },
      { name: 'Kolam lele', kind: 'perikanan', areaM2: 1200, from: FROM, runBy: 'Giatja' },
    ],
    reports: [
      {
        from: 60,
        until: 25,
        entries: [
          maize('Blok jagung', 30, 7500, 4200),
          {
            block: 'Kolam lele',
            commodity: 'lele',
            harvested: 28,
            harvest: { amount: 640, unit: 'kg' },
            went: { kitchen: 640 },
            wbp: 4,
          },
        ],
        photo: true,
      },
    ],
  },
  'binjai-kantor': {
    blocks: [
      { name: 'Blok hunian dan kantor', kind: 'bangunan-upt', areaM2: 15_400, from: '2019-09-02' },
      { name: 'Jalan dan parkir', kind: 'jalan-parkir-terbuka', areaM2: 6200, from: '2019-09-02' },
      { name: 'Lapangan dan masjid', kind: 'olahraga-ibadah', areaM2: 2300, from: '2019-09-02' },
    ],
    reports: [
      {
        from: 90,
        until: 12,
        entries: same('Blok hunian dan kantor', 'Jalan dan parkir', 'Lapangan dan masjid'),
        photo: true,
      },
    ],
  },
  // recorded, never proved: it falls idle when nobody reports
  'binjai-kebun-lada': {
    blocks: [{ name: 'Bedeng sayur', kind: 'hortikultura', areaM2: 5900, from: FROM }],
  },
  'labuhan-ruku-jagung': {
    blocks: [{ name: 'Jagung hibrida', kind: 'tanaman-pangan', areaM2: 43_000, from: FROM }],
    reports: [
      {
        from: 170,
        until: 130,
        entries: [maize('Jagung hibrida', 135, 43_000, 24_600)],
        statement: SEEN,
      },
      {
        from: 45,
        until: 8,
        entries: [maize('Jagung hibrida', 15, 43_000, 27_800)],
        photo: true,
      },
    ],
  },
  'langkat-sawit': {
    blocks: [
      {
        name: 'Kebun sawit kerja sama',
        kind: 'dipakai-pihak-lain',
        areaM2: 60_000,
        from: '2023-03-01',
        runBy: 'Koperasi tani (contoh)',
        utilisation: {
          form: 'ksp',
          partner: 'Koperasi tani (contoh)',
          approval: { number: 'S-118/KNL/2023', date: '2023-02-14' },
          from: '2023-03-01',
          until: '2028-02-29',
          valueIdr: 48_000_000,
          ntpn: '1A2B3C4D5E6F7G8H',
        },
      },
    ],
    reports: [{ from: 60, until: 20, entries: same('Kebun sawit kerja sama'), statement: SEEN }],
  },
  // 20.5 ha, of which 11.3 are worked: 9.2 lie vacant
  'malang-sae-lsima': {
    blocks: [
      { name: 'Jagung', kind: 'tanaman-pangan', areaM2: 70_000, from: FROM },
      { name: 'Pisang', kind: 'hortikultura', areaM2: 25_000, from: FROM },
      { name: 'Kandang kambing', kind: 'peternakan', areaM2: 8000, from: FROM },
      { name: 'Balai asimilasi', kind: 'sae', areaM2: 10_000, from: FROM },
    ],
    reports: [
      {
        from: 60,
        until: 10,
        entries: [
          maize('Jagung', 18, 70_000, 42_000),
          {
            block: 'Pisang',
            commodity: 'pisang',
            harvested: 14,
            harvestedM2: 25_000,
            harvest: { amount: 5600, unit: 'kg' },
            went: { kitchen: 1600, sold: 4000 },
            soldIdr: 18_000_000,
            ntpn: '9H8G7F6E5D4C3B2A',
            wbp: 9,
          },
          {
            block: 'Kandang kambing',
            commodity: 'kambing',
            harvested: 12,
            harvest: { amount: 14, unit: 'ekor' },
            went: { vendor: 14 },
            wbp: 5,
          },
          ...same('Balai asimilasi'),
        ],
        photo: true,
      },
    ],
    nonUse: { reasons: ['kekurangan-petugas', 'tanpa-air'] },
  },
  'slawi-sayur': {
    blocks: [{ name: 'Kangkung dan bayam', kind: 'hortikultura', areaM2: 5200, from: FROM }],
    reports: [
      {
        from: 40,
        until: 5,
        entries: [
          {
            block: 'Kangkung dan bayam',
            commodity: 'kangkung',
            planted: 40,
            plantedM2: 5200,
            harvested: 9,
            harvestedM2: 5200,
            harvest: { amount: 6100, unit: 'kg' },
            went: { kitchen: 6100 },
            wbp: 8,
          },
        ],
        photo: true,
      },
    ],
  },
  'bojonegoro-23ha': {
    plan: {
      kind: 'penggunaan',
      what: 'Jagung tadah hujan pada musim tanam berikutnya',
      areaM2: 150_000,
      daysAhead: 200,
      budget: { paper: 'dipa', number: 'DIPA-137.05/2026 (contoh)', date: '2026-01-02' },
    },
    nonUse: { reasons: ['tanpa-air'], text: 'Hanya dapat ditanami pada musim hujan.' },
  },
  'batang-pinjam-pakai-ke-hibah': {
    blocks: [{ name: 'Kantor dan hunian', kind: 'bangunan-upt', areaM2: 7400, from: '2024-05-02' }],
    reports: [{ from: 90, until: 30, entries: same('Kantor dan hunian'), photo: true }],
    flag: {
      areaM2: 4400,
      reason: 'Bagian selatan tidak terpakai pada peninjauan Kanwil.',
      letter: 'W13.PAS-PL.02.02-211 (contoh)',
    },
  },
}
