import type { Geometry } from 'geojson'
import { useEffect, useState } from 'preact/hooks'
import { fetchParcel, type ParcelFeature as Parcel } from '../../api.ts'
import type { Use } from '../../layers/status.ts'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { formatArea } from '../../time.ts'
import { BoundaryMap } from './boundary-map.tsx'

interface Props {
  parcel: Parcel
  use: Use
  /** Instant whose boundary is drawn beneath the present one; none draws the present alone. */
  before: string | undefined
}

/** The boundary as it was, with a whole grey field, and as it is, with the double outline. */
export function BoundaryChange({ parcel, use, before }: Props) {
  const [past, setPast] = useState<{ geometry: Geometry | null; areaM2: number | null }>()
  useEffect(() => {
    if (!before) return
    const leaving = new AbortController()
    fetchParcel(parcel.id, { asOf: before, signal: leaving.signal }).then(
      ({ data }) => setPast({ geometry: data.geometry, areaM2: data.properties.areaM2 }),
      () => undefined, // the present boundary is shown without it
    )
    return () => leaving.abort()
  }, [parcel.id, before])
  const { id, geometry, properties } = parcel
  const { state, areaM2 } = properties
  return (
    <>
      <BoundaryMap
        boundaries={[
          ...(past?.geometry
            ? [
                {
                  id: `${id} before`,
                  name: say(stepWords.before),
                  geometry: past.geometry,
                  state: 'nonaktif' as const,
                  use: 'tanpa-laporan' as const,
                },
              ]
            : []),
          { id, name: say(stepWords.after), geometry, state, use },
        ]}
      />
      <p class="small">
        {past?.areaM2 != null && (
          <>
            {say(stepWords.before)}: {formatArea(past.areaM2)} →{' '}
          </>
        )}
        {say(stepWords.after)}: {areaM2 === null ? '–' : formatArea(areaM2)}
      </p>
    </>
  )
}
