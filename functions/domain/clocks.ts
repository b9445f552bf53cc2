import type { Deadline, DeadlineClock } from './deadline.ts'
import { deadlinesOf } from './deadlines.ts'
import type { Given } from './definition.ts'
import { nextTurn } from './derive.ts'
import type { ParcelRecord } from './record.ts'
import { addDays } from './working-days.ts'

/** Clocks, and `status`: the day on which the standing changes by itself. */
export type ClockName = DeadlineClock | 'status'

/** What happens to a parcel by itself next. */
export interface Due {
  /** The day on which it happens: a deadline is missed on the day after it. */
  day: string
  clock: ClockName
  /** Clock and what it runs for, such as `bukti:<block>`. */
  key: string
  what: 'reminder' | 'missed' | 'escalation' | 'turn'
  /** The last day in time, for what has one. */
  deadline?: string
  basis: 'regulation' | 'internal' | 'letter'
  source: string
  /** True while the year's table of holidays is missing: the day may move. */
  provisional?: true
}

/** Under these keys the record notes in `passed` what was done about a deadline. */
export const reminderKey = (key: string): string => `ingat:${key}`
export const escalationKey = (key: string): string => `eskalasi:${key}`

/** What is to be done, with the deadline that it is about. */
export interface Happening {
  due: Due
  deadline: Deadline
}

const isNoted = ({ passed = {} }: ParcelRecord, key: string, day: string): boolean =>
  (passed[key]?.day ?? '') >= day

/** The reminder that is pending, else the next one; of several that were left out, the last. */
function nextReminder(record: ParcelRecord, { key, reminders }: Deadline, today: string) {
  const open = reminders.filter((day) => !isNoted(record, reminderKey(key), day))
  return open.filter((day) => day <= today).at(-1) ?? open[0]
}

/** What comes next of one deadline. */
function nextOf(record: ParcelRecord, deadline: Deadline, given: Given): Happening | null {
  const { clock, key, day, basis, source, provisional, above } = deadline
  const due = { clock, key, deadline: day, basis, source, ...(provisional && { provisional }) }
  if (!isNoted(record, key, day)) {
    const reminder = given.today <= day ? nextReminder(record, deadline, given.today) : undefined
    return reminder === undefined
      ? { deadline, due: { ...due, what: 'missed', day: addDays(day, 1) } }
      : { deadline, due: { ...due, what: 'reminder', day: reminder } }
  }
  const { value: wait } = given.definition.values.escalationDays
  if (above.length < 2 || wait === null) return null
  const last = addDays(day, wait)
  return isNoted(record, escalationKey(key), day) // once for a deadline, however long the wait is now
    ? null
    : {
        deadline,
        due: {
          ...due,
          key: escalationKey(key),
          what: 'escalation',
          day: addDays(last, 1),
          deadline: last,
        },
      }
}

/** The first of all that is still to be done, by day and key; what is overdue lies in the past. */
export function nextHappening(record: ParcelRecord, given: Given): Happening | null {
  let first: Happening | null = null
  const consider = (other: Happening | null): void => {
    if (!other) return
    const isFirst =
      first === null ||
      other.due.day < first.due.day ||
      (other.due.day === first.due.day && other.due.key < first.due.key)
    if (isFirst) first = other
  }
  for (const deadline of deadlinesOf(record, given)) consider(nextOf(record, deadline, given))
  return first
}

/**
 * What happens to a parcel by itself next: the earliest of its clocks that has not been dealt with, on
 * or before today where the sweep is late; null where nothing does, as for drafts.
 */
export function nextDue(record: ParcelRecord, given: Given): Due | null {
  if (record.state === 'draf' || record.state === 'nonaktif') return null
  const due = nextHappening(record, given)?.due ?? null
  const turn = nextTurn(record, given)
  if (turn === null || (due !== null && due.day <= turn)) return due
  const { idleMonths } = given.definition.values
  return {
    day: turn,
    clock: 'status',
    key: 'status',
    what: 'turn',
    basis: 'internal',
    source: idleMonths.source,
  }
}
