import type { Map } from 'leaflet'
import { useEffect, useRef, useState } from 'preact/hooks'
import { areaOf } from '../../../../functions/domain/area.ts'
import type { Boundary } from '../../../../functions/domain/boundary.ts'
import { tm3AreaOf } from '../../../../functions/domain/tm3.ts'
import { boundsOf, latLng } from '../../../layers/coordinates.ts'
import { MapFrame } from '../../../layers/frame.tsx'
import { showBox } from '../../../layers/map.ts'
import { type ParcelOnMap, parcelLayer } from '../../../layers/parcels.ts'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { mapWords } from '../../../messages/map.ts'
import { say } from '../../../messages/phrase.ts'
import { navigate } from '../../../router.tsx'
import { formatArea, formatHectares } from '../../../time.ts'
import { useBaseMaps } from '../../map/base-maps.ts'
import { editBoundary, type Editing, type Mode } from './editing.ts'

interface BoundaryMapProps {
  boundary: Boundary | null
  mode: Mode
  /** Shown as a dashed line: what a file or a swap would make of it. */
  proposal: Boundary | null
  /** Places that have something wrong, longitude first. */
  places: readonly [number, number][]
  /** Counts the times that a boundary came from elsewhere and wants to be seen whole. */
  arrivals: number
  /** False while the lines cross, when no area is right. */
  isSound: boolean
  /** A place to bring into view; a new object each time it is asked for. */
  look: { place: [number, number] } | undefined
  /** Where to begin without a boundary, and how near. */
  start: { place: [number, number]; zoom: number } | undefined
  others: readonly ParcelOnMap[]
  onDrawn: (boundary: Boundary) => void
  onMoved: (boundary: Boundary) => void
  onToolsFailed: () => void
}

/** The map of the third step: the boundary under the hand, its live area, the unit's other parcels. */
export default function BoundaryMap(props: BoundaryMapProps) {
  const { boundary, mode, proposal, places, arrivals, isSound, look, start, others } = props
  const baseMaps = useBaseMaps()
  const [map, setMap] = useState<Map>()
  const [live, setLive] = useState<Boundary | null>(null)
  const editing = useRef<Editing | undefined>(undefined)
  const neighbours = useRef<ReturnType<typeof parcelLayer> | undefined>(undefined)
  const latest = useRef(props)
  latest.current = props

  const fit = () => {
    const box = boundsOf(latest.current.proposal ?? latest.current.boundary)
    if (map && box) showBox(map, box, { top: 64, bottom: 56 })
  }

  useEffect(() => editing.current?.show(boundary), [boundary, map])
  useEffect(() => editing.current?.propose(proposal), [proposal, map])
  useEffect(() => editing.current?.mark(places), [places, map])
  useEffect(() => neighbours.current?.show(others), [others, map])
  useEffect(() => {
    // A click for a corner must not open, or zoom to, what lies beneath it.
    map?.getContainer().classList.toggle('is-editing', mode !== 'look')
    editing.current?.take(mode).catch(() => latest.current.onToolsFailed())
  }, [mode, map])
  useEffect(() => {
    if (map && look) map.setView(latLng(look.place), Math.max(map.getZoom(), 17))
  }, [look, map])
  useEffect(fit, [map, proposal, arrivals])
  const hasBoundary = boundary !== null
  useEffect(() => {
    if (map && start && !hasBoundary) map.setView(latLng(start.place), start.zoom)
  }, [map, start])

  return (
    <>
      <MapFrame
        class="boundary-map"
        label={`${say(words.map)}. ${say(words.mapKeyboard)}`}
        baseMaps={baseMaps}
        onShowAll={boundary ? fit : undefined}
        onReady={(made) => {
          const layer = parcelLayer(made, {
            onOpen: (id) => latest.current.mode === 'look' && navigate(`/peta/${id}`),
            clusterTitle: (count) => say(mapWords.clusterTitle(count)),
          })
          layer.layer.addTo(made)
          neighbours.current = layer
          editing.current = editBoundary(made, {
            onDrawn: (drawn) => latest.current.onDrawn(drawn),
            onMoved: (moved) => latest.current.onMoved(moved),
            onLive: setLive,
          })
          setMap(made)
          return () => editing.current?.remove()
        }}
      />
      <LiveArea boundary={live ?? proposal ?? boundary} isSound={isSound || live !== null} />
    </>
  )
}

/** Area of what is drawn, while it is drawn: on the ellipsoid, and on the plane of the certificates. */
function LiveArea({ boundary, isSound }: { boundary: Boundary | null; isSound: boolean }) {
  const m2 = boundary && areaOf(boundary)
  if (boundary && !isSound) return <div class="live-area">{say(words.unsound)}</div>
  if (!boundary || m2 === null) return <div class="live-area quiet">{say(words.noBoundary)}</div>
  const plane = tm3AreaOf(boundary)
  return (
    <div class="live-area">
      <strong>{formatArea(Math.round(m2))}</strong>{' '}
      <span class="small">
        {formatHectares(m2)}
        {plane && ` · ${say(words.tm3(plane.zone.name, formatArea(Math.round(plane.m2))))}`}
      </span>
    </div>
  )
}
