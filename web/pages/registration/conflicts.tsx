import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { useObservable } from '../../observable.ts'
import { fieldLabel, valueWords } from '../parcel/field-words.ts'
import type { Desk } from './desk.ts'
import type { Json } from './merge.ts'

/** A value of the record in words; what has no short form is told as filled in. */
const inWords = (pointer: string, value: Json | undefined): string =>
  value === undefined || value === null ? say(words.nothing) : valueWords(pointer, value)

/** Fields that were changed here and elsewhere: both values, and a person chooses. */
export function Conflicts({ desk }: { desk: Desk }) {
  const conflicts = useObservable(desk.conflicts)
  if (conflicts.length === 0) return null
  return (
    <section class="page-notices" id="conflicts" tabIndex={-1}>
      <div class="notice danger stack" role="alert">
        <div>
          <strong>{say(words.conflictTitle)}</strong>
          <p>{say(words.conflictText)}</p>
        </div>
        {conflicts.map((conflict) => {
          const { pointer, mine, theirs } = conflict
          return (
            <fieldset key={pointer} class="conflict">
              <legend class="label">{fieldLabel(pointer)}</legend>
              <div class="pairs">
                {(
                  [
                    [words.mine, words.keepMine, mine],
                    [words.theirs, words.keepTheirs, theirs],
                  ] as const
                ).map(([title, choose, value]) => (
                  <div class="card stack" key={title.id}>
                    <span class="small quiet">{say(title)}</span>
                    <span>{inWords(pointer, value)}</span>
                    <button
                      type="button"
                      class="button self-start"
                      onClick={() => desk.settle(conflict, value)}
                    >
                      {say(choose)}
                    </button>
                  </div>
                ))}
              </div>
            </fieldset>
          )
        })}
      </div>
    </section>
  )
}
