import type { Geometry } from 'geojson'
import { useEffect, useState } from 'preact/hooks'
import { differenceInWords } from '../../../functions/domain/writing.ts'
import { fetchParcel, type ParcelFeature as Parcel } from '../../api.ts'
import type { Axes } from '../../layers/status.ts'
import { language, say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { formatArea, formatHectares } from '../../time.ts'
import type { DrawnBoundary } from './boundary-canvas.tsx'
import { BoundaryMap } from './boundary-map.tsx'

interface Props {
  parcel: Parcel
  axes: Axes
  /** Instant whose boundary stands beside the present one; none draws the present alone. */
  before: string | undefined
}

interface Past {
  geometry: Geometry
  areaM2: number | null
}

/** The boundary as it was and as it is, side by side, each with the other one faintly beneath it. */
export function BoundaryChange({ parcel, axes, before }: Props) {
  const past = usePast(parcel, before)
  const { id, geometry, properties } = parcel
  const { state, areaM2 } = properties
  const now: DrawnBoundary = { id, name: say(stepWords.after), geometry, state, ...axes }
  if (!past)
    return (
      <>
        <BoundaryMap boundaries={[now]} />
        <p class="small">
          {say(stepWords.after)}: {areaM2 === null ? '–' : formatArea(areaM2)}
        </p>
      </>
    )
  const then = { id: `${id} before`, name: say(stepWords.before), geometry: past.geometry }
  const faint = { state: 'nonaktif', use: 'tanpa-laporan', idle: null, problem: null } as const
  return (
    <>
      <div class="boundary-change">
        <OneSide
          name={say(stepWords.before)}
          areaM2={past.areaM2}
          boundaries={[
            { ...now, ...faint },
            { ...then, state, ...axes },
          ]}
        />
        <OneSide
          name={say(stepWords.after)}
          areaM2={areaM2}
          boundaries={[{ ...then, ...faint }, now]}
        />
      </div>
      {past.areaM2 !== null && areaM2 !== null && (
        <p>
          <strong>{say(stepWords.areaDifference)}:</strong>{' '}
          {differenceInWords(areaM2, past.areaM2, language())}
        </p>
      )}
    </>
  )
}

interface SideProps {
  name: string
  areaM2: number | null
  /** The one that this side is about comes last. */
  boundaries: readonly DrawnBoundary[]
}

const OneSide = ({ name, areaM2, boundaries }: SideProps) => (
  <figure>
    <figcaption>
      <strong>{name}</strong>
      {areaM2 !== null && ` · ${formatArea(areaM2)} (${formatHectares(areaM2)})`}
    </figcaption>
    <BoundaryMap label={say(stepWords.boundaryOn(name))} boundaries={boundaries} />
  </figure>
)

/** The boundary as it was at an instant; undefined when it was the same, or there was none. */
function usePast(parcel: Parcel, before: string | undefined): Past | undefined {
  const [past, setPast] = useState<Past>()
  useEffect(() => {
    setPast(undefined)
    if (!before) return
    const leaving = new AbortController()
    fetchParcel(parcel.id, { asOf: before, signal: leaving.signal }).then(
      ({ data: { geometry, properties } }) => {
        const isOther = JSON.stringify(geometry) !== JSON.stringify(parcel.geometry)
        if (geometry && isOther) setPast({ geometry, areaM2: properties.areaM2 })
      },
      () => undefined, // the present boundary is shown without it
    )
    return () => leaving.abort()
  }, [parcel.id, parcel.properties.version, before])
  return past
}
