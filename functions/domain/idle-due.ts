import type { DefinitionValues, Given } from './definition.ts'
import type { IdleCase } from './idle-case.ts'
import { startClock } from './idle-clocks.ts'
import { plansUnderWay } from './idle-plans.ts'
import type { CaseSaid } from './idle-steps.ts'
import type { Transition } from './idle-transitions.ts'
import { NEVER } from './proved.ts'
import type { ParcelRecord } from './record.ts'
import { monthsAfter } from './rules/period.ts'
import type { Plan } from './use.ts'

/** The letter in which the unit promised a plan. */
function letterOfPlan({ steps }: IdleCase, plan: string): string | undefined {
  const promised = steps.filter(({ step, said }) => {
    const plans = (said?.plans as string[] | undefined) ?? []
    return step === 'answer' && plans.includes(plan)
  })
  const letter = promised.at(-1)?.letter
  return letter && `surat ${letter.number}`
}

/**
 * The last day for the next look at a case: when its plan has to be carried out, by its own day and by
 * the months that law gives it; without an open plan, those of a plan of use.
 *
 * @param since plain date from which the months count
 */
export function lastLook(
  record: ParcelRecord,
  idleCase: IdleCase,
  since: string,
  { planUseMonths, planUtilisationMonths }: DefinitionValues,
): string {
  const lawfulDay = (kind: Plan['kind']): string => {
    const months = (kind === 'penggunaan' ? planUseMonths : planUtilisationMonths).value
    return months === null ? NEVER : monthsAfter(since, months)
  }
  const days = plansUnderWay(record, idleCase).map(({ kind, targetDate }) => {
    const lawful = lawfulDay(kind)
    return targetDate < lawful ? targetDate : lawful
  })
  return days.sort().at(-1) ?? lawfulDay('penggunaan')
}

/** The clock after a step: the letter's own day, the plan's, that of the table, or the one that ran. */
export function clockAfter(
  way: Transition,
  said: CaseSaid,
  at: { on: string; current: IdleCase | null; accepted: readonly Plan[] },
  given: Given,
): Pick<IdleCase, 'due' | 'escalated'> {
  const { clock } = way
  if (clock === undefined) return {}
  const { current, on, accepted } = at
  const stated = said.letter ? `surat ${said.letter.number}` : undefined
  if (clock === 'kept' || clock === 'rencana') {
    const [first] = [...accepted].sort((a, b) => (a.targetDate < b.targetDate ? -1 : 1))
    const day = said.dueDate ?? first?.targetDate
    // A look at the same plan leaves it with whoever a missed clock went to; a new plan begins anew.
    const escalated = clock === 'kept' && current?.escalated && { escalated: current.escalated }
    if (day === undefined) return { ...(current?.due && { due: current.due }), ...escalated }
    const letter = stated ?? (first && current && letterOfPlan(current, first.id))
    return {
      due: {
        clock: 'rencana',
        day,
        basis: letter ? 'letter' : 'internal',
        source: letter ?? 'internal',
      },
      ...escalated,
    }
  }
  const due = startClock(
    clock,
    on,
    { days: given.definition.values.caseClocks, holidays: given.holidays },
    said.dueDate === undefined ? undefined : { day: said.dueDate, source: stated ?? 'surat' },
  )
  return due ? { due } : {}
}
