import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { useObservable } from '../../observable.ts'
import { fieldLabel } from '../parcel/field-words.ts'
import { useDesk } from './form.tsx'
import { goToField } from './going.ts'
import { stepOf, type StepNumber } from './places.ts'

/**
 * Everything that is wrong with what was typed, each a way to its field; of one step, or of all.
 * It appears while someone types, so it never takes the focus by itself.
 */
export function Faults({ step }: { step?: StepNumber }) {
  const desk = useDesk()
  const { id, key, typed } = useObservable(desk.draft)
  const unread = Object.entries(typed).map(([pointer, text]) => ({
    pointer,
    text: say(words.unread(text)),
  }))
  const found = useObservable(desk.faults)
  // While a row is being filled in, what it still needs is no fault; at the end it is.
  const shown = step === undefined ? found : found.filter(({ isWaiting }) => !isWaiting)
  const wrong = shown.map(({ pointer, detail }) => ({
    pointer,
    text: say(detail),
  }))
  const faults = [...wrong, ...unread].filter(
    ({ pointer }) => step === undefined || stepOf(pointer) === step,
  )
  if (faults.length === 0) return null
  return (
    <section class="error-summary" id="faults" tabIndex={-1} aria-labelledby="faults-title">
      <h2 id="faults-title">{say(shell.errorSummary)}</h2>
      <ul>
        {faults.map(({ pointer, text }) => (
          <li key={pointer + text}>
            <button type="button" class="link-button" onClick={() => goToField(id ?? key, pointer)}>
              {fieldLabel(pointer)}
            </button>
            : {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
