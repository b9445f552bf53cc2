import { useState } from 'preact/hooks'
import { TextAreaField } from '../../field.tsx'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { successionWords } from '../../messages/succession.ts'
import { StepDialog, type StepProps } from './step-dialog.tsx'

/** Hand a draft to the head of the unit. */
export const HandoverDialog = (props: StepProps) => (
  <StepDialog
    {...props}
    step="handover"
    title={stepWords.handover}
    done={stepWords.doneHandover}
    body={() => ({})}
  >
    <p>{say(stepWords.handoverText)}</p>
  </StepDialog>
)

/** Say that the record equals its documents. */
export function VerificationDialog(props: StepProps) {
  const [note, setNote] = useState('')
  const remaining = (props.parcel.properties.findings ?? []).filter(
    ({ severity }) => severity === 'E' || severity === 'B',
  ).length
  const withNotes = remaining > 0 || note.trim() !== ''
  return (
    <StepDialog
      {...props}
      step="verification"
      title={withNotes ? stepWords.verificationNotes : stepWords.verification}
      done={stepWords.doneVerification}
      body={() => (note.trim() ? { note: note.trim() } : {})}
    >
      <p>{say(stepWords.verificationText)}</p>
      {remaining > 0 && (
        <p class="notice warning">{say(stepWords.verificationRemaining(remaining))}</p>
      )}
      <TextAreaField
        id="verification-note"
        label={say(stepWords.verificationNote)}
        hint={say(stepWords.verificationNoteHint)}
        value={note}
        onInput={setNote}
        rows={3}
      />
    </StepDialog>
  )
}

const SURVEY = 'pengukuran-ulang' as const

/** Open a verified parcel for a change, or for a new survey. */
export function ReopeningDialog(props: StepProps) {
  const [reason, setReason] = useState('')
  const [isSurvey, setIsSurvey] = useState(false)
  const [checked, setChecked] = useState(false)
  const body = () => {
    setChecked(true)
    const told = reason.trim()
    return told ? { reason: told, ...(isSurvey && { cause: SURVEY }) } : undefined
  }
  return (
    <StepDialog
      {...props}
      step="reopening"
      title={stepWords.reopening}
      done={stepWords.doneReopening}
      body={body}
    >
      <p>{say(stepWords.reopeningText)}</p>
      <fieldset class="field">
        <legend>{say(successionWords.surveyWhat)}</legend>
        {[false, true].map((survey) => (
          <label class="choice" key={String(survey)}>
            <input
              type="radio"
              name="reopening-cause"
              checked={isSurvey === survey}
              onChange={() => setIsSurvey(survey)}
            />
            <span>
              {say(survey ? successionWords.surveyAgain : successionWords.surveyMend)}
              {survey && <span class="hint"> {say(successionWords.surveyAgainHint)}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <TextAreaField
        id="reopening-reason"
        label={say(stepWords.reason)}
        value={reason}
        onInput={setReason}
        rows={3}
        error={checked && !reason.trim() ? say(stepWords.reasonMissing) : undefined}
      />
    </StepDialog>
  )
}
