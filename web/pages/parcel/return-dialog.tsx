import { useState } from 'preact/hooks'
import { SelectField, TextAreaField } from '../../field.tsx'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { fieldLabel } from './field-words.ts'
import { noteableFields } from './noteable-fields.ts'
import { StepDialog, type StepProps } from './step-dialog.tsx'

interface Draft {
  pointer: string
  note: string
}

/** Send a parcel back with a reason and notes at its fields. */
export function ReturnDialog(props: StepProps) {
  const [reason, setReason] = useState('')
  const [notes, setNotes] = useState<readonly Draft[]>([])
  const [checked, setChecked] = useState(false)
  const fields = noteableFields(props.parcel.properties)
  const change = (index: number, next: Partial<Draft>) =>
    setNotes(notes.map((note, i) => (i === index ? { ...note, ...next } : note)))

  const body = () => {
    setChecked(true)
    const isWhole = reason.trim() !== '' && notes.every(({ note }) => note.trim() !== '')
    if (!isWhole) return undefined
    return {
      reason: reason.trim(),
      notes: notes.map(({ pointer, note }) => ({ pointer, note: note.trim() })),
    }
  }
  return (
    <StepDialog
      {...props}
      step="return"
      title={stepWords.return}
      done={stepWords.doneReturn}
      body={body}
      wide
    >
      <p>{say(stepWords.returnText)}</p>
      <TextAreaField
        id="return-reason"
        label={say(stepWords.reason)}
        hint={say(stepWords.reasonHint)}
        value={reason}
        onInput={setReason}
        rows={3}
        error={checked && !reason.trim() ? say(stepWords.reasonMissing) : undefined}
      />
      {notes.map(({ pointer, note }, index) => (
        <fieldset class="note-row stack" key={index}>
          <legend class="visually-hidden">{fieldLabel(pointer)}</legend>
          <SelectField
            id={`note-field-${index}`}
            label={say(stepWords.noteField)}
            value={pointer}
            onInput={(value) => change(index, { pointer: value })}
            options={fields.map((field) => ({ value: field, label: fieldLabel(field) }))}
          />
          <TextAreaField
            id={`note-text-${index}`}
            label={say(stepWords.noteText)}
            value={note}
            onInput={(value) => change(index, { note: value })}
            rows={2}
            error={checked && !note.trim() ? say(stepWords.noteMissing) : undefined}
          />
          <button
            type="button"
            class="button plain small"
            onClick={() => setNotes(notes.filter((_, i) => i !== index))}
          >
            {say(stepWords.noteRemove)}
          </button>
        </fieldset>
      ))}
      <p>
        <button
          type="button"
          class="button"
          onClick={() => setNotes([...notes, { pointer: fields[0]!, note: '' }])}
        >
          {say(stepWords.noteAdd)}
        </button>
      </p>
    </StepDialog>
  )
}
