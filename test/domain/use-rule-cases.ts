import type { IdleCase } from '../../functions/domain/idle-case.ts'
import type { ParcelProperties } from '../../functions/domain/parcel.ts'
import type { Standing } from '../../functions/domain/standing.ts'
import type { Block, Plan, UseRecord, Utilisation } from '../../functions/domain/use.ts'
import { type Case, file } from './rule-context.ts'

/** A case of a rule, and the places that it is to find. */
export interface RuleCase {
  rule: string
  when: string
  of: Case
  at: string[]
}

const HA = 10_000 // m²
export const blockId = (n: number): string => `018f4f5e-0000-7000-8000-0000000001${n}0`
const planId = '018f4f5e-0000-7000-8000-000000000200'

const block = (of: Partial<Block>, n = 1): Block => ({
  id: blockId(n),
  name: `Blok ${n}`,
  kind: 'tanaman-pangan',
  areaM2: HA,
  from: '2026-01-01',
  ...of,
})
export const used = (...blocks: Partial<Block>[]): UseRecord => ({
  blocks: Object.fromEntries(blocks.map((of, i) => [blockId(i + 1), block(of, i + 1)])),
})
const planned = (of: Partial<Plan>): UseRecord => ({
  plans: {
    [planId]: {
      id: planId,
      by: 'a',
      at: '2026-03-01T03:00:00.000Z',
      kind: 'penggunaan',
      what: 'Jagung',
      targetDate: '2027-02-01',
      budget: { paper: 'dipa', number: 'DIPA-013', date: '2026-01-05', documents: [file] },
      ...of,
    },
  },
})
const blocks = '#/use/blocks'
const plan = `#/use/plans/${planId}`

const certificate = (areaM2: number): Partial<ParcelProperties> => ({ titles: [{ areaM2 }] })
const house = (kodeBarang: string, more = {}): Partial<ParcelProperties> => ({
  bmnRecords: [{ kodeBarang, ...more }],
})

const standing = (of: Partial<Standing>): Standing => ({
  use: 'digunakan-sebagian',
  idle: null,
  problem: null,
  why: { rule: 'G01', definition: 3, since: '2026-03-12' },
  areas: null,
  ...of,
})

/** SAE L'SIMA: 20.5 ha, of which 11.3 ha are active. */
const MALANG: Case = {
  properties: certificate(20.5 * HA),
  use: used({ kind: 'sae', areaM2: 11.3 * HA }),
  standing: standing({
    areas: { provedM2: 11.3 * HA, unprovedM2: 0, vacantM2: 9.2 * HA },
  }),
}
/** The city uses 163,734 m² of land of the ministry (BPK). */
export const TANGERANG: Case = {
  properties: {
    ...certificate(200_000),
    legalProblems: [{ kind: 'dikuasai-pihak-lain', areaM2: 163_734, party: 'Pemkot Tangerang' }],
  },
  use: {},
}
const lease = (of: Partial<Utilisation> = {}): Partial<Block> => ({
  kind: 'dipakai-pihak-lain',
  utilisation: {
    form: 'sewa',
    partner: 'Koperasi',
    approval: { number: 'S-12/KN/2024', date: '2024-05-02' },
    from: '2024-06-01',
    until: '2029-05-31',
    ...of,
  },
})
const reversion = (date: string): Partial<ParcelProperties> => ({
  grant: { terms: { reversion: { applies: true, date } } },
})

const idle = (of: Partial<IdleCase>): IdleCase => ({
  id: 'a',
  origin: 'kanwil',
  state: 'klarifikasi',
  areaM2: null,
  openedOn: '2026-10-01',
  since: '2026-10-05',
  steps: [],
  ...of,
})
const clock = (of: Partial<NonNullable<IdleCase['due']>>): NonNullable<IdleCase['due']> => ({
  clock: 'jawaban',
  day: '2026-11-20',
  basis: 'internal',
  source: 'internal',
  ...of,
})
const letter = { number: 'S-77/KNL.0203/2026', date: '2026-09-01' }

