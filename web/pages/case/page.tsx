import { useState } from 'preact/hooks'
import type { ParcelFeature as Parcel } from '../../api.ts'
import { fetchCase, type Cases, type NextStep, type ShownCase } from '../../idle-api.ts'
import { axesOf } from '../../layers/status.ts'
import { UseSwatch } from '../../layers/swatch.tsx'
import { caseStepNames, caseWords as m, originNames } from '../../messages/case.ts'
import { clockName } from '../../messages/clocks.ts'
import { say } from '../../messages/phrase.ts'
import { idleNames, statusWords } from '../../messages/standing.ts'
import { roleNames } from '../../messages/terms.ts'
import { Problem } from '../../problem.tsx'
import { useResource } from '../../resource.ts'
import { Link, useRoute } from '../../router.tsx'
import { useMe } from '../../session.ts'
import { formatArea, formatDate } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { formatNupOf } from '../parcel/numbers.ts'
import { Section } from '../parcel/section.tsx'
import { type Opened, useParcel } from '../parcel/use-parcel.ts'
import { AnswerForm } from './answer-form.tsx'
import { ClockWords } from './clock.tsx'
import { LetterPage, Letters, LETTERS } from './letters.tsx'
import { StepForm } from './step-form.tsx'
import { CaseTimeline } from './timeline.tsx'
import { turnOf } from './turn.ts'
import '../parcel/parcel-page.css'
import './case.css'

/** One idle case: where it stands, whose turn it is and until when, and all that happened. */
export function CasePage() {
  const { params, search } = useRoute()
  const letter = LETTERS.find((kind) => kind === search.get('surat'))
  const id = params['id'] ?? ''
  const opened = useParcel(id)
  const { parcel, error, reload } = opened
  const isClosed = parcel?.properties.restricted === true
  const cases = useResource(
    (signal) =>
      parcel && !isClosed
        ? fetchCase(id, { signal }).then(({ data }) => data)
        : Promise.resolve(undefined),
    [id, parcel?.properties.version, isClosed],
  )
  const name = parcel?.properties.name
  useTitle(name ? say(m.of(name)) : say(m.title))
  return (
    <article class="page case-page stack">
      <header class={letter ? 'no-print' : undefined}>
        {parcel && <p class="quiet">{formatNupOf(parcel.properties)}</p>}
        <h1>{name ? say(m.of(name)) : say(m.title)}</h1>
        {parcel && (
          <p class="case-status">
            <UseSwatch {...axesOf(parcel.properties)} /> {statusWords(axesOf(parcel.properties))}
          </p>
        )}
        <p class="no-print">
          <Link href={`/bidang/${id}`}>{say(m.toParcel)}</Link>
        </p>
      </header>
      {opened.done && !letter && (
        <p class="notice success" role="status">
          {say(opened.done)}
        </p>
      )}
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      {isClosed && <p class="notice">{say(m.closed)}</p>}
      {cases.error !== undefined && <Problem error={cases.error} onRetry={cases.reload} />}
      {!cases.data && !isClosed && error === undefined && cases.error === undefined && (
        <span class="skeleton skeleton-card" aria-busy="true" />
      )}
      {parcel && cases.data && letter && (
        <LetterPage parcel={parcel} cases={cases.data} kind={letter} />
      )}
      {parcel && cases.data && !letter && (
        <Whole opened={opened} parcel={parcel} cases={cases.data} />
      )}
    </article>
  )
}

