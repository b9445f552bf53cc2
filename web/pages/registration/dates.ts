import type { Phrase } from '../../../functions/domain/phrase.ts'

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'ags', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
]

/** What a written day says: a plain date, or why it says none. */
export type DayReading = { ok: true; value: string } | { ok: false; reason: Phrase }

const refuse = (id: string, en: string): DayReading => ({ ok: false, reason: { id, en } })

const monthOf = (word: string): number =>
  /^\d+$/.test(word)
    ? Number(word)
    : MONTHS.findIndex((names) => names.includes(word.replace(/\.$/, ''))) + 1

/** Read a day such as `15-1-2026`, `15/01/2026`, `15 Januari 2026` or `2026-01-15`; the day comes first. */
export function parseDay(text: string): DayReading {
  const parts = text
    .trim()
    .toLowerCase()
    .split(/[\s./,-]+/)
    .filter(Boolean)
  const [first = '', middle = '', last = ''] = parts
  if (parts.length !== 3)
    return refuse(
      'Tulis hari, bulan, dan tahun, misalnya 15-1-2026 atau 15 Januari 2026.',
      'Write day, month and year, such as 15-1-2026 or 15 January 2026.',
    )
  const [year, day] = /^\d{4}$/.test(first) ? [first, last] : [last, first]
  if (!/^\d{4}$/.test(year))
    return refuse(
      'Tulis tahun dengan empat angka, misalnya 2026.',
      'Write the year in four digits.',
    )
  const month = monthOf(middle)
  const value = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${value}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value))
    return refuse(
      'Tanggal itu tidak ada di kalender. Periksa hari dan bulannya.',
      'That day is not in the calendar. Check its day and month.',
    )
  return { ok: true, value }
}
