import type { Deps, Signer } from '../../functions/deps.ts'
import { dayOf } from '../../functions/domain/calendar.ts'
import { makeAnchor } from '../../functions/store/anchors.ts'
import { isSwept, sweep, type SweepDeps } from '../../functions/sweep/sweep.ts'

const LOOKED_AT = 60_000 // ms between two looks at the calendar
const SWEPT_FROM = 30 * 60_000 // ms after midnight in Jakarta, as on AWS
const FIRST_LOOK = 20_000 // ms of sweeping before the registry answers; the rest goes on meanwhile
const MINUTES = 15 * 60_000 // ms of one later look

/** What the schedule works with. */
export type Scheduled = Pick<Deps, 'files'> & SweepDeps & { sign: Signer }

/**
 * Do each day's jobs, as EventBridge does on AWS: sweep what is due at half past midnight in Jakarta, and
 * sign the root over all histories soon after midnight; both when the registry starts on a day without.
 * Resolves when the first look is over.
 *
 * @returns how to end it
 */
export async function startSchedule(work: Scheduled): Promise<() => Promise<void>> {
  const jobs = [sweepJob(work), anchorJob(work)]
  const look = async (budgetMs: number): Promise<void> => {
    for (const job of jobs) await job(budgetMs)
  }
  await look(FIRST_LOOK)
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= look(MINUTES).finally(() => (running = undefined))
  }, LOOKED_AT)
  return async () => {
    clearInterval(timer)
    await running
  }
}

type Job = (budgetMs: number) => Promise<void>

/** A job that is done once for each day that `dayAt` names; what failed is tried at the next look. */
function daily(
  { now, log }: Scheduled,
  name: string,
  dayAt: (now: Date) => string,
  work: (budgetMs: number) => Promise<boolean>,
): Job {
  let done = ''
  return async (budgetMs) => {
    const day = dayAt(now())
    if (day === done) return
    try {
      if (await work(budgetMs)) done = day
    } catch (error) {
      const at = now().toISOString()
      log({ at, level: 'error', message: `not ${name}`, error: String(error) })
    }
  }
}

const sweepJob = (work: Scheduled): Job =>
  daily(
    work,
    'swept',
    (now) => dayOf(new Date(now.getTime() - SWEPT_FROM)),
    async (budgetMs) => {
      if (await isSwept(work)) return true
      const { failed, ...report } = await sweep(work, { budgetMs })
      const level = failed.length > 0 ? 'error' : 'info'
      const at = work.now().toISOString()
      work.log({ at, level, message: 'swept', ...report, failed: failed.length })
      return report.done && failed.length === 0 && report.told.unsent === 0
    },
  )

const anchorJob = (work: Scheduled): Job =>
  daily(work, 'anchored', dayOf, async () => {
    const { anchor, fresh, lost } = await makeAnchor(work)
    const { date, count, root, at } = anchor
    const level = lost.length > 0 ? 'error' : 'info'
    if (fresh) work.log({ at, level, message: 'anchored', date, count, root, lost: lost.length })
    return true
  })
