import { describe, expect, test } from 'vitest'
import { DEFAULT_HOLIDAYS, type Holidays } from '../../functions/domain/holidays.ts'
import { monthsAfter } from '../../functions/domain/rules/period.ts'
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from '../../functions/domain/working-days.ts'

const NONE: Holidays = { years: {} }
const in2026 = DEFAULT_HOLIDAYS.years[2026]!.days

describe('holidays of 2026', () => {
  test('are the 17 days and 8 days of leave of the decree of 19 September 2025', () => {
    expect(in2026.filter(({ kind }) => kind === 'libur')).toHaveLength(17)
    expect(in2026.filter(({ kind }) => kind === 'cuti-bersama')).toHaveLength(8)
    expect(new Set(in2026.map(({ date }) => date)).size).toBe(25)
  })

  /* Weekdays as the decree prints them. */
  test.each([
    ['2026-02-16', 'Senin'],
    ['2026-03-18', 'Rabu'],
    ['2026-03-20', 'Jumat'],
    ['2026-03-23', 'Senin'],
    ['2026-03-24', 'Selasa'],
    ['2026-05-15', 'Jumat'],
    ['2026-05-28', 'Kamis'],
    ['2026-12-24', 'Kamis'],
  ])('cuti bersama on %s, a %s', (date, weekday) => {
    expect(in2026).toContainEqual(expect.objectContaining({ date, kind: 'cuti-bersama' }))
    const written = new Intl.DateTimeFormat('id-ID', { weekday: 'long', timeZone: 'UTC' })
    expect(written.format(new Date(`${date}T00:00:00Z`))).toBe(weekday)
    expect(isWorkingDay(date, DEFAULT_HOLIDAYS)).toBe(false)
    expect(isWorkingDay(date, NONE)).toBe(true)
  })
})

describe('working days', () => {
  test.each([
    // counted by hand on a calendar of the decree
    { from: '2026-11-24', count: 10, day: '2026-12-08', what: 'two plain weeks from a Tuesday' },
    { from: '2026-11-27', count: 1, day: '2026-11-30', what: 'over a weekend' },
    { from: '2026-11-28', count: 1, day: '2026-11-30', what: 'from a Saturday' },
    {
      from: '2026-03-13',
      count: 10,
      day: '2026-04-06',
      what: 'over Nyepi, Lebaran and Good Friday',
    },
    { from: '2026-05-13', count: 1, day: '2026-05-18', what: 'over a Thursday and its leave' },
    { from: '2026-12-23', count: 1, day: '2026-12-28', what: 'over Christmas and its leave' },
    { from: '2026-08-15', count: 15, day: '2026-09-08', what: 'over 17 and 25 August' },
    { from: '2026-11-24', count: 0, day: '2026-11-24', what: 'none' },
  ])('$what: $count after $from is $day', ({ from, count, day }) => {
    expect(addWorkingDays(from, count, DEFAULT_HOLIDAYS)).toEqual({ day, provisional: false })
    expect(workingDaysBetween(from, day, DEFAULT_HOLIDAYS)).toBe(count)
  })

  test('into a year whose decree is missing, the day is provisional', () => {
    const from = '2026-12-23'
    expect(addWorkingDays(from, 4, DEFAULT_HOLIDAYS)).toEqual({
      day: '2026-12-31',
      provisional: false,
    })
    expect(addWorkingDays(from, 5, DEFAULT_HOLIDAYS)).toEqual({
      day: '2027-01-04', // 1 January is a Friday
      provisional: true,
    })
  })

  test('of a year without a table only the weekends are known', () => {
    expect(addWorkingDays('2031-12-24', 2, DEFAULT_HOLIDAYS)).toEqual({
      day: '2031-12-26',
      provisional: true,
    })
  })

  test('a decree that is entered later moves the day and makes it sure', () => {
    const { days } = DEFAULT_HOLIDAYS.years[2027]!
    const leave = { date: '2027-01-04', name: 'Cuti', kind: 'cuti-bersama' as const }
    const decreed: Holidays = {
      years: { ...DEFAULT_HOLIDAYS.years, 2027: { days: [...days, leave], source: 'SKB 2027' } },
    }
    expect(addWorkingDays('2026-12-23', 5, decreed)).toEqual({
      day: '2027-01-06', // 5 January is Isra Mikraj
      provisional: false,
    })
  })

  test('every count ends on a working day and counts back to itself', () => {
    for (let day = '2026-01-01'; day < '2027-12-31'; day = addDays(day, 1))
      for (const count of [1, 5, 10, 15]) {
        const { day: end } = addWorkingDays(day, count, DEFAULT_HOLIDAYS)
        expect(isWorkingDay(end, DEFAULT_HOLIDAYS)).toBe(true)
        expect(workingDaysBetween(day, end, DEFAULT_HOLIDAYS)).toBe(count)
      }
  })
})

describe('counting stops at the first and the last day that can be written', () => {
  test.each([
    ['six months after the last summer', monthsAfter('9999-06-30', 6), '9999-12-30'],
    ['seven months after it', monthsAfter('9999-06-30', 7), '9999-12-31'],
    ['a century later', monthsAfter('9999-12-31', 1200), '9999-12-31'],
    ['a year before the first day', monthsAfter('0000-01-01', -12), '0000-01-01'],
    ['the day after the last', addDays('9999-12-31', 1), '9999-12-31'],
    ['a millennium after it', addDays('9999-12-31', 365_250), '9999-12-31'],
    ['the day before the first', addDays('0000-01-01', -1), '0000-01-01'],
    ['working days up to it', addWorkingDays('9999-12-27', 9, NONE).day, '9999-12-31'],
    ['their count', workingDaysBetween('9999-12-27', '9999-12-31', NONE), 4], // it is a Friday
  ])('%s', (_, got, day) => expect(got).toBe(day))
})
