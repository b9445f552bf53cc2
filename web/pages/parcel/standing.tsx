import type { ComponentChildren } from 'preact'
import type { Standing } from '../../../functions/domain/standing.ts'
import type { UseOfParcel } from '../../idle-api.ts'
import { axesOf } from '../../layers/status.ts'
import { UseSwatch } from '../../layers/swatch.tsx'
import { say } from '../../messages/phrase.ts'
import { standingWords as m, statusWords } from '../../messages/standing.ts'
import { formatArea, formatDate, formatNumber } from '../../time.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'
import { Facts } from './section.tsx'
import './standing.css'

interface StandingProps {
  parcel: Parcel
  /** What the registry says of its use; nothing for a past day. */
  use: UseOfParcel | undefined
  /** How it stood, when a past day is shown. */
  past?: Standing | undefined
}

/** The headline of a parcel's status: what it is, why, what would change it, and until when it stands. */
export function StandingNotice({ parcel, use, past }: StandingProps) {
  const told = past ? undefined : use
  const standing = past ?? told?.standing ?? undefined
  const axes = axesOf(standing ?? parcel.properties)
  if (parcel.properties.state === 'draf') return null
  const isInternal = axes.use === 'terindikasi-tidak-terpakai'
  const name = statusWords(axes)
  return (
    <div class="notice standing" data-internal={isInternal}>
      <p class="standing-head">
        <UseSwatch {...axes} size={24} /> <strong>{name}</strong>
      </p>
      {told?.why && <p>{told.why}</p>}
      {isInternal && <p class="small">{say(m.internalHint)}</p>}
      {standing && (
        <details class="standing-why">
          <summary>{say(m.whyOf(name))}</summary>
          <Facts rows={factsOf(standing, told)} />
        </details>
      )}
    </div>
  )
}

function factsOf(
  { why, areas }: Standing,
  told: UseOfParcel | undefined,
): (readonly [string, ComponentChildren])[] {
  return [
    ...(told?.change ? ([[say(m.changes), told.change]] as const) : []),
    [say(m.until), why.until ? say(m.untilChange(formatDate(why.until))) : say(m.noEnd)],
    [say(m.since), formatDate(why.since)],
    [say(m.rule), say(m.ruleVersion(why.rule, formatNumber(why.definition)))],
    ...(areas
      ? ([
          [say(m.provedArea), formatArea(areas.provedM2)],
          [say(m.unprovedArea), formatArea(areas.unprovedM2)],
          [say(m.vacant), formatArea(areas.vacantM2)],
        ] as const)
      : []),
  ]
}
