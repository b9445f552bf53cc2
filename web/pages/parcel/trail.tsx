import { useRef } from 'preact/hooks'
import { parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { trailWords } from '../../messages/trail.ts'
import { Problem } from '../../problem.tsx'
import { Link, useRoute } from '../../router.tsx'
import { useTitle } from '../../title.ts'
import { type Bundle, fetchBundle } from './bundle.ts'
import { useHistory } from './history.ts'
import { formatNupOf } from './numbers.ts'
import { Section } from './section.tsx'
import { TrailEvent } from './trail-event.tsx'
import { useParcel } from './use-parcel.ts'
import { useSuccession } from './use-succession.ts'
import { Proof } from './verdict.tsx'
import './parcel.css'
import './parcel-page.css'
import './trail.css'

/** The history of a parcel: was it edited, by whom was what changed, and the proof to take away. */
export function TrailPage() {
  const { params } = useRoute()
  const id = params['id'] ?? ''
  const { parcel, error, reload } = useParcel(id)
  const isClosed = parcel?.properties.restricted === true
  const {
    history,
    error: historyError,
    retry,
  } = useHistory(id, parcel?.properties.version, !isClosed)
  const { data: succession } = useSuccession(id, parcel?.properties.version)
  const sharing = (parcel?.properties.overlaps ?? []).flatMap(({ parcel: other }) => other ?? [])
  const relatives = new Map(
    [...(succession?.predecessors ?? []), ...(succession?.successors ?? []), ...sharing].map(
      ({ id: other, name: called }) => [other, called],
    ),
  )
  const bundle = useRef<Promise<Bundle> | undefined>(undefined)
  useTitle(say(trailWords.title))
  const boundaries = async () => {
    bundle.current ??= fetchBundle(id)
    bundle.current.catch(() => (bundle.current = undefined))
    return (await bundle.current).boundaries
  }
  const name = parcel?.properties.name
  return (
    <article class="page parcel-page stack">
      <header>
        {parcel && <p class="quiet">{formatNupOf(parcel.properties)}</p>}
        <h1>{name ? say(trailWords.of(name)) : say(trailWords.title)}</h1>
        <p class="quiet">{say(trailWords.lead)}</p>
        <p class="no-print">
          <Link href={`/bidang/${id}`}>{say(trailWords.back)}</Link>
        </p>
      </header>
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      {isClosed && <p class="notice">{say(trailWords.restricted)}</p>}
      {parcel && !isClosed && <Proof id={id} />}
      {historyError !== undefined && <Problem error={historyError} onRetry={retry} />}
      {history && (
        <Section
          title={say(trailWords.events)}
          aside={<span class="small quiet">{say(trailWords.newestFirst)}</span>}
        >
          <ol class="trail" reversed>
            {[...history.events].reverse().map((event) => (
              <TrailEvent
                key={event.hash}
                event={event}
                history={history}
                relatives={relatives}
                boundaries={boundaries}
              />
            ))}
          </ol>
        </Section>
      )}
      {!history && historyError === undefined && error === undefined && !isClosed && (
        <div aria-busy="true">
          <span class="visually-hidden">{say(parcelWords.history)}</span>
          <span class="skeleton skeleton-card" />
        </div>
      )}
    </article>
  )
}
