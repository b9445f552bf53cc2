import { FIRST_DAY, LAST_DAY } from './calendar.ts'
import { type Holidays, isDecreed } from './holidays.ts'

const DAY = 24 * 60 * 60 * 1000
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`)

const FIRST = utc(FIRST_DAY)
const LAST = utc(LAST_DAY)

/**
 * A plain date some calendar days later, or earlier for a negative number; never beyond the days that a
 * plain date can name.
 */
export function addDays(date: string, days: number): string {
  const day = Number(date.slice(8)) + days
  // Within the days that every month has, nothing else of the date changes: most steps are this short.
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${day < 10 ? '0' : ''}${day}`
  const moved = Math.min(LAST, Math.max(FIRST, utc(date) + days * DAY))
  return new Date(moved).toISOString().slice(0, 10)
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(utc(date)).getUTCDay())

/** Whether offices work on a day: from Monday to Friday, no holiday and no cuti bersama. */
export const isWorkingDay = (date: string, { years }: Holidays): boolean =>
  !isWeekend(date) && !years[date.slice(0, 4)]?.days.some((holiday) => holiday.date === date)

/** A day that was counted to. */
export interface CountedDay {
  day: string
  /** True where a year without the table of its decree was crossed (rule G09): the day may move. */
  provisional: boolean
}

/**
 * The last of `count` working days (hari kerja) after a day: the day itself does not count, so that
 * what comes in late costs nobody a day.
 */
export function addWorkingDays(from: string, count: number, holidays: Holidays): CountedDay {
  let day = from
  let provisional = false
  for (let left = count; left > 0 && day < LAST_DAY;) {
    day = addDays(day, 1)
    if (!isDecreed(day, holidays)) provisional = true
    if (isWorkingDay(day, holidays)) left -= 1
  }
  return { day, provisional }
}

/** How many working days lie after a day, up to another and with it; 0 where that is not later. */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): number {
  let count = 0
  for (let day = from; day < to;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays)) count += 1
  }
  return count
}
