import 'leaflet/dist/leaflet.css'
import './map.css'
import { Control, type LatLngBoundsExpression, Map } from 'leaflet'
import { boxBounds } from './coordinates.ts'

/** Indonesia, from Sabang to Merauke, as `[west, south, east, north]`. */
export const INDONESIA: [number, number, number, number] = [94.9, -11.1, 141.1, 6.2]

/** An empty map with a scale bar; zoom buttons and the base map's choice stand in its frame. */
export function createMap(element: HTMLElement): Map {
  const map = new Map(element, {
    preferCanvas: true,
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.5,
    minZoom: 3,
    maxZoom: 21,
    maxBounds: boxBounds([50, -76, 186, 60]), // wide enough to lift Indonesia above a phone's sheet
    maxBoundsViscosity: 0.8,
    fadeAnimation: motion(),
    zoomAnimation: motion(),
  })
  map.fitBounds(boxBounds(INDONESIA))
  map.addControl(new Control.Scale({ imperial: false, position: 'bottomright', maxWidth: 120 }))
  return map
}

/** Whether the system allows movement. */
const motion = (): boolean => !window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** What covers part of the map, in CSS pixels from each side; the view is fitted into the rest. */
export interface Covered {
  top?: number
  right?: number
  bottom?: number
  left?: number
}

/** Bring a box into the free part of the map, near enough to see corners but no nearer. */
export function showBox(map: Map, box: LatLngBoundsExpression, covered: Covered = {}): void {
  const { top = 0, right = 0, bottom = 0, left = 0 } = covered
  map.fitBounds(box, {
    paddingTopLeft: [left + 32, top + 32],
    paddingBottomRight: [right + 32, bottom + 32],
    maxZoom: 18,
    animate: motion(),
  })
}
