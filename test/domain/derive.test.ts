import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_DEFINITION, type DefinitionValues } from '../../functions/domain/definition.ts'
import { deriveStanding, problemOf } from '../../functions/domain/derive.ts'
import type { ParcelRecord } from '../../functions/domain/record.ts'
import type { Standing, UseStatus } from '../../functions/domain/standing.ts'
import { sayChange, sayWhy } from '../../functions/domain/why.ts'
import { block, given, lease, parcel, plan } from './use-parcels.ts'

const second = '018f4f5e-0000-7000-8000-000000000b02'

const withValues = (values: Partial<DefinitionValues>, version = 1) => ({
  definition: {
    ...DEFAULT_DEFINITION,
    version,
    values: { ...DEFAULT_DEFINITION.values, ...values },
  },
})
const months = (value: number | null) => ({ value, source: 'test', status: 'internal' as const })

test('Malang: of 20.5 ha, 11.3 ha are active and 9.2 ha show as vacant', () => {
  const malang = parcel({ blocks: [block({ kind: 'sae', areaM2: 113_000, proved: '2026-10-01' })] })
  expect(deriveStanding(malang, given('2026-11-24'))).toEqual({
    use: 'digunakan-sebagian',
    idle: null,
    problem: null,
    why: { rule: 'G01', definition: 1, since: '2026-10-01', until: '2027-04-02' },
    areas: { provedM2: 113_000, unprovedM2: 0, vacantM2: 92_000 },
  })
})

// Go-live is 1 June 2026; evidence of a building counts 12 months, of a field 6, and so does silence (G02).
test.each<{ name: string; record: ParcelRecord; days: [string, UseStatus][] }>([
  {
    name: 'nothing is known of land from 2009, and the first night flags nobody',
    record: parcel({ properties: { grant: { steps: { bast: { date: '2009-04-02' } } } } }),
    days: [
      ['2026-06-01', 'belum-terbukti'],
      ['2026-11-30', 'belum-terbukti'],
      ['2026-12-01', 'terindikasi-tidak-terpakai'],
    ],
  },
  {
    name: 'land handed over after the go-live counts from its BAST',
    record: parcel({ properties: { grant: { steps: { bast: { date: '2026-08-31' } } } } }),
    days: [
      ['2027-02-27', 'belum-terbukti'],
      ['2027-02-28', 'terindikasi-tidak-terpakai'],
    ],
  },
  {
    name: 'land that is only agreed upon cannot lie unused',
    record: parcel({ properties: { statusPerolehan: 'nphd' } }),
    days: [['2036-01-01', 'belum-terbukti']],
  },
  {
    name: 'a building is proved for a year',
    record: parcel({
      blocks: [block({ kind: 'bangunan-upt', areaM2: 205_000, proved: '2026-07-10' })],
    }),
    days: [
      ['2027-07-10', 'digunakan'],
      ['2027-07-11', 'terindikasi-tidak-terpakai'],
    ],
  },
  {
    name: 'a field is proved for six months, to the end of a shorter one',
    record: parcel({ blocks: [block({ areaM2: 205_000, proved: '2026-08-31' })] }),
    days: [
      ['2027-02-28', 'digunakan'],
      ['2027-03-01', 'terindikasi-tidak-terpakai'],
    ],
  },
  {
    name: 'a block without evidence proves nothing',
    record: parcel({ blocks: [block({ areaM2: 205_000 })] }),
    days: [['2026-11-24', 'belum-terbukti']],
  },
  {
    name: 'a block that ended counts no more, but its evidence is the last that is known',
    record: parcel({
      blocks: [
        block({ proved: '2026-10-15', ended: { on: '2026-11-01', reason: 'panen selesai' } }),
      ],
    }),
    days: [
      ['2026-10-31', 'digunakan-sebagian'],
      ['2026-11-01', 'belum-terbukti'],
      ['2027-04-14', 'belum-terbukti'],
      ['2027-04-15', 'terindikasi-tidak-terpakai'],
    ],
  },
  {
    name: 'an approved lease counts within its term',
    record: parcel({
      blocks: [block({ areaM2: 200_000, proved: '2026-10-01', utilisation: lease() })],
    }),
    days: [
      ['2026-12-31', 'dimanfaatkan-pihak-lain'],
      ['2027-01-01', 'belum-terbukti'],
      ['2027-04-01', 'terindikasi-tidak-terpakai'],
    ],
  },
  {
    name: 'without approval a lease proves nothing (G13)',
    record: parcel({
      blocks: [
        block({
          areaM2: 200_000,
          proved: '2026-10-01',
          utilisation: lease({ approval: undefined }),
        }),
      ],
    }),
    days: [
      ['2026-11-30', 'belum-terbukti'],
      ['2026-12-01', 'terindikasi-tidak-terpakai'],
    ],
  },
  {
    name: 'nor does use by others without any agreement (B19)',
    record: parcel({ blocks: [block({ kind: 'dipakai-pihak-lain', proved: '2026-11-01' })] }),
    days: [['2026-12-01', 'terindikasi-tidak-terpakai']],
  },
  {
    name: 'the larger proved part says whose use it is',
    record: parcel({
      blocks: [
        block({ areaM2: 110_000, proved: '2026-10-01' }),
        block({ id: second, areaM2: 95_000, proved: '2026-10-01', utilisation: lease() }),
      ],
    }),
    days: [['2026-11-24', 'digunakan']],
  },
  {
    name: 'a plan keeps vacant land to its target date, and with it',
    record: parcel({ plans: [plan({ targetDate: '2027-03-31' })] }),
    days: [
      ['2026-12-01', 'kosong-dengan-rencana'],
      ['2027-03-31', 'kosong-dengan-rencana'],
      ['2027-04-01', 'terindikasi-tidak-terpakai'],
    ],
  },
  {
    name: 'a plan of use keeps it for a year at most (PMK 120/2024 Ps. 8(3))',
    record: parcel({ plans: [plan({ targetDate: '2030-12-31' })] }),
    days: [
      ['2027-10-01', 'kosong-dengan-rencana'],
      ['2027-10-02', 'terindikasi-tidak-terpakai'],
    ],
  },
  {
    name: 'a plan of pemanfaatan for six months',
    record: parcel({ plans: [plan({ kind: 'pemanfaatan', targetDate: '2030-12-31' })] }),
    days: [
      ['2027-04-01', 'kosong-dengan-rencana'],
      ['2027-04-02', 'terindikasi-tidak-terpakai'],
    ],
  },
  {
    name: 'a plan that was given up keeps nothing',
    record: parcel({ plans: [plan({ closed: { on: '2026-11-01', outcome: 'batal' } })] }),
    days: [['2026-12-01', 'terindikasi-tidak-terpakai']],
  },
])('use: $name', ({ record, days }) => {
  expect(days.map(([day]) => [day, deriveStanding(record, given(day)).use])).toEqual(days)
})

