import { Circle, CircleMarker, LayerGroup, type Map, Polygon, Polyline, SVG } from 'leaflet'
import type { Boundary } from '../../../../functions/domain/boundary.ts'
import { latLng, latLngs } from '../../../layers/coordinates.ts'
import { LastingCanvas } from '../../../layers/hatched-canvas.ts'
import { sharedFill } from '../../../layers/shared-land.ts'
import type { Walk } from './walk.ts'

/** What is drawn over the boundary without being part of it. */
export interface Overlay {
  /** Mark places that have something wrong. */
  mark: (places: readonly [number, number][]) => void
  /** Hatch the land that other parcels hold as well. */
  share: (land: readonly Boundary[]) => void
  /** Show a walk around the field: where one stands, how surely, and the corners so far. */
  walk: (walk: Walk | null) => void
  remove: () => void
}

/** A colour of the page by its name, in the light or dark setting of the system. */
const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** Marks, hatched land and a walk, above the boundary; nothing of it can be caught by a tool. */
export function overlayOn(map: Map): Overlay {
  const renderer = new SVG({ padding: 0.5 })
  const aside = { renderer, interactive: false, snapIgnore: true }
  const marks = new LayerGroup().addTo(map)
  const land = new LayerGroup().addTo(map)
  const steps = new LayerGroup().addTo(map)
  const hatched = new LastingCanvas({ padding: 0.3 })

  return {
    mark(places) {
      marks.clearLayers()
      for (const place of places) {
        const ring = { ...aside, radius: 10, color: colour('--danger'), weight: 3, fill: false }
        marks.addLayer(new CircleMarker(latLng(place), ring as object))
      }
    },
    share(boundaries) {
      land.clearLayers()
      const style = {
        ...aside,
        renderer: hatched,
        color: colour('--danger'),
        weight: 2,
        fill: true,
        fillColor: sharedFill(colour('--danger')),
        fillOpacity: 1,
      }
      for (const boundary of boundaries)
        land.addLayer(new Polygon(latLngs(boundary), style as object))
    },
    walk(walk) {
      steps.clearLayers()
      if (!walk) return
      const { corners, here } = walk
      const line = corners.map(({ place }) => latLng(place))
      const style = { ...aside, color: colour('--primary'), weight: 3, dashArray: '4 6' }
      if (line.length > 1) steps.addLayer(new Polyline(line, style as object))
      for (const at of line)
        steps.addLayer(
          new CircleMarker(at, {
            ...aside,
            radius: 6,
            weight: 3,
            color: colour('--primary'),
            fillColor: colour('--surface'),
            fillOpacity: 1,
          } as object),
        )
      if (!here) return
      const at = latLng(here.place)
      const sure = { ...aside, radius: here.accuracyM, color: colour('--info-line'), weight: 1 }
      steps.addLayer(new Circle(at, sure as object))
      steps.addLayer(
        new CircleMarker(at, {
          ...aside,
          radius: 7,
          weight: 3,
          color: '#ffffff',
          fillColor: colour('--info-line'),
          fillOpacity: 1,
        } as object),
      )
    },
    remove() {
      for (const layer of [marks, land, steps]) layer.remove()
    },
  }
}
