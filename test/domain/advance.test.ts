import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance } from '../../functions/domain/advance.ts'
import { nextDue } from '../../functions/domain/clocks.ts'
import type { Given } from '../../functions/domain/definition.ts'
import { deriveStanding } from '../../functions/domain/derive.ts'
import { DEFAULT_HOLIDAYS } from '../../functions/domain/holidays.ts'
import { type CaseSaid, stepCase } from '../../functions/domain/idle-steps.ts'
import type { CaseStepName } from '../../functions/domain/idle-transitions.ts'
import type { ParcelRecord } from '../../functions/domain/record.ts'
import { addDays } from '../../functions/domain/working-days.ts'
import { anyDefinition, anyParcel, day } from './use-arbitrary.ts'
import { block, given, parcel } from './use-parcels.ts'

/** What the sweep makes of a parcel on a day; itself where there is nothing to do. */
const swept = (record: ParcelRecord, today: string, told: Partial<Given> = {}): ParcelRecord =>
  advance(record, given(today, told))?.record ?? record

const ledgerOf = (record: ParcelRecord, today: string, told: Partial<Given> = {}) =>
  advance(record, given(today, told))?.ledger.map(({ key, day: on, outcome }) => [key, on, outcome])

let ids = 0
const step = (record: ParcelRecord, name: CaseStepName, said: CaseSaid, today: string) =>
  stepCase(
    record,
    name,
    said,
    { by: 'member', at: `${today}T03:00:00.000Z`, newId: () => `id-${(ids += 1)}` },
    given(today),
  )

test('a sweep dated a year ahead opens a case, today and once, and tells those concerned', () => {
  const done = advance(parcel(), given('2027-11-24'))!
  expect(done.record.standing?.use).toBe('terindikasi-tidak-terpakai')
  expect(done.record.idleCase).toMatchObject({
    origin: 'sweep',
    state: 'ditandai',
    openedOn: '2027-11-24',
    due: { clock: 'permintaan', basis: 'internal' },
  })
  expect(done.ledger).toEqual([
    {
      clock: 'menganggur',
      key: 'menganggur',
      day: '2026-11-30', // six months from the go-live are over on 1 December
      seen: '2027-11-24',
      basis: 'internal',
      source: 'instruksi',
      outcome: 'kasus-dibuka',
    },
  ])
  expect(done.notices.map(({ to, kind }) => [to, kind])).toEqual([
    ['petugas', 'case-opened'],
    ['kpb', 'case-opened'],
    ['kanwil', 'case-opened'],
  ])
  expect(done.reason).toBe(
    'Lewat waktu: Batas laporan sebelum terindikasi tidak terpakai (internal), 30 November 2026. Status: terindikasi tidak terpakai.',
  )
  expect(advance(done.record, given('2027-11-24'))).toBeNull()
})

/** A case of which the unit promised a plan by 31 March 2027, and the Kanwil accepted it. */
function planned(): ParcelRecord {
  let record = swept(parcel({ properties: { bmnRecords: [{ areaM2: 205_000 }] } }), '2026-12-01')
  const letter = (number: string, date: string) => ({ letter: { number, date } })
  record = step(record, 'request', letter('W2-1', '2026-12-02'), '2026-12-02')
  record = step(
    record,
    'answer',
    {
      ...letter('W2-1-J', '2026-12-09'),
      answer: {
        letter: { number: 'W2-1-J', date: '2026-12-09' },
        identity: {
          assets: [{ kodeBarang: '2.01.01.04.001', nup: 3 }],
          areaM2: 205_000,
          year: 2012,
          valueIdr: 1_000_000_000,
          condition: 'baik',
          address: 'Malang',
        },
        use: { text: 'tidak ada' },
        utilisation: { text: 'tidak ada' },
        usePlan: {
          what: 'Kebun jagung',
          targetDate: '2027-03-31',
          budget: { paper: 'dipa', number: 'DIPA-1', date: '2026-11-01' },
        },
      },
    },
    '2026-12-09',
  )
  return step(record, 'plan', {}, '2026-12-10')
}

