import { applyChanges } from '../../../functions/domain/diff.ts'
import { dayOf } from '../../../functions/domain/calendar.ts'
import type { Event } from '../../../functions/domain/history.ts'
import type { Json } from '../../../functions/domain/canonical.ts'
import type { Standing } from '../../../functions/domain/standing.ts'

/** How a parcel stood from one day on, and by which event. */
export interface PastStanding {
  /** Day in Jakarta of the event. */
  from: string
  action: string
  standing: Standing
}

/** The three axes as one text, by which two standings are told apart. */
const looks = ({ use, idle, problem }: Standing): string => `${use} ${idle} ${problem}`

const isOf = (pointer: string): boolean =>
  pointer === '/standing' || pointer.startsWith('/standing/')

/**
 * How a parcel has stood, the oldest first: one entry for each change of an axis. A day that brought
 * several changes counts with its last.
 */
export function standingsIn(events: readonly Event[]): PastStanding[] {
  let record: Json = {}
  const found: PastStanding[] = []
  for (const { at, action, changes } of events) {
    const touched = changes.filter(({ pointer }) => isOf(pointer))
    if (touched.length === 0) continue
    record = applyChanges(record, touched) ?? {}
    const { standing } = record as unknown as { standing?: Standing }
    if (!standing?.use) continue
    const from = dayOf(new Date(at))
    const entry = { from, action, standing: structuredClone(standing) }
    if (found.at(-1)?.from === from) found.pop()
    const before = found.at(-1)
    if (!before || looks(before.standing) !== looks(entry.standing)) found.push(entry)
  }
  return found
}

/** How it stood at the end of a day, by all that happened until then; undefined before the first. */
export function standingOn(events: readonly Event[], day: string): Standing | undefined {
  const until = events.filter(({ at }) => dayOf(new Date(at)) <= day)
  let record: Json = {}
  for (const { changes } of until)
    record =
      applyChanges(
        record,
        changes.filter(({ pointer }) => isOf(pointer)),
      ) ?? {}
  return (record as unknown as { standing?: Standing }).standing
}
