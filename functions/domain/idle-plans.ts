import { type Answer, plansOf } from './answer-form.ts'
import type { IdleCase } from './idle-case.ts'
import type { ParcelRecord } from './record.ts'
import type { Plan } from './use.ts'

/** Who writes a plan, at which instant, and where its id comes from. */
export interface PlanMark {
  by: string
  /** ISO 8601 instant in UTC. */
  at: string
  newId: () => string
}

/** Ids of the plans that the last step of some kind named. */
function plansNamed({ steps }: IdleCase, ...names: string[]): string[] {
  const last = steps.filter(({ step }) => names.includes(step)).at(-1)
  return (last?.said?.plans as string[] | undefined) ?? []
}

const openPlans = ({ use }: ParcelRecord, ids: readonly string[]): Plan[] =>
  ids.flatMap((id) => {
    const plan = use?.plans?.[id]
    return plan && !plan.closed ? [plan] : []
  })

/** The open plans that a Kanwil accepts: the one that is named, or those of the last answer. */
export const acceptedPlans = (
  record: ParcelRecord,
  idleCase: IdleCase,
  named: string | undefined,
): Plan[] => openPlans(record, named === undefined ? plansNamed(idleCase, 'answer') : [named])

/** The plans that the Kanwil last accepted and that are still open. */
export const plansUnderWay = (record: ParcelRecord, idleCase: IdleCase): Plan[] =>
  openPlans(record, plansNamed(idleCase, 'plan'))

const closing = (
  record: ParcelRecord,
  ids: readonly string[],
  closed: NonNullable<Plan['closed']>,
): Record<string, Plan> =>
  Object.fromEntries(openPlans(record, ids).map((plan) => [plan.id, { ...plan, closed }]))

/** The plans that were accepted, carried out: the land is in use again. */
export function closedPlans(record: ParcelRecord, idleCase: IdleCase, on: string): ParcelRecord {
  const closed = closing(record, plansNamed(idleCase, 'plan'), { on, outcome: 'terlaksana' })
  if (Object.keys(closed).length === 0) return record
  return { ...record, use: { ...record.use, plans: { ...record.use?.plans, ...closed } } }
}

/** What an answer writes into the record of use: its plans, in place of those of the answer before. */
export function answered(
  record: ParcelRecord,
  idleCase: IdleCase,
  answer: Answer,
  { by, at, newId }: PlanMark,
  on: string,
): { record: ParcelRecord; plans: Plan[] } {
  const plans: Plan[] = plansOf(answer).map(({ plan }) => ({ ...plan, id: newId(), by, at }))
  const replaced = closing(record, plansNamed(idleCase, 'answer'), {
    on,
    outcome: 'batal',
    reason: 'Diganti jawaban yang baru',
  })
  const all = { ...record.use?.plans, ...replaced }
  for (const plan of plans) all[plan.id] = plan
  const use = {
    ...record.use,
    ...(Object.keys(all).length > 0 && { plans: all }),
    ...(answer.nonUse && { nonUse: { ...answer.nonUse, by, at } }),
  }
  return { record: Object.keys(use).length > 0 ? { ...record, use } : record, plans }
}
