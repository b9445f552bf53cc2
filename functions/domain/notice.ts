import type { ClockName } from './clocks.ts'

/** Kinds of notices: what lies ahead, what passed, what went up a level, and what the sweep began. */
export const NOTICE_KINDS = ['reminder', 'passed', 'escalation', 'case-opened'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** To whom a notice goes: those of the parcel's unit, of its Kanwil, or headquarters. */
export type Recipient = 'petugas' | 'kpb' | 'kanwil' | 'pusat'

/** What one group of people has to be told of a parcel. */
export interface Notice {
  to: Recipient
  kind: NoticeKind
  clock: ClockName
  /** Clock and what it runs for, such as `bukti:<block>`. */
  key: string
  /** The last day that is, or was, in time. */
  day: string
}
