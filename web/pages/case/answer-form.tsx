import { useState } from 'preact/hooks'
import type { Answer } from '../../../functions/domain/answer-form.ts'
import { BUDGET_PAPERS, NON_USE_REASONS } from '../../../functions/domain/use.ts'
import { takeCaseStep } from '../../idle-api.ts'
import { ErrorSummary, SelectField, TextAreaField, TextField } from '../../field.tsx'
import { caseStepNames, caseWords as m } from '../../messages/case.ts'
import { say } from '../../messages/phrase.ts'
import { nonUseNames } from '../../messages/standing.ts'
import { useMe } from '../../session.ts'
import { ChangeDialog, type StepProps } from '../parcel/step-dialog.tsx'
import {
  type AnswerDraft,
  answerOf,
  assetsOf,
  type PlanDraft,
  startAnswer,
  type Wrong,
  wrongAnswer,
} from './answer-draft.ts'
import { LetterFields } from './letter-fields.tsx'

const CONDITIONS = ['baik', 'rusak-ringan', 'rusak-berat'] as const
const PAPER_NAMES = {
  dipa: 'DIPA',
  'dipa-revisi': 'DIPA revisi',
  'rka-kl': 'RKA-K/L',
  rkbmn: 'RKBMN',
} as const

/** The answer of the unit, in the order in which PMK 120/2024 Ps. 8(3) asks. */
export function AnswerForm(props: StepProps) {
  const { parcel, opened } = props
  const me = useMe()
  const [draft, setDraft] = useState<AnswerDraft>(() => startAnswer(parcel))
  const [checked, setChecked] = useState(false)
  const wrong: Wrong = checked ? wrongAnswer(draft) : {}
  const set = (change: Partial<AnswerDraft>) => setDraft((before) => ({ ...before, ...change }))
  const errorOf = (id: string, text: (typeof m)['reason']) => (wrong[id] ? say(text) : undefined)
  const assets = assetsOf(parcel)
  const body = (): Answer | undefined => {
    setChecked(true)
    return Object.keys(wrongAnswer(draft)).length > 0 ? undefined : answerOf(draft, parcel)
  }
  return (
    <ChangeDialog
      {...props}
      wide
      send={(answer, version) => takeCaseStep(parcel.id, 'answer', answer, version)}
      title={caseStepNames.answer}
      done={m.done}
      button={say(m.send)}
      body={body}
    >
      <p class="quiet">{say(m.answerLead)}</p>
      {checked && (
        <ErrorSummary
          title={say(m.checkMarked)}
          errors={Object.keys(wrong).map((id) => ({
            id,
            text: say(WRONG_WORDS[id] ?? m.checkMarked),
          }))}
        />
      )}
      <h3>{say(m.answerIdentity)}</h3>
      {assets.length > 0 && (
        <p class="small quiet">
          {say(
            m.answerAssets(
              assets.map(({ kodeBarang, nup }) => `${kodeBarang} NUP ${nup}`).join(', '),
            ),
          )}
        </p>
      )}
      <div class="answer-row">
        <TextField
          id="answer-area"
          label={say(m.answerArea)}
          value={draft.area}
          onInput={(area) => set({ area })}
          error={errorOf('answer-area', m.areaWrong)}
          input={{ inputMode: 'decimal', autocomplete: 'off' }}
        />
        <TextField
          id="answer-year"
          label={say(m.answerYear)}
          value={draft.year}
          onInput={(year) => set({ year })}
          error={errorOf('answer-year', m.yearWrong)}
          input={{ inputMode: 'numeric', autocomplete: 'off', maxLength: 4 }}
        />
        <TextField
          id="answer-value"
          label={say(m.answerValue)}
          value={draft.value}
          onInput={(value) => set({ value })}
          error={errorOf('answer-value', m.valueWrong)}
          input={{ inputMode: 'decimal', autocomplete: 'off' }}
        />
        <SelectField
          id="answer-condition"
          label={say(m.answerCondition)}
          value={draft.condition}
          onInput={(condition) => set({ condition: condition as AnswerDraft['condition'] })}
          error={errorOf('answer-condition', m.conditionMissing)}
          options={[
            { value: '', label: '–' },
            ...CONDITIONS.map((value) => ({ value, label: say(m[value]) })),
          ]}
        />
      </div>
      <TextField
        id="answer-address"
        label={say(m.answerAddress)}
        value={draft.address}
        onInput={(address) => set({ address })}
        error={errorOf('answer-address', m.addressMissing)}
      />
      <h3>{say(m.answerUse)}</h3>
      <TextAreaField
        id="answer-use"
        label={say(m.answerText)}
        hint={say(m.answerTextHint)}
        value={draft.use}
        onInput={(use) => set({ use })}
        rows={3}
        error={errorOf('answer-use', m.answerTextMissing)}
      />
      <h3>{say(m.answerUsePlan)}</h3>
      <PlanFields
        prefix="use-plan"
        value={draft.usePlan}
        onChange={(usePlan) => set({ usePlan })}
        wrong={wrong}
      />
      <h3>{say(m.answerUtilisation)}</h3>
      <TextAreaField
        id="answer-utilisation"
        label={say(m.answerText)}
        hint={say(m.answerTextHint)}
        value={draft.utilisation}
        onInput={(utilisation) => set({ utilisation })}
        rows={3}
        error={errorOf('answer-utilisation', m.answerTextMissing)}
      />
      <h3>{say(m.answerUtilisationPlan)}</h3>
      <PlanFields
        prefix="utilisation-plan"
        value={draft.utilisationPlan}
        onChange={(utilisationPlan) => set({ utilisationPlan })}
        wrong={wrong}
      />
      <ReasonFields draft={draft} set={set} />
      <h3>{say(m.answerLetter)}</h3>
      <LetterFields
        opened={opened}
        parcel={parcel}
        value={draft.letter}
        onChange={(change) =>
          setDraft((before) => ({ ...before, letter: { ...before.letter, ...change } }))
        }
        wrong={{
          ...(wrong['letter-number'] && { number: true }),
          ...(wrong['letter-date'] && { date: true }),
        }}
        today={me.today}
      />
    </ChangeDialog>
  )
}