test('a plan that passes goes up to the Kanwil, and a fortnight later to headquarters', () => {
  const record = planned()
  expect(record.idleCase).toMatchObject({ state: 'rencana', due: { day: '2027-03-31' } })
  expect(deriveStanding(record, given('2027-03-31')).use).toBe('kosong-dengan-rencana')
  const key = `kasus-rencana:${record.idleCase!.id}`

  const before = swept(record, '2027-03-31')
  const missed = advance(before, given('2027-04-01'))!
  expect(missed.record.idleCase?.escalated).toBe('kanwil')
  expect(missed.record.standing?.use).toBe('terindikasi-tidak-terpakai')
  expect(missed.ledger.map((entry) => [entry.key, entry.day, entry.outcome])).toEqual([
    [key, '2027-03-31', 'eskalasi-kanwil'],
    ['menganggur', '2027-03-31', 'lewat'], // its case is open already
    [expect.stringMatching(/^rencana:/), '2027-03-31', 'lewat'],
  ])
  expect(missed.notices.map(({ to, kind }) => [to, kind])).toEqual([
    ['kpb', 'passed'],
    ['kanwil', 'escalation'],
  ])
  expect(Object.values(missed.record.use!.plans!)).toMatchObject([
    { closed: { on: '2027-04-01', outcome: 'lewat' } },
  ])
  expect(advance(missed.record, given('2027-04-14'))).toBeNull()
  const higher = advance(missed.record, given('2027-04-15'))!
  expect(higher.record.idleCase?.escalated).toBe('pusat')
  expect(higher.notices.map(({ to, kind }) => [to, kind])).toEqual([['pusat', 'escalation']])
})

test('a sweep that slept handles each day in its order, with the day that each belongs to', () => {
  const record = planned()
  const key = `kasus-rencana:${record.idleCase!.id}`
  expect(ledgerOf(record, '2027-06-01')).toEqual([
    [key, '2027-03-31', 'eskalasi-kanwil'],
    ['menganggur', '2027-03-31', 'lewat'],
    [expect.stringMatching(/^rencana:/), '2027-03-31', 'lewat'],
    [`eskalasi:${key}`, '2027-04-14', 'eskalasi-pusat'],
  ])
})

test('a request that the Kanwil leaves lying goes to headquarters at once', () => {
  const opened = swept(parcel(), '2026-12-01')
  const { day: last } = opened.idleCase!.due!
  const done = advance(swept(opened, last), given(addDays(last, 1)))!
  expect(done.record.idleCase?.escalated).toBe('pusat')
  expect(done.notices.map(({ to, kind }) => [to, kind])).toEqual([
    ['kanwil', 'passed'],
    ['pusat', 'escalation'],
  ])
})

test('those who can keep a clock of a case are reminded three days before, once', () => {
  const opened = swept(parcel(), '2026-12-01')
  const { day: last } = opened.idleCase!.due!
  const reminders = (record: ParcelRecord, today: string) =>
    advance(record, given(today))?.notices.map(({ to, kind, day: on }) => [to, kind, on])
  expect(reminders(opened, addDays(last, -4))).toBeUndefined()
  expect(reminders(opened, addDays(last, -3))).toEqual([['kanwil', 'reminder', last]])
  expect(reminders(opened, last)).toEqual([['kanwil', 'reminder', last]]) // late, still of use
  expect(reminders(swept(opened, addDays(last, -3)), last)).toBeUndefined()
})

test('land that is flagged already gets no second case', () => {
  const flagged = step(parcel(), 'flag', { reason: 'Tampak kosong' }, '2026-07-01')
  const later = swept(flagged, '2026-12-01')
  expect(later.idleCase?.origin).toBe('kanwil')
  expect(later.pastCases).toBeUndefined()
})

test('after a flag was withdrawn without proof, the months run anew', () => {
  const opened = swept(parcel(), '2026-12-01')
  const closed = step(opened, 'revocation', { reason: 'Salah tandai' }, '2026-12-05')
  expect(swept(closed, '2027-06-04').idleCase?.state).toBe('dicabut')
  const again = swept(closed, '2027-06-05')
  expect(again.idleCase).toMatchObject({ state: 'ditandai', openedOn: '2027-06-05' })
  expect(again.pastCases).toHaveLength(1)
})

test('evidence that comes in time moves the clock; the report alone closes no case', () => {
  const proved = parcel({ blocks: [block({ areaM2: 205_000, proved: '2026-11-25' })] })
  expect(swept(proved, '2026-12-01').idleCase).toBeUndefined()
  const opened = swept(parcel(), '2026-12-01')
  const late = swept({ ...opened, use: proved.use! }, '2026-12-02')
  expect(late.standing?.use).toBe('digunakan')
  expect(late.idleCase?.state).toBe('ditandai')
})

