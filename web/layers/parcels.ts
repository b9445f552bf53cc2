import type { Geometry } from 'geojson'
import { LayerGroup, type LatLngBounds, type Map, Polygon } from 'leaflet'
import type { Boundary } from '../../functions/domain/boundary.ts'
import { labelPoint } from '../../functions/domain/labelpoint.ts'
import type { State } from '../../functions/domain/parcel.ts'
import { clusterMarker, clustersOf } from './clusters.ts'
import { boundsOf, latLng, latLngs } from './coordinates.ts'
import { fillKey, hatchFill, inkOf } from './hatch.ts'
import { HatchedCanvas, LastingCanvas } from './hatched-canvas.ts'
import { type Axes, hasIdleBorder, letterOf, OUTLINES } from './status.ts'

/** What the map needs to know of a parcel; those without a boundary are in the list alone. */
export interface ParcelOnMap extends Axes {
  id: string
  name: string
  geometry: Geometry | null
  state: State
}

/** Smaller than this, in CSS pixels, a parcel shows as a point and joins its neighbours' count. */
const SMALLEST = 14
/** By so much the border of land that a letter calls idle is wider, in CSS pixels. */
const IDLE_WIDER = 1.75

interface Placed {
  parcel: ParcelOnMap
  bounds: LatLngBounds
  polygon?: Polygon
}

export interface ParcelLayer {
  layer: LayerGroup
  /** Show exactly these parcels. */
  show: (parcels: readonly ParcelOnMap[]) => void
  /** Draw the double outline around one parcel, or around none. */
  select: (geometry: Geometry | null | undefined) => void
  /** Box around everything shown; nothing when there is nothing. */
  bounds: () => LatLngBounds | undefined
}

interface Options {
  /** Called with the id of the parcel that was clicked. */
  onOpen: (id: string) => void
  /** What a cluster's title says, such as "12 bidang". */
  clusterTitle: (count: number) => string
}

/** Parcels on a canvas: hatched fields when near, points with counts from afar. Call `show` to fill it. */
export function parcelLayer(map: Map, { onOpen, clusterTitle }: Options): ParcelLayer {
  const layer = new LayerGroup()
  const points = new LayerGroup().addTo(layer)
  const renderer = new HatchedCanvas({ padding: 0.3 })
  const fills = new globalThis.Map<string, CanvasPattern | string>()
  map.createPane('selection').style.zIndex = '450'
  map.getPane('selection')!.style.pointerEvents = 'none'
  const selection = new LayerGroup().addTo(layer)
  const outline = new LastingCanvas({ pane: 'selection' })
  let placed = new globalThis.Map<string, Placed>()

  const fillOf = (axes: Axes): string => {
    const key = fillKey(axes)
    if (!fills.has(key)) fills.set(key, hatchFill(axes))
    return fills.get(key) as string // Leaflet hands it to the canvas as it is, patterns included
  }

  const polygonOf = (parcel: ParcelOnMap): Polygon => {
    const { id, name, geometry, state } = parcel
    const line = OUTLINES[state]
    const polygon = new Polygon(latLngs(geometry), {
      renderer,
      color: inkOf(parcel),
      weight: line.width + (hasIdleBorder(parcel.idle) ? IDLE_WIDER : 0),
      ...(line.dash && { dashArray: line.dash }),
      fill: true,
      fillColor: fillOf(parcel),
      fillOpacity: line.hollow ? 0.25 : 1,
      letter: letterOf(parcel),
      letterAt: latLng(labelPoint(geometry as Boundary)), // only what has a boundary is placed
    } as object)
    polygon.on('click', () => onOpen(id))
    polygon.bindTooltip(document.createTextNode(name) as unknown as HTMLElement, { sticky: true })
    return polygon
  }

  const arrange = () => {
    const view = map.getBounds().pad(0.4)
    const zoom = map.getZoom()
    const small: Placed[] = []
    for (const each of placed.values()) {
      const inView = view.intersects(each.bounds)
      const near = sizeAt(map, each.bounds, zoom) >= SMALLEST
      if (inView && near) layer.addLayer((each.polygon ??= polygonOf(each.parcel)))
      else if (each.polygon) layer.removeLayer(each.polygon)
      if (inView && !near) small.push(each)
    }
    points.clearLayers()
    for (const cluster of clustersOf(map, small)) {
      points.addLayer(clusterMarker(map, cluster, { onOpen, title: clusterTitle }))
    }
  }

  layer.on('add', () => map.on('moveend', arrange))
  layer.on('remove', () => map.off('moveend', arrange))

  return {
    layer,
    show(parcels) {
      const before = placed
      placed = new globalThis.Map()
      for (const parcel of parcels) {
        const known = before.get(parcel.id)
        const bounds = boundsOf(parcel.geometry)
        if (known?.parcel === parcel) placed.set(parcel.id, known)
        else if (bounds) placed.set(parcel.id, { parcel, bounds })
      }
      for (const [id, { polygon }] of before)
        if (polygon && placed.get(id)?.polygon !== polygon) layer.removeLayer(polygon)
      arrange()
    },
    select(geometry) {
      selection.clearLayers()
      const ring = latLngs(geometry)
      for (const [color, weight] of OUTLINE_OF_SELECTION)
        selection.addLayer(
          new Polygon(ring, {
            renderer: outline,
            pane: 'selection',
            fill: false,
            interactive: false,
            color,
            weight,
          }),
        )
    },
    bounds: () =>
      [...placed.values()].reduce<LatLngBounds | undefined>(
        (all, { bounds }) => all?.extend(bounds) ?? bounds.pad(0), // a copy: extend writes
        undefined,
      ),
  }
}

/** Dark, white, dark: a double line that stands out on every fill, light or dark. */
const OUTLINE_OF_SELECTION = [
  ['#0b3d39', 7],
  ['#ffffff', 4],
  ['#0b3d39', 1.5],
] as const

/** Longer side of a box on the screen, in CSS pixels. */
function sizeAt(map: Map, bounds: LatLngBounds, zoom: number): number {
  const a = map.project(bounds.getNorthWest(), zoom)
  const b = map.project(bounds.getSouthEast(), zoom)
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))
}
