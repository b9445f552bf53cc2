import { useState } from 'preact/hooks'
import { OVERLAP_KIND_NAMES } from '../../../functions/domain/shared-land.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'
import { axesOf } from '../../layers/status.ts'
import { outcomeNames, overlapWords } from '../../messages/overlap.ts'
import { say } from '../../messages/phrase.ts'
import { Link } from '../../router.tsx'
import { formatArea, formatInstant, formatPercent } from '../../time.ts'
import { BoundaryMap } from './boundary-map.tsx'
import { DecisionDialog } from './overlap-decision.tsx'
import { Section } from './section.tsx'
import type { Opened } from './use-parcel.ts'

export type SharedLand = NonNullable<Parcel['properties']['overlaps']>[number]

interface SharedLandProps {
  opened: Opened
  parcel: Parcel
  /** Whether this person speaks for headquarters. */
  mayDecide: boolean
}

/** Land that the parcel shares with others, why, and what headquarters says of it. */
export function SharedLandSection({ opened, parcel, mayDecide }: SharedLandProps) {
  const { overlaps = [], state, name } = parcel.properties
  const [deciding, setDeciding] = useState<SharedLand>()
  if (overlaps.length === 0) return null
  return (
    <Section title={say(overlapWords.title)} class="at-top">
      <BoundaryMap
        label={say(overlapWords.mapLabel)}
        boundaries={[
          { id: parcel.id, name, geometry: parcel.geometry, state, ...axesOf(parcel.properties) },
          ...overlaps.map(({ outline }, i) => ({
            id: `${parcel.id} ${i}`,
            name: say(overlapWords.here),
            geometry: outline,
            state: 'dikembalikan' as const,
            use: 'belum-terbukti' as const,
            problem: 'tumpang-tindih' as const,
          })),
        ]}
      />
      <ul class="plain-list stack">
        {overlaps.map((shared, i) => (
          <li class="stack" key={shared.parcel?.id ?? i}>
            <OneShared shared={shared} />
            {mayDecide && shared.isNewcomer && shared.parcel && !shared.decision && (
              <p class="no-print">
                <button type="button" class="button primary" onClick={() => setDeciding(shared)}>
                  {say(overlapWords.decide)}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {deciding && (
        <DecisionDialog
          opened={opened}
          parcel={parcel}
          shared={deciding}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </Section>
  )
}

function OneShared({ shared }: { shared: SharedLand }) {
  const { parcel, isNewcomer, areaM2, percent, kind, text, decision } = shared
  const words = isNewcomer ? overlapWords.newcomer : overlapWords.holder
  return (
    <>
      <p>
        {say(words(formatArea(Math.round(areaM2)), formatPercent(percent / 100)))}{' '}
        {parcel ? (
          <>
            <Link href={`/bidang/${parcel.id}`}>{parcel.name}</Link> ({parcel.uptName}).
          </>
        ) : (
          `${say(overlapWords.hiddenParcel)}.`
        )}
      </p>
      <p class="small">
        <span class="quiet">{say(overlapWords.stated)}:</span> {say(OVERLAP_KIND_NAMES[kind])}.{' '}
        {text}
      </p>
      {decision ? (
        <p class="small">
          <strong>{say(outcomeNames[decision.outcome])}.</strong>{' '}
          <span class="quiet">{say(overlapWords.decision(formatInstant(decision.at)))}:</span>{' '}
          {decision.reason}
        </p>
      ) : (
        <p class="small notice warning">{say(overlapWords.undecided)}</p>
      )}
    </>
  )
}
