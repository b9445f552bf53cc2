import { useState } from 'preact/hooks'
import { OVERLAP_OUTCOMES, type OverlapOutcome } from '../../../functions/domain/shared-land.ts'
import { decideOverlap } from '../../api.ts'
import { TextAreaField } from '../../field.tsx'
import { outcomeNames, overlapWords } from '../../messages/overlap.ts'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import type { SharedLand } from './shared-land.tsx'
import { ChangeDialog, type StepProps } from './step-dialog.tsx'

/** The word of headquarters on land that a newcomer shares with a parcel that was there. */
export function DecisionDialog(props: StepProps & { shared: SharedLand }) {
  const { parcel, shared } = props
  const [outcome, setOutcome] = useState<OverlapOutcome>()
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const other = shared.parcel
  if (!other) return null
  const body = () => {
    setChecked(true)
    return outcome && reason.trim() ? { outcome, reason: reason.trim() } : undefined
  }
  return (
    <ChangeDialog
      {...props}
      send={(decision, version) => decideOverlap(parcel.id, other.id, decision, version)}
      title={overlapWords.decideTitle}
      done={overlapWords.done}
      button={say(overlapWords.decide)}
      body={body}
    >
      <p>{say(overlapWords.decideText(other.name))}</p>
      <fieldset class={`field ${checked && !outcome ? 'invalid' : ''}`}>
        <legend>{say(overlapWords.decideQuestion)}</legend>
        {checked && !outcome && <div class="field-error">{say(overlapWords.chooseOutcome)}</div>}
        {OVERLAP_OUTCOMES.map((each) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name="overlap-outcome"
              checked={outcome === each}
              onChange={() => setOutcome(each)}
            />
            {say(outcomeNames[each])}
          </label>
        ))}
      </fieldset>
      <TextAreaField
        id="overlap-reason"
        label={say(overlapWords.decideReason)}
        hint={say(overlapWords.decideHint)}
        value={reason}
        onInput={setReason}
        rows={3}
        error={checked && !reason.trim() ? say(stepWords.reasonMissing) : undefined}
      />
    </ChangeDialog>
  )
}