// prettier-ignore
/** What the rules of A, B, C, D and G find in how land is used, in plans and in idle cases. */
export const USE_FOUND: RuleCase[] = [
  { rule: 'A11', when: 'the grantor may take it back in 60 days and nothing is used', of: { properties: reversion('2027-01-22'), use: {} }, at: ['#/properties/grant/terms/reversion/date'] },
  { rule: 'A11', when: 'that day has passed', of: { properties: reversion('2026-06-01'), use: {} }, at: ['#/properties/grant/terms/reversion/date'] },
  { rule: 'B19', when: 'Tangerang: a city on 163,734 m² without an agreement', of: TANGERANG, at: ['#/properties/legalProblems/0'] },
  { rule: 'B19', when: 'a block is used by others, and no agreement stands beside it', of: { use: used({ kind: 'dipakai-pihak-lain' }) }, at: [`${blocks}/${blockId(1)}`] },
  { rule: 'C13', when: 'maize on land of official houses', of: { properties: house('2.01.01.01.002'), use: used({}) }, at: [`${blocks}/${blockId(1)}/kind`] },
  { rule: 'C13', when: 'an official house on land of an office', of: { properties: house('2.01.01.04.001'), use: used({ kind: 'rumah-negara' }) }, at: [`${blocks}/${blockId(1)}/kind`] },
  { rule: 'D07', when: 'Malang with 9.5 ha more than it has', of: { ...MALANG, use: used({ areaM2: 11.3 * HA }, { areaM2: 18.7 * HA }) }, at: [blocks] },
  { rule: 'D08', when: 'the KIB says 5 ha are vacant, the blocks leave 9.2', of: { ...MALANG, properties: { titles: [{ areaM2: 20.5 * HA }], bmnRecords: [{ vacantM2: 5 * HA }] } }, at: ['#/properties/bmnRecords/0/vacantM2'] },
  { rule: 'D09', when: 'more is leased than is in the books', of: { properties: { bmnRecords: [{ areaM2: HA }] }, use: used({ ...lease(), areaM2: 1.5 * HA }) }, at: [blocks] },
  { rule: 'G01', when: 'Malang: 9.2 of 20.5 ha vacant without a plan', of: MALANG, at: [blocks] },
  { rule: 'G02', when: 'nothing was proved since 12 March', of: { standing: standing({ use: 'terindikasi-tidak-terpakai' }) }, at: ['#/standing/use'] },
  { rule: 'G05', when: 'no budget paper', of: { use: planned({ budget: undefined }) }, at: [`${plan}/budget`] },
  { rule: 'G05', when: 'its file was never uploaded', of: { use: planned({}), documents: {} }, at: [`${plan}/budget/documents`] },
  { rule: 'G06', when: 'use in 13 months', of: { use: planned({ targetDate: '2027-04-01' }) }, at: [`${plan}/targetDate`] },
  { rule: 'G06', when: 'pemanfaatan in 7 months', of: { use: planned({ kind: 'pemanfaatan', targetDate: '2026-10-01' }) }, at: [`${plan}/targetDate`] },
  { rule: 'G06', when: 'a year from the plan, but more from the flag', of: { use: planned({ targetDate: '2027-02-20' }), idleCase: idle({ openedOn: '2026-02-01' }) }, at: [`${plan}/targetDate`] },
  { rule: 'G07', when: 'the day of the plan passed', of: { use: planned({ targetDate: '2026-11-01' }) }, at: [`${plan}/targetDate`] },
  { rule: 'G07', when: 'the day of the plan of a case passed', of: { idleCase: idle({ state: 'dipantau', due: clock({ clock: 'rencana' }) }) }, at: ['#/idleCase/due'] },
  { rule: 'G08', when: 'the head of the unit did not answer', of: { idleCase: idle({ due: clock({}) }) }, at: ['#/idleCase/due'] },
  { rule: 'G09', when: 'the holidays of the year are not known', of: { idleCase: idle({ due: clock({ day: '2029-01-05', provisional: true }) }) }, at: ['#/idleCase/due/provisional'] },
  { rule: 'G10', when: 'a legal state whose letter has no number', of: { legalIdle: { state: 'bmn-idle', letter: { number: '', date: '2026-09-01' } } }, at: ['#/legalIdle/letter'] },
  { rule: 'G10', when: 'a case came there without a letter', of: { idleCase: idle({ state: 'bmn-idle', steps: [{ step: 'letter', from: 'diteliti', to: 'bmn-idle', on: '2026-09-02', by: 'a', at: '2026-09-02T03:00:00.000Z' }] }) }, at: ['#/idleCase/state'] },
  { rule: 'G11', when: 'flagged twice in three years', of: { idleCase: idle({}), pastCases: [idle({ state: 'dipakai-kembali', openedOn: '2024-05-01' })] }, at: ['#/idleCase'] },
  { rule: 'G12', when: 'the lease ended and the block runs', of: { use: used(lease({ until: '2026-05-31' })) }, at: [`${blocks}/${blockId(1)}/utilisation/until`] },
  { rule: 'G13', when: 'no approval', of: { use: used(lease({ approval: undefined })) }, at: [`${blocks}/${blockId(1)}/utilisation/approval`] },
  { rule: 'G14', when: 'rent without NTPN', of: { use: used(lease({ valueIdr: 36_000_000 })) }, at: [`${blocks}/${blockId(1)}/utilisation/ntpn`] },
]

