/** `[west, south, east, north]` in degrees. */
type Box = readonly [west: number, south: number, east: number, north: number]

/** Where DGN95 and its TM-3 zones are in use, at sea as well (EPSG, extent "Indonesia"). */
export const WATERS: Box = [92.01, -13.95, 141.46, 7.79]

/** Indonesia's land: where a parcel can lie (EPSG, extent "Indonesia - onshore"). */
export const LAND: Box = [95.16, -10.98, 141.01, 5.97]

/** True when a longitude and a latitude, in this order, lie in the box or on its edge. */
export const isWithin = ([west, south, east, north]: Box, lng: number, lat: number): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north
