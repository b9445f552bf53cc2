import { useState } from 'preact/hooks'
import { UseSwatch } from '../../layers/swatch.tsx'
import { axesOf } from '../../layers/status.ts'
import { say } from '../../messages/phrase.ts'
import { standingWords as m, statusWords } from '../../messages/standing.ts'
import { Problem } from '../../problem.tsx'
import { Link } from '../../router.tsx'
import { formatDate, formatNumber } from '../../time.ts'
import { useHistory } from './history.ts'
import { Section } from './section.tsx'
import { standingsIn } from './status-timeline-of.ts'

/** How a parcel has stood, the newest first; each line leads to the parcel as it was then. */
export function StatusTimeline({ id, version }: { id: string; version: number }) {
  const [isOpen, setIsOpen] = useState(false) // a long history is read when asked for
  const { history, error, retry } = useHistory(id, version, isOpen)
  const standings = standingsIn(history?.events ?? [])
  if (!isOpen)
    return (
      <Section title={say(m.timeline)}>
        <p class="no-print">
          <button type="button" class="button" onClick={() => setIsOpen(true)}>
            {say(m.timelineShow)}
          </button>
        </p>
      </Section>
    )
  return (
    <Section title={say(m.timeline)}>
      {error !== undefined && <Problem error={error} onRetry={retry} />}
      {!history && error === undefined && <span class="skeleton skeleton-card" />}
      {history && standings.length === 0 && <p class="quiet">{say(m.timelineNone)}</p>}
      <ol class="report-list" reversed>
        {[...standings].reverse().map(({ from, standing }, back) => {
          const until = standings[standings.length - back]?.from
          const axes = axesOf(standing)
          const { rule, definition } = standing.why
          return (
            <li key={from}>
              <UseSwatch {...axes} /> {statusWords(axes)}
              <span class="quiet small block-line">
                {say(
                  until
                    ? m.timelineSpan(formatDate(from), formatDate(until))
                    : m.timelineFrom(formatDate(from)),
                )}
                {' · '}
                {say(m.ruleVersion(rule, formatNumber(definition)))}
                {until && (
                  <>
                    {' · '}
                    <Link
                      class="no-print"
                      href={`/bidang/${id}?per=${from}`}
                      aria-label={say(m.seeDay(formatDate(from)))}
                    >
                      {say(m.seeDay(formatDate(from)))}
                    </Link>
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
