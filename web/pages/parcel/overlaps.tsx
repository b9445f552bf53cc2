import type { Boundary } from '../../../functions/domain/boundary.ts'
import type { LandConflicts } from '../../../functions/parcels/overlaps.ts'
import type { ProblemError } from '../../api.ts'
import { overlapAdvice as words } from '../../messages/overlap-advice.ts'
import { say } from '../../messages/phrase.ts'
import { Link } from '../../router.tsx'
import { formatArea, formatPercent } from '../../time.ts'
import { BoundaryMap } from './boundary-map.tsx'

/** What a boundary shares with other parcels; of those not open to the reader only the sum. */
export type Overlaps = LandConflicts

const NONE: Overlaps['overlaps'] = []
const NONE_HIDDEN: Overlaps['hidden'] = { count: 0, areaM2: 0 }

/** What a refused submission tells of shared land; undefined where no reason would help. */
export function overlapsOf({ code, parameters }: ProblemError): Overlaps | undefined {
  if (code !== 'overlaps-parcel' || parameters['mayBeExplained'] === false) return undefined
  const { overlaps = NONE, hidden = NONE_HIDDEN } = parameters as Partial<Overlaps>
  return { overlaps, hidden }
}

interface OverlapListProps extends Overlaps {
  /** Brings shared land into view on a map beside the list. */
  onLook?: (outline: Boundary) => void
}

/** Every parcel that shares land with the boundary, in words. */
export function OverlapList({ overlaps, hidden, onLook }: OverlapListProps) {
  return (
    <ul class="plain-list stack">
      {overlaps.map(({ parcel, areaM2, percent, percentOfTheirs, outline }) => (
        <li key={parcel.id}>
          {say(words.one(formatArea(Math.round(areaM2)), formatPercent(percent / 100)))}{' '}
          <Link href={`/bidang/${parcel.id}`}>{parcel.name}</Link> ({parcel.uptName};{' '}
          {say(words.theirs(formatPercent(percentOfTheirs / 100)))}).{' '}
          {onLook && (
            <button
              type="button"
              class="link-button"
              aria-label={say(words.show(parcel.name))}
              onClick={() => onLook(outline)}
            >
              {say(words.showShort)}
            </button>
          )}
        </li>
      ))}
      {hidden.count > 0 && (
        <li>{say(words.hidden(hidden.count, formatArea(Math.round(hidden.areaM2))))}</li>
      )}
    </ul>
  )
}

/** The boundary with the land that it shares, hatched, on a small map. */
export function OverlapMap({ boundary, overlaps }: { boundary: Boundary } & Overlaps) {
  if (overlaps.length === 0) return null
  return (
    <BoundaryMap
      label={say(words.mapLabel)}
      boundaries={[
        ...overlaps.map(({ outline }, at) => ({
          id: `shared ${at}`,
          name: say(words.here),
          geometry: outline,
          state: 'terverifikasi' as const,
          use: 'belum-terbukti' as const,
          problem: 'tumpang-tindih' as const,
        })),
        {
          id: 'own',
          name: say(words.mapLabel),
          geometry: boundary,
          state: 'nonaktif' as const,
          use: 'tanpa-laporan' as const,
        },
      ]}
    />
  )
}
