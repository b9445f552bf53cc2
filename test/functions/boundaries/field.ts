/** A field in Binjai (12.75) as cs2cs gives its four corners in several systems, counter-clockwise. */
export const FIELD = {
  4326: [
    [98.48, 3.6],
    [98.481, 3.6],
    [98.481, 3.601],
    [98.48, 3.601],
  ],
  23831: [
    [308873.6819, 1898091.3104],
    [308984.7884, 1898091.4298],
    [308984.6695, 1898202.0136],
    [308873.5632, 1898201.8941],
  ],
  32647: [
    [442249.6446, 397929.8754],
    [442360.7061, 397929.8122],
    [442360.7689, 398040.3511],
    [442249.7076, 398040.4144],
  ],
  9477: [
    [442249.8325, 397929.7875],
    [442360.8939, 397929.7243],
    [442360.9568, 398040.2632],
    [442249.8955, 398040.3265],
  ],
  3857: [
    [10962743.4533, 401014.1104],
    [10962854.7728, 401014.1104],
    [10962854.7728, 401125.6501],
    [10962743.4533, 401125.6501],
  ],
} as const satisfies Record<number, readonly (readonly [number, number])[]>

/** Its area on the ellipsoid in m², by GeographicLib. */
export const FIELD_M2 = 12285.42

/** The field as a closed ring in one of its systems. */
export const ringIn = (epsg: keyof typeof FIELD): [number, number][] => {
  const corners = FIELD[epsg].map(([x, y]): [number, number] => [x, y])
  return [...corners, corners[0]!]
}

/** Rings as WKT, by GeoJSON's order of corners. */
export const wkt = (...rings: readonly (readonly [number, number])[][]): string =>
  `POLYGON (${rings.map((ring) => `(${ring.map(([x, y]) => `${x} ${y}`).join(', ')})`).join(', ')})`

/** A GeoJSON Polygon, with the older member for a system where one is given. */
export const geojson = (ring: readonly (readonly [number, number])[], crs?: string): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...(crs && { crs: { type: 'name', properties: { name: crs } } }),
    features: [
      { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } },
    ],
  })