test('a tenth of the land may lie vacant before its use is only in part', () => {
  const used = (areaM2: number) =>
    deriveStanding(
      parcel({
        properties: { bmnRecords: [{ areaM2: 100_000 }] }, // the books count before the boundary
        blocks: [block({ areaM2, proved: '2026-11-01' })],
      }),
      given('2026-11-24'),
    )
  expect(used(90_000)).toMatchObject({ use: 'digunakan', areas: { vacantM2: 10_000 } })
  expect(used(89_999.99)).toMatchObject({
    use: 'digunakan-sebagian',
    areas: { vacantM2: 10_000.01 },
  })
})

test('blocks larger than the parcel leave nothing vacant, and never less', () => {
  const blocks = [
    block({ areaM2: 150_000, proved: '2026-11-01' }),
    block({ id: second, areaM2: 150_000 }),
  ]
  expect(deriveStanding(parcel({ blocks }), given('2026-11-24')).areas).toEqual({
    provedM2: 150_000,
    unprovedM2: 55_000,
    vacantM2: 0,
  })
})

test('without any stated area the blocks alone are judged', () => {
  const blocks = [block({ proved: '2026-11-01' })]
  const standing = (list: typeof blocks) =>
    deriveStanding(parcel({ blocks: list }), given('2026-11-24', { areaM2: null }))
  expect(standing(blocks)).toMatchObject({ use: 'digunakan', areas: null })
  expect(standing([...blocks, block({ id: second })])).toMatchObject({ use: 'digunakan-sebagian' })
})

test('proved, unproved and vacant land make the whole parcel, to the square decimetre', () => {
  const part = fc.record({
    areaM2: fc.integer({ min: 1, max: 30_000_000 }).map((dm2) => dm2 / 100),
    isProved: fc.boolean(),
  })
  const whole = fc.integer({ min: 1, max: 60_000_000 }).map((dm2) => dm2 / 100)
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), whole, (parts, areaM2) => {
      const blocks = parts.map((each, i) =>
        block({
          id: `block-${i}`,
          areaM2: each.areaM2,
          ...(each.isProved && { proved: '2026-11-01' }),
        }),
      )
      const { areas } = deriveStanding(parcel({ blocks }), given('2026-11-24', { areaM2 }))
      const dm2 = Object.values(areas!).map((m2) => m2 * 100)
      expect(dm2.every((n) => n >= 0 && Math.abs(n - Math.round(n)) < 1e-4)).toBe(true)
      expect(Math.round(dm2.reduce((a, b) => a + b, 0))).toBe(Math.round(areaM2 * 100))
    }),
  )
})

