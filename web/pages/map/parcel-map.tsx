import type { Map } from 'leaflet'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ListedParcel, ParcelFeature } from '../../api.ts'
import type { BaseMap } from '../../layers/base-map.ts'
import { boundsOf, boxBounds } from '../../layers/coordinates.ts'
import { MapFrame } from '../../layers/frame.tsx'
import { type Covered, INDONESIA, showBox } from '../../layers/map.ts'
import { parcelLayer, type ParcelLayer, type ParcelOnMap } from '../../layers/parcels.ts'
import { axesOf } from '../../layers/status.ts'
import { announce } from '../../live.tsx'
import { mapWords } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'

interface ParcelMapProps {
  parcels: readonly ListedParcel[]
  /** The parcel with the double outline; its exact boundary where that has come. */
  selected: ListedParcel | ParcelFeature | undefined
  onOpen: (id: string) => void
  baseMaps: readonly BaseMap[]
  /** What lies over the map, so that a parcel is shown beside it. */
  covered: () => Covered
  /** The first view is fitted to everything once the list is complete. */
  complete: boolean
}

const shown = new WeakMap<ListedParcel | ParcelFeature, ParcelOnMap>() // one object per feature: polygons are kept by it

function onMap(feature: ListedParcel | ParcelFeature): ParcelOnMap {
  const known = shown.get(feature)
  if (known) return known
  const { id, geometry, properties } = feature
  const { name, state } = properties
  const made = { id, name, geometry, state, ...axesOf(properties) }
  shown.set(feature, made)
  return made
}

/** The map of the listed parcels: a click opens one, and the opened one is brought into view. */
export function ParcelMap(props: ParcelMapProps) {
  const { parcels, selected, complete, baseMaps } = props
  const [stage, setStage] = useState<{ map: Map; layer: ParcelLayer }>()
  const latest = useRef(props)
  latest.current = props
  const fitted = useRef(false)
  // The list knows the largest part of a boundary; the opened parcel is drawn whole.
  const marks = useMemo(
    () => parcels.map((parcel) => onMap(parcel.id === selected?.id ? selected : parcel)),
    [parcels, selected],
  )

  const ready = (map: Map) => {
    const layer = parcelLayer(map, {
      onOpen: (id) => latest.current.onOpen(id),
      clusterTitle: (count) => say(mapWords.clusterTitle(count)),
    })
    map.addLayer(layer.layer)
    setStage({ map, layer })
    showBox(map, boxBounds(INDONESIA), latest.current.covered())
    return () => setStage(undefined)
  }
  const showAll = () => {
    if (!stage) return
    const bounds = stage.layer.bounds() ?? boxBounds(INDONESIA)
    showBox(stage.map, bounds, latest.current.covered())
  }

  useEffect(() => {
    stage?.layer.show(marks)
    if (fitted.current || !complete || !stage || latest.current.selected) return
    fitted.current = true
    showAll()
  }, [stage, marks, complete])

  const hasLegend = parcels.length > 0 // it comes with the first of them, and covers part of the map
  useEffect(() => {
    stage?.layer.select(selected?.geometry)
    const bounds = boundsOf(selected?.geometry)
    if (stage && bounds) {
      fitted.current = true
      showBox(stage.map, bounds, latest.current.covered())
    }
  }, [stage, selected?.id, selected?.geometry, hasLegend])

  return (
    <MapFrame
      label={say(mapWords.mapLabel)}
      onReady={ready}
      baseMaps={baseMaps}
      onShowAll={showAll}
      onCoastlineError={() => announce(say(mapWords.coastlineFailed))}
    />
  )
}
