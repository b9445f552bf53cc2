import { useEffect, useRef } from 'preact/hooks'
import { formatNupOf } from '../parcel/numbers.ts'
import { signedPercent } from '../parcel/area-words.ts'
import { ChainDots } from '../parcel/chain.tsx'
import { nextStep, possibleSteps } from '../parcel/next-step.ts'
import type { Opened } from '../parcel/use-parcel.ts'
import { StateNotice } from '../parcel/state-notice.tsx'
import { announce } from '../../live.tsx'
import { mapWords } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'
import { Problem } from '../../problem.tsx'
import { Link } from '../../router.tsx'
import { useMe } from '../../session.ts'
import { formatArea } from '../../time.ts'
import '../parcel/parcel.css'

interface PanelProps {
  opened: Opened
  /** True when a person opened it here: the focus then moves in. */
  takesFocus: boolean
  onClose: () => void
}

const IN_PANEL = ['POLIGON', 'SERTIPIKAT', 'SIMAN'] as const

/** A parcel beside the map: what it is, why it stands where it stands, and what to do. */
export function ParcelPanel({ opened, takesFocus, onClose }: PanelProps) {
  const { parcel, error, reload } = opened
  const me = useMe()
  const heading = useRef<HTMLHeadingElement>(null)
  const name = parcel?.properties.name

  useEffect(() => {
    if (name === undefined) return
    if (takesFocus) heading.current?.focus({ preventScroll: true })
    announce(say(mapWords.opened(name)))
  }, [parcel?.id])

  const next = parcel && nextStep(me, parcel)
  return (
    <section class="map-panel" aria-label={name ?? say(mapWords.panelLoading)}>
      <button
        type="button"
        class="button plain panel-close"
        aria-label={say(mapWords.closePanel)}
        onClick={onClose}
      >
        ✕
      </button>
      {error !== undefined && !parcel && <Problem error={error} onRetry={reload} />}
      {!parcel && error === undefined && <PanelSkeleton />}
      {parcel && (
        <>
          <p class="panel-over quiet small">{formatNupOf(parcel.properties)}</p>
          <h2 ref={heading} tabIndex={-1}>
            {parcel.properties.name}
          </h2>
          <StateNotice parcel={parcel} canEdit={possibleSteps(me, parcel).edit} />
          <dl class="facts">
            {IN_PANEL.map((source) => {
              const area = parcel.properties.areas.find((each) => each.source === source)
              return (
                <div key={source}>
                  <dt>{say(LABELS[source])}</dt>
                  <dd>
                    {area ? (
                      formatArea(Math.round(area.m2))
                    ) : (
                      <span class="quiet">{say(mapWords.unknown)}</span>
                    )}{' '}
                    {area && signedPercent(area) && (
                      <span class={area.withinTolerance === false ? 'needs-look' : 'quiet'}>
                        {signedPercent(area)}
                      </span>
                    )}
                  </dd>
                </div>
              )
            })}
          </dl>
          <ChainDots properties={parcel.properties} />
          <p class="row">
            <Link class="button primary" href={`/bidang/${parcel.id}`}>
              {say(mapWords.openParcel)}
            </Link>
            {next && (
              <Link class="button" href={next.href}>
                {next.label}
              </Link>
            )}
          </p>
        </>
      )}
    </section>
  )
}

const LABELS = {
  POLIGON: mapWords.boundaryArea,
  SERTIPIKAT: mapWords.certificateArea,
  SIMAN: mapWords.simanArea,
} as const

function PanelSkeleton() {
  return (
    <div class="stack" aria-busy="true">
      <span class="visually-hidden">{say(mapWords.panelLoading)}</span>
      <span class="skeleton skeleton-title" />
      <span class="skeleton skeleton-card" />
    </div>
  )
}
