import type { Deps } from '../deps.ts'
import { dayOf } from '../domain/calendar.ts'
import { deliver } from '../notify/deliver.ts'
import type { Mail } from '../notify/mail.ts'
import { sendDigests } from '../notify/send.ts'
import { dueAt, listDues } from '../store/dues.ts'
import { walkParcels } from '../store/listing.ts'
import { readReference } from '../store/reference.ts'
import { forgetSettings, type Settings, settingsFor } from '../store/settings.ts'
import { sweepParcel } from './parcel.ts'
import { pooled } from '../pool.ts'
import {
  derivationOf,
  noteDay,
  noteDerived,
  noteFinished,
  noteWalk,
  readProgress,
  sameDerivation,
} from '../store/progress.ts'

/** What a sweep works with. */
export type SweepDeps = Pick<Deps, 'table' | 'files' | 'now' | 'random' | 'log'> & {
  /** Without one, digests stand on the page alone. */
  mail?: Mail
  /** Origin of the page, for the mails; '' where it is not known. */
  origin: string
}

/** What a sweep is asked to do. */
export interface SweepAsked {
  /** The day by which is judged; today in Jakarta when left out, never before an earlier sweep's. */
  date?: string | undefined
  /** Milliseconds after which it stops at the next parcel, to go on when it is called again. */
  budgetMs?: number
}

/** What a sweep did. */
export interface SweepReport {
  /** The day by which it judged, and the versions of the settings. */
  day: string
  definition: number
  holidays: number
  /** Parcels that were due, those derived anew for other settings, and those that changed. */
  due: number
  derived: number
  changed: number
  /** Parcels that could not be swept: they stay due. */
  failed: string[]
  /** Changes put into digests, people who got lines, mails sent and not. */
  told: { changes: number; people: number; sent: number; unsent: number }
  /** False when the budget ended before the work did. */
  done: boolean
}

const AT_ONCE = 6 // parcels; each is its own transaction
const PAGE = 100
const MOST_FAILED = 1000 // of one walk: beyond, it is not the parcels that are at fault

interface Work {
  deps: SweepDeps
  settings: Settings
  report: SweepReport
  isLate: () => boolean
}

/** Sweep a parcel; false where that failed. */
async function sweepOne(
  { deps, settings, report, isLate }: Work,
  counts: 'due' | 'derived',
  parcel: { id: string; seen?: { kanwil: string; day: string; parcel: string } },
): Promise<boolean> {
  if (isLate()) {
    report.done = false
    return true
  }
  try {
    const swept = await sweepParcel(deps, parcel.id, settings, parcel.seen)
    report[counts] += 1
    if (swept === 'changed') report.changed += 1
    return true
  } catch (error) {
    if (!report.failed.includes(parcel.id)) report.failed.push(parcel.id)
    const at = deps.now().toISOString()
    deps.log({ at, level: 'error', message: 'not swept', parcel: parcel.id, error: String(error) })
    return false
  }
}

/**
 * Derive every parcel by the settings in force, page by page; goes on where it was cut off. One that
 * fails holds up no other: it is noted, and tried again first of all the next time.
 */
async function deriveAll(work: Work): Promise<void> {
  const { deps, settings, report } = work
  const { table } = deps
  const { derived, walk } = await readProgress(table)
  const to = derivationOf(settings)
  if (sameDerivation(derived, to)) return
  const begun = sameDerivation(walk, to) ? walk : undefined
  const failed: string[] = []
  const deriveEach = (ids: readonly string[]): Promise<void> =>
    pooled(ids, AT_ONCE, async (id) => {
      if (!(await sweepOne(work, 'derived', { id }))) failed.push(id)
    })
  await deriveEach(begun?.failed ?? [])
  let cursor = begun?.cursor
  let isOver = begun !== undefined && cursor === undefined
  while (!isOver && report.done) {
    const page = await walkParcels(table, cursor, PAGE)
    const living = page.entries.filter(({ entry: { s } }) => s !== 'draf' && s !== 'nonaktif')
    await deriveEach(living.map(({ id }) => id))
    if (!report.done || failed.length > MOST_FAILED) return // the page comes again
    cursor = page.cursor ?? undefined
    isOver = cursor === undefined
    if (cursor) await noteWalk(table, to, { cursor, failed })
  }
  if (!report.done) return
  if (failed.length > 0) await noteWalk(table, to, { failed })
  else await noteDerived(table, to)
}

/** Sweep what is due: one query of each Kanwil, and nothing else where nothing is. */
async function sweepDue(work: Work): Promise<void> {
  const { deps, settings, report } = work
  const offices = (await readReference(deps.table, 'kanwil'))?.content ?? []
  for (const { id: kanwil } of offices) {
    let after: string | undefined
    for (;;) {
      const asked = { kanwil, until: settings.today, after, limit: PAGE }
      const { dues, isLast } = await listDues(deps.table, asked)
      await pooled(dues, AT_ONCE, async ({ parcel, day }) => {
        await sweepOne(work, 'due', { id: parcel, seen: { kanwil, day, parcel } })
      })
      if (isLast || !report.done) break
      after = dueAt(dues.at(-1)!)
    }
  }
}

/**
 * The nightly sweep: whatever happens to parcels by itself up to a day, with its ledger and notices, one
 * transaction a parcel; then the digests. It may be killed anywhere, run twice, or run at once with
 * another: each deadline is handled once, and what was cut off goes on with the next call.
 */
export async function sweep(
  deps: SweepDeps,
  { date, budgetMs = Infinity }: SweepAsked = {},
): Promise<SweepReport> {
  const { table, now } = deps
  const end = performance.now() + budgetMs
  const isLate = (): boolean => performance.now() > end
  const today = dayOf(now())
  const { day: ahead, finished } = await readProgress(table)
  const asked = date ?? today
  const day = [asked, ahead, today].reduce((a, b) => (a > b ? a : b))
  if (day > today && day > ahead) await noteDay(table, day)
  forgetSettings(table)
  const settings = await settingsFor(table, day, now())
  const report: SweepReport = {
    day,
    definition: settings.definition.version,
    holidays: settings.holidaysVersion,
    due: 0,
    derived: 0,
    changed: 0,
    failed: [],
    told: { changes: 0, people: 0, sent: 0, unsent: 0 },
    done: true,
  }
  const work = { deps, settings, report, isLate }
  await deriveAll(work)
  if (report.done) await sweepDue(work)
  if (report.done) await tell(work)
  const isWhole = report.done && report.failed.length === 0 && report.told.unsent === 0
  if (isWhole && finished < day) await noteFinished(table, day)
  return report
}

/** Whether the sweep of today, or of the later day to which one was dated, came to its end. */
export async function isSwept({ table, now }: Pick<SweepDeps, 'table' | 'now'>): Promise<boolean> {
  const { day, finished } = await readProgress(table)
  return finished !== '' && finished >= day && finished >= dayOf(now())
}

async function tell({ deps, report, isLate }: Work): Promise<void> {
  const { outgoing, digests } = await deliver(deps, report.day)
  const { sent, failed, done } = await sendDigests(deps, report.day, digests, isLate)
  const people = new Set(digests.map(({ member }) => member)).size
  report.done = done
  report.told = { changes: outgoing, people, sent, unsent: failed }
}
