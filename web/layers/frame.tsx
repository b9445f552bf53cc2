import type { Map } from 'leaflet'
import { useEffect, useRef, useState } from 'preact/hooks'
import { mapWords } from '../messages/map.ts'
import { say } from '../messages/phrase.ts'
import { type BaseMap, baseMapLayer } from './base-map.ts'
import { BaseMapChoice } from './base-map-choice.tsx'
import { coastlineLayer } from './coastline.ts'
import { createMap } from './map.ts'

interface MapFrameProps {
  /** What a screen reader calls the map. */
  label: string
  /** Called once the map stands; what it returns is called before the map goes. */
  onReady: (map: Map) => (() => void) | void
  /** Base maps to choose from; without them there is no choice to show. */
  baseMaps?: readonly BaseMap[]
  /** Draws a button that brings everything into view. */
  onShowAll?: () => void
  /** Called when the coastline could not be loaded. */
  onCoastlineError?: () => void
  class?: string
}

/** A map with its coastline, zoom buttons, scale bar and the choice of a base map, which starts off. */
export function MapFrame(props: MapFrameProps) {
  const { label, baseMaps = [], onShowAll } = props
  const element = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<Map>()
  const [base, setBase] = useState<BaseMap>()

  useEffect(() => {
    const made = createMap(element.current!)
    const coastline = coastlineLayer(made).on('loaderror', () => props.onCoastlineError?.())
    made.addLayer(coastline)
    const cleanUp = props.onReady(made)
    const watch = new ResizeObserver(() => made.invalidateSize({ animate: false, pan: false }))
    watch.observe(element.current!)
    setMap(made)
    return () => {
      watch.disconnect()
      cleanUp?.()
      made.remove()
    }
  }, [])

  useEffect(() => {
    if (!map || !base) return
    const layer = baseMapLayer(base).addTo(map)
    return () => void layer.remove()
  }, [map, base])

  return (
    <div class={`map-frame ${props.class ?? ''}`}>
      <div ref={element} role="application" aria-label={label} tabIndex={0} />
      <div class="map-buttons">
        <MapButton
          label={say(mapWords.zoomIn)}
          path="M8 3v10M3 8h10"
          onClick={() => map?.zoomIn(1)}
        />
        <MapButton label={say(mapWords.zoomOut)} path="M3 8h10" onClick={() => map?.zoomOut(1)} />
        {onShowAll && (
          <MapButton
            label={say(mapWords.showAll)}
            path="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"
            onClick={onShowAll}
          />
        )}
      </div>
      {baseMaps.length > 0 && (
        <BaseMapChoice baseMaps={baseMaps} chosen={base} onChoose={setBase} />
      )}
      {base?.attribution && <div class="map-base-attribution">{base.attribution}</div>}
    </div>
  )
}

function MapButton({ label, path, onClick }: { label: string; path: string; onClick: () => void }) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick}>
      <svg width="20" height="20" viewBox="0 0 16 16" fill="none" aria-hidden="true">
        <path d={path} stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
      </svg>
    </button>
  )
}
