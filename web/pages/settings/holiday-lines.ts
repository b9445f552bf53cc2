import type { Holiday, HolidayYear } from '../../../functions/domain/holidays.ts'

/** Holidays as lines that a person can edit: date, `libur` or `cuti`, name. */
export const linesOf = ({ days }: HolidayYear): string =>
  days
    .map(({ date, name, kind }) => `${date} ${kind === 'libur' ? 'libur' : 'cuti'} ${name}`)
    .join('\n')

const LINE = /^(\d{4}-\d\d-\d\d)\s+(libur|cuti)(?:-bersama)?\s+(.+)$/

const isDay = (date: string): boolean => {
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
}

/** The holidays that some lines name, in order; or the first line that cannot be read. */
export function readLines(text: string, year: string): { days: Holiday[] } | { wrong: string } {
  const days: Holiday[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (!line) continue
    const [, date = '', kind, name = ''] = LINE.exec(line) ?? []
    if (!date.startsWith(year) || !isDay(date)) return { wrong: line }
    days.push({ date, name: name.trim(), kind: kind === 'libur' ? 'libur' : 'cuti-bersama' })
  }
  return { days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) }
}
