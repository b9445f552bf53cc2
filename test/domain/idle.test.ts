import { describe, expect, test } from 'vitest'
import type { Answer } from '../../functions/domain/answer-form.ts'
import { DEFAULT_DEFINITION, type Given } from '../../functions/domain/definition.ts'
import { DEFAULT_HOLIDAYS } from '../../functions/domain/holidays.ts'
import { CASE_STATES, CLOSED_STATES, isOpenCase } from '../../functions/domain/idle-case.ts'
import { caseFindings } from '../../functions/domain/idle-findings.ts'
import { type CaseSaid, openCase, stepCase } from '../../functions/domain/idle-steps.ts'
import {
  CASE_STEPS,
  type CaseStepName,
  TRANSITIONS,
  waysOf,
} from '../../functions/domain/idle-transitions.ts'
import { PERMISSIONS } from '../../functions/domain/permissions.ts'
import type { ParcelRecord } from '../../functions/domain/record.ts'
import { Refusal } from '../../functions/domain/refusal.ts'
import type { Block } from '../../functions/domain/use.ts'
import { addDays } from '../../functions/domain/working-days.ts'

const TEN_HECTARES = 100_000
const id = (nth: number): string => `018f4f5e-0000-7000-8000-${String(nth).padStart(12, '0')}`

const land = (over: Partial<ParcelRecord> = {}, status = 'tercatat-bmn'): ParcelRecord => ({
  state: 'terverifikasi',
  properties: {
    upt: 'lapas-kelas-iia-binjai',
    name: 'Lahan uji',
    statusPerolehan: status as 'tercatat-bmn',
  },
  boundary: null,
  ...over,
})

const on = (today: string): Given => ({
  today,
  areaM2: TEN_HECTARES,
  definition: DEFAULT_DEFINITION,
  holidays: DEFAULT_HOLIDAYS,
})

let made = 0
const mark = (today: string) => ({
  by: 'm1',
  at: `${today}T02:00:00.000Z`,
  newId: () => id((made += 1)),
})

const letter = (date: string, number = `W2/${date}`) => ({ number, date })
const budget = { paper: 'dipa' as const, number: 'DIPA-137.05/2027', date: '2026-11-20' }
const answer = (date: string, over: Partial<Answer> = {}): Answer => ({
  letter: letter(date, `B/${date}`),
  identity: {
    assets: [{ kodeBarang: '2.01.01.04.001', nup: 912 }],
    areaM2: TEN_HECTARES,
    year: 2021,
    valueIdr: 3_000_000_000,
    condition: 'baik',
    address: 'Jalan Samanhudi, Binjai',
  },
  use: { text: 'Enam hektare belum dipakai: tidak ada air.' },
  utilisation: { text: 'Tidak ada.' },
  ...over,
})
const saying = (date: string, over: Partial<Answer> = {}): CaseSaid => {
  const form = answer(date, over)
  return { answer: form, letter: form.letter }
}
const usePlan = { what: 'Kebun jagung', targetDate: '2027-06-30', budget }

/** Take steps one after another, each on its day. */
const walk = (
  record: ParcelRecord,
  ...steps: [step: CaseStepName, today: string, said?: CaseSaid][]
): ParcelRecord =>
  steps.reduce(
    (before, [step, today, said = {}]) => stepCase(before, step, said, mark(today), on(today)),
    record,
  )

