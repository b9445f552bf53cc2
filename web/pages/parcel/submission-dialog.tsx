import { useState } from 'preact/hooks'
import type { Boundary } from '../../../functions/domain/boundary.ts'
import type { ProblemError } from '../../api.ts'
import { TextAreaField } from '../../field.tsx'
import { overlapAdvice } from '../../messages/overlap-advice.ts'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { Link } from '../../router.tsx'
import { FindingWords } from './findings.tsx'
import { fieldLabel } from './field-words.ts'
import type { Holder } from './holders.tsx'
import { OverlapReasonFields, type ReasonDraft, wholeReason } from './overlap-reason.tsx'
import { OverlapList, OverlapMap, type Overlaps, overlapsOf } from './overlaps.tsx'
import { isOnPage, registrationStepOf } from './registration-step.ts'
import { StepDialog, type StepProps } from './step-dialog.tsx'

interface TakenNumber {
  display: string
  pointer: string
  holders?: Holder[]
}

/** Release a parcel: what is missing first, then the numbers and the land that others hold. */
export function SubmissionDialog(props: StepProps) {
  const { parcel } = props
  const [taken, setTaken] = useState<readonly TakenNumber[]>([])
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState('')
  const [shared, setShared] = useState<Overlaps>()
  const [overlap, setOverlap] = useState<ReasonDraft>({})
  const [isChecked, setChecked] = useState(false)
  const blocking = (parcel.properties.findings ?? []).filter(({ severity }) => severity === 'B')

  const body = () => {
    const duplicateReason = reason.trim()
    if (taken.length > 0 && !duplicateReason) {
      setMissing(say(stepWords.reasonMissing))
      return undefined
    }
    setMissing('')
    const overlapReason = shared && wholeReason(overlap)
    setChecked(shared !== undefined)
    if (shared && !overlapReason) return undefined
    return { ...(duplicateReason && { duplicateReason }), ...(overlapReason && { overlapReason }) }
  }
  const refused = (error: ProblemError) => {
    if (error.code === 'not-ready') return <NotReady error={error} id={parcel.id} />
    const land = overlapsOf(error)
    if (land) {
      if (land.overlaps !== shared?.overlaps) queueMicrotask(() => setShared(land))
      return <></>
    }
    if (error.code !== 'number-taken') return undefined
    const numbers = (error.parameters['numbers'] ?? []) as TakenNumber[]
    if (numbers !== taken && numbers.length) queueMicrotask(() => setTaken(numbers))
    return <></> // shown with the reason's field, which stays when it is sent again
  }
  return (
    <StepDialog
      {...props}
      step="submission"
      title={stepWords.submission}
      done={stepWords.doneSubmission}
      wide={shared !== undefined}
      button={taken.length || shared ? say(stepWords.submitWithReason) : undefined}
      body={body}
      refused={refused}
    >
      <p>{say(stepWords.submissionText)}</p>
      {blocking.length > 0 ? (
        <>
          <h3>{say(stepWords.submissionMissing)}</h3>
          <ul class="findings">
            {blocking.map((finding) => (
              <li key={finding.rule + finding.pointer}>
                <FindingWords finding={finding} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        taken.length === 0 &&
        !shared && <p class="quiet">{say(stepWords.submissionNothingMissing)}</p>
      )}
      {taken.length > 0 && (
        <>
          <div class="notice warning" role="alert">
            <ul class="plain-list">
              {taken.map((number) => (
                <li key={number.pointer}>
                  <TakenWords number={number} />
                </li>
              ))}
            </ul>
          </div>
          <TextAreaField
            id="duplicate-reason"
            label={say(stepWords.duplicateReason)}
            hint={say(stepWords.duplicateHint)}
            value={reason}
            onInput={setReason}
            error={missing || undefined}
          />
        </>
      )}
      {shared && (
        <div class="stack">
          <div class="notice warning" role="alert">
            <strong>{say(overlapAdvice.dialogTitle)}</strong>
            <span>{say(overlapAdvice.dialogText)}</span>
            <OverlapList {...shared} />
            <Link href={`/daftarkan/${parcel.id}/3`}>{say(overlapAdvice.mend)}</Link>
          </div>
          {parcel.geometry && <OverlapMap boundary={parcel.geometry as Boundary} {...shared} />}
          <OverlapReasonFields value={overlap} onChange={setOverlap} isChecked={isChecked} />
        </div>
      )}
    </StepDialog>
  )
}

function TakenWords({ number: { display, holders = [] } }: { number: TakenNumber }) {
  if (holders.length === 0) return <>{say(stepWords.numberTakenHidden(display))}</>
  return (
    <>
      {holders.map(({ id, name, uptName }) => (
        <span key={id}>
          {say(stepWords.numberTaken(display, name, uptName))}{' '}
          <Link href={`/bidang/${id}`}>{say(stepWords.openThat)}</Link>{' '}
        </span>
      ))}
    </>
  )
}

function NotReady({ error, id }: { error: ProblemError; id: string }) {
  return (
    <div class="notice danger" role="alert">
      <strong>{say(stepWords.submissionMissing)}</strong>
      <ul class="plain-list">
        {error.errors.map(({ pointer, detail }) => (
          <li key={pointer + detail}>
            {isOnPage(pointer) ? (
              <strong>{fieldLabel(pointer)}</strong>
            ) : (
              <Link href={`/daftarkan/${id}/${registrationStepOf(pointer)}`}>
                {fieldLabel(pointer)}
              </Link>
            )}
            : {detail}
          </li>
        ))}
      </ul>
    </div>
  )
}
