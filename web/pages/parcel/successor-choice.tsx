import { needsExplanation } from '../../../functions/domain/area-change.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { mayTakeOver } from '../../../functions/domain/succession.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'
import { TextAreaField } from '../../field.tsx'
import { say } from '../../messages/phrase.ts'
import { successionWords as words } from '../../messages/succession.ts'
import { Problem } from '../../problem.tsx'
import type { Resource } from '../../resource.ts'
import { formatArea } from '../../time.ts'
import { AreaChanges } from './area-changes.tsx'
import { reconciled, type Succession } from './use-succession.ts'

/** What was chosen to take a parcel's place, and why its area is another. */
export interface Successors {
  ids: readonly string[]
  areaNote: string
}

/** What is still wrong with a choice, in words; empty when it may be sent. */
export function lackOf(
  kind: 'dipecah' | 'digabung',
  parcel: Parcel,
  { ids, areaNote }: Successors,
  { successors = [] }: Partial<Succession> = {},
): { ids?: string; areaNote?: string } {
  const chosen = successors.filter(({ id }) => ids.includes(id))
  if (chosen.length === 0) return { ids: say(words.successorsChoose) }
  if (kind === 'digabung' && chosen.length > 1) return { ids: say(words.successorsOne) }
  return needsExplanation(reconciled(parcel, chosen)) && !areaNote.trim()
    ? { areaNote: say(words.areaNoteMissing) }
    : {}
}

interface SuccessorChoiceProps {
  kind: 'dipecah' | 'digabung'
  parcel: Parcel
  from: Resource<Succession | undefined>
  value: Successors
  onChange: (value: Successors) => void
  /** Whether to say what is wrong by now. */
  checked: boolean
}

/** Choose what takes a parcel's place out of those that name it, with the areas that follow from it. */
export function SuccessorChoice(props: SuccessorChoiceProps) {
  const { kind, parcel, from, value, onChange, checked } = props
  const { ids, areaNote } = value
  const successors = from.data?.successors
  const chosen = successors?.filter(({ id }) => ids.includes(id)) ?? []
  const changes = reconciled(parcel, chosen)
  const lack = checked ? lackOf(kind, parcel, value, from.data) : {}
  const toggle = (id: string) =>
    onChange({
      ...value,
      ids: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id],
    })
  return (
    <>
      <fieldset class={`field ${lack.ids ? 'invalid' : ''}`}>
        <legend>{say(words.successors)}</legend>
        <span class="hint">{say(words.successorsHint)}</span>
        {lack.ids && <span class="field-error">{lack.ids}</span>}
        {from.error !== undefined && <Problem error={from.error} onRetry={from.reload} />}
        {successors?.length === 0 && <p>{say(words.successorsNone)}</p>}
        {successors?.map(({ id, name, state, areas }) => (
          <label class="choice" key={id}>
            <input
              type="checkbox"
              checked={ids.includes(id)}
              disabled={!mayTakeOver(state)}
              onChange={() => toggle(id)}
            />
            <span>
              {name}{' '}
              <span class="quiet small">
                {[
                  say(STATE_NAMES[state]),
                  areas[0] && formatArea(areas[0].m2),
                  !mayTakeOver(state) && say(words.notSubmitted),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen.length > 0 && (
        <>
          <h3>{say(words.areas)}</h3>
          <AreaChanges changes={changes} />
          {needsExplanation(changes) && (
            <TextAreaField
              id="retirement-area-note"
              label={say(words.areaNote)}
              hint={say(words.areaNoteHint)}
              value={areaNote}
              onInput={(note) => onChange({ ...value, areaNote: note })}
              rows={2}
              error={lack.areaNote}
            />
          )}
        </>
      )}
    </>
  )
}
