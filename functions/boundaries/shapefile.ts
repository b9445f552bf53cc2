import { encodingOf, readDbf } from './dbf.ts'
import { mixed, type Outlined, type Outline } from './outlines.ts'
import { readPrj } from './prj.ts'
import { type Budget, type Layer, type Line, type NamedCrs } from './shapes.ts'
import { readShp, type ShpRecord } from './shp.ts'
import { type Entry, lastPart } from './zip.ts'

/** Twice the area of a ring, positive when it runs counter-clockwise. */
function turn(line: Line): number {
  const [x0, y0] = line[0] ?? [0, 0]
  let sum = 0
  for (let i = 1; i < line.length; i += 1) {
    const [[ax, ay], [bx, by]] = [line[i - 1]!, line[i]!]
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum
}

function isInside([x, y]: Line[number], ring: Line): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [[ax, ay], [bx, by]] = [ring[i]!, ring[j]!]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

const MOST_PAIRS = 2_000_000 // corners looked at to find which hole is whose

/**
 * Rings of a shapefile by part: clockwise ones are shells, the others are holes of the smallest shell
 * around their first corner. A hole without shell is a part of its own: no land is lost.
 */
function partsOf(lines: Line[]): Line[][] {
  const turned = lines.map((line) => ({ line, size: turn(line) }))
  const parts = new Map(turned.flatMap(({ line, size }) => (size > 0 ? [] : [[line, [line]]])))
  const shells = turned.filter(({ size }) => !(size > 0)).sort((a, b) => b.size - a.size)
  const corners = shells.reduce((sum, { line }) => sum + line.length, 0)
  const holes = turned.filter(({ size }) => size > 0)
  const isTooMuch = holes.length * corners > MOST_PAIRS
  for (const { line } of holes) {
    const shell = isTooMuch ? shells[0] : shells.find((each) => isInside(line[0]!, each.line))
    if (shell) parts.get(shell.line)!.push(line)
    else parts.set(line, [line])
  }
  return [...parts.values()]
}

function outlinesOf({ kind, lines }: ShpRecord): Outline[] {
  if (kind === 'area') return [{ kind, parts: partsOf(lines) }]
  if (kind === 'line') return lines.map((line) => ({ kind, line }))
  return lines.map((line) => ({ kind: 'point', line }))
}

const missing = (): NamedCrs => ({
  known: 'unknown',
  fault: {
    code: 'prj-missing',
    detail: {
      id: 'Tidak ada berkas .prj, jadi sistem koordinatnya tidak disebut. Minta kepada pembuat peta, atau pilih.',
      en: 'There is no .prj file, so its system is not named. Ask who made the map, or choose it.',
    },
  },
})

const stem = (name: string): string => name.replace(/\.[^./]+$/, '').toLowerCase()
const ending = (name: string): string => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
/** Every shapefile in an archive, each a layer of its own: any case, in any folder. */
export function readShapefiles(entries: readonly Entry[], budget: Budget): Layer[] {
  const text = (entry: Entry | undefined): string | undefined =>
    entry && new TextDecoder().decode(entry.read().subarray(0, 30_000))
  return entries
    .filter(({ name }) => ending(name) === 'shp')
    .map((shp): Layer => {
      const beside = (kind: string): Entry | undefined =>
        entries.find(({ name }) => ending(name) === kind && stem(name) === stem(shp.name))
      const name = lastPart(shp.name)
      const records = readShp(shp.read(), name, budget)
      const prj = text(beside('prj'))
      const dbf = beside('dbf')
      const encoding = encodingOf(text(beside('cpg')) ?? '')
      const rowAt = dbf ? readDbf(dbf.read(), lastPart(dbf.name), encoding) : () => ({})
      const found = records.map((record, i): Outlined => ({
        id: `${name}#${i + 1}`,
        attributes: () => rowAt(i),
        outlines: outlinesOf(record),
      }))
      const crs = prj === undefined || prj.trim() === '' ? missing() : readPrj(prj)
      return { name, crs, shapes: mixed(found) }
    })
}
