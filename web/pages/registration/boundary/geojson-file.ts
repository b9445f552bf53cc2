import { type Boundary, boundaryFaults, boundsOf } from '../../../../functions/domain/boundary.ts'
import type { Phrase } from '../../../../functions/domain/phrase.ts'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'

/** One area of a file that can become a boundary. */
export interface Choice {
  boundary: Boundary
  /** Its place in the file, from 1. */
  place: number
  attributes: readonly [name: string, value: string][]
}

/** What a file has to offer. */
export interface BoundaryFile {
  name: string
  choices: Choice[]
  /** Why the file, or an area of it, cannot be used. */
  faults: Phrase[]
  notices: Phrase[]
}

const LARGEST = 20 * 1024 * 1024 // bytes; a parcel of 100,000 corners has 4 MB

type Members = Record<string, unknown>
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The features of any GeoJSON object; a bare geometry counts as a feature without attributes. */
function featuresOf(root: unknown): { geometry: unknown; properties: unknown }[] {
  if (!isMembers(root)) return []
  if (root.type === 'FeatureCollection' && Array.isArray(root.features))
    return root.features.flatMap(featuresOf)
  if (root.type === 'Feature')
    return geometriesOf(root.geometry).map((geometry) => ({
      geometry,
      properties: root.properties,
    }))
  return geometriesOf(root).map((geometry) => ({ geometry, properties: undefined }))
}

const geometriesOf = (geometry: unknown): unknown[] =>
  isMembers(geometry) &&
  geometry.type === 'GeometryCollection' &&
  Array.isArray(geometry.geometries)
    ? geometry.geometries
    : isMembers(geometry) && 'coordinates' in geometry
      ? [geometry]
      : []

/** Attributes worth reading when one of many areas is chosen: short ones that say something. */
const attributesOf = (properties: unknown): [string, string][] =>
  Object.entries(isMembers(properties) ? properties : {})
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]): [string, string] => [name, String(value).trim()])
    .filter(([, value]) => value !== '')

/** Coordinates with two ordinates each, and whether a height was left out. */
function flat(value: unknown): { value: unknown; hadHeight: boolean } {
  let hadHeight = false
  const walk = (node: unknown): unknown => {
    if (!Array.isArray(node)) return node
    if (typeof node[0] === 'number' && node.length > 2) {
      hadHeight = true
      return node.slice(0, 2)
    }
    return typeof node[0] === 'number' ? node : node.map(walk)
  }
  return { value: walk(value), hadHeight }
}

const isMetres = (boundary: Boundary): boolean =>
  boundsOf(boundary).some((ordinate) => Math.abs(ordinate) > 180)

/** Read the areas of a GeoJSON text. */
export function readGeoJson(name: string, text: string): BoundaryFile {
  const file: BoundaryFile = { name, choices: [], faults: [], notices: [] }
  let root: unknown
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { ...file, faults: [words.notJson(name)] }
  }
  const features = featuresOf(root)
  if (features.length === 0) return { ...file, faults: [words.notGeoJson(name)] }
  const types = features.map(({ geometry }) => (isMembers(geometry) ? geometry.type : undefined))
  const areas = features.filter((_, at) => /^(Multi)?Polygon$/.test(String(types[at])))
  if (areas.length === 0) {
    const arePoints = types.every((type) => String(type).endsWith('Point'))
    const what = arePoints ? words.points : words.lines
    return {
      ...file,
      faults: [{ id: words.onlyLines(name, what.id).id, en: words.onlyLines(name, what.en).en }],
    }
  }
  const broken: Phrase[] = []
  let heights = false
  let metres = false
  areas.forEach(({ geometry, properties }, at) => {
    const { type, coordinates } = geometry as Members
    const { value, hadHeight } = flat(coordinates)
    const candidate = { type, coordinates: value }
    const [fault] = boundaryFaults(candidate)
    heights ||= hadHeight
    if (fault) broken.push(fault.detail)
    else if (isMetres(candidate as Boundary)) metres = true
    else
      file.choices.push({
        boundary: candidate as Boundary,
        place: at + 1,
        attributes: attributesOf(properties),
      })
  })
  if (metres) file.faults.push(words.otherSystem(name))
  if (broken.length) file.faults.push(words.brokenPolygons(broken.length), ...new Set(broken))
  if (heights) file.notices.push(words.heights)
  return file
}

/** Read a file that a person chose or dropped. */
export async function readBoundaryFile(file: File): Promise<BoundaryFile> {
  if (file.size > LARGEST)
    return { name: file.name, choices: [], faults: [words.fileTooLarge(file.name)], notices: [] }
  return readGeoJson(file.name, await file.text())
}
