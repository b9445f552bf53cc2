import type { LatLngTuple, Map } from 'leaflet'
import { useEffect, useRef, useState } from 'preact/hooks'
import { areaOf } from '../../../../functions/domain/area.ts'
import type { Boundary } from '../../../../functions/domain/boundary.ts'
import { tm3AreaOf } from '../../../../functions/domain/tm3.ts'
import { boundsOf, boxOf, latLng } from '../../../layers/coordinates.ts'
import { MapFrame } from '../../../layers/frame.tsx'
import { showBox } from '../../../layers/map.ts'
import { type ParcelOnMap, parcelLayer } from '../../../layers/parcels.ts'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { mapWords } from '../../../messages/map.ts'
import { say } from '../../../messages/phrase.ts'
import { formatArea, formatHectares } from '../../../time.ts'
import { useBaseMaps } from '../../map/base-maps.ts'
import { editBoundary, type Editing, type Mode } from './editing.ts'
import type { Box } from './neighbours.ts'
import { type Overlay, overlayOn } from './overlay.ts'
import { type Preview, type PreviewLayer, previewLayer } from './preview.ts'
import { PreviewKey } from './preview-key.tsx'
import type { Walk } from './walk.ts'

interface BoundaryMapProps {
  boundary: Boundary | null
  mode: Mode
  /** What a file or a swap would make of it. */
  preview: Preview | null
  /** Land that other parcels hold as well. */
  shared: readonly Boundary[]
  /** A walk around the field so far. */
  walk: Walk | null
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
  /** Told where the map looks, as `[west, south, east, north]`, whenever it comes to rest. */
  onView: (box: Box) => void
  /** An area of the file was pointed at. */
  onPick: (id: string) => void
  onDrawn: (boundary: Boundary) => void
  onMoved: (boundary: Boundary) => void
  onToolsFailed: () => void
}

/** The map of the third step: the boundary under the hand, its live area, the unit's other parcels. */
export default function BoundaryMap(props: BoundaryMapProps) {
  const { boundary, mode, preview, places, arrivals, isSound, look, start, others } = props
  const { shared, walk } = props
  const baseMaps = useBaseMaps()
  const [map, setMap] = useState<Map>()
  const [live, setLive] = useState<Boundary | null>(null)
  const editing = useRef<Editing | undefined>(undefined)
  const previews = useRef<PreviewLayer | undefined>(undefined)
  const overlay = useRef<Overlay | undefined>(undefined)
  const neighbours = useRef<ReturnType<typeof parcelLayer> | undefined>(undefined)
  const latest = useRef(props)
  latest.current = props

  const fit = (part?: 'before' | 'after') => {
    const box = previews.current?.boxOf(part) ?? boundsOf(latest.current.boundary)
    if (map && box) showBox(map, box, { top: 64, bottom: 56 })
  }

  useEffect(() => editing.current?.show(boundary), [boundary, map])
  useEffect(() => previews.current?.show(preview), [preview, map])
  useEffect(() => overlay.current?.mark(places), [places, map])
  useEffect(() => overlay.current?.share(shared), [shared, map])
  useEffect(() => overlay.current?.walk(walk), [walk?.here, walk?.corners, map])
  useEffect(() => {
    if (map && walk?.here) keepInSight(map, latLng(walk.here.place))
  }, [walk?.here, map])
  useEffect(() => {
    neighbours.current?.show(others)
    editing.current?.beside(others.flatMap(({ geometry }) => (geometry ? [geometry] : [])))
  }, [others, map])
  useEffect(() => {
    // A click for a corner must not open, or zoom to, what lies beneath it.
    map?.getContainer().classList.toggle('is-editing', mode !== 'look')
    editing.current?.take(mode).catch(() => latest.current.onToolsFailed())
  }, [mode, map])
  useEffect(() => {
    if (map && look) map.setView(latLng(look.place), Math.max(map.getZoom(), 17))
  }, [look, map])
  const { before, after } = preview ?? {}
  useEffect(() => fit(), [map, before, after, arrivals])
  useEffect(() => {
    if (preview && !preview.before && !preview.after) fit() // the whole file, or where it may lie
  }, [map, preview?.others, preview?.places.length])
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
        onShowAll={boundary || preview ? () => fit() : undefined}
        onReady={(made) => {
          const layer = parcelLayer(made, {
            onOpen: () => {}, // a slip of the hand must not leave the form
            clusterTitle: (count) => say(mapWords.clusterTitle(count)),
          })
          layer.layer.addTo(made)
          neighbours.current = layer
          overlay.current = overlayOn(made)
          previews.current = previewLayer(made, (id) => latest.current.onPick(id))
          const tell = () => latest.current.onView(boxOf(made.getBounds()) as Box)
          made.on('moveend', tell)
          tell()
          editing.current = editBoundary(made, {
            onDrawn: (drawn) => latest.current.onDrawn(drawn),
            onMoved: (moved) => latest.current.onMoved(moved),
            onLive: setLive,
          })
          setMap(made)
          return () => {
            editing.current?.remove()
            previews.current?.remove()
            overlay.current?.remove()
          }
        }}
      />
      {preview && (before || after) && <PreviewKey preview={preview} onLook={fit} />}
      <LiveArea
        boundary={live ?? (before || after ? (after ?? before ?? null) : boundary)}
        isSound={isSound || live !== null}
      />
    </>
  )
}

/** Height of what a walk's own bar covers at the foot of the map, in CSS pixels. */
const WALK_BAR = 220

/** Bring a place into the free part of the map, near enough to see a step; stay when it is there. */
function keepInSight(map: Map, place: LatLngTuple): void {
  const size = map.getSize()
  const { x, y } = map.latLngToContainerPoint(place)
  const isFree = x > 40 && x < size.x - 40 && y > 70 && y < size.y - WALK_BAR
  if (isFree && map.getZoom() >= 16) return
  map.setView(place, Math.max(map.getZoom(), 18), { animate: false })
  map.panBy([0, Math.min(WALK_BAR, size.y - 120) / 2], { animate: false })
}

/** Area of what is drawn, while it is drawn: on the ellipsoid, and on the plane of the certificates. */
function LiveArea({ boundary, isSound }: { boundary: Boundary | null; isSound: boolean }) {
  const m2 = boundary && areaOf(boundary)
  if (boundary && (!isSound || m2 === null))
    return <div class="live-area">{say(words.unsound)}</div>
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
