import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Phrase } from '../../../functions/domain/phrase.ts'
import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { useObservable } from '../../observable.ts'
import { Link } from '../../router.tsx'
import { useDocuments } from './documents.ts'
import { useDesk } from './form.tsx'
import { judge } from './judged.ts'
import { type StepNumber, stepOf } from './places.ts'

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

/** The four steps, which of them lack nothing for a submission, and how safe the work is. */
export function StepBar({ address, step, children }: StepBarProps) {
  const { mine } = useObservable(useDesk().draft)
  const documents = useDocuments()
  const lacking = useMemo(() => {
    const { missing } = judge(mine, documents, new Date())
    return new Set(missing.map(({ pointer }) => stepOf(pointer)))
  }, [mine, documents])
  return (
    <div class="step-bar no-print">
      <nav aria-label={say(words.steps)}>
        <ol>
          {([1, 2, 3, 4] as const).map((number) => {
            const isFull = number !== 4 && !lacking.has(number)
            return (
              <li key={number}>
                <Link
                  href={`/daftarkan/${address}/${number}`}
                  aria-current={number === step ? 'step' : undefined}
                  class={isFull ? 'full' : undefined}
                >
                  <span class="step-number" aria-hidden="true">
                    {isFull && number !== step ? '✓' : number}
                  </span>
                  <span class="step-name">{say(STEP_NAMES[number])}</span>
                  {isFull && <span class="visually-hidden">, {say(words.stepFull)}</span>}
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
