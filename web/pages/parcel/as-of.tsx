import { useState } from 'preact/hooks'
import { dayOf } from '../../../functions/domain/calendar.ts'
import { say } from '../../messages/phrase.ts'
import { successionWords as words } from '../../messages/succession.ts'
import { Link, navigate } from '../../router.tsx'
import { formatDate, formatNumber } from '../../time.ts'

const DAY = /^\d{4}-\d\d-\d\d$/
const END_OF_DAY = 'T23:59:59.999+07:00' // the registry counts its days in Jakarta (WIB)

/** The day that an address asks for, such as `2025-11-23`, or undefined for now. */
export function dayIn(search: URLSearchParams): string | undefined {
  const day = search.get('per') ?? ''
  return DAY.test(day) && !Number.isNaN(Date.parse(day + END_OF_DAY)) ? day : undefined
}

/** The last instant of a day in Jakarta, in UTC. */
export const endOf = (day: string): string => new Date(day + END_OF_DAY).toISOString()

/** Says that the page shows the past, with the way back. */
export function AsOfBanner({ id, day, version }: { id: string; day: string; version?: number }) {
  return (
    <div class="notice warning" role="status">
      <strong>
        {say(
          version === undefined
            ? words.notYet(formatDate(day))
            : words.asKnown(formatDate(day), formatNumber(version)),
        )}
      </strong>
      <p class="no-print">
        <Link class="button" href={`/bidang/${id}`}>
          {say(words.backToNow)}
        </Link>
      </p>
    </div>
  )
}

/** Asks for a day, and shows the parcel as it was known then. */
export function AsOfForm({ id, day = '' }: { id: string; day?: string | undefined }) {
  const [value, setValue] = useState(day)
  const [isWrong, setIsWrong] = useState(false)
  const today = dayOf(new Date())
  const show = (event: Event) => {
    event.preventDefault()
    const isDay = DAY.test(value) && value <= today
    setIsWrong(!isDay)
    if (isDay) navigate(`/bidang/${id}?per=${value}`)
  }
  return (
    <form class={`field no-print ${isWrong ? 'invalid' : ''}`} onSubmit={show}>
      <label for="as-of">{say(words.onDay)}</label>
      <div class="hint" id="as-of-hint">
        {say(words.onDayHint)}
      </div>
      {isWrong && (
        <div class="field-error" id="as-of-error" role="alert">
          {say(words.onDayMissing)}
        </div>
      )}
      <div class="row">
        <input
          id="as-of"
          type="date"
          max={today}
          value={value}
          aria-describedby={isWrong ? 'as-of-hint as-of-error' : 'as-of-hint'}
          aria-invalid={isWrong ? 'true' : undefined}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {say(words.onDayShow)}
        </button>
      </div>
    </form>
  )
}
