import type { ClockName } from './clocks.ts'

/** What became of a deadline that passed, or of a level that it went up. */
export const LEDGER_OUTCOMES = [
  'lewat', // it passed, and those concerned were told
  'kasus-dibuka', // land counts as unused from here on, and its case was opened
  'eskalasi-kanwil',
  'eskalasi-pusat',
] as const
export type LedgerOutcome = (typeof LEDGER_OUTCOMES)[number]

/** One line of the ledger that shows that no deadline passed unseen. */
export interface LedgerEntry {
  clock: ClockName
  /** Clock and what it runs for, such as `bukti:<block>`: once per parcel and day. */
  key: string
  /** The last day that was in time. */
  day: string
  /** The day by which it was judged to have passed. */
  seen: string
  basis: 'regulation' | 'internal' | 'letter'
  source: string
  outcome: LedgerOutcome
}
