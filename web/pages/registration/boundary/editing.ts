import type { Geometry } from 'geojson'
import { type Layer, type Map, Polygon, SVG } from 'leaflet'
import type { Boundary, Position, Ring } from '../../../../functions/domain/boundary.ts'
import { partsOf } from '../../../../functions/domain/boundary.ts'
import { latLngs } from '../../../layers/coordinates.ts'
import { boundaryOf, roundDegrees } from './corners.ts'

/** What the pointer does on the map. */
export type Mode = 'look' | 'draw' | 'move' | 'walk'

/** A boundary on the map, and the tools that change it. */
export interface Editing {
  /** Show a boundary, or none. */
  show: (boundary: Boundary | null) => void
  /** Take up a tool. Rejects when the tools cannot be loaded. */
  take: (mode: Mode) => Promise<void>
  /** What lies beside: corners in hand snap to theirs, and then have the very same digits. */
  beside: (boundaries: readonly Geometry[]) => void
  remove: () => void
}

interface Options {
  /** A new outline was closed. */
  onDrawn: (boundary: Boundary) => void
  /** Corners were moved, added or dropped. */
  onMoved: (boundary: Boundary) => void
  /** What is under the hand, while it moves; null when nothing is. */
  onLive: (boundary: Boundary | null) => void
}

/** The parts of geoman that are used here; its own types need its module to be loaded. */
interface Edited {
  pm: {
    enable: (options: object) => void
    disable: () => void
  }
}
interface EditedMap {
  pm: {
    enableDraw: (shape: 'Polygon', options: object) => void
    disableDraw: () => void
    setGlobalOptions: (options: object) => void
  }
}

/** Near enough to a neighbour's corner or line, in CSS pixels, a corner in hand jumps to it. */
const SNAPPING = { snappable: true, snapDistance: 14, snapSegment: true }

const cornersOf = (geometry: Geometry): readonly (readonly number[])[] =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
    ? partsOf(geometry as Boundary).flat(2)
    : []

let tools: Promise<void> | undefined

/** Loads geoman, which joins itself to Leaflet; asked for again after a failure. */
function loadTools(): Promise<void> {
  tools ??= Promise.all([
    import('@geoman-io/leaflet-geoman-free'),
    import('@geoman-io/leaflet-geoman-free/dist/leaflet-geoman.css'),
  ]).then(
    () => {},
    (error: unknown) => {
      tools = undefined
      throw error
    },
  )
  return tools
}

/** A colour of the page by its name, in the light or dark setting of the system. */
const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()

const lineStyle = () => ({ color: colour('--primary'), weight: 3, fillOpacity: 0.15 })

/** Put a boundary under the hand of a person. */
export function editBoundary(map: Map, { onDrawn, onMoved, onLive }: Options): Editing {
  const renderer = new SVG({ padding: 0.5 }) // corners are dragged: a canvas would redraw the coast
  let neighbours: readonly Geometry[] = []
  let shown: Boundary | null = null
  let outline: Polygon | undefined
  let mode: Mode = 'look'

  const reInit = (thing: Map | Layer) =>
    (window.L as unknown as { PM: { reInitLayer: (thing: unknown) => void } }).PM.reInitLayer(thing)

  /** The corners of a layer; those that were not touched keep every digit they had. */
  const read = (layer: {
    toGeoJSON: (precision: false) => { geometry: Geometry }
  }): Boundary | null => {
    const known = new Set(
      [shown, ...neighbours].flatMap((one) => (one ? cornersOf(one) : [])).map(String),
    )
    const { geometry } = layer.toGeoJSON(false)
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return null
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const tidy = (ring: number[][]): Ring =>
      ring.map((corner): Position => {
        const position: Position = [corner[0] ?? 0, corner[1] ?? 0]
        return known.has(String(position))
          ? position
          : [roundDegrees(position[0]), roundDegrees(position[1])]
      })
    const kept = parts
      .map((rings) => rings.map(tidy).filter((ring) => ring.length >= 4))
      .filter((rings) => rings.length > 0)
    return boundaryOf(kept)
  }

  const enableMoving = () => {
    if (!outline) return
    reInit(outline)
    const { pm } = outline as unknown as Edited
    pm.enable({ allowSelfIntersection: true, ...SNAPPING, preventMarkerRemoval: false })
  }

  const draw = () => {
    outline?.remove()
    outline = undefined
    if (!shown) return
    const made = new Polygon(latLngs(shown), { ...lineStyle(), renderer }).addTo(map)
    outline = made
    const moved = () => {
      const boundary = read(made)
      if (!boundary) return
      shown = boundary // geoman shows it already; drawing it again would drop the corner in hand
      onLive(null)
      onMoved(boundary)
    }
    made.on('pm:edit', moved)
    made.on('pm:markerdrag', () => onLive(read(made)))
    if (mode === 'move') enableMoving()
  }

  map.on('pm:drawstart', (event: object) => {
    const { workingLayer } = event as { workingLayer: Polygon }
    workingLayer.on('pm:vertexadded', () => {
      const corners = (workingLayer.getLatLngs() as { lng: number; lat: number }[]).map(
        ({ lng, lat }): Position => [lng, lat],
      )
      const [first] = corners
      if (first && corners.length > 2)
        onLive({ type: 'Polygon', coordinates: [[...corners, first]] })
    })
  })
  map.on('pm:create', (event: object) => {
    const { layer } = event as { layer: Polygon }
    const boundary = read(layer)
    layer.remove()
    onLive(null)
    if (boundary) onDrawn(boundary)
  })

  return {
    show(boundary) {
      if (boundary === shown) return
      shown = boundary
      draw()
    },
    async take(next) {
      const needsTools = next === 'draw' || next === 'move'
      if (needsTools) await loadTools()
      const edited = map as unknown as EditedMap & Map
      if (needsTools) reInit(map)
      if (mode === 'draw') edited.pm.disableDraw()
      if (mode === 'move') (outline as unknown as Edited | undefined)?.pm?.disable()
      mode = next
      onLive(null)
      if (next === 'move') enableMoving()
      if (next === 'draw')
        edited.pm.enableDraw('Polygon', {
          allowSelfIntersection: true, // it is told in words, with its place, rather than forbidden
          ...SNAPPING,
          tooltips: false,
          continueDrawing: false,
          pathOptions: lineStyle(),
          templineStyle: { color: colour('--primary'), weight: 2 },
          hintlineStyle: { color: colour('--primary'), weight: 2, dashArray: '5 5' },
        })
    },
    beside(boundaries) {
      neighbours = boundaries
    },
    remove() {
      map.off('pm:drawstart')
      map.off('pm:create')
      outline?.remove()
    },
  }
}
