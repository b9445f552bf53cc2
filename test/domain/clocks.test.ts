import { expect, test } from 'vitest'
import { clockName } from '../../functions/domain/clock-names.ts'
import { type Due, nextDue } from '../../functions/domain/clocks.ts'
import { PARCEL_CLOCKS } from '../../functions/domain/deadline.ts'
import { deadlinesOf } from '../../functions/domain/deadlines.ts'
import { CASE_CLOCKS } from '../../functions/domain/idle-clocks.ts'
import type { ParcelRecord } from '../../functions/domain/record.ts'
import { evaluate } from '../../functions/domain/rules/evaluate.ts'
import { context } from './rule-context.ts'
import { block, given, lease, parcel, plan } from './use-parcels.ts'

const bast = (date: string) => ({ grant: { steps: { bast: { number: 'BAST/1', date } } } })

// Last day in time, and the days of the reminders: 14 days before, for rights also 12 months before.
test.each<{ name: string; record: ParcelRecord; key: string; day: string; reminders: string[] }>([
  {
    name: 'PSP: six months after the BAST (PMK 40/2024 Ps. 11(1))',
    record: parcel({ properties: bast('2026-08-31') }),
    key: 'psp',
    day: '2027-02-28',
    reminders: ['2027-02-14'],
  },
  {
    name: 'PSP: without a BAST, after the acquisition that the books state',
    record: parcel({ properties: { bmnRecords: [{ acquired: '2026-07-01' }] } }),
    key: 'psp',
    day: '2027-01-01',
    reminders: ['2026-12-18'],
  },
  {
    name: 'pengesahan: by the end of the budget year of the BAST',
    record: parcel({ properties: bast('2026-03-05') }),
    key: 'pengesahan',
    day: '2026-12-31',
    reminders: ['2026-12-17'],
  },
  {
    name: 'tarik kembali: the day that the NPHD states',
    record: parcel({
      properties: { grant: { terms: { reversion: { applies: true, date: '2028-05-20' } } } },
    }),
    key: 'tarik-kembali',
    day: '2028-05-20',
    reminders: ['2027-05-20', '2028-05-06'],
  },
  {
    name: 'Hak Pakai: the end of the right',
    record: parcel({
      properties: { titles: [{ number: '02.14.04.01.4.00027', expires: '2029-01-31' }] },
    }),
    key: 'hak-pakai:02.14.04.01.4.00027',
    day: '2029-01-31',
    reminders: ['2028-01-31', '2029-01-17'],
  },
  {
    name: 'pinjam pakai and pemanfaatan: the end of the agreement, approved or not',
    record: parcel({
      blocks: [
        block({ utilisation: lease({ form: 'pinjam-pakai', approval: undefined }), id: 'b' }),
      ],
    }),
    key: 'pemanfaatan:b',
    day: '2026-12-31',
    reminders: ['2026-12-17'],
  },
  {
    name: 'evidence of a field: six months',
    record: parcel({ blocks: [block({ id: 'b', proved: '2026-10-31' })] }),
    key: 'bukti:b',
    day: '2027-04-30',
    reminders: ['2027-04-16'],
  },
  {
    name: 'the first evidence of a building that was never proved: a year from the go-live',
    record: parcel({ blocks: [block({ id: 'b', kind: 'bangunan-upt' })] }),
    key: 'bukti:b',
    day: '2027-06-01',
    reminders: ['2027-05-18'],
  },
  {
    name: 'G02: the last day to report is the day before six months are over',
    record: parcel(),
    key: 'menganggur',
    day: '2026-11-30',
    reminders: ['2026-11-16'],
  },
  {
    name: 'a plan: its own target date',
    record: parcel({ plans: [plan({ id: 'p', targetDate: '2027-03-31' })] }),
    key: 'rencana:p',
    day: '2027-03-31',
    reminders: ['2027-03-17'],
  },
])('$name', ({ record, key, day, reminders }) => {
  const found = deadlinesOf(record, given('2026-11-24')).find((deadline) => deadline.key === key)
  expect(found).toMatchObject({ day, reminders })
})

const keysOf = (record: ParcelRecord) =>
  deadlinesOf(record, given('2026-11-24')).map(({ key }) => key)

