import { type Map, Marker, Polygon, SVG } from 'leaflet'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Boundary } from '../../../functions/domain/boundary.ts'
import { boundsOf, latLngs } from '../../layers/coordinates.ts'
import { MapFrame } from '../../layers/frame.tsx'
import { showBox } from '../../layers/map.ts'
import { say } from '../../messages/phrase.ts'
import { useWords as words } from '../../messages/use.ts'
import { useBaseMaps } from '../map/base-maps.ts'
import { editBoundary, type Editing } from '../registration/boundary/editing.ts'

interface OutlineMapProps {
  /** Of the parcel. */
  boundary: Boundary
  /** Outlines of its other blocks. */
  others: readonly Boundary[]
  geometry: Boundary | null
  onDrawn: (geometry: Boundary) => void
}

/** A map of the parcel on which the outline of one of its blocks is drawn, or moved once it is there. */
export function OutlineMap({ boundary, others, geometry, onDrawn }: OutlineMapProps) {
  const baseMaps = useBaseMaps()
  const [map, setMap] = useState<Map>()
  const editing = useRef<Editing | undefined>(undefined)
  const drawn = useRef(onDrawn)
  drawn.current = onDrawn
  const fit = (on: Map) => {
    const box = boundsOf(boundary)
    if (box) showBox(on, box)
  }
  const hasOutline = geometry !== null
  useEffect(() => editing.current?.show(geometry), [geometry, map])
  useEffect(() => {
    void editing.current?.take(hasOutline ? 'move' : 'draw').catch(() => {}) // the area can be typed
  }, [hasOutline, map])
  return (
    <>
      {!geometry && <span class="hint">{say(words.drawHint)}</span>}
      <MapFrame
        class="use-map"
        label={say(words.drawMap)}
        baseMaps={baseMaps}
        onShowAll={() => map && fit(map)}
        onReady={(made) => {
          const renderer = new SVG({ padding: 0.5 })
          const line = { color: '#1c2322', weight: 2, fill: false, interactive: false, renderer }
          new Polygon(latLngs(boundary), line).addTo(made)
          for (const other of others)
            new Polygon(latLngs(other), { ...line, weight: 1, dashArray: '4 4' }).addTo(made)
          made.getContainer().classList.add('is-editing')
          // Corners are moved by hand alone: as buttons they would be without a name.
          made.on('layeradd', ({ layer }) => {
            if (layer instanceof Marker) layer.getElement()?.removeAttribute('role')
          })
          editing.current = editBoundary(made, {
            onDrawn: (outline) => drawn.current(outline),
            onMoved: (outline) => drawn.current(outline),
            onLive: () => {},
          })
          editing.current.beside([boundary, ...others])
          fit(made)
          setMap(made)
          return () => editing.current?.remove()
        }}
      />
    </>
  )
}
