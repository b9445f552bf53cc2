import { FIRST_DAY, LAST_DAY } from '../calendar.ts'

const DAY = 24 * 60 * 60 * 1000

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** Calendar days from one plain date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / DAY)

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/**
 * The same day some months later, or the last day of that month where it has no such day; never beyond
 * the days that a plain date can name.
 */
export function monthsAfter(date: string, months: number): string {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(month / 12)
  if (year > 9999) return LAST_DAY
  if (year < 0) return FIRST_DAY
  const first = `${String(year).padStart(4, '0')}-${two((month % 12) + 1)}-`
  const day = Number(date.slice(8))
  if (day <= 28) return first + two(day)
  return first + two(Math.min(day, new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate()))
}

/** The budget year (tahun anggaran) of a plain date, which is its calendar year. */
export const budgetYear = (date: string): number => Number(date.slice(0, 4))