function refusalOf(carry: () => unknown): Refusal {
  try {
    carry()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was not refused.')
}
const faultsOf = (carry: () => unknown) =>
  refusalOf(carry).faults.map(({ pointer, rule }) => (rule ? `${rule} ${pointer}` : pointer))

const FLAG: CaseSaid = { reason: 'Tidak ada kegiatan saat peninjauan' }
/** Flagged on 24 November 2026, asked on the 26th. */
const asked = walk(
  land(),
  ['flag', '2026-11-24', FLAG],
  ['request', '2026-11-26', { letter: letter('2026-11-26') }],
)

describe('the table of transitions', () => {
  test('lets those take a step whom the permissions allow it, and nobody else', () => {
    for (const step of CASE_STEPS) {
      const byTable = [...new Set(waysOf(step).flatMap(({ by }) => [...by]))].sort()
      expect(Object.keys(PERMISSIONS[`idle:${step}`]).sort(), step).toEqual(byTable)
    }
  })

  test('leads from no closed state, and every state can be reached and left', () => {
    const from = new Set(TRANSITIONS.flatMap((way) => [...way.from]))
    const to = new Set(TRANSITIONS.map((way) => way.to))
    expect([...to].sort()).toEqual([...CASE_STATES].sort())
    for (const state of CASE_STATES) expect(from.has(state)).toBe(!CLOSED_STATES.includes(state))
  })

  test('has one way for each step, start and end', () => {
    const ways = TRANSITIONS.flatMap(({ step, from, to }) =>
      from.map((start) => `${step} ${start} ${step === 'letter' ? to : ''}`),
    )
    expect(new Set(ways).size).toBe(ways.length)
  })

  test('enters a state of the regulation by a letter about BMN alone', () => {
    const legal = ['bmn-terindikasi-idle', 'diteliti', 'tidak-idle', 'bmn-idle', 'eks-bmn-idle']
    for (const { step, from, to, needs } of TRANSITIONS)
      if (legal.includes(to) && !from.includes(to)) {
        expect(step).toBe('letter')
        expect(needs).toEqual(['letter', 'bmn'])
      }
  })

  test.each(CASE_STEPS)('refuses %s from every state that it does not name', (step) => {
    for (const state of [null, ...CASE_STATES]) {
      const ways = waysOf(step).filter(({ from }) => from.includes(state))
      if (ways.length > 0) continue
      const day = '2026-01-01'
      const standing = {
        id: 'k',
        origin: 'kanwil',
        areaM2: null,
        openedOn: day,
        since: day,
      } as const
      const record = land(state ? { idleCase: { ...standing, state, steps: [] } } : {})
      if (!isOpenCase(record.idleCase) && waysOf(step).some(({ from }) => from.includes(null)))
        continue // a closed case is no case
      const said = { ...FLAG, ...saying('2026-11-24'), state: 'bmn-terindikasi-idle' as const }
      const { code } = refusalOf(() =>
        stepCase(record, step, said, mark('2026-11-24'), on('2026-11-24')),
      )
      expect(code, `${step} from ${state}`).toBe('wrong-state')
    }
  })
})

describe('clocks', () => {
  test('the Kanwil has ten working days to ask, the unit ten to answer, both internal', () => {
    const flagged = walk(land(), ['flag', '2026-11-24', FLAG])
    expect(flagged.idleCase).toMatchObject({
      state: 'ditandai',
      origin: 'kanwil',
      areaM2: null,
      due: { clock: 'permintaan', day: '2026-12-08', basis: 'internal' },
    })
    expect(asked.idleCase).toMatchObject({
      state: 'klarifikasi',
      since: '2026-11-26',
      due: { clock: 'jawaban', day: '2026-12-10', basis: 'internal' },
    })
  })

  test("a letter's own last day wins", () => {
    const said = { letter: letter('2026-11-26', 'W2.PAS-77'), dueDate: '2026-12-01' }
    const record = walk(land(), ['flag', '2026-11-24', FLAG], ['request', '2026-11-26', said])
    expect(record.idleCase?.due).toEqual({
      clock: 'jawaban',
      day: '2026-12-01',
      basis: 'letter',
      source: 'surat W2.PAS-77',
    })
  })

  test('over the turn of a year whose decree is missing it is provisional, rule G09', () => {
    const record = walk(land(), ['flag', '2026-12-23', FLAG])
    // 28, 29, 30, 31 December; 4, 6, 7, 8, 11, 12 January (1 January and Isra Mikraj on the 5th are off)
    expect(record.idleCase?.due).toMatchObject({ day: '2027-01-12', provisional: true })
    expect(caseFindings(record, '2026-12-23').map(({ rule }) => rule)).toEqual(['G09'])
  })

  test("the regulation's clocks name their article", () => {
    const reported = walk(asked, ['report', '2026-12-15', { letter: letter('2026-12-15') }])
    expect(reported.idleCase?.due).toMatchObject({
      clock: 'klarifikasi-kpknl',
      basis: 'regulation',
      source: 'PMK 120 Tahun 2024 Ps. 8(1)',
    })
    const said = { letter: letter('2026-12-16'), state: 'bmn-terindikasi-idle' as const }
    const examined = walk(
      reported,
      ['letter', '2026-12-17', said],
      ['letter', '2026-12-18', { letter: letter('2026-12-18'), state: 'diteliti' }],
    )
    expect(examined.idleCase?.due).toMatchObject({
      clock: 'penelitian',
      basis: 'regulation',
      source: 'PMK 120 Tahun 2024 Ps. 17(2)',
    })
  })

  test('an unanswered clarification is G08 the day after its last day, not on it', () => {
    expect(caseFindings(asked, '2026-12-10')).toEqual([])
    expect(caseFindings(asked, '2026-12-11').map(({ rule }) => rule)).toEqual(['G08'])
  })
})

describe('the answer', () => {
  test('writes its plan into the record of use, and the plan sets the clock once accepted', () => {
    const answered = walk(asked, ['answer', '2026-12-04', saying('2026-12-04', { usePlan })])
    const [plan] = Object.values(answered.use?.plans ?? {})
    expect(plan).toMatchObject({ kind: 'penggunaan', what: 'Kebun jagung', by: 'm1' })
    expect(answered.idleCase).toMatchObject({ state: 'dijawab', due: { clock: 'tinjauan' } })
    const accepted = walk(answered, ['plan', '2026-12-07'])
    expect(accepted.idleCase).toMatchObject({
      state: 'rencana',
      due: { clock: 'rencana', day: '2027-06-30', basis: 'letter', source: 'surat B/2026-12-04' },
    })
    expect(accepted.idleCase?.steps.at(-1)?.said).toEqual({ plans: [plan!.id] })
    expect(caseFindings(accepted, '2027-07-01').map(({ rule }) => rule)).toEqual(['G07'])
  })

  test('G05: a plan of use without a budget paper', () => {
    const { budget: _, ...bare } = usePlan
    expect(
      faultsOf(() =>
        walk(asked, ['answer', '2026-12-04', saying('2026-12-04', { usePlan: bare })]),
      ),
    ).toEqual(['G05 #/usePlan/budget'])
  })

  test.each([
    { what: 'use in a year', form: { usePlan: { ...usePlan, targetDate: '2027-11-24' } }, faults: [] },
    { what: 'use in a year and a day', form: { usePlan: { ...usePlan, targetDate: '2027-11-25' } }, faults: ['G06 #/usePlan/targetDate'] },
    { what: 'pemanfaatan in six months', form: { utilisationPlan: { what: 'Sewa', targetDate: '2027-05-24' } }, faults: [] },
    { what: 'pemanfaatan a day later', form: { utilisationPlan: { what: 'Sewa', targetDate: '2027-05-25' } }, faults: ['G06 #/utilisationPlan/targetDate'] },
    { what: 'a day that is over', form: { usePlan: { ...usePlan, targetDate: '2026-12-03' } }, faults: ['#/usePlan/targetDate'] },
  ])('G06: $what after the flag', ({ form, faults }) => {
    const carry = () => walk(asked, ['answer', '2026-12-04', saying('2026-12-04', form)])
    if (faults.length > 0) expect(faultsOf(carry)).toEqual(faults)
    else expect(carry().idleCase?.state).toBe('dijawab')
  }) // prettier-ignore

  test('of BMN names code, year and value; of other land it need not', () => {
    const identity = { assets: [], areaM2: 100, condition: 'baik' as const, address: 'Jalan A' }
    const said = saying('2026-12-04', { identity })
    expect(faultsOf(() => walk(asked, ['answer', '2026-12-04', said]))).toEqual([
      '#/identity/assets',
      '#/identity/year',
      '#/identity/valueIdr',
    ])
    const loan = { ...asked, properties: land({}, 'pinjam-pakai').properties }
    expect(walk(loan, ['answer', '2026-12-04', said]).idleCase?.state).toBe('dijawab')
  })

  test('names every fault at once', () => {
    const said = saying('2026-11-25', {
      usePlan: { what: 'Kebun', targetDate: '2030-01-01', areaM2: TEN_HECTARES + 1 },
    })
    said.letter!.document = id(999)
    expect(faultsOf(() => walk(asked, ['answer', '2026-12-04', said]))).toEqual([
      '#/letter/date', // before the request
      '#/letter/document',
      'G05 #/usePlan/budget',
      'G06 #/usePlan/targetDate',
      '#/usePlan/areaM2',
    ])
  })

  test('that does not do is asked for again, and its plan gives way to the next', () => {
    const again = walk(
      asked,
      ['answer', '2026-12-04', saying('2026-12-04', { usePlan })],
      ['request', '2026-12-09', { letter: letter('2026-12-09') }],
      [
        'answer',
        '2026-12-11',
        saying('2026-12-11', { usePlan: { ...usePlan, what: 'Kolam lele' } }),
      ],
    )
    const plans = Object.values(again.use?.plans ?? {})
    expect(plans.map(({ what, closed }) => [what, closed?.outcome])).toEqual([
      ['Kebun jagung', 'batal'],
      ['Kolam lele', undefined],
    ])
    const accepted = walk(again, ['plan', '2026-12-14'])
    expect(accepted.idleCase?.steps.at(-1)?.said).toEqual({ plans: [plans[1]!.id] })
  })

  test('without a plan leaves nothing to accept', () => {
    const answered = walk(asked, ['answer', '2026-12-04', saying('2026-12-04')])
    expect(faultsOf(() => walk(answered, ['plan', '2026-12-07']))).toEqual(['#/plan'])
  })
})

describe('dates', () => {
  test('a letter is neither older than the step before it nor younger than today', () => {
    const flagged = walk(land(), ['flag', '2026-11-24', FLAG])
    const ask = (date: string) => walk(flagged, ['request', '2026-11-26', { letter: letter(date) }])
    expect(faultsOf(() => ask('2026-11-23'))).toEqual(['#/letter/date'])
    expect(faultsOf(() => ask('2026-11-27'))).toEqual(['#/letter/date'])
    expect(ask('2026-11-24').idleCase?.since).toBe('2026-11-24')
  })

  test('a letter of the Pengelola that crosses ours may be older than our own steps, and shows both days', () => {
    const crossed = walk(asked, [
      'letter',
      '2026-11-30',
      { letter: letter('2026-11-20', 'S-12/KNL.0201/2026'), state: 'bmn-terindikasi-idle' },
    ])
    expect(crossed.idleCase?.steps.at(-1)).toMatchObject({
      on: '2026-11-26',
      letter: { date: '2026-11-20' },
      at: '2026-11-30T02:00:00.000Z',
    })
    expect(crossed.legalIdle).toEqual({
      state: 'bmn-terindikasi-idle',
      letter: { number: 'S-12/KNL.0201/2026', date: '2026-11-20' },
    })
    const older = { letter: letter('2026-11-19'), state: 'bmn-idle' as const }
    expect(faultsOf(() => walk(crossed, ['letter', '2026-12-01', older]))).toEqual([
      '#/letter/date',
    ])
  })

  test('monitoring looks again before the plan is due, and leaves a missed clock where it went', () => {
    const planned = walk(
      asked,
      ['answer', '2026-12-04', saying('2026-12-03', { usePlan })],
      ['plan', '2026-12-07'],
    )
    const look = (record: ParcelRecord, dueDate: string) =>
      walk(record, ['monitoring', '2027-02-01', { reason: 'Lahan dibuka', dueDate }])
    for (const late of ['2027-07-01', '2099-01-01'])
      expect(faultsOf(() => look(planned, late))).toEqual(['G06 #/dueDate'])
    expect(look(planned, '2027-06-30').idleCase?.due?.day).toBe('2027-06-30')
    const missed = { ...planned, idleCase: { ...planned.idleCase!, escalated: 'kanwil' as const } }
    expect(look(missed, '2027-05-01').idleCase).toMatchObject({
      escalated: 'kanwil',
      due: { day: '2027-05-01' },
    })
    // without a plan that is still open, a year from the flag (PMK 120/2024 Ps. 8(3))
    const plans = Object.entries(planned.use!.plans!).map(([key, plan]) => [
      key,
      { ...plan, closed: { on: '2027-01-15', outcome: 'batal' as const } },
    ])
    const without = { ...planned, use: { plans: Object.fromEntries(plans) } }
    expect(faultsOf(() => look(without, '2027-11-25'))).toEqual(['G06 #/dueDate'])
    expect(look(without, '2027-11-24').idleCase?.due?.day).toBe('2027-11-24')
  })

  test('no step of any case is dated before the one before it', () => {
    const record = walk(
      asked,
      ['answer', '2026-12-04', saying('2026-12-03', { usePlan })],
      ['plan', '2026-12-07'],
      ['monitoring', '2027-02-01', { reason: 'Lahan dibuka', dueDate: '2027-05-01' }],
      ['report', '2027-07-05', { letter: letter('2027-07-02') }],
      ['letter', '2027-07-20', { letter: letter('2027-07-12'), state: 'bmn-terindikasi-idle' }],
    )
    const days = record.idleCase!.steps.map((step) => step.on)
    expect(days).toEqual([...days].sort())
  })
})

describe('land in use again', () => {
  const block = (areaM2: number, provedOn: string): Block => ({
    id: id(500),
    name: 'Blok A',
    kind: 'tanaman-pangan',
    areaM2,
    from: '2026-01-01',
    proof: { on: provedOn, grade: 'posisi', report: id(501) },
  })
  const used = (record: ParcelRecord, ...blocks: Block[]): ParcelRecord => ({
    ...record,
    use: { ...record.use, blocks: Object.fromEntries(blocks.map((each, i) => [id(i), each])) },
  })

  test('needs evidence that is younger than the case', () => {
    const stale = used(asked, block(TEN_HECTARES, '2026-11-23'))
    const { code, detail } = refusalOf(() => walk(stale, ['use-again', '2026-12-04']))
    expect(code).toBe('wrong-state')
    expect(detail.id).toContain('24 November 2026')
    const closed = walk(used(asked, block(15_000, '2026-12-01')), ['use-again', '2026-12-04'])
    expect(closed.idleCase).toMatchObject({ state: 'dipakai-kembali', since: '2026-12-04' })
    expect(closed.idleCase?.due).toBeUndefined()
  })

  test('needs evidence that counts, of lawful use, and of more than a corner', () => {
    const field = block(40_000, '2026-12-01')
    const others = { partner: 'Koperasi', form: 'sewa', from: '2026-01-01', until: '2028-12-31' } as const // prettier-ignore
    const short: [string, ParcelRecord, number][] = [
      ['2026-12-04', used(asked, block(1, '2026-12-01')), 1],
      ['2026-12-04', used(asked, block(10_000, '2026-12-01')), 10_000], // 10 % of ten hectares
      ['2026-12-04', used(asked, { ...field, utilisation: others }), 0], // no approval (G13)
      ['2027-06-02', used(asked, field), 0], // a season is over
    ]
    for (const [day, record, provedM2] of short)
      expect(refusalOf(() => walk(record, ['use-again', day])).parameters).toEqual({
        provedM2,
        neededM2: 10_000,
      })
    expect(walk(used(asked, field), ['use-again', '2027-06-01']).idleCase?.state).toBe(
      'dipakai-kembali',
    )
  })

  test('of six idle hectares in ten, the four in use prove nothing', () => {
    const partial = walk(land(), ['flag', '2026-11-24', { ...FLAG, areaM2: 60_000 }])
    expect(partial.idleCase?.areaM2).toBe(60_000)
    const same = used(partial, block(40_000, '2026-12-01'))
    expect(refusalOf(() => walk(same, ['use-again', '2026-12-04'])).parameters).toEqual({
      provedM2: 40_000,
      neededM2: 40_000,
    })
    const more = used(partial, block(40_000, '2026-12-01'), block(15_000, '2026-12-02'))
    expect(walk(more, ['use-again', '2026-12-04']).idleCase?.state).toBe('dipakai-kembali')
  })

  test('carries out the plan that was accepted', () => {
    const planned = walk(
      asked,
      ['answer', '2026-12-04', saying('2026-12-04', { usePlan })],
      ['plan', '2026-12-07'],
    )
    const closed = walk(used(planned, block(15_000, '2027-03-01')), ['use-again', '2027-03-05'])
    expect(Object.values(closed.use!.plans!).map((plan) => plan.closed)).toEqual([
      { on: '2027-03-05', outcome: 'terlaksana' },
    ])
  })
})

describe('what law says', () => {
  test('goes by letters from indication to hand-over', () => {
    const record = walk(
      land(),
      ['letter', '2026-02-10', { letter: letter('2026-02-02'), state: 'bmn-terindikasi-idle' }],
      ['answer', '2026-02-12', saying('2026-02-11')],
      ['letter', '2026-03-02', { letter: letter('2026-02-25'), state: 'diteliti' }],
      ['letter', '2026-04-20', { letter: letter('2026-04-15'), state: 'bmn-idle' }],
      [
        'letter',
        '2026-06-20',
        { letter: letter('2026-06-15', 'BAST-3/2026'), state: 'eks-bmn-idle' },
      ],
    )
    expect(record.idleCase).toMatchObject({ origin: 'kpknl', openedOn: '2026-02-02' })
    expect(record.idleCase?.steps.map(({ to }) => to)).toEqual([
      'bmn-terindikasi-idle',
      'bmn-terindikasi-idle',
      'diteliti',
      'bmn-idle',
      'eks-bmn-idle',
    ])
    expect(record.legalIdle).toEqual({
      state: 'eks-bmn-idle',
      letter: { number: 'BAST-3/2026', date: '2026-06-15' },
    })
  })

  test('is not changed by an examination', () => {
    const record = walk(
      land(),
      ['letter', '2026-02-10', { letter: letter('2026-02-02'), state: 'bmn-terindikasi-idle' }],
      ['letter', '2026-03-02', { letter: letter('2026-02-25'), state: 'diteliti' }],
    )
    expect(record.legalIdle?.state).toBe('bmn-terindikasi-idle')
  })

  test('G10: not without number and date', () => {
    expect(
      faultsOf(() => walk(land(), ['letter', '2026-02-10', { state: 'bmn-terindikasi-idle' }])),
    ).toEqual(['G10 #/letter'])
  })

  test.each(['usulan-hibah', 'nphd', 'bast', 'pinjam-pakai'])(
    'is not said of land that is %s',
    (status) => {
      const record = land({}, status)
      const said = { letter: letter('2026-02-02'), state: 'bmn-terindikasi-idle' as const }
      const refused = refusalOf(() => walk(record, ['letter', '2026-02-10', said]))
      expect(refused.code).toBe('wrong-state')
      expect(refused.faults.map(({ pointer }) => pointer)).toEqual(['#/properties/statusPerolehan'])
      const ours = walk(record, ['flag', '2026-02-10', FLAG]) // our own case may go on
      expect(ours.idleCase?.state).toBe('ditandai')
    },
  )
})

describe('cases one after another', () => {
  const flagged = (record: ParcelRecord, today: string) => walk(record, ['flag', today, FLAG])
  const withdrawn = (record: ParcelRecord, today: string) =>
    walk(record, ['revocation', today, { reason: 'Keliru' }])

  test('the one before is kept among the past ones', () => {
    const twice = flagged(withdrawn(flagged(land(), '2026-01-05'), '2026-01-06'), '2026-02-02')
    expect(twice.pastCases?.map(({ state }) => state)).toEqual(['dicabut'])
    expect(twice.idleCase?.state).toBe('ditandai')
    expect(refusalOf(() => flagged(twice, '2026-02-03')).code).toBe('wrong-state')
  })

  test('G11: twice within three years, when the flag was right', () => {
    const rules = (record: ParcelRecord, today: string) =>
      caseFindings(record, today).map(({ rule }) => rule)
    const once = walk(land(), ['flag', '2024-01-08', FLAG])
    const answered = { ...once, idleCase: { ...once.idleCase!, state: 'dipakai-kembali' as const } }
    const twice = flagged(answered, '2026-11-24')
    expect(rules(twice, '2026-11-24')).toEqual(['G11'])
    expect(rules(twice, '2027-01-08')).toEqual([]) // three years after the first
    expect(rules(flagged(withdrawn(once, '2024-01-09'), '2026-11-24'), '2026-11-24')).toEqual([])
  })

  test('the last three keep their words, of older ones the history alone tells them', () => {
    let record = land()
    for (let nth = 1; nth <= 9; nth += 2)
      record = withdrawn(flagged(record, `2026-01-${10 + nth}`), `2026-01-${11 + nth}`)
    const words = record.pastCases?.map(({ steps }) => steps[0]?.reason !== undefined)
    expect(words).toEqual([false, true, true, true])
    expect(record.pastCases?.[0]?.steps.map(({ step }) => step)).toEqual(['flag', 'revocation'])
  })

  test('the sweep opens one as the Kanwil does', () => {
    const opened = openCase(land(), {
      ...on('2026-11-24'),
      id: 'k1',
      origin: 'sweep',
      areaM2: null,
      reason: 'Tidak ada laporan sejak 12 Maret 2026',
      by: 'registri',
      at: '2026-11-23T17:30:00.000Z',
    })
    expect(opened.idleCase).toMatchObject({
      id: 'k1',
      origin: 'sweep',
      state: 'ditandai',
      due: { clock: 'permintaan', day: addDays('2026-11-24', 14) },
    })
  })
})
