import type { BBox, Geometry, Position } from 'geojson'
import { LatLngBounds, type LatLngBoundsExpression, type LatLngTuple } from 'leaflet'

/** Longitude-first position as Leaflet wants it: latitude first. No other folder ever turns it. */
export const latLng = ([lng = 0, lat = 0]: Position): LatLngTuple => [lat, lng]

/** Rings of every polygon of a boundary, latitude first; none for other geometries. */
export function latLngs(geometry: Geometry | null | undefined): LatLngTuple[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates.map((ring) => ring.map(latLng))]
  if (geometry?.type !== 'MultiPolygon') return []
  return geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(latLng)))
}

/** The box around a boundary, or nothing when it has no corner. */
export function boundsOf(geometry: Geometry | null | undefined): LatLngBounds | undefined {
  const corners = latLngs(geometry).flat(2)
  return corners.length ? new LatLngBounds(corners) : undefined
}

/** A `[west, south, east, north]` box for Leaflet. */
export const boxBounds = ([w, s, e, n]: [
  number,
  number,
  number,
  number,
]): LatLngBoundsExpression => [
  [s, w],
  [n, e],
]

/** Where a view stands, as the `[west, south, east, north]` of RFC 7946. */
export const boxOf = (bounds: LatLngBounds): BBox => [
  bounds.getWest(),
  bounds.getSouth(),
  bounds.getEast(),
  bounds.getNorth(),
]
