import { HOLIDAYS_2026, HOLIDAYS_2027 } from './holidays-data.ts'

/** A day on which offices are closed: by law, or as leave that the year's decree adds (cuti bersama). */
export interface Holiday {
  /** Plain date. */
  date: string
  name: string
  kind: 'libur' | 'cuti-bersama'
}

/** The holidays of one year, and the paper that says so. */
export interface HolidayYear {
  days: readonly Holiday[]
  source: string
  /** True while the year's decree has not been entered: every clock that crosses the year may move. */
  provisional?: true
}

/** Holidays by year, such as `2026`. A year that is not here is known by its weekends only. */
export interface Holidays {
  years: Readonly<Record<string, HolidayYear>>
}

/** What the registry knows until headquarters enters a year's decree. */
export const DEFAULT_HOLIDAYS: Holidays = { years: { 2026: HOLIDAYS_2026, 2027: HOLIDAYS_2027 } }

/** Whether the holidays of a day's year are those of its decree. */
export const isDecreed = (date: string, { years }: Holidays): boolean => {
  const year = years[date.slice(0, 4)]
  return year !== undefined && year.provisional !== true
}
