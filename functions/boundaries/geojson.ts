import { quoted } from '../domain/fault.ts'
import { findCrs } from '../domain/crs.ts'
import {
  type Budget,
  type Line,
  type NamedCrs,
  type Ordinates,
  type Reading,
  type Shape,
  tooComplex,
  unreadable,
} from './shapes.ts'
import { mixed, type Outline } from './outlines.ts'

const MOST_MARKS = 1_000_000 // brackets and commas: what a parser makes of 20 MB stays below 100 MB
const MOST_LEVELS = 64

/** Refuse JSON that would fill the memory, by a look at its brackets and commas alone. */
function requireModest(text: string): void {
  let [marks, level] = [0, 0]
  let isText = false
  for (let i = 0; i < text.length; i += 1) {
    const mark = text.charCodeAt(i)
    if (isText) {
      if (mark === 0x5c) i += 1
      else if (mark === 0x22) isText = false
    } else if (mark === 0x22) isText = true
    else if (mark === 0x2c) marks += 1
    else if (mark === 0x5b || mark === 0x7b) {
      marks += 1
      level += 1
      if (level > MOST_LEVELS) break
    } else if (mark === 0x5d || mark === 0x7d) level -= 1
  }
  if (marks > MOST_MARKS || level > MOST_LEVELS)
    throw tooComplex(
      'GeoJSON ini terlalu besar atau bersarang terlalu dalam. Kirim hanya bidang yang didaftarkan.',
      'This GeoJSON is too large or nests too deep. Send only the parcel that is registered.',
    )
}

type Json = Readonly<Record<string, unknown>>
const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** `urn:ogc:def:crs:EPSG::23835`, `EPSG:23835`, `urn:ogc:def:crs:OGC:1.3:CRS84`. */
function crsOf(file: Json): NamedCrs {
  if (file.crs === undefined || file.crs === null) return { known: 'declared', epsg: 4326 } // RFC 7946
  const name = String(objectOf(objectOf(file.crs).properties).name ?? '')
  if (/CRS84$/i.test(name)) return { known: 'declared', epsg: 4326 }
  const [, digits] = /EPSG:[\d.]*:?(\d{4,6})$/i.exec(name) ?? []
  if (digits && findCrs(Number(digits))) return { known: 'declared', epsg: Number(digits) }
  const said = quoted(name)
  return {
    known: 'unknown',
    fault: {
      code: 'crs-unknown',
      detail: {
        id: `Berkas menyebut sistem koordinat "${said}" yang tidak dikenal di sini. Pilih sistemnya.`,
        en: `The file names the system "${said}", which is not known here. Choose its system.`,
      },
    },
  }
}

function lineOf(value: unknown, budget: Budget): Line {
  const list = listOf(value)
  budget.points(list.length)
  return list.map((position): Ordinates => {
    const [x, y] = listOf(position)
    return [typeof x === 'number' ? x : NaN, typeof y === 'number' ? y : NaN]
  })
}
const ringsOf = (value: unknown, budget: Budget): Line[] =>
  listOf(value).map((ring) => lineOf(ring, budget))

/** Areas, lines and points of a geometry. */
function outlinesOf(value: unknown, budget: Budget): Outline[] {
  const { type, coordinates, geometries } = objectOf(value)
  switch (type) {
    case 'Polygon':
      return [{ kind: 'area', parts: [ringsOf(coordinates, budget)] }]
    case 'MultiPolygon':
      return [{ kind: 'area', parts: listOf(coordinates).map((part) => ringsOf(part, budget)) }]
    case 'LineString':
      return [{ kind: 'line', line: lineOf(coordinates, budget) }]
    case 'MultiLineString':
      return ringsOf(coordinates, budget).map((line) => ({ kind: 'line', line }))
    case 'Point':
      return [{ kind: 'point', line: lineOf([coordinates], budget) }]
    case 'MultiPoint':
      return [{ kind: 'point', line: lineOf(coordinates, budget) }]
    case 'GeometryCollection':
      return listOf(geometries).flatMap((each) => outlinesOf(each, budget))
    default:
      return []
  }
}

function featuresOf(file: Json): Json[] {
  if (file.type === 'FeatureCollection') return listOf(file.features).map(objectOf)
  if (file.type === 'Feature') return [file]
  return [{ type: 'Feature', geometry: file, properties: {} }]
}

/** True for text that begins as JSON does. */
export const looksLikeJson = (text: string): boolean => /^\s*[{[]/.test(text.slice(0, 1000))

/**
 * Read GeoJSON (RFC 7946, and the older one with a `crs` member): features, or a bare geometry.
 *
 * @throws Refusal `unreadable-file`, `file-too-complex`
 */
export function readGeoJson(text: string, name: string, budget: Budget): Reading {
  requireModest(text)
  let file: Json
  try {
    file = objectOf(JSON.parse(text))
  } catch {
    throw /\b(NaN|-?Infinity)\b/.test(text)
      ? unreadable(
          'GeoJSON ini memuat NaN atau Infinity, yang bukan angka. Ekspor ulang berkasnya.',
          'This GeoJSON holds NaN or Infinity, which are no numbers. Export the file again.',
        )
      : unreadable(
          'Berkas ini mulai seperti GeoJSON, tetapi tidak terbaca sebagai JSON. Mungkin terpotong; ekspor ulang.',
          'This begins like GeoJSON but cannot be read as JSON. It may be cut off; export it again.',
        )
  }
  if (/"type"\s*:\s*"Topology"/.test(text.slice(0, 2000)))
    throw unreadable(
      'TopoJSON tidak dibaca di sini. Ekspor sebagai GeoJSON.',
      'TopoJSON is not read here. Export it as GeoJSON.',
    )
  const found = featuresOf(file).map((feature, i) => {
    budget.shape()
    const properties = objectOf(feature.properties)
    return {
      id: `#${i + 1}`,
      attributes: () => properties,
      outlines: outlinesOf(feature.geometry, budget),
    }
  })
  const shapes: Shape[] = mixed(found)
  return { format: 'geojson', layers: [{ name, crs: crsOf(file), shapes }] }
}
