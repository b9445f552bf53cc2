import { mayRead } from '../domain/permissions.ts'
import type { ParcelRecord } from '../domain/record.ts'
import { once } from '../once.ts'
import { type Ctx, notFound } from '../operation.ts'
import { judgingDay } from '../store/settings.ts'
import { PagesMoved } from '../store/cells/pages.ts'
import { NumbersMoved } from '../store/numbers.ts'
import { pause } from '../store/transient.ts'
import { bringUp } from './bring-up.ts'
import type { ShownParcel } from './feature.ts'
import {
  headersOf,
  openParcel,
  openSeen,
  pastParcel,
  present,
  shownAfter,
  shownOf,
} from './open.ts'
import type { OpenParcel } from './open.ts'
import { type Save, saveParcel } from './save.ts'
import { findParcel } from './table.ts'
import { stale } from '../precondition.ts'

/** What a step does to a parcel: the record after it, and what else is written. */
type Taken = { record: ParcelRecord } & Pick<Save, 'action' | 'hands'> &
  Partial<Pick<Save, 'numbers' | 'entry' | 'writes' | 'mark' | 'reason' | 'notices'>> &
  Partial<Pick<ShownParcel, 'pairs'>>

const MOST_PLANS = 10 // times that a submission is planned anew when numbers or pages move beneath it

const isMoved = (error: unknown): boolean =>
  error instanceof NumbersMoved || error instanceof PagesMoved

/** Carry out one step of the parcel in the path: once, on the version that the caller saw. */
export async function take(
  c: Ctx,
  id: string,
  plan: (open: OpenParcel & { shown: ShownParcel }, now: string) => Promise<Taken> | Taken,
): Promise<Response> {
  const { deps, caller } = c.var
  return once(
    c,
    (answer) => showAgain(c, id, answer.version, answer.status),
    async (request) => {
      let held: Taken['entry'] // of this try or of the one before: to be let go when none succeeds
      let raisedTo: number | undefined
      for (let tries = 1; ; tries += 1) {
        try {
          const open = raisedTo ? await openAt(c, id, raisedTo) : await openRaised(c, id)
          if (open.isRaised) raisedTo = open.stored.chain.version
          const { stored, role } = open
          const shown = await shownOf(c, stored)
          const taken = await plan({ ...open, shown }, deps.now().toISOString())
          held = taken.entry
          const saved = await saveParcel(deps, {
            id,
            stored,
            place: stored.head,
            actor: { member: caller.member, role },
            ...taken,
            idempotency: request && {
              request,
              answer: (event) => ({ status: 200, subject: event.subject, version: event.version }),
            },
          })
          const feature = present(c, shownAfter(saved, { ...shown, ...taken }), stored.head)
          return c.json(feature, 200, headersOf(saved.event.version))
        } catch (error) {
          if (!isMoved(error) || tries === MOST_PLANS) {
            await held?.withdraw()
            throw error
          }
          await pause(tries)
        }
      }
    },
  )
}

/**
 * The parcel that the caller saw, brought up to today first where the sweep is late: a deadline that was
 * missed must not be met afterwards as if in time.
 */
async function openRaised(c: Ctx, id: string): Promise<OpenParcel & { isRaised: boolean }> {
  const { deps } = c.var
  const open = await openSeen(c, id)
  const { due } = open.stored.head
  const today = due === undefined ? '' : await judgingDay(deps.table, deps.now())
  if (due === undefined || due > today) return { ...open, isRaised: false }
  const raised = await bringUp(deps, open.stored, today)
  return raised ? openAt(c, id, raised.event.version) : { ...open, isRaised: false }
}

/** The parcel at the version to which this request itself brought it. */
async function openAt(
  c: Ctx,
  id: string,
  version: number,
): Promise<OpenParcel & { isRaised: true }> {
  const open = await openParcel(c, id)
  if (open.stored.chain.version !== version) throw stale(open.stored.chain.version)
  return { ...open, isRaised: true }
}

/** The answer that showed a parcel at a version, said again. */
export async function showAgain(
  c: Ctx,
  id: string,
  version: number,
  status: number,
): Promise<Response> {
  const stored = await findParcel(c.var.deps.table, id)
  if (!stored || !mayRead(c.var.caller, stored.head, stored.head.state)) throw notFound()
  const shown = await pastParcel(c, stored, (event) => event.version <= version)
  if (!shown) throw notFound()
  return c.json(present(c, shown, stored.head), status as 200, headersOf(version))
}
