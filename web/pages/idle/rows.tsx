import { useEffect, useState } from 'preact/hooks'
import { CASE_STATE_NAMES } from '../../../functions/domain/idle-names.ts'
import { UseSwatch } from '../../layers/swatch.tsx'
import { idleWords as m } from '../../messages/idle.ts'
import { clockName } from '../../messages/clocks.ts'
import { say } from '../../messages/phrase.ts'
import { statusWords } from '../../messages/standing.ts'
import { Link } from '../../router.tsx'
import { formatArea, formatDate, formatHectares, formatNumber } from '../../time.ts'
import { ClockWords } from '../case/clock.tsx'
import { daysBetween } from '../case/days.ts'
import type { IdleLand } from './land.ts'

const STEP = 50 // rows drawn at a time

/** How long ago a day was, in the unit in which a person would say it. */
function longSince(since: string, today: string): string {
  const days = Math.max(0, daysBetween(since, today))
  if (days < 61) return say(m.days(formatNumber(days), days === 1))
  const months = Math.floor(days / 30.44)
  if (months < 24) return say(m.months(formatNumber(months), months === 1))
  return say(m.years(formatNumber(Math.floor(months / 12)), false))
}

interface RowsProps {
  land: readonly IdleLand[]
  today: string
  label: string
}

/** Land as rows: what it is, since when, how large, what falls due; each leads to its case or parcel. */
export function LandRows({ land, today, label }: RowsProps) {
  const [limit, setLimit] = useState(STEP)
  useEffect(() => {
    const showAll = () => setLimit(Infinity)
    addEventListener('beforeprint', showAll)
    return () => removeEventListener('beforeprint', showAll)
  }, [])
  const rest = land.length - limit
  return (
    <>
      <ul class="card flush idle-rows" aria-label={label}>
        {land.slice(0, limit).map((each) => (
          <LandRow key={each.parcel.id} land={each} today={today} />
        ))}
      </ul>
      {rest > 0 && (
        <p class="no-print">
          <button type="button" class="button" onClick={() => setLimit(limit + STEP)}>
            {say(m.more(Math.min(rest, STEP)))}
          </button>
        </p>
      )}
    </>
  )
}

function LandRow({ land, today }: { land: IdleLand; today: string }) {
  const { parcel, axes, since, due, caseState } = land
  const { name, uptName, areaM2 } = parcel.properties
  return (
    <li class="idle-row">
      <UseSwatch {...axes} size={20} />
      <div class="idle-row-text">
        <Link href={caseState ? `/bidang/${parcel.id}/kasus` : `/bidang/${parcel.id}`}>
          <strong>{name}</strong>
        </Link>
        <span class="quiet small">{uptName}</span>
        <span class="small">{statusWords(axes)}</span>
        {caseState && <span class="small">{say(CASE_STATE_NAMES[caseState])}</span>}
        {since && (
          <span class="quiet small">
            {say(m.since(formatDate(since), longSince(since, today)))}
          </span>
        )}
        {due && (
          <span class="small">
            {clockName(due.clock)}: <ClockWords due={due} today={today} />
          </span>
        )}
      </div>
      <span class="numeric idle-row-area">
        {areaM2 === null ? (
          <span class="quiet small">{say(m.noArea)}</span>
        ) : (
          <>
            {formatHectares(areaM2)}
            <span class="quiet small">{formatArea(Math.round(areaM2))}</span>
          </>
        )}
      </span>
    </li>
  )
}
