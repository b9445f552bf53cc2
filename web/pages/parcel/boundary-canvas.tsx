import type { Geometry } from 'geojson'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Map } from 'leaflet'
import type { State } from '../../../functions/domain/parcel.ts'
import { boundsOf } from '../../layers/coordinates.ts'
import { MapFrame } from '../../layers/frame.tsx'
import { showBox } from '../../layers/map.ts'
import { parcelLayer, type ParcelLayer } from '../../layers/parcels.ts'
import type { Axes } from '../../layers/status.ts'
import { mapWords } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'
import { useBaseMaps } from '../map/base-maps.ts'

/** One boundary to draw: as a parcel in its state and use. */
export interface DrawnBoundary extends Axes {
  id: string
  name: string
  geometry: Geometry | null
  state: State
}

export interface BoundaryMapProps {
  /** Drawn in this order; the last one has the double outline. */
  boundaries: readonly DrawnBoundary[]
  label?: string
}

/** A small map of one boundary, or of one before and after. */
export function BoundaryCanvas({ boundaries, label }: BoundaryMapProps) {
  const [stage, setStage] = useState<{ map: Map; layer: ParcelLayer }>()
  const baseMaps = useBaseMaps()
  const shownFor = useRef('')
  const ready = (map: Map) => {
    const layer = parcelLayer(map, { onOpen: () => undefined, clusterTitle: String })
    map.addLayer(layer.layer)
    setStage({ map, layer })
    return () => setStage(undefined)
  }
  const showAll = () => {
    const bounds = stage?.layer.bounds()
    if (bounds) showBox(stage!.map, bounds, { left: 40 }) // the zoom buttons
  }
  const key = boundaries
    .map(
      ({ id, geometry, state, use, idle, problem }) =>
        `${id} ${state} ${use} ${idle} ${problem} ${boundsOf(geometry)?.toBBoxString()}`,
    )
    .join()
  useEffect(() => {
    if (!stage) return
    stage.layer.show(boundaries)
    stage.layer.select(boundaries.at(-1)?.geometry)
    if (shownFor.current === key) return
    shownFor.current = key
    showAll()
  }, [stage, key])
  return (
    <MapFrame
      label={label ?? say(mapWords.oneMapLabel)}
      onReady={ready}
      baseMaps={baseMaps}
      onShowAll={showAll}
      class="small-map"
    />
  )
}
