import type { Due } from '../../idle-api.ts'
import { caseWords as m } from '../../messages/case.ts'
import { say } from '../../messages/phrase.ts'
import { formatDate, formatNumber } from '../../time.ts'
import { daysBetween, deadlineOf, nearness } from './days.ts'
import './clock.css'

/** How long there is still, in words: "tinggal 3 hari", "lewat 2 hari". */
export function leftWords(today: string, day: string): string {
  const left = daysBetween(today, day)
  if (left === 0) return say(m.today)
  return say(
    left > 0
      ? m.daysLeft(formatNumber(left), left === 1)
      : m.daysLate(formatNumber(-left), left === -1),
  )
}

/** The day of a clock, how long there is still, and on what it stands: article, letter or "internal". */
export function ClockWords({ due, today }: { due: Due; today: string }) {
  const { basis, source, provisional } = due
  const day = deadlineOf(due)
  return (
    <span class={`clock clock-${nearness(today, day)}`}>
      <time dateTime={day}>{formatDate(day)}</time>{' '}
      <strong class="clock-left">{leftWords(today, day)}</strong>{' '}
      {provisional && (
        <span class="internal-mark" title={say(m.provisionalHint)}>
          {say(m.provisional)}
        </span>
      )}{' '}
      <span class="small quiet">
        {basis === 'internal' ? (
          <span class="internal-mark" title={source}>
            {say(m.internal)}
          </span>
        ) : (
          source
        )}
      </span>
    </span>
  )
}
