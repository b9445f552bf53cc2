import { type Layer, TileLayer } from 'leaflet'

/** A base map that this installation offers; each comes from a server outside. */
export interface BaseMap {
  id: string
  name: string
  /** Tile address with `{z}`, `{x}` and `{y}`. */
  url: string
  attribution?: string
  /** Nearest zoom level that the server draws; tiles are enlarged beyond it. */
  maxZoom?: number
}

/** Tiles of a base map. Its server sees which area is looked at: add it only when a person chose it. */
export function baseMapLayer({ url, maxZoom = 18 }: BaseMap): Layer {
  return new TileLayer(url, {
    maxNativeZoom: maxZoom,
    maxZoom: 21,
    crossOrigin: 'anonymous',
    referrerPolicy: 'no-referrer',
  })
}

/** Host that learns of the view, for the sentence that says so. */
export function hostOf({ url }: BaseMap): string {
  try {
    return new URL(url.replaceAll(/[{}]/g, '')).hostname.replace(/^s\./, '')
  } catch {
    return url
  }
}
