import initGeos from 'geos-wasm'
import { geojsonToGeosGeom, geosGeomToGeojson } from 'geos-wasm/helpers'
import { areaOf } from '../../functions/domain/area.ts'
import { type Boundary, partsOf, type Position } from '../../functions/domain/boundary.ts'

/** GEOS, the library within PostGIS, as an outside judge of shapes. */
const geos = await initGeos({ noticeHandler: () => {} }) // it would print each invalid shape

function withGeometry<T>(shape: GeoJSON.Geometry, ask: (geometry: number) => T): T {
  const geometry = geojsonToGeosGeom(shape, geos)
  try {
    return ask(geometry)
  } finally {
    geos.GEOSGeom_destroy(geometry)
  }
}

/** Whether a boundary is valid by OGC Simple Features. */
export const isValid = (boundary: Boundary): boolean =>
  withGeometry(boundary, (geometry) => geos.GEOSisValid(geometry) === 1)

/** What GEOS says of a boundary, such as `Self-intersection[1 1]`. */
export const validityOf = (boundary: Boundary): string =>
  withGeometry(boundary, (geometry) => geos.Module.UTF8ToString(geos.GEOSisValidReason(geometry)))

/** Whether a point lies inside a boundary, not merely on its edge. */
export const contains = (boundary: Boundary, coordinates: Position): boolean =>
  withGeometry(boundary, (geometry) =>
    withGeometry(
      { type: 'Point', coordinates },
      (point) => geos.GEOSContains(geometry, point) === 1,
    ),
  )

/** How two boundaries lie to each other, as the nine letters of the DE-9IM matrix. */
export const relationOf = (a: Boundary, b: Boundary): string =>
  withGeometry(a, (one) =>
    withGeometry(b, (other) => {
      const text = geos.GEOSRelate(one, other)
      try {
        return geos.Module.UTF8ToString(text)
      } finally {
        geos.GEOSFree(text)
      }
    }),
  )

/** Area in square metres, on the ellipsoid, of what GEOS cuts out of both boundaries. */
export function cutArea(a: Boundary, b: Boundary): number {
  const shape = withGeometry(a, (one) =>
    withGeometry(b, (other): GeoJSON.Geometry => {
      const common = geos.GEOSIntersection(one, other)
      try {
        return geosGeomToGeojson(common, geos)
      } finally {
        geos.GEOSGeom_destroy(common)
      }
    }),
  )
  const shapes = shape.type === 'GeometryCollection' ? shape.geometries : [shape]
  return shapes
    .filter(({ type }) => type === 'Polygon' || type === 'MultiPolygon')
    .map((land) => land as Boundary)
    .reduce((sum, land) => sum + (partsOf(land).flat(2).length > 0 ? areaOf(land)! : 0), 0)
}
