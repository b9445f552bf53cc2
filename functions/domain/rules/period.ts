const DAY = 24 * 60 * 60 * 1000

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** Calendar days from one plain date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / DAY)

/** The same day some months later, or the last day of that month where it has no such day. */
export function monthsAfter(date: string, months: number): string {
  const day = utc(date)
  const end = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0))
  end.setUTCDate(Math.min(day.getUTCDate(), end.getUTCDate()))
  return end.toISOString().slice(0, 10)
}

/** The budget year (tahun anggaran) of a plain date, which is its calendar year. */
export const budgetYear = (date: string): number => Number(date.slice(0, 4))
