import type { Geometry } from 'geojson'
import { useState } from 'preact/hooks'
import type { Event } from '../../../functions/domain/history.ts'
import type { State } from '../../../functions/domain/parcel.ts'
import type { Phrase } from '../../../functions/domain/phrase.ts'
import { sizeOf } from '../../documents/size.ts'
import { axesOf } from '../../layers/status.ts'
import { useNames } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { roleNames } from '../../messages/terms.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { actionNames, trailWords } from '../../messages/trail.ts'
import { formatInstant, formatNumber } from '../../time.ts'
import { BoundaryMap } from './boundary-map.tsx'
import type { Bundle } from './bundle.ts'
import { ChangeTable } from './changes.tsx'
import { kindName } from './documents.tsx'
import {
  changesOf,
  contentOnly,
  documentsIn,
  documentsOf,
  type FieldChange,
  type History,
} from './history.ts'
import { SharedLandLines } from './overlap-trail.tsx'
import { type ParcelNames, SuccessionLines } from './succession-trail.tsx'

const MANY = 8 // fields; from here on they unfold on demand

interface EventProps {
  event: Event
  history: History
  /** Names of the parcels that it came from, that came from it, or that share its land. */
  relatives: ParcelNames
  /** Reads the boundaries when first asked for. */
  boundaries: () => Promise<Bundle['boundaries']>
}

/** One event: what was done, by whom, when and why, and each field before and after. */
export function TrailEvent({ event, history, relatives, boundaries }: EventProps) {
  const { version, at, actor, action, reason, hash } = event
  const all = changesOf([event], history)
  const fields = contentOnly(all).filter(
    ({ pointer }) => !/^\/(boundary$|properties\/predecessors\/)/.test(pointer), // told in words
  )
  const boundary = all.find(({ pointer }) => pointer === '/boundary')
  const state = all.find(({ pointer }) => pointer === '/state')
  const name = actionNames[action]
  const use = all.find(({ pointer }) => pointer === '/standing/use')
  const known = documentsIn(history)
  const names = new Map([...known].map(([id, { name: file }]) => [id, String(file)]))
  return (
    <li class="trail-event">
      <div class="row spread">
        <h3>{name ? say(name) : action}</h3>
        <span class="small quiet">{say(trailWords.version(formatNumber(version)))}</span>
      </div>
      <p class="small">
        <time dateTime={at}>{formatInstant(at)}</time> · {actorWords(event, history)}
      </p>
      {state && <p class="small">{stateWords(state)}</p>}
      {use && use.before !== undefined && (
        <p class="small">{say(trailWords.statusChange(useName(use.before), useName(use.after)))}</p>
      )}
      {reason && (
        <p>
          {say(stepWords.reason)}: {reason}
        </p>
      )}
      {documentsOf(event).map((id) => (
        <DocumentLine key={id} facts={known.get(id) ?? {}} />
      ))}
      <SharedLandLines event={event} history={history} names={relatives} />
      <SuccessionLines event={event} history={history} names={relatives} />
      {boundary && <BoundaryOf change={boundary} version={version} boundaries={boundaries} />}
      {fields.length > 0 &&
        (fields.length > MANY ? (
          <details>
            <summary>{say(trailWords.changes(formatNumber(fields.length)))}</summary>
            <ChangeTable changes={fields} names={names} />
          </details>
        ) : (
          <ChangeTable changes={fields} names={names} />
        ))}
      <p class="small quiet mono trail-hash">{say(trailWords.hash(hash.slice(0, 16)))}</p>
    </li>
  )

  function actorWords({ actor: { member } }: Event, { members }: History): string {
    const role = (roleNames as Record<string, Phrase>)[actor.role]
    return say(
      trailWords.by(
        members[member] ?? say(role ? trailWords.unknownMember : trailWords.system),
        role ? say(role) : actor.role,
      ),
    )
  }
}

/** One document as the history knows it. */
function DocumentLine({ facts }: { facts: Record<string, unknown> }) {
  return (
    <p>
      <strong>{String(facts['name'])}</strong>{' '}
      <span class="small quiet">
        {kindName(String(facts['kind']))} · {sizeOf(Number(facts['size']))} · SHA-256{' '}
        <span class="mono trail-hash">{String(facts['sha256'])}</span>
      </span>
    </p>
  )
}

const useName = (value: unknown): string => say(useNames[axesOf({ use: String(value) }).use])

const stateName = (value: unknown): string => {
  const name = STATE_NAMES[value as State] as Phrase | undefined
  return name ? say(name) : '–'
}

const stateWords = ({ before, after }: FieldChange): string =>
  before === undefined
    ? stateName(after)
    : say(trailWords.stateChange(stateName(before), stateName(after)))

interface BoundaryProps extends Pick<EventProps, 'boundaries'> {
  change: FieldChange
  version: number
}

/** The boundary before and after one event, drawn when asked for. */
function BoundaryOf({ change, version, boundaries }: BoundaryProps) {
  const [known, setKnown] = useState<Bundle['boundaries']>()
  const [isBusy, setIsBusy] = useState(false)
  const show = () => {
    setIsBusy(true)
    boundaries()
      .then(setKnown, () => undefined) // the button stays, to be pressed again
      .finally(() => setIsBusy(false))
  }
  if (!known)
    return (
      <p class="no-print">
        <button type="button" class="button small" aria-busy={isBusy} onClick={show}>
          {say(trailWords.showBoundary)}
        </button>
      </p>
    )
  const of = (hash: unknown): Geometry | null => known[String(hash)] ?? null
  const [before, after] = [of(change.before), of(change.after)]
  return (
    <>
      <BoundaryMap
        boundaries={[
          ...(before
            ? [
                {
                  id: `before ${version}`,
                  name: say(stepWords.before),
                  geometry: before,
                  state: 'nonaktif' as const,
                  use: 'tanpa-laporan' as const,
                },
              ]
            : []),
          {
            id: `after ${version}`,
            name: say(stepWords.after),
            geometry: after,
            state: 'terverifikasi',
            use: 'tanpa-laporan',
          },
        ]}
      />
      {before && <p class="small quiet">{say(trailWords.boundaryBefore)}</p>}
    </>
  )
}