function Whole({ opened, parcel, cases }: { opened: Opened; parcel: Parcel; cases: Cases }) {
  const { case: current, past, legalIdle, findings } = cases
  return (
    <>
      <div class="case-columns">
        <div class="stack">
          {current ? (
            <Now current={current} />
          ) : (
            <Section title={say(m.none)}>
              <p>{say(m.noneText)}</p>
            </Section>
          )}
          {current && (
            <Section title={say(m.timeline)} class="case-after">
              <CaseTimeline parcel={parcel.id} steps={current.steps} />
            </Section>
          )}
          {past.map((each) => (
            <Section key={each.id} title={say(m.past)} class="case-after">
              <p class="small quiet">
                {say(m.opened(formatDate(each.openedOn)))} · {each.stateName}
              </p>
              <details>
                <summary>{say(m.timeline)}</summary>
                <CaseTimeline parcel={parcel.id} steps={each.steps} />
              </details>
            </Section>
          ))}
        </div>
        <div class="stack case-side">
          <NextSteps opened={opened} parcel={parcel} cases={cases} />
          {legalIdle && (
            <Section title={say(m.legalNow)}>
              <p>
                <strong>{say(idleNames[legalIdle.state])}</strong>
              </p>
              <p class="small">
                {say(m.letterOf(legalIdle.letter.number, formatDate(legalIdle.letter.date)))}
              </p>
            </Section>
          )}
          {findings.length > 0 && (
            <Section title={say(m.findings)}>
              <ul class="plain-list small">
                {findings.map(({ rule, message, cure }) => (
                  <li key={rule + message}>
                    {message} <span class="quiet">{cure}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Letters parcel={parcel} cases={cases} />
        </div>
      </div>
    </>
  )
}

/** Where the case stands and its clock. */
function Now({ current }: { current: ShownCase }) {
  const me = useMe()
  const { stateName, internal, since, due, areaM2, origin, openedOn, escalated } = current
  return (
    <Section
      title={say(m.stateNow)}
      class="case-now"
      aside={
        <span class={internal ? 'internal-mark' : 'legal-mark'}>
          {say(internal ? m.internal : m.legal)}
        </span>
      }
    >
      <p class="case-state">{stateName}</p>
      <p class="quiet">
        {[
          say(m.since(formatDate(since))),
          areaM2 === null ? say(m.whole) : say(m.part(formatArea(areaM2))),
        ].join(' · ')}
      </p>
      <p class="small quiet">
        {say(originNames[origin])} · {say(m.opened(formatDate(openedOn)))}
      </p>
      <div class="case-clock">
        {due ? (
          <>
            <p class="quiet small">{say(m.clock)}</p>
            <p>
              <strong>{clockName(`kasus-${due.clock}`)}</strong>
            </p>
            <p>
              <ClockWords due={due} today={me.today} />
            </p>
          </>
        ) : (
          <p class="quiet">{say(m.noClock)}</p>
        )}
      </div>
      {escalated && (
        <p class="notice danger">
          {say(m.escalated)} {say(m.escalatedTo(say(roleNames[escalated])))}
        </p>
      )}
    </Section>
  )
}

interface NextProps {
  opened: Opened
  parcel: Parcel
  cases: Cases
}

/** What this person may do now: the step that the case waits for first, all others below it. */
function NextSteps({ opened, parcel, cases }: NextProps) {
  const [taking, setTaking] = useState<NextStep>()
  const { steps, case: current } = cases
  const expected = turnOf(current?.state ?? null)
  const first = steps.find(({ step, blocked }) => step === expected.step && !blocked)
  const others = steps.filter((step) => step !== first)
  const close = () => setTaking(undefined)
  const props = { opened, parcel, onClose: close }
  if (steps.length === 0 && !current) return null
  return (
    <Section title={say(m.next)} class="case-next no-print">
      {first && (
        <p>
          <button type="button" class="button primary case-first" onClick={() => setTaking(first)}>
            {say(caseStepNames[first.step])}
          </button>
        </p>
      )}
      {!first && current && (
        <p class="quiet">
          {say(m.nextNone(expected.who.map((role) => say(roleNames[role])).join(', ')))}
        </p>
      )}
      {others.length > 0 && (
        <details open={!first && !current}>
          <summary>{say(m.otherSteps)}</summary>
          <ul class="case-others">
            {others.map((next) => (
              <li key={next.step}>
                <button
                  type="button"
                  class="button"
                  aria-disabled={next.blocked ? 'true' : undefined}
                  aria-describedby={next.blocked ? `blocked-${next.step}` : undefined}
                  onClick={() => !next.blocked && setTaking(next)}
                >
                  {say(caseStepNames[next.step])}
                </button>
                {next.blocked && (
                  <p class="small quiet" id={`blocked-${next.step}`}>
                    {next.blocked}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {taking &&
        (taking.step === 'answer' ? (
          <AnswerForm {...props} />
        ) : (
          <StepForm {...props} next={{ ...taking, step: taking.step }} />
        ))}
    </Section>
  )
}
