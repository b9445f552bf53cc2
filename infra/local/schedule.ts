import type { Deps, Signer } from '../../functions/deps.ts'
import { dayOf } from '../../functions/domain/calendar.ts'
import { makeAnchor } from '../../functions/store/anchors.ts'

const LOOKED_AT = 60_000 // ms between two looks at the calendar

/** What the schedule works with. */
export type Scheduled = Pick<Deps, 'table' | 'files' | 'now' | 'log'> & { sign: Signer }

/**
 * Do each day's job, as EventBridge does on AWS: sign the root over all histories, soon after midnight
 * in Jakarta or when the registry starts on a day without one. Resolves when the first was done.
 *
 * @returns how to end it
 */
export async function startSchedule(work: Scheduled): Promise<() => Promise<void>> {
  let done = ''
  let running = Promise.resolve()
  const look = async (): Promise<void> => {
    const today = dayOf(work.now())
    if (today === done) return
    try {
      const { anchor, fresh, lost } = await makeAnchor(work)
      done = today
      const { date, count, root } = anchor
      const level = lost.length > 0 ? 'error' : 'info'
      if (fresh)
        work.log({
          at: anchor.at,
          level,
          message: 'anchored',
          date,
          count,
          root,
          lost: lost.length,
        })
    } catch (error) {
      const at = work.now().toISOString()
      work.log({ at, level: 'error', message: 'not anchored', error: String(error) }) // next look again
    }
  }
  await look()
  const timer = setInterval(() => (running = look()), LOOKED_AT)
  return async () => {
    clearInterval(timer)
    await running
  }
}
