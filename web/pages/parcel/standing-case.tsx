import { isOpenCase } from '../../../functions/domain/idle-case.ts'
import { CASE_STATE_NAMES } from '../../../functions/domain/idle-names.ts'
import { may } from '../../../functions/domain/permissions.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'
import type { UseOfParcel } from '../../idle-api.ts'
import { caseWords } from '../../messages/case.ts'
import { clockName } from '../../messages/clocks.ts'
import { say } from '../../messages/phrase.ts'
import { standingWords as m } from '../../messages/standing.ts'
import { Link } from '../../router.tsx'
import { callerOf, useMe } from '../../session.ts'
import { formatDate } from '../../time.ts'
import { ClockWords } from '../case/clock.tsx'

/** The open case of a parcel in one line, with its clock; or the way to open one. */
export function CaseLine({ parcel, use }: { parcel: Parcel; use: UseOfParcel | undefined }) {
  const me = useMe()
  const known = use?.case ?? undefined
  const isOpen = isOpenCase(known)
  const mayFlag = may(callerOf(me), 'idle:flag', parcel.properties)
  if (!isOpen && (!mayFlag || !use?.blocks)) return null
  if (!isOpen)
    return (
      <p class="no-print">
        <Link href={`/bidang/${parcel.id}/kasus`}>{say(m.toCase)}</Link>
      </p>
    )
  const { state, since, due } = known
  return (
    <div class="notice warning">
      <strong>
        {say(m.case)}: {say(CASE_STATE_NAMES[state])}
      </strong>
      <p class="small quiet">{say(caseWords.since(formatDate(since)))}</p>
      {due && (
        <p>
          {clockName(`kasus-${due.clock}`)}: <ClockWords due={due} today={me.today} />
        </p>
      )}
      <p class="no-print">
        <Link class="button" href={`/bidang/${parcel.id}/kasus`}>
          {say(m.openCase)}
        </Link>
      </p>
    </div>
  )
}
