import type { Given } from './definition.ts'
import type { IdleCase } from './idle-case.ts'
import { startClock } from './idle-clocks.ts'
import type { CaseSaid } from './idle-steps.ts'
import type { Transition } from './idle-transitions.ts'
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
    if (day === undefined)
      return {
        ...(current?.due && { due: current.due }),
        ...(current?.escalated && { escalated: current.escalated }),
      }
    const letter = stated ?? (first && current && letterOfPlan(current, first.id))
    return {
      due: {
        clock: 'rencana',
        day,
        basis: letter ? 'letter' : 'internal',
        source: letter ?? 'internal',
      },
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
