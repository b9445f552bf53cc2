import { areaChanges } from '../../../functions/domain/area-change.ts'
import type { Event } from '../../../functions/domain/history.ts'
import { say } from '../../messages/phrase.ts'
import { successionWords as words } from '../../messages/succession.ts'
import { Link } from '../../router.tsx'
import { AreaChanges } from './area-changes.tsx'
import { type History, recordAfter } from './history.ts'
import { becameWords } from './succession.tsx'

/** Names of parcels by their ids, as far as they are known. */
export type ParcelNames = ReadonlyMap<string, string>

interface LinesProps {
  event: Event
  history: History
  names: ParcelNames
}

/** What an event says of where the parcel came from, what took its place, and how its area changed. */
export function SuccessionLines({ event, history, names }: LinesProps) {
  const touches = (prefix: string) =>
    event.changes.some(({ pointer, after }) => pointer.startsWith(prefix) && after !== undefined)
  const cameFrom = touches('/properties/predecessors/')
  const isLeaving = touches('/retirement/successors/')
  const isMeasured = touches('/resurvey/after')
  const isOpened = touches('/resurvey/at')
  if (!cameFrom && !isLeaving && !isMeasured && !isOpened) return null
  const record = recordAfter(event, history)
  if (!record) return null
  const { properties, retirement, resurvey } = record
  return (
    <>
      {isOpened && (
        <p>
          <strong>{say(words.survey)}</strong>
        </p>
      )}
      {cameFrom && (
        <Parcels title={say(words.cameFrom)} ids={properties.predecessors} names={names} />
      )}
      {isLeaving && retirement && (
        <Parcels title={becameWords(retirement.kind)} ids={retirement.successors} names={names} />
      )}
      {isLeaving && retirement?.areas && <AreaChanges changes={retirement.areas} />}
      {isLeaving && retirement?.areaNote && <p>{say(words.areaNoteIs(retirement.areaNote))}</p>}
      {isMeasured && resurvey && (
        <>
          <AreaChanges changes={areaChanges([resurvey.before], [resurvey.after ?? []])} />
          {resurvey.note && <p>{say(words.areaNoteIs(resurvey.note))}</p>}
        </>
      )}
    </>
  )
}

interface ParcelsProps {
  title: string
  ids: readonly string[] | undefined
  names: ParcelNames
}

const Parcels = ({ title, ids = [], names }: ParcelsProps) => (
  <p>
    {title}:{' '}
    {ids.map((id, i) => (
      <span key={id}>
        {i > 0 && ', '}
        <Link href={`/bidang/${id}/jejak`}>{names.get(id) ?? id}</Link>
      </span>
    ))}
  </p>
)
