import { CASE_STATE_NAMES } from '../../../functions/domain/idle-names.ts'
import { LETTER_STATES } from '../../../functions/domain/idle-transitions.ts'
import { fetchDocumentLink } from '../../documents/calls.ts'
import type { ShownCase } from '../../idle-api.ts'
import { caseStepDone, caseWords as m } from '../../messages/case.ts'
import { say } from '../../messages/phrase.ts'
import { nonUseNames } from '../../messages/standing.ts'
import { Problem } from '../../problem.tsx'
import { useSubmit } from '../../submit.ts'
import { formatArea, formatDate, formatInstant } from '../../time.ts'

type Step = ShownCase['steps'][number]

const isLegal = (state: string): boolean => (LETTER_STATES as readonly string[]).includes(state)

/** The steps of a case, the newest first, each with its day, its letter, and what was said. */
export function CaseTimeline({ parcel, steps }: { parcel: string; steps: readonly Step[] }) {
  return (
    <ol class="case-timeline" reversed>
      {[...steps].reverse().map((step) => (
        <li key={step.at} data-legal={isLegal(step.to)}>
          <div class="row spread">
            <strong>{say(caseStepDone[step.step] ?? CASE_STATE_NAMES[step.to])}</strong>
            <time class="quiet small" dateTime={step.on} title={formatInstant(step.at)}>
              {formatDate(step.on)}
            </time>
          </div>
          <p class="small">
            {say(CASE_STATE_NAMES[step.to])}{' '}
            {isLegal(step.to) && <span class="legal-mark">{say(m.legal)}</span>}
          </p>
          {step.by === 'registri' && <p class="small quiet">{say(m.byRegistry)}</p>}
          {step.reason && (
            <p>
              <span class="quiet">{say(m.reason)}:</span> {step.reason}
            </p>
          )}
          {step.letter && <LetterLine parcel={parcel} letter={step.letter} />}
          {step.said && <Said said={step.said} />}
        </li>
      ))}
    </ol>
  )
}

function LetterLine({
  parcel,
  letter: { number, date, document },
}: {
  parcel: string
  letter: NonNullable<Step['letter']>
}) {
  const { isSending, error, submit } = useSubmit()
  const open = () =>
    submit(async () => {
      const { data } = await fetchDocumentLink(parcel, document!)
      window.open(data.url, '_blank', 'noreferrer')
    })
  return (
    <>
      <p>
        {say(m.letterOf(number, formatDate(date)))}{' '}
        {document && (
          <button
            type="button"
            class="link-button no-print"
            aria-busy={isSending}
            onClick={() => void open()}
          >
            {say(m.scan)}
          </button>
        )}
      </p>
      {error !== undefined && <Problem error={error} />}
    </>
  )
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
    ? value.text
    : undefined

interface SaidPlan {
  what: string
  targetDate: string
  areaM2?: number
  budget?: { paper: string; number: string; date: string }
}

const planIn = (value: unknown): SaidPlan | undefined =>
  typeof value === 'object' && value !== null && 'what' in value && 'targetDate' in value
    ? (value as SaidPlan)
    : undefined

/** What the form of a step said, in the words of the form. */
function Said({ said }: { said: Record<string, unknown> }) {
  const { use, utilisation, nonUse, questions, dueDate } = said
  const [usePlan, utilisationPlan] = [planIn(said['usePlan']), planIn(said['utilisationPlan'])]
  const reasons =
    typeof nonUse === 'object' && nonUse !== null && 'reasons' in nonUse
      ? (nonUse.reasons as (keyof typeof nonUseNames)[])
      : []
  const rows: (readonly [string, string | undefined])[] = [
    [say(m.questions), typeof questions === 'string' ? questions : undefined],
    [say(m.dueDate), typeof dueDate === 'string' ? formatDate(dueDate) : undefined],
    [say(m.answerUse), textIn(use)],
    [say(m.answerUsePlan), usePlan && planWords(usePlan)],
    [say(m.answerUtilisation), textIn(utilisation)],
    [say(m.answerUtilisationPlan), utilisationPlan && planWords(utilisationPlan)],
    [
      say(m.answerNonUse),
      reasons.length > 0
        ? [reasons.map((reason) => say(nonUseNames[reason])).join(', '), textIn(nonUse)]
            .filter(Boolean)
            .join('. ')
        : undefined,
    ],
  ]
  const told = rows.filter(([, text]) => text)
  if (told.length === 0) return null
  return (
    <dl class="case-said small">
      {told.map(([label, text]) => (
        <div key={label}>
          <dt class="quiet">{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

const planWords = ({ what, targetDate, areaM2, budget }: SaidPlan): string =>
  [
    what,
    `${say(m.planTarget).toLowerCase()} ${formatDate(targetDate)}`,
    areaM2 !== undefined && formatArea(areaM2),
    budget && `${budget.paper.toUpperCase()} ${budget.number}, ${formatDate(budget.date)}`,
  ]
    .filter(Boolean)
    .join(' · ')
