import type { Event } from '../../../functions/domain/history.ts'
import { OVERLAP_KIND_NAMES } from '../../../functions/domain/shared-land.ts'
import { outcomeNames, overlapWords as words } from '../../messages/overlap.ts'
import { say } from '../../messages/phrase.ts'
import { Link } from '../../router.tsx'
import { formatArea } from '../../time.ts'
import { valueWords } from './field-words.ts'
import { changesOf, type History, recordAfter } from './history.ts'
import type { ParcelNames } from './succession-trail.tsx'

interface LinesProps {
  event: Event
  history: History
  names: ParcelNames
}

/** What an event says of land that the parcel shares: with whom and why, or what was decided. */
export function SharedLandLines({ event, history, names }: LinesProps) {
  const changes = changesOf([event], history).filter(({ pointer }) =>
    pointer.startsWith('/overlaps/'),
  )
  if (changes.length === 0) return null
  const told = changes.filter(({ after }) => after !== undefined)
  if (told.length === 0) return <p>{say(words.ended)}</p>
  const overlaps = recordAfter(event, history)?.overlaps ?? []
  return overlaps.map(({ parcel, areaM2, kind, decision }, i) => {
    const at = `/overlaps/${i}/`
    const own = told.filter(({ pointer }) => pointer.startsWith(at))
    if (own.length === 0) return null
    const isDecided = decision && own.every(({ pointer }) => pointer.startsWith(`${at}decision/`))
    const text = own.find(({ pointer }) => pointer === `${at}text`)?.after
    return (
      <p key={parcel}>
        {isDecided
          ? say(outcomeNames[decision.outcome])
          : say(words.sharedWith(formatArea(Math.round(areaM2))))}
        {': '}
        <Link href={`/bidang/${parcel}`}>{names.get(parcel) ?? say(words.otherParcel)}</Link>.{' '}
        {!isDecided && `${say(OVERLAP_KIND_NAMES[kind])}. `}
        {!isDecided && text !== undefined && valueWords(`${at}text`, text)}
      </p>
    )
  })
}
