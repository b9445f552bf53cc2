import { useState } from 'preact/hooks'
import { CASE_STATE_NAMES } from '../../../functions/domain/idle-names.ts'
import type { CaseStepName } from '../../../functions/domain/idle-transitions.ts'
import { parseArea } from '../../../functions/domain/writing.ts'
import { fetchUse, type NextStep, takeCaseStep } from '../../idle-api.ts'
import { SelectField, TextAreaField, TextField } from '../../field.tsx'
import { caseStepNames, caseWords as m } from '../../messages/case.ts'
import { language, say } from '../../messages/phrase.ts'
import { useResource } from '../../resource.ts'
import { useMe } from '../../session.ts'
import { formatDate } from '../../time.ts'
import { ChangeDialog, type StepProps } from '../parcel/step-dialog.tsx'
import { LetterFields } from './letter-fields.tsx'
import { bodyOf, EMPTY_DRAFT, STEP_FIELDS, type StepDraft, wrongFields } from './step-fields.ts'

/** Square metres that a person typed, or nothing that can be read. */
export function readArea(text: string): number | undefined {
  const reading = parseArea(text, language())
  return reading.ok ? reading.value : undefined
}

interface FormProps extends StepProps {
  next: NextStep & { step: Exclude<CaseStepName, 'answer'> }
}

/** The form of one step of a case: what it needs, and nothing else. */
export function StepForm({ next, ...props }: FormProps) {
  const { step } = next
  const { parcel, opened } = props
  const me = useMe()
  const fields = STEP_FIELDS[step]
  const [draft, setDraft] = useState<StepDraft>({
    ...EMPTY_DRAFT,
    state: next.to.length === 1 ? next.to[0]! : '',
  })
  const [checked, setChecked] = useState(false)
  const wrong = checked ? wrongFields(fields, draft, readArea) : {}
  const set = (change: Partial<StepDraft>) => setDraft((before) => ({ ...before, ...change }))
  const body = () => {
    setChecked(true)
    if (Object.keys(wrongFields(fields, draft, readArea)).length > 0) return undefined
    return bodyOf(fields, draft, readArea)
  }
  return (
    <ChangeDialog
      {...props}
      send={(said, version) => takeCaseStep(parcel.id, step, said, version)}
      title={caseStepNames[step]}
      done={m.done}
      button={say(m.send)}
      body={body}
    >
      {step === 'letter' && <p class="notice warning">{say(m.legalWarning)}</p>}
      {fields.state && (
        <SelectField
          id="case-state"
          label={say(m.legalState)}
          value={draft.state}
          onInput={(state) => set({ state })}
          error={wrong.state && say(m.legalStateMissing)}
          options={[
            { value: '', label: '–' },
            ...next.to.map((state) => ({ value: state, label: say(CASE_STATE_NAMES[state]) })),
          ]}
        />
      )}
      {fields.plan && (
        <PlanChoice id={parcel.id} value={draft.plan} onInput={(plan) => set({ plan })} />
      )}
      {fields.letter && (
        <LetterFields
          opened={opened}
          parcel={parcel}
          value={draft}
          onChange={set}
          wrong={wrong}
          today={me.today}
        />
      )}
      {fields.area && (
        <TextField
          id="case-area"
          label={say(m.area)}
          hint={say(m.areaHint)}
          value={draft.area}
          onInput={(area) => set({ area })}
          error={wrong.area && say(m.areaWrong)}
          input={{ inputMode: 'decimal', autocomplete: 'off', class: 'short' }}
        />
      )}
      {fields.reason && (
        <TextAreaField
          id="case-reason"
          label={say(fields.reason === 'needed' ? m.reason : m.reasonMay)}
          hint={say(m.reasonHint)}
          value={draft.reason}
          onInput={(reason) => set({ reason })}
          rows={3}
          error={wrong.reason && say(m.reasonMissing)}
        />
      )}
      {fields.questions && (
        <TextAreaField
          id="case-questions"
          label={say(m.questions)}
          hint={say(m.questionsHint)}
          value={draft.questions}
          onInput={(questions) => set({ questions })}
          rows={3}
        />
      )}
      {fields.dueDate && (
        <TextField
          id="case-due"
          label={say(m.dueDate)}
          hint={say(m.dueDateHint)}
          value={draft.dueDate}
          onInput={(dueDate) => set({ dueDate })}
          input={{ type: 'date', class: 'short' }}
        />
      )}
    </ChangeDialog>
  )
}

/** Which open plan is accepted; the one of the last answer unless another one is chosen. */
function PlanChoice(props: { id: string; value: string; onInput: (plan: string) => void }) {
  const use = useResource((signal) => fetchUse(props.id, { signal }), [props.id])
  const open = use.data?.plans?.filter((plan) => !plan.closed) ?? []
  return (
    <SelectField
      id="case-plan"
      label={say(m.plan)}
      value={props.value}
      onInput={props.onInput}
      options={[
        { value: '', label: say(m.planOfAnswer) },
        ...open.map(({ id, what, targetDate }) => ({
          value: id,
          label: `${what.slice(0, 60)} (${formatDate(targetDate)})`,
        })),
      ]}
    />
  )
}
