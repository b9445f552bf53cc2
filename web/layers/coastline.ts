import { LayerGroup, type Map, Polygon } from 'leaflet'
import address from 'virtual:coastline'
import { latLng } from './coordinates.ts'
import { LastingCanvas } from './hatched-canvas.ts'

/** Rings of land as steps from corner to corner: longitude, latitude, longitude, latitude, ... */
interface Coastline {
  stepsPerDegree: number
  rings: number[][]
}

/** Nearer than this the coarse coast would lie: a field at the shore would seem to float. */
const NEAREST = 12

const colour = (map: Map, name: string): string =>
  getComputedStyle(map.getContainer()).getPropertyValue(name).trim()

/**
 * Land and sea from the page itself, in the colours of the system's light or dark setting.
 * Loads its 37 KB after the map stands; fires `loaderror` when they do not come.
 */
export function coastlineLayer(map: Map): LayerGroup {
  const layer = new LayerGroup()
  const pane = map.createPane('coastline')
  pane.style.zIndex = '150' // below tiles, so that a chosen base map covers it
  const renderer = new LastingCanvas({ pane: 'coastline', padding: 0.2 })
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  let land: Polygon | undefined

  const paint = () =>
    land?.setStyle({ color: colour(map, '--map-shore'), fillColor: colour(map, '--map-land') })

  const fit = () => {
    const near = map.getZoom() > NEAREST || !land
    map.getContainer().classList.toggle('map-at-sea', !near)
    if (land) map[near ? 'removeLayer' : 'addLayer'](land)
  }

  const load = async () => {
    try {
      const answer = await fetch(address)
      if (!answer.ok) throw new Error(`The coastline was answered ${answer.status}.`)
      const { stepsPerDegree, rings } = (await answer.json()) as Coastline
      land = new Polygon(
        rings.map((steps) => [corners(steps, stepsPerDegree)]),
        { renderer, pane: 'coastline', weight: 0.75, fillOpacity: 1, interactive: false },
      )
      paint()
      if (map.hasLayer(layer)) fit()
    } catch (error) {
      layer.fire('loaderror', { error })
    }
  }

  layer.on('add', () => {
    map.on('zoomend', fit)
    dark.addEventListener('change', paint)
    if (land) fit()
    else void load()
  })
  layer.on('remove', () => {
    map.off('zoomend', fit)
    dark.removeEventListener('change', paint)
    if (land) map.removeLayer(land)
  })
  return layer
}

function corners(steps: number[], perDegree: number) {
  const ring = []
  let [x, y] = [0, 0]
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i]!
    y += steps[i + 1]!
    ring.push(latLng([x / perDegree, y / perDegree]))
  }
  return ring
}
