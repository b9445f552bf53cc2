import type { CaseClockName } from './idle-clocks.ts'
import type { Recipient } from './notice.ts'
import { addDays } from './working-days.ts'

/** Clocks of a parcel, besides those of an idle case. */
export const PARCEL_CLOCKS = [
  'bukti', // evidence of a block runs out
  'menganggur', // land counts as unused (G02)
  'rencana', // a plan's target date
  'psp',
  'pengesahan',
  'tarik-kembali',
  'hak-pakai', // the end of a right
  'pemanfaatan', // the end of a use by another party, pinjam pakai among them
] as const
export type DeadlineClock = (typeof PARCEL_CLOCKS)[number] | `kasus-${CaseClockName}`

/** A day by which something has to be done, and who is told what before and after it. */
export interface Deadline {
  clock: DeadlineClock
  /** Clock and what it runs for, such as `bukti:<block>`. */
  key: string
  /** The last day in time. */
  day: string
  basis: 'regulation' | 'internal' | 'letter'
  source: string
  /** True while the year's table of holidays is missing: the day may move. */
  provisional?: true
  /** Days on which those who can keep it are reminded, in order. */
  reminders: readonly string[]
  /** Who can keep it. */
  owners: readonly Recipient[]
  /** To whom it goes when it is missed, the next chief first. */
  above: readonly ('kanwil' | 'pusat')[]
}

interface Stated extends Omit<Deadline, 'key' | 'reminders'> {
  of?: string
  /** From when the clock runs: nobody is reminded before. */
  from?: string
  /** Days before it; those that nobody has set are left out. */
  remind: readonly (string | null)[]
}

/** Make a deadline; reminders that fall before its clock runs are left out. */
export const deadline = ({ of, from = '', remind, ...stated }: Stated): Deadline => ({
  ...stated,
  key: of === undefined ? stated.clock : `${stated.clock}:${of}`,
  reminders: remind
    .filter((day): day is string => day !== null && from < day && day < stated.day)
    .sort(),
})

/** Days before a day; null where nobody has set how many. */
export const daysBefore = (day: string, { value }: { value: number | null }): string | null =>
  value === null ? null : addDays(day, -value)
