import { mixed, type Outlined } from './outlines.ts'
import type { Budget, Line, Ordinates, Reading } from './shapes.ts'
import { attributeOf, readXml } from './xml.ts'

const MOST_ATTRIBUTES = 60
const LONGEST = 2000 // characters of a value that are looked at

/**
 * `lon,lat[,height]` by white space, which may also stand around a comma; what is no number stays NaN,
 * so that it is told and not lost.
 */
function coordinates(text: string, budget: Budget): Line {
  const line: Line = []
  let tuple: number[] = []
  let goesOn = false
  const end = (): void => {
    if (tuple.length === 0) return
    budget.points(1)
    line.push([tuple[0] ?? NaN, tuple[1] ?? NaN] satisfies Ordinates)
    tuple = []
  }
  for (const [token] of text.matchAll(/[^\s,]+|,/g)) {
    if (token === ',') goesOn = true
    else {
      if (!goesOn) end()
      if (tuple.length < 3) tuple.push(Number(token.slice(0, 40)))
      goesOn = false
    }
  }
  end()
  return line
}

/** What is being read of one Placemark. */
interface Placemark extends Omit<Outlined, 'attributes'> {
  attributes: Record<string, unknown>
}

/**
 * Read KML: polygons, else traced lines and walks, else points as corners, each with its name and its
 * extended data. KML is WGS 84, longitude first, by definition.
 *
 * @throws Refusal `unreadable-file`, `file-too-complex`
 */
export function readKml(text: string, name: string, budget: Budget): Omit<Reading, 'format'> {
  const found: Placemark[] = []
  const path: string[] = []
  let placemark: Placemark | undefined
  let rings: Line[] | undefined
  let track: Line | undefined
  let [key, said] = ['', '']
  const keep = (attribute: string, value: string): void => {
    if (!placemark || Object.keys(placemark.attributes).length >= MOST_ATTRIBUTES) return
    if (attribute !== '' && attribute !== '__proto__')
      placemark.attributes[attribute] = value.trim()
  }
  const drawn = (line: Line): void => {
    if (!placemark || line.length === 0) return
    const around = path.at(-2)
    if (rings && path.includes('outerBoundaryIs')) rings.unshift(line)
    else if (rings) rings.push(line)
    else placemark.outlines.push({ kind: around === 'Point' ? 'point' : 'line', line })
  }
  readXml(text, {
    open(element, tag) {
      path.push(element)
      said = ''
      if (element === 'Placemark') {
        budget.shape()
        placemark = { id: `#${found.length + 1}`, attributes: {}, outlines: [] }
      } else if (element === 'Polygon') rings = []
      else if (element === 'Track') track = []
      else if (element === 'SimpleData' || element === 'Data') key = attributeOf(tag, 'name') ?? ''
    },
    text(part) {
      const isLong = path.at(-1) === 'coordinates'
      if (placemark && (isLong || said.length < LONGEST)) said += part
    },
    close(element) {
      if (element === 'coordinates') drawn(coordinates(said, budget))
      else if (element === 'coord' && track) {
        budget.points(1)
        const [lng, lat] = said.trim().split(/\s+/).map(Number)
        track.push([lng ?? NaN, lat ?? NaN])
      } else if (element === 'Track' && track) {
        placemark?.outlines.push({ kind: 'line', line: track })
        track = undefined
      } else if (element === 'Polygon' && rings) {
        placemark?.outlines.push({ kind: 'area', parts: [rings] })
        rings = undefined
      } else if (element === 'SimpleData' || element === 'value') keep(key, said)
      else if (element === 'name' && path.at(-2) === 'Placemark') keep('name', said)
      else if (element === 'Placemark' && placemark) {
        found.push(placemark)
        placemark = undefined
      }
      path.pop()
      said = ''
    },
  })
  const shapes = mixed(
    found.map(({ attributes, ...rest }) => ({ ...rest, attributes: () => attributes })),
  )
  return { layers: [{ name, crs: { known: 'declared', epsg: 4326 }, shapes }] }
}