test('what nobody has set is not judged: no silence is too long, no evidence ages', () => {
  const silent = given('2040-01-01', withValues({ idleMonths: months(null) }))
  expect(deriveStanding(parcel(), silent)).toMatchObject({ use: 'belum-terbukti' })
  const ageless = given('2040-01-01', withValues({ seasonalEvidenceMonths: months(null) }))
  const used = parcel({ blocks: [block({ areaM2: 205_000, proved: '2026-08-01' })] })
  expect(deriveStanding(used, ageless)).toMatchObject({ use: 'digunakan' })
  expect(deriveStanding(used, ageless).why).not.toHaveProperty('until')
})

const shared = {
  parcel: 'other',
  areaM2: 400,
  text: 'Batas lama',
  kind: 'batas-sementara',
} as const
const decision = { outcome: 'dicatat', reason: 'Batas sementara', by: 'm', at: '' } as const

test.each<{ name: string; told: Parameters<typeof parcel>[0]; problem: Standing['problem'] }>([
  {
    name: 'Tangerang: 163,734 m² held by others',
    told: {
      properties: { legalProblems: [{ kind: 'dikuasai-pihak-lain', areaM2: 163_734 }] },
    },
    problem: 'dikuasai-pihak-lain',
  },
  {
    name: 'the gravest of several',
    told: { properties: { legalProblems: [{ kind: 'sengketa' }, { kind: 'berperkara' }] } },
    problem: 'berperkara',
  },
  {
    name: 'a certificate of others is a dispute',
    told: { properties: { legalProblems: [{ kind: 'disertipikatkan-pihak-lain' }] } },
    problem: 'sengketa',
  },
  {
    name: 'settled',
    told: { properties: { legalProblems: [{ kind: 'sengketa', stage: 'selesai' }] } },
    problem: null,
  },
  {
    name: 'lost in court is not settled',
    told: { properties: { legalProblems: [{ kind: 'berperkara', stage: 'selesai-kalah' }] } },
    problem: 'berperkara',
  },
  { name: 'shared land, undecided', told: { overlaps: [shared] }, problem: 'tumpang-tindih' },
  {
    name: 'shared land that both keep',
    told: { overlaps: [{ ...shared, decision }] },
    problem: null,
  },
  {
    name: 'shared land that both keep, and dispute',
    told: { overlaps: [{ ...shared, kind: 'sengketa', decision }] },
    problem: 'sengketa',
  },
])('problem: $name', ({ told, problem }) => {
  expect(problemOf(parcel(told))).toBe(problem)
})

test('no fact but a letter says anything of idleness in law', () => {
  const idle = parcel()
  expect(deriveStanding(idle, given('2030-01-01'))).toMatchObject({
    use: 'terindikasi-tidak-terpakai',
    idle: null,
  })
  const letter = { number: 'S-9/KNL.1001/2027', date: '2027-02-01' }
  const record = { ...idle, legalIdle: { state: 'bmn-terindikasi-idle' as const, letter } }
  expect(deriveStanding(record, given('2030-01-01')).idle).toBe('bmn-terindikasi-idle')
})

test('each standing says why, by which rule and version, and what would change it', () => {
  const goLive = { value: '2026-03-12', source: 'test', status: 'internal' as const }
  const third = withValues({ goLive }, 3)
  const silent = deriveStanding(parcel(), given('2026-11-24', third))
  expect(sayWhy(silent)).toEqual({
    id: 'Tidak ada laporan sejak 12 Maret 2026; aturan G02 v3',
    en: 'No report since 12 March 2026; rule G02 v3',
  })
  expect(sayChange(silent).id).toBe(
    'Laporan dengan foto, atau rencana dengan tanggal sasaran dan dokumen anggaran, mengubahnya',
  )
  const waiting = deriveStanding(parcel(), given('2026-08-01', third))
  expect(sayChange(waiting).id).toBe(
    'Laporan dengan foto membuktikan penggunaannya. Tanpa laporan baru berubah mulai 12 September 2026',
  )
  const malang = parcel({ blocks: [block({ kind: 'sae', areaM2: 113_000, proved: '2026-10-01' })] })
  expect(sayWhy(deriveStanding(malang, given('2026-11-24'))).id).toBe(
    'Bukti terakhir 1 Oktober 2026, dan 9,2 ha kosong; aturan G01 v1',
  )
  const occupied = parcel({
    properties: { legalProblems: [{ kind: 'dikuasai-pihak-lain' }] },
  })
  expect(sayWhy(deriveStanding(occupied, given('2026-11-24'))).id).toBe(
    'Tanah ini dikuasai pihak lain. Tidak ada laporan sejak 1 Juni 2026; aturan G02 v1',
  )
})