// prettier-ignore
/** What they leave alone. */
export const USE_SILENT: Omit<RuleCase, 'at'>[] = [
  { rule: 'A11', when: 'the day is a year away', of: { properties: reversion('2027-11-23'), use: {} } },
  { rule: 'A11', when: 'a block is recorded', of: { properties: reversion('2027-01-22'), use: used({}) } },
  { rule: 'B19', when: 'a lease that was approved', of: { ...TANGERANG, use: used(lease()) } },
  { rule: 'B19', when: 'the land came back', of: { ...TANGERANG, properties: { legalProblems: [{ kind: 'dikuasai-pihak-lain', stage: 'selesai', areaM2: 163_734 }] } } },
  { rule: 'C13', when: 'maize on land of an office', of: { properties: house('2.01.01.04.001'), use: used({}) } },
  { rule: 'D07', when: 'Malang', of: MALANG },
  { rule: 'D07', when: 'the one too much has ended', of: { ...MALANG, use: used({ areaM2: 11.3 * HA }, { areaM2: 18.7 * HA, ended: { on: '2026-09-01', reason: 'Panen terakhir' } }) } },
  { rule: 'D08', when: 'Malang: 11.3 and 9.2 make 20.5', of: { ...MALANG, properties: { titles: [{ areaM2: 20.5 * HA }], bmnRecords: [{ vacantM2: 9.2 * HA }] } } },
  { rule: 'D09', when: 'a lease of half of it', of: { properties: { bmnRecords: [{ areaM2: 2 * HA }] }, use: used(lease()) } },
  { rule: 'G01', when: 'the vacant part has a plan', of: { ...MALANG, use: { ...MALANG.use, ...planned({}) } } },
  { rule: 'G01', when: 'a sliver within the tolerance', of: { ...MALANG, standing: standing({ areas: { provedM2: 204_000, unprovedM2: 0, vacantM2: 1_000 } }) } },
  { rule: 'G02', when: 'its use is proved', of: MALANG },
  { rule: 'G05', when: 'the DIPA is uploaded', of: { use: planned({}) } },
  { rule: 'G05', when: 'the plan was given up', of: { use: planned({ budget: undefined, closed: { on: '2026-05-01', outcome: 'batal' } }) } },
  { rule: 'G06', when: 'use within the year', of: { use: planned({ targetDate: '2027-03-01' }) } },
  { rule: 'G07', when: 'what was planned has begun', of: { use: { ...planned({ targetDate: '2026-11-01' }), ...used({ proof: { on: '2026-10-20', grade: 'posisi', report: planId } }) } } },
  { rule: 'G08', when: 'there is a day left', of: { idleCase: idle({ due: clock({ day: '2026-11-24' }) }) } },
  { rule: 'G09', when: 'the holidays are known', of: { idleCase: idle({ due: clock({ day: '2026-12-04' }) }) } },
  { rule: 'G10', when: 'number and date stand beside it', of: { legalIdle: { state: 'bmn-idle', letter }, idleCase: idle({ state: 'bmn-idle', steps: [{ step: 'letter', from: 'diteliti', to: 'bmn-idle', on: '2026-09-02', by: 'a', at: '2026-09-02T03:00:00.000Z', letter }] }) } },
  { rule: 'G11', when: 'the other flag was wrong', of: { idleCase: idle({}), pastCases: [idle({ state: 'dicabut', openedOn: '2024-05-01' })] } },
  { rule: 'G12', when: 'the lease runs', of: { use: used(lease()) } },
  { rule: 'G13', when: 'it was approved', of: { use: used(lease()) } },
  { rule: 'G14', when: 'rent with its NTPN', of: { use: used(lease({ valueIdr: 36_000_000, ntpn: '0123456789ABCDEF' })) } },
]
