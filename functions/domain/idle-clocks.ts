import type { CaseClock } from './idle-case.ts'
import type { Holidays } from './holidays.ts'
import type { Threshold } from './rules/settings.ts'
import { addWorkingDays } from './working-days.ts'

/** Clocks of an idle case, each for what has to happen next. */
export const CASE_CLOCKS = [
  'permintaan', // the Kanwil asks the unit
  'jawaban', // the unit answers
  'tinjauan', // the Kanwil decides on the answer
  'rencana', // what was planned is done: the plan's own date
  'klarifikasi-kpknl', // the Pengelola Barang asks in writing
  'jawaban-kpknl', // the Pengguna Barang answers it
  'penelitian', // the Pengelola Barang examines
  'penyerahan', // the land is handed over
] as const
export type CaseClockName = (typeof CASE_CLOCKS)[number]

/** Working days of each clock; null runs only where a letter or a plan says a day. */
export type CaseClockDays = Readonly<Record<CaseClockName, Threshold>>

const internal = (value: number | null, source: string): Threshold => ({
  value,
  source,
  status: 'internal',
})
const article = (value: number, source: string): Threshold => ({
  value,
  source,
  status: 'regulation',
})

/** The clocks until headquarters sets others; what no article says that was read is internal. */
export const DEFAULT_CASE_CLOCKS: CaseClockDays = {
  permintaan: internal(10, 'seperti PMK 120 Tahun 2024 Ps. 8(1) bagi Pengelola Barang'),
  jawaban: internal(10, 'jangka waktu PMK 120 Tahun 2024 Ps. 9 belum diperiksa'),
  tinjauan: internal(10, 'seperti PMK 120 Tahun 2024 Ps. 17(2) bagi Pengelola Barang'),
  rencana: internal(null, 'tanggal yang disebut dalam rencana'),
  'klarifikasi-kpknl': article(10, 'PMK 120 Tahun 2024 Ps. 8(1)'),
  'jawaban-kpknl': internal(10, 'jangka waktu PMK 120 Tahun 2024 Ps. 9 belum diperiksa'),
  penelitian: article(10, 'PMK 120 Tahun 2024 Ps. 17(2)'),
  penyerahan: internal(null, 'jangka waktu penyerahan belum diperiksa'),
}

/**
 * Start a clock on a day, or none where nobody has set its length. A day that a letter states wins.
 */
export function startClock(
  clock: CaseClockName,
  from: string,
  { days, holidays }: { days: CaseClockDays; holidays: Holidays },
  stated?: { day: string; source: string },
): CaseClock | undefined {
  if (stated) return { clock, day: stated.day, basis: 'letter', source: stated.source }
  const { value, source, status } = days[clock]
  if (value === null) return undefined
  const { day, provisional } = addWorkingDays(from, value, holidays)
  const basis = status === 'regulation' ? 'regulation' : 'internal'
  return { clock, day, basis, source, ...(provisional && { provisional }) }
}