test.each<{ name: string; record: ParcelRecord; without: string }>([
  {
    name: 'a decision that exists is asked for no more',
    record: parcel({
      properties: {
        grant: { steps: { bast: { date: '2026-08-01' }, psp: { number: 'KEP-1/KNL/2026' } } },
      },
    }),
    without: 'psp',
  },
  {
    name: 'land on loan is no state property',
    record: parcel({ properties: { ...bast('2026-08-01'), statusPerolehan: 'pinjam-pakai' } }),
    without: 'psp',
  },
  {
    name: 'what is given back before its end does not end then',
    record: parcel({
      blocks: [
        block({
          id: 'b',
          utilisation: lease(),
          ended: { on: '2026-11-01', reason: 'dikembalikan' },
        }),
      ],
    }),
    without: 'pemanfaatan:b',
  },
  {
    name: 'a field that ends before its evidence does',
    record: parcel({ blocks: [block({ id: 'b', proved: '2026-10-01', until: '2026-12-31' })] }),
    without: 'bukti:b',
  },
  {
    name: 'land that cannot lie unused yet',
    record: parcel({ properties: { statusPerolehan: 'usulan-hibah' } }),
    without: 'menganggur',
  },
])('no clock: $name', ({ record, without }) => {
  expect(keysOf(record)).not.toContain(without)
})

test.each(['draf', 'nonaktif'] as const)('a parcel in state %s has no clocks', (state) => {
  const record = parcel({ state, properties: bast('2026-08-01') })
  expect(deadlinesOf(record, given('2026-11-24'))).toEqual([])
  expect(nextDue(record, given('2026-11-24'))).toBeNull()
})

test('land that was handed to the Pengelola Barang has no clocks', () => {
  const letter = { number: 'BAST-4/2027', date: '2027-02-01' }
  const record = parcel({ legalIdle: { state: 'eks-bmn-idle', letter } })
  expect(deadlinesOf(record, given('2027-03-01'))).toEqual([])
})

test('the clock of PSP and rule B23 agree on the day', () => {
  const properties = { statusPerolehan: 'tercatat-bmn', ...bast('2026-08-31') } as const
  const { day } = deadlinesOf(parcel({ properties }), given('2026-11-24')).find(
    ({ key }) => key === 'psp',
  )!
  const found = (today: string) =>
    evaluate(context({ properties, today })).some(({ rule }) => rule === 'B23')
  expect([found(day), found('2027-03-01')]).toEqual([false, true])
})

test('what is next: the reminder, then the day after the last day in time', () => {
  const due = (today: string, passed?: ParcelRecord['passed']): Due | null =>
    nextDue(parcel(passed && { passed }), given(today))
  const reminded = { 'ingat:menganggur': { day: '2026-11-16', seen: '2026-11-16' } }
  expect(due('2026-06-01')).toMatchObject({ day: '2026-11-16', what: 'reminder' })
  expect(due('2026-11-20')).toMatchObject({ day: '2026-11-16', what: 'reminder' }) // overdue
  expect(due('2026-11-20', reminded)).toMatchObject({
    day: '2026-12-01',
    what: 'missed',
    clock: 'menganggur',
    deadline: '2026-11-30',
    basis: 'internal',
  })
  expect(due('2026-12-20')).toMatchObject({ day: '2026-12-01', what: 'missed' }) // too late to remind
})

test('a block that begins later is a turn, not a deadline', () => {
  const record = parcel({
    properties: { statusPerolehan: 'nphd' },
    blocks: [block({ kind: 'bangunan-upt', from: '2027-02-01' })],
  })
  expect(nextDue(record, given('2026-11-24'))).toMatchObject({
    day: '2027-02-01',
    clock: 'status',
    what: 'turn',
  })
})

test('every clock has a name in both languages', () => {
  const all = [
    ...PARCEL_CLOCKS,
    ...CASE_CLOCKS.map((clock) => `kasus-${clock}` as const),
    'status',
  ] as const
  for (const clock of all) {
    expect(clockName(clock).id).toMatch(/\w/)
    expect(clockName(clock).en).toMatch(/\w/)
  }
})
