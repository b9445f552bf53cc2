import type { ComponentChildren } from 'preact'
import type { Phrase } from '../../../functions/domain/phrase.ts'
import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { useObservable } from '../../observable.ts'
import { Link } from '../../router.tsx'
import { useDesk } from './form.tsx'
import { useJudgement } from './judged.ts'
import { type StepNumber, stepOf } from './places.ts'
import { useUnsaved } from './unsaved.ts'

/** What the steps are called. */
export const STEP_NAMES: Record<StepNumber, Phrase> = {
  1: words.step1,
  2: words.step2,
  3: words.step3,
  4: words.step4,
}

interface StepBarProps {
  address: string
  step: StepNumber
  children: ComponentChildren
}

/** The four steps, which of them lack nothing and which want a look, and how safe the work is. */
export function StepBar({ address, step, children }: StepBarProps) {
  const desk = useDesk()
  const stepsOf = (pointers: readonly string[]) => new Set(pointers.map(stepOf))
  const lacking = stepsOf(useJudgement().missing.map(({ pointer }) => pointer))
  const unsaved = stepsOf(useUnsaved(desk))
  const returned = useObservable(desk.served)?.properties.returned
  const noted = stepsOf((returned?.notes ?? []).map(({ pointer }) => pointer))
  return (
    <div class="step-bar no-print">
      <nav aria-label={say(words.steps)}>
        <ol>
          {([1, 2, 3, 4] as const).map((number) => {
            const remark = unsaved.has(number)
              ? words.stepUnsaved
              : noted.has(number)
                ? words.stepNoted
                : undefined
            const isFull = number !== 4 && !lacking.has(number) && !remark
            return (
              <li key={number}>
                <Link
                  href={`/daftarkan/${address}/${number}`}
                  aria-current={number === step ? 'step' : undefined}
                  class={isFull ? 'full' : remark && 'remarked'}
                >
                  <span class="step-number" aria-hidden="true">
                    {number === step ? number : isFull ? '✓' : remark ? '!' : number}
                  </span>
                  <span class="step-name">{say(STEP_NAMES[number])}</span>
                  {isFull && <span class="visually-hidden">, {say(words.stepFull)}</span>}
                  {remark && <span class="visually-hidden">, {say(remark)}</span>}
                </Link>
              </li>
            )
          })}
        </ol>
      </nav>
      {children}
    </div>
  )
}
