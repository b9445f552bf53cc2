import { CircleMarker, LayerGroup, type Map, Polygon, SVG } from 'leaflet'
import type { Boundary } from '../../../../functions/domain/boundary.ts'
import { isOnEarth } from '../../../../functions/domain/boundary.ts'
import { boundsOf, latLng, latLngs } from '../../../layers/coordinates.ts'
import type { Place } from './inspection.ts'

/** What a file, or a proposal, would make of the map. */
export interface Preview {
  /** Every other area of the file, to find the right one by its place. */
  others: readonly { id: string; boundary: Boundary }[]
  /** The area as it is in the file. */
  before: Boundary | null
  /** The area as it is proposed. */
  after: Boundary | null
  /** Where each coordinate system would put the file; those that count most are named. */
  places: readonly { at: Place; name: string; isChosen: boolean }[]
}

/** The lines of a preview on the map. */
export interface PreviewLayer {
  show: (preview: Preview | null) => void
  /** Bring what is shown into view: `before`, `after`, or all of it. */
  boxOf: (part?: 'before' | 'after') => ReturnType<typeof boundsOf>
  remove: () => void
}

/** A colour of the page by its name, in the light or dark setting of the system. */
const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()

const MOST_OTHERS = 1000 // outlines; more of them would be slow to draw and too small to hit

/** Draws what a person may accept, told apart by dash and width as well as by colour. */
export function previewLayer(map: Map, onPick: (id: string) => void): PreviewLayer {
  const layer = new LayerGroup().addTo(map)
  const renderer = new SVG({ padding: 0.5 })
  let shown: Preview | null = null
  let drawn: Preview['others'] = []
  const others = new LayerGroup().addTo(map)

  const line = (boundary: Boundary, style: object) =>
    layer.addLayer(
      new Polygon(latLngs(boundary), {
        renderer,
        interactive: false,
        snapIgnore: true,
        ...style,
      } as object),
    )
  const drawOthers = (next: Preview['others']) => {
    if (next === drawn) return
    drawn = next
    others.clearLayers()
    for (const { id, boundary } of next.slice(0, MOST_OTHERS)) {
      const polygon = new Polygon(latLngs(boundary), {
        renderer,
        color: colour('--text-quiet'),
        weight: 1,
        fillOpacity: 0.06,
        bubblingMouseEvents: false,
        snapIgnore: true,
      } as object)
      others.addLayer(polygon.on('click', () => onPick(id)))
    }
  }

  return {
    show(preview) {
      shown = preview
      layer.clearLayers()
      drawOthers(preview?.others ?? [])
      if (!preview) return
      const { before, after, places } = preview
      if (before && isOnEarth(before))
        line(before, { color: colour('--primary'), weight: 3, fillOpacity: 0.12 })
      if (after)
        line(after, {
          color: colour('--warning'),
          weight: 3.5,
          dashArray: '9 6',
          fillOpacity: 0.1,
        })
      for (const { at, name, isChosen } of places) {
        const mark = new CircleMarker(latLng(at), {
          renderer,
          radius: isChosen ? 10 : 6,
          color: colour(isChosen ? '--warning' : '--text-quiet'),
          weight: 3,
          fillOpacity: isChosen ? 0.4 : 0,
          interactive: false,
          snapIgnore: true,
        } as object)
        mark.bindTooltip(name, {
          permanent: isChosen || places.length < 5, // sixteen names would hide the map
          direction: 'top',
          offset: [0, -8],
          className: 'system-mark',
        })
        layer.addLayer(mark)
      }
    },
    boxOf(part) {
      if (!shown) return undefined
      const { before, after, places } = shown
      const wanted = part === 'before' ? [before] : part === 'after' ? [after] : [before, after]
      const box = wanted
        .filter((one) => one !== null && isOnEarth(one))
        .map(boundsOf)
        .reduce((all, one) => (all && one ? all.extend(one) : (all ?? one)), undefined)
      if (box || part) return box
      const around = places.length ? places : []
      const all = around.length
        ? boundsOf({ type: 'Polygon', coordinates: [around.map(({ at }) => at)] })
        : undefined
      return (
        all ??
        shown.others
          .map(({ boundary }) => boundsOf(boundary))
          .reduce((sum, one) => (sum && one ? sum.extend(one) : (sum ?? one)), undefined)
      )
    },
    remove() {
      layer.remove()
      others.remove()
    },
  }
}