test('a provisional day is counted again when the year’s decree is entered; a settled one stays', () => {
  const bare = { holidays: { years: {} } }
  const opened = swept(parcel(), '2026-12-18', bare)
  expect(opened.idleCase?.due).toMatchObject({ day: '2027-01-01', provisional: true })
  // Weekends, 25 December, 1 January, and what the table says besides, are no working days.
  const { '2026': year, '2027': next } = DEFAULT_HOLIDAYS.years
  const decreed = { years: { '2026': year!, '2027': { days: next!.days, source: 'test' } } }
  const moved = swept(opened, '2026-12-19', { holidays: decreed })
  expect(moved.idleCase?.due).not.toHaveProperty('provisional')
  expect(moved.idleCase!.due!.day > '2027-01-01').toBe(true)
  expect(swept(moved, '2026-12-20', bare).idleCase?.due).toEqual(moved.idleCase?.due)
})

test('drafts and retired parcels are left alone', () => {
  expect(advance(parcel({ state: 'draf' }), given('2030-01-01'))).toBeNull()
  expect(advance(parcel({ state: 'nonaktif' }), given('2030-01-01'))).toBeNull()
})

test('once brought to a day there is nothing more to do, and what comes next lies ahead', () => {
  const days = fc.array(day, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(anyParcel, days, anyDefinition, (record, when, definition) => {
      let current = record
      for (const today of [...when].sort()) {
        current = swept(current, today, { definition })
        expect(advance(current, given(today, { definition }))).toBeNull()
        const due = nextDue(current, given(today, { definition }))
        if (due) expect(due.day > today).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('between two dues nothing changes: every day says what the last due day said', () => {
  fc.assert(
    fc.property(anyParcel, day, (record, start) => {
      let current = swept(record, start)
      for (let i = 0; i < 400; i += 1) {
        const today = addDays(start, i)
        const due = nextDue(current, given(addDays(today, -1)))
        if (due && due.day <= today) current = swept(current, today)
        const standing = deriveStanding(current, given(today))
        if (JSON.stringify(standing) !== JSON.stringify(current.standing))
          expect(standing, today).toEqual(current.standing)
        if (i % 10 === 0) expect(advance(current, given(today)), today).toBeNull()
      }
    }),
    { numRuns: 40 },
  )
})

test('a sweep that slept for years writes the same deadlines as one that came every day it was due', () => {
  const own = (ledger: { key: string; day: string }[]) =>
    ledger
      .filter(({ key }) => !key.includes('kasus-')) // a case opens on the day that it is seen
      .map(({ key, day: on }) => `${on} ${key}`)
      .sort()
  fc.assert(
    fc.property(anyParcel, day, fc.integer({ min: 1, max: 2000 }), (record, start, length) => {
      const end = addDays(start, length)
      const awake: { key: string; day: string }[] = []
      let current = record
      for (let today = start; today <= end;) {
        const done = advance(current, given(today))
        awake.push(...(done?.ledger ?? []))
        current = done?.record ?? current
        const next = nextDue(current, given(today))?.day ?? addDays(end, 1)
        today = next <= end || today === end ? next : end
      }
      const first = advance(record, given(start))
      const last = advance(first?.record ?? record, given(end))
      expect(own([...(first?.ledger ?? []), ...(last?.ledger ?? [])])).toEqual(own(awake))
      expect((last ?? first)?.record.standing).toEqual(current.standing)
    }),
    { numRuns: 300 },
  )
})

test('what passed on very many days is done thirty days at a time, the earliest first', () => {
  const blocks = Array.from({ length: 70 }, (_, n) =>
    block({ id: `b${n}`, areaM2: 10, proved: addDays('2026-06-01', n) }),
  )
  let record = parcel({ blocks })
  const days: number[] = []
  const keys: string[] = []
  for (let isCut = true; isCut;) {
    const done = advance(record, given('2029-01-01'))!
    days.push(new Set(done.ledger.map(({ day: on }) => on)).size)
    keys.push(...done.ledger.map(({ key }) => key))
    expect(done.isCut).toBe((nextDue(done.record, given('2029-01-01'))?.day ?? '9') <= '2029-01-01')
    ;({ record, isCut } = done)
  }
  expect(days.slice(0, 2)).toEqual([30, 30])
  expect(keys.filter((key) => key.startsWith('bukti:'))).toEqual(
    blocks.map(({ id }) => `bukti:${id}`),
  )
  expect(advance(record, given('2029-01-01'))).toBeNull()
})
