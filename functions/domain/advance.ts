import { clockName } from './clock-names.ts'
import { type Due, type Happening, nextHappening, reminderKey } from './clocks.ts'
import type { Deadline } from './deadline.ts'
import { caseDue } from './deadlines.ts'
import type { Given } from './definition.ts'
import { deriveStanding, sameStanding } from './derive.ts'
import { isOpenCase } from './idle-case.ts'
import { openCase } from './idle-steps.ts'
import type { LedgerEntry, LedgerOutcome } from './ledger.ts'
import type { Notice, NoticeKind, Recipient } from './notice.ts'
import type { ParcelRecord } from './record.ts'
import type { UseStatus } from './standing.ts'
import { addDays } from './working-days.ts'
import { formatDate } from './writing.ts'

/** What the sweep does to a parcel on a day. */
export interface Advance {
  record: ParcelRecord
  action: 'swept'
  /** For the history, in the language of the record. */
  reason: string
  /** Every deadline that passed, each with its own day, the earliest first. */
  ledger: LedgerEntry[]
  notices: Notice[]
  /** True where it stopped at as many days of the ledger as one change takes: more is due. */
  isCut: boolean
}

interface Done {
  record: ParcelRecord
  ledger?: LedgerEntry
  notices: Notice[]
}

const SWEEP = 'registri'

const noted = (record: ParcelRecord, key: string, day: string, seen: string): ParcelRecord => ({
  ...record,
  passed: { ...record.passed, [key]: { day, seen } },
})

const noticesOf = (
  { clock, key, day }: Deadline,
  kind: NoticeKind,
  to: readonly Recipient[],
): Notice[] => to.map((recipient) => ({ to: recipient, kind, clock, key, day }))

const entryOf = (
  { clock, basis, source }: Deadline,
  { key, deadline }: Due,
  seen: string,
  outcome: LedgerOutcome,
): LedgerEntry => ({ clock, key, day: deadline!, seen, basis, source, outcome })

/** A case tells to whom its missed clock went. */
const raised = (
  record: ParcelRecord,
  { clock }: Deadline,
  level: 'kanwil' | 'pusat' | undefined,
): ParcelRecord =>
  clock.startsWith('kasus-') && record.idleCase && level
    ? { ...record, idleCase: { ...record.idleCase, escalated: level } }
    : record

/** A plan whose day passed is over: what follows needs a new one. */
function lapsed(record: ParcelRecord, { key, day }: Deadline): ParcelRecord {
  const id = key.slice('rencana:'.length)
  const plan = record.use?.plans?.[id]
  if (!plan) return record
  const closed = { on: addDays(day, 1), outcome: 'lewat' as const }
  return {
    ...record,
    use: { ...record.use, plans: { ...record.use?.plans, [id]: { ...plan, closed } } },
  }
}

/** A case whose clock ran by guess, with the day that is known by now. */
function recounted(record: ParcelRecord, given: Given): ParcelRecord {
  const due = caseDue(record, given)
  const { idleCase } = record
  const isSame = due?.day === idleCase?.due?.day && due?.provisional === idleCase?.due?.provisional
  return isSame || !idleCase || !due ? record : { ...record, idleCase: { ...idleCase, due } }
}

/** Land counts as unused: its case opens on the day on which this is seen, so that no clock runs back. */
function opened(record: ParcelRecord, deadline: Deadline, given: Given): ParcelRecord {
  const { today, definition, holidays } = given
  return openCase(record, {
    id: `${SWEEP}-${today}`,
    origin: 'sweep',
    areaM2: null,
    reason: `Aturan G02 v${definition.version}: tidak ada bukti penggunaan sampai ${formatDate(deadline.day, 'id')}.`,
    today,
    by: SWEEP,
    at: new Date(`${today}T00:00:00+07:00`).toISOString(),
    definition,
    holidays,
  })
}

/** Do the one thing that is due about a deadline. */
function handled(record: ParcelRecord, happening: Happening, given: Given): Done {
  const { due, deadline } = happening
  const { today } = given
  const { above, owners, clock, key } = deadline
  if (due.what === 'reminder')
    return {
      record: noted(record, reminderKey(key), due.day, today),
      notices: noticesOf(deadline, 'reminder', owners),
    }
  const seen = noted(record, due.key, deadline.day, today)
  const level = above[due.what === 'escalation' ? 1 : 0]
  const told = level ? noticesOf(deadline, 'escalation', [level]) : []
  const outcome: LedgerOutcome = level ? `eskalasi-${level}` : 'lewat'
  const ledger = entryOf(deadline, due, today, outcome)
  if (due.what === 'escalation')
    return { record: raised(seen, deadline, level), ledger, notices: told }
  const notices = [...noticesOf(deadline, 'passed', owners), ...told]
  if (clock === 'rencana') return { record: lapsed(seen, deadline), ledger, notices }
  if (clock === 'menganggur' && !isOpenCase(record.idleCase))
    return {
      record: opened(seen, deadline, given),
      ledger: { ...ledger, outcome: 'kasus-dibuka' },
      notices: noticesOf(deadline, 'case-opened', [...owners, ...above]),
    }
  return { record: raised(seen, deadline, level), ledger, notices }
}

const inWords = (use: UseStatus): string => use.replaceAll('-', ' ')

const MOST_TOLD = 5
const MOST_DAYS = 30 // of the ledger in one change: each is a record of its own, of 100 in a transaction

/** What came to pass, for the history: the ledger has every line of it. */
function reasonOf(record: ParcelRecord, ledger: LedgerEntry[], before: ParcelRecord): string {
  const passed = ledger
    .slice(0, MOST_TOLD)
    .map(({ clock, day }) => `${clockName(clock).id}, ${formatDate(day, 'id')}`)
  const more = ledger.length - passed.length
  const from = before.standing?.use
  const to = record.standing!.use
  const said = [
    ...(passed.length > 0
      ? [`Lewat waktu: ${passed.join('; ')}${more > 0 ? `; dan ${more} lainnya` : ''}.`]
      : []),
    ...(from !== to
      ? [`Status: ${from === undefined ? '' : `${inWords(from)} → `}${inWords(to)}.`]
      : []),
  ]
  return said.length > 0 ? said.join(' ') : 'Tenggat dan status diperiksa.'
}

/**
 * Bring a parcel to today: every deadline that passed since it was last looked at, in order and each
 * once; reminders; a case where land counts as unused; and the standing. Null: there is nothing to do.
 * Doing it again on the same day does nothing, so a sweep that was killed is simply run again; where
 * very much passed meanwhile, doing it again goes on.
 */
export function advance(record: ParcelRecord, given: Given): Advance | null {
  if (record.state === 'draf' || record.state === 'nonaktif') return null
  const ledger: LedgerEntry[] = []
  const notices: Notice[] = []
  const days = new Set<string>()
  let isCut = false
  let current = recounted(record, given)
  for (;;) {
    const next = nextHappening(current, given)
    if (next === null || next.due.day > given.today) break
    const done = handled(current, next, given)
    if (done.ledger) {
      isCut = days.size === MOST_DAYS && !days.has(done.ledger.day)
      if (isCut) break
      days.add(done.ledger.day)
      ledger.push(done.ledger)
    }
    current = done.record
    notices.push(...done.notices)
  }
  const standing = deriveStanding(current, given)
  if (current === record && sameStanding(record.standing, standing)) return null
  current = { ...current, standing }
  return {
    record: current,
    action: 'swept',
    reason: reasonOf(current, ledger, record),
    ledger,
    notices,
    isCut,
  }
}
