import { mixed, type Outlined } from './outlines.ts'
import type { Budget, Line, Reading } from './shapes.ts'
import { attributeOf, readXml } from './xml.ts'

const POINTS: Record<string, 'line' | 'point'> = { trkpt: 'line', rtept: 'line', wpt: 'point' }

/**
 * Read GPX: tracks and routes as walks round the land, where a track that was interrupted goes on;
 * else waypoints as corners in their order. GPX is WGS 84 by definition.
 *
 * @throws Refusal `unreadable-file`, `file-too-complex`
 */
export function readGpx(text: string, name: string, budget: Budget): Reading {
  const found: Outlined[] = []
  const waypoints: Line = []
  const path: string[] = []
  let line: Line = []
  let [called, said] = ['', '']
  readXml(text, {
    open(element, tag) {
      path.push(element)
      said = ''
      if (element === 'trk' || element === 'rte') {
        budget.shape()
        line = []
        called = ''
      }
      const kind = POINTS[element]
      if (!kind) return
      budget.points(1)
      const [lng, lat] = ['lon', 'lat'].map((each) => Number(attributeOf(tag, each) ?? NaN))
      ;(kind === 'point' ? waypoints : line).push([lng ?? NaN, lat ?? NaN])
    },
    text(part) {
      if (said.length < 200) said += part
    },
    close(element) {
      path.pop()
      if (element === 'name' && /^(trk|rte)$/.test(path.at(-1) ?? '')) called = said.trim()
      if (element !== 'trk' && element !== 'rte') return
      const attributes = called === '' ? {} : { name: called }
      const outlines = [{ kind: 'line' as const, line }]
      found.push({ id: `#${found.length + 1}`, attributes: () => attributes, outlines })
    },
  })
  const points = {
    id: '#1',
    attributes: () => ({}),
    outlines: [{ kind: 'point' as const, line: waypoints }],
  }
  const shapes = mixed([...found, points])
  return { format: 'gpx', layers: [{ name, crs: { known: 'declared', epsg: 4326 }, shapes }] }
}