const WRONG_WORDS: Readonly<Record<string, (typeof m)['reason']>> = {
  'answer-area': m.areaWrong,
  'answer-year': m.yearWrong,
  'answer-value': m.valueWrong,
  'answer-condition': m.conditionMissing,
  'answer-address': m.addressMissing,
  'answer-use': m.answerTextMissing,
  'answer-utilisation': m.answerTextMissing,
  'use-plan-what': m.planWhatMissing,
  'use-plan-target': m.planTargetMissing,
  'use-plan-area': m.areaWrong,
  'use-plan-paper-number': m.planBudgetMissing,
  'utilisation-plan-what': m.planWhatMissing,
  'utilisation-plan-target': m.planTargetMissing,
  'utilisation-plan-area': m.areaWrong,
  'utilisation-plan-paper-number': m.planBudgetMissing,
  'letter-number': m.letterNumberMissing,
  'letter-date': m.letterDateMissing,
}

interface PlanProps {
  prefix: string
  value: PlanDraft
  onChange: (plan: PlanDraft) => void
  wrong: Wrong
}

function PlanFields({ prefix, value, onChange, wrong }: PlanProps) {
  const set = (change: Partial<PlanDraft>) => onChange({ ...value, ...change })
  const errorOf = (id: string, text: (typeof m)['reason']) =>
    wrong[`${prefix}-${id}`] ? say(text) : undefined
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={value.exists}
          onChange={(event) => set({ exists: event.currentTarget.checked })}
        />
        {say(m.hasPlan)}
      </label>
      {value.exists && (
        <div class="stack plan-fields">
          <TextAreaField
            id={`${prefix}-what`}
            label={say(m.planWhat)}
            value={value.what}
            onInput={(what) => set({ what })}
            rows={2}
            error={errorOf('what', m.planWhatMissing)}
          />
          <div class="answer-row">
            <TextField
              id={`${prefix}-target`}
              label={say(m.planTarget)}
              value={value.targetDate}
              onInput={(targetDate) => set({ targetDate })}
              error={errorOf('target', m.planTargetMissing)}
              input={{ type: 'date' }}
            />
            <TextField
              id={`${prefix}-area`}
              label={say(m.answerArea)}
              value={value.area}
              onInput={(area) => set({ area })}
              error={errorOf('area', m.areaWrong)}
              input={{ inputMode: 'decimal', autocomplete: 'off' }}
            />
          </div>
          <SelectField
            id={`${prefix}-paper`}
            label={say(m.planBudget)}
            hint={say(m.planBudgetHint)}
            value={value.paper}
            onInput={(paper) => set({ paper: paper as PlanDraft['paper'] })}
            options={[
              { value: '', label: say(m.planBudgetNone) },
              ...BUDGET_PAPERS.map((paper) => ({ value: paper, label: PAPER_NAMES[paper] })),
            ]}
          />
          {value.paper && (
            <div class="answer-row">
              <TextField
                id={`${prefix}-paper-number`}
                label={say(m.planBudgetNumber)}
                value={value.paperNumber}
                onInput={(paperNumber) => set({ paperNumber })}
                error={errorOf('paper-number', m.planBudgetMissing)}
              />
              <TextField
                id={`${prefix}-paper-date`}
                label={say(m.planBudgetDate)}
                value={value.paperDate}
                onInput={(paperDate) => set({ paperDate })}
                input={{ type: 'date' }}
              />
            </div>
          )}
        </div>
      )}
    </>
  )
}

function ReasonFields(props: { draft: AnswerDraft; set: (change: Partial<AnswerDraft>) => void }) {
  const { reasons, reasonText } = props.draft
  const toggle = (reason: AnswerDraft['reasons'][number]) =>
    props.set({
      reasons: reasons.includes(reason)
        ? reasons.filter((each) => each !== reason)
        : [...reasons, reason],
    })
  return (
    <>
      <fieldset class="field">
        <legend>
          <h3>{say(m.answerNonUse)}</h3>
        </legend>
        <div class="answer-reasons">
          {NON_USE_REASONS.map((reason) => (
            <label key={reason} class="choice">
              <input
                type="checkbox"
                checked={reasons.includes(reason)}
                onChange={() => toggle(reason)}
              />
              {say(nonUseNames[reason])}
            </label>
          ))}
        </div>
      </fieldset>
      {reasons.length > 0 && (
        <TextField
          id="answer-reason-text"
          label={say(m.nonUseText)}
          value={reasonText}
          onInput={(text) => props.set({ reasonText: text })}
        />
      )}
    </>
  )
}
