import { useState } from 'preact/hooks'
import type { Steps } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { Problem } from '../../problem.tsx'
import { Link } from '../../router.tsx'
import { useMe } from '../../session.ts'
import { possibleSteps } from './next-step.ts'
import { HandoverDialog, ReopeningDialog, VerificationDialog } from './plain-dialogs.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { SubmissionDialog } from './submission-dialog.tsx'
import type { StepProps } from './step-dialog.tsx'
import type { Documents } from './use-documents.ts'
import type { Opened } from './use-parcel.ts'
import './steps.css'

const loadRetirement = () =>
  import('./retirement-dialog.tsx').then((module) => module.RetirementDialog)

/** Seldom used and heavy, as it takes files: loaded when a parcel is to be retired. */
function Retirement(props: StepProps & { from: Documents }) {
  const { part: RetirementDialog, error, retry } = useLoaded(loadRetirement)
  if (error !== undefined) return <Problem error={error} onRetry={retry} />
  return RetirementDialog ? <RetirementDialog {...props} /> : null
}

interface StepBarProps {
  opened: Opened
  documents: Documents
  /** In the focused view: the judgement alone, without leaving it. */
  isReview?: boolean
}

type Step = keyof Steps

const ORDER: readonly Step[] = [
  'verification',
  'submission',
  'handover',
  'return',
  'reopening',
  'retirement',
]

/** What this person may do with the parcel as it stands; the main thing first. */
export function StepBar({ opened, documents, isReview = false }: StepBarProps) {
  const [open, setOpen] = useState<Step>()
  const me = useMe()
  const { parcel } = opened
  if (!parcel) return null
  const may = possibleSteps(me, parcel)
  const steps = ORDER.filter((step) => may[step] && !(isReview && step === 'retirement'))
  const judges = may.verification || may.submission
  const close = () => setOpen(undefined)
  const props: StepProps = { opened, parcel, onClose: close }
  const { state } = parcel.properties
  return (
    <>
      <div class="parcel-steps no-print" role="group" aria-label={say(stepWords.title)}>
        {!isReview && judges && (
          <Link class="button primary" href={`/bidang/${parcel.id}?periksa=1`}>
            {say(may.verification ? stepWords.review : stepWords.reviewRelease)}
          </Link>
        )}
        {!isReview && may.edit && (
          <Link class={`button ${judges ? '' : 'primary'}`} href={`/daftarkan/${parcel.id}/1`}>
            {say(stepWords.edit)}
          </Link>
        )}
        {steps
          .filter(
            (step) =>
              isReview ||
              !judges ||
              step === 'reopening' ||
              step === 'retirement' ||
              step === 'handover',
          )
          .map((step) => (
            <button
              key={step}
              type="button"
              class={`button ${BUTTON[step](isReview)}`}
              onClick={() => setOpen(step)}
            >
              {say(stepWords[step])}
            </button>
          ))}
        {steps.length === 0 && !may.edit && (
          <p class="quiet small">
            {say(
              state === 'diajukan'
                ? stepWords.waitsForKanwil
                : state === 'draf' || state === 'dikembalikan'
                  ? stepWords.waitsForKpb
                  : stepWords.noStep,
            )}
          </p>
        )}
      </div>
      {open === 'handover' && <HandoverDialog {...props} />}
      {open === 'submission' && <SubmissionDialog {...props} />}
      {open === 'return' && <ReturnDialog {...props} />}
      {open === 'verification' && <VerificationDialog {...props} />}
      {open === 'reopening' && <ReopeningDialog {...props} />}
      {open === 'retirement' && <Retirement {...props} from={documents} />}
    </>
  )
}

const BUTTON: Record<Step, (isReview: boolean) => string> = {
  verification: () => 'primary',
  submission: () => 'primary',
  handover: () => '',
  return: () => '',
  reopening: () => '',
  retirement: () => 'plain danger',
}
