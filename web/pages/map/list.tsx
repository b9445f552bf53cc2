import { useEffect, useState } from 'preact/hooks'
import type { ListedParcel } from '../../api.ts'
import { axesOf } from '../../layers/status.ts'
import { StateSwatch, UseSwatch } from '../../layers/swatch.tsx'
import { mapWords } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { Link } from '../../router.tsx'
import { formatArea, formatNumber } from '../../time.ts'

const STEP = 100 // rows drawn at a time: a list of thousands stays quick

interface ListProps {
  parcels: readonly ListedParcel[]
  selectedId: string | undefined
  /** Address of a parcel's panel, the filters kept. */
  hrefOf: (id: string) => string
}

/** The parcels of the map as a list: everything that the map does, for keyboard and screen reader. */
export function ParcelRows({ parcels, selectedId, hrefOf }: ListProps) {
  const [limit, setLimit] = useState(STEP)
  useEffect(() => setLimit(STEP), [parcels])
  const rest = parcels.length - limit
  return (
    <>
      <ul class="map-rows" aria-label={say(mapWords.list)}>
        {parcels.slice(0, limit).map((parcel) => (
          <li key={parcel.id}>
            <Row parcel={parcel} isOpen={parcel.id === selectedId} href={hrefOf(parcel.id)} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="button map-more" onClick={() => setLimit(limit + STEP)}>
          {say(mapWords.more(formatNumber(Math.min(rest, STEP))))}
        </button>
      )}
    </>
  )
}

/** Id of a parcel's row, to which the focus returns. */
export const rowId = (id: string): string => `row-${id}`

function Row({ parcel, isOpen, href }: { parcel: ListedParcel; isOpen: boolean; href: string }) {
  const { name, uptName, state, areaM2 } = parcel.properties
  return (
    <Link
      class="map-row"
      id={rowId(parcel.id)}
      href={href}
      aria-current={isOpen ? 'true' : undefined}
    >
      <UseSwatch {...axesOf(parcel.properties)} />
      <span class="map-row-main">
        <strong>{name}</strong>
        <span class="quiet small">{uptName}</span>
        <span class={`map-row-state small ${state === 'dikembalikan' ? 'needs-look' : 'quiet'}`}>
          <StateSwatch state={state} />
          {say(STATE_NAMES[state])}
        </span>
      </span>
      <span class="small numeric">
        {areaM2 === null || areaM2 === undefined ? (
          <span class="quiet">{say(mapWords.noBoundary)}</span>
        ) : (
          formatArea(Math.round(areaM2))
        )}
      </span>
    </Link>
  )
}
