import { useState } from 'preact/hooks'
import type { Retirement } from '../../../functions/domain/record.ts'
import { isSuccession } from '../../../functions/domain/succession.ts'
import { SelectField, TextAreaField } from '../../field.tsx'
import { retirementNames } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { useMe } from '../../session.ts'
import { Decision } from './decision.tsx'
import { kindName } from './documents.tsx'
import { possibleSteps } from './next-step.ts'
import { StepDialog, type StepProps } from './step-dialog.tsx'
import { lackOf, SuccessorChoice, type Successors } from './successor-choice.tsx'
import type { Documents } from './use-documents.ts'
import { useSuccession } from './use-succession.ts'

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** Take a parcel out of the registry: why, on which paper, and what comes after it. */
export function RetirementDialog(props: StepProps & { from: Documents }) {
  const { parcel, opened, from } = props
  const documents = from.documents ?? []
  const [kind, setKind] = useState<Retirement['kind'] | ''>('')
  const [reason, setReason] = useState('')
  const [papers, setPapers] = useState<readonly string[]>([])
  const [successors, setSuccessors] = useState('')
  const [chosen, setChosen] = useState<Successors>({ ids: [], areaNote: '' })
  const [checked, setChecked] = useState(false)
  const needsPaper = parcel.properties.submittedAt !== undefined
  const succession = useSuccession(parcel.id, parcel.properties.version)
  const divides = kind !== '' && isSuccession(kind) ? kind : undefined

  const body = () => {
    setChecked(true)
    if (!kind || !reason.trim() || (needsPaper && papers.length === 0)) return undefined
    const told = { kind, reason: reason.trim(), documents: [...papers] }
    if (!divides) return { ...told, successors: [...new Set(successors.match(ID) ?? [])] }
    const { ids, areaNote } = lackOf(divides, parcel, chosen, succession.data)
    if (ids ?? areaNote) return undefined
    const note = chosen.areaNote.trim()
    return { ...told, successors: [...chosen.ids], ...(note && { areaNote: note }) }
  }
  const toggle = (id: string) =>
    setPapers(papers.includes(id) ? papers.filter((each) => each !== id) : [...papers, id])
  const added = (document: string, etag: string | undefined) => {
    setPapers([...papers, document])
    opened.replace(parcel, etag ?? opened.etag)
    from.retry()
  }
  const mayAdd = possibleSteps(useMe(), parcel).addDocument
  const isPaperMissing = checked && needsPaper && papers.length === 0
  return (
    <StepDialog
      {...props}
      step="retirement"
      title={stepWords.retirement}
      done={stepWords.doneRetirement}
      body={body}
      danger
    >
      <p>{say(stepWords.retirementText)}</p>
      <SelectField
        id="retirement-kind"
        label={say(stepWords.retirementKind)}
        value={kind}
        onInput={(value) => setKind(value as Retirement['kind'] | '')}
        error={checked && !kind ? say(stepWords.retirementKindChoose) : undefined}
        options={[
          { value: '', label: '–' },
          ...Object.entries(retirementNames).map(([value, name]) => ({ value, label: say(name) })),
        ]}
      />
      <TextAreaField
        id="retirement-reason"
        label={say(stepWords.reason)}
        value={reason}
        onInput={setReason}
        rows={3}
        error={checked && !reason.trim() ? say(stepWords.reasonMissing) : undefined}
      />
      <fieldset class={`field ${isPaperMissing ? 'invalid' : ''}`}>
        <legend>{say(stepWords.retirementPapers)}</legend>
        <span class={isPaperMissing ? 'field-error' : 'hint'}>
          {say(stepWords.retirementPapersHint)}
        </span>
        {documents.length === 0 && <p>{say(stepWords.retirementPapersNone)}</p>}
        {documents.map(({ id, name, kind: what }) => (
          <label class="choice" key={id}>
            <input type="checkbox" checked={papers.includes(id)} onChange={() => toggle(id)} />
            <span>
              {name} <span class="quiet small">{kindName(what)}</span>
            </span>
          </label>
        ))}
        {mayAdd && <Decision parcel={parcel.id} onAdded={added} />}
      </fieldset>
      {divides ? (
        <SuccessorChoice
          kind={divides}
          parcel={parcel}
          from={succession}
          value={chosen}
          onChange={setChosen}
          checked={checked}
        />
      ) : (
        <TextAreaField
          id="retirement-successors"
          label={say(stepWords.retirementSuccessors)}
          value={successors}
          onInput={setSuccessors}
          rows={2}
        />
      )}
    </StepDialog>
  )
}
