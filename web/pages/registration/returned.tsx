import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { useObservable } from '../../observable.ts'
import { fieldLabel } from '../parcel/field-words.ts'
import { useDesk } from './form.tsx'
import { inFormOrder } from '../form-order.ts'
import { goToField } from './going.ts'
import { stepOf } from './places.ts'

/** Why the parcel was sent back, each note a way to its field; nothing when it was not. */
export function Returned({ mayChange }: { mayChange: boolean }) {
  const desk = useDesk()
  const { id, key } = useObservable(desk.draft)
  const returned = useObservable(desk.served)?.properties.returned
  if (!returned) return null
  const notes = inFormOrder(returned.notes, ({ pointer }) => pointer)
  return (
    <div class="notice warning">
      <strong>{say(words.returnedTitle)}</strong>
      <p>{returned.reason}</p>
      {notes.length > 0 && (
        <ul class="lacks">
          {notes.map(({ pointer, note }) => (
            <li key={pointer + note}>
              {say(words.fieldInStep(stepOf(pointer), fieldLabel(pointer)))}:{' '}
              {mayChange ? (
                <button
                  type="button"
                  class="link-button"
                  onClick={() => goToField(id ?? key, pointer)}
                >
                  {note}
                </button>
              ) : (
                <strong>{note}</strong>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
