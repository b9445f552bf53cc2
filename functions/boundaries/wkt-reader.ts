import { findCrs } from '../domain/crs.ts'
import { mixed, type Outline, type Outlined } from './outlines.ts'
import {
  type Budget,
  type Line,
  type NamedCrs,
  type Ordinates,
  type Reading,
  unreadable,
} from './shapes.ts'

const GEOMETRY =
  /(?:SRID\s{0,3}=\s{0,3}(\d{1,6})\s{0,3};\s{0,3})?\b(MULTIPOLYGON|POLYGON|MULTILINESTRING|LINESTRING)\s{0,3}(?:ZM|Z|M)?\s{0,3}(?=\()/gi

/** True for text that is well-known text, or a table with a column of it. */
export const looksLikeWkt = (text: string): boolean =>
  /(^|[;,\t"'\n])\s{0,9}(SRID\s{0,3}=\s{0,3}\d{1,6}\s{0,3};)?\s{0,3}(MULTI)?(POLYGON|LINESTRING)\s{0,3}(ZM|Z|M)?\s{0,3}\(/i.test(
    text.slice(0, 5000),
  ) || /^\s*GEOMETRYCOLLECTION\s*\(/i.test(text.slice(0, 200))

function lineOf(text: string, budget: Budget): Line {
  const positions = text.split(',')
  budget.points(positions.length)
  return positions.map((position): Ordinates => {
    const [x, y] = position.trim().split(/\s+/)
    return [x ? Number(x) : NaN, y ? Number(y) : NaN]
  })
}

/** The lists of positions within the brackets at `from`, by part, and where they end. */
function bracketsAt(text: string, from: number, budget: Budget): { parts: Line[][]; end: number } {
  const parts: Line[][] = []
  let [level, start, deepest] = [0, from, 0]
  for (let at = from; at < text.length; at += 1) {
    const mark = text.charCodeAt(at)
    if (mark === 0x28) {
      level += 1
      deepest = Math.max(deepest, level)
      if (level > 3) break
      if (level === 2) parts.push([])
      start = at + 1
    } else if (mark === 0x29) {
      if (start >= 0) {
        if (parts.length === 0) parts.push([])
        parts.at(-1)!.push(lineOf(text.slice(start, at), budget))
      }
      start = -1
      level -= 1
      if (level === 0) return { parts: deepest === 2 ? [parts.flat()] : parts, end: at + 1 }
    }
  }
  throw unreadable(
    'WKT ini tidak lengkap: ada kurung yang tidak ditutup. Salin ulang seluruhnya.',
    'This WKT is not complete: a bracket is not closed. Copy all of it again.',
  )
}

function crsOf(codes: ReadonlySet<string | undefined>): NamedCrs {
  const [first, second] = codes
  if (first === undefined && second === undefined) return { known: 'unknown' }
  const epsg = Number(first ?? second)
  if (codes.size === 1 && findCrs(epsg)) return { known: 'declared', epsg }
  const list = [...codes].slice(0, 3).join(', ')
  return {
    known: 'unknown',
    fault: {
      code: 'crs-unknown',
      detail: {
        id: `SRID ${list} tidak dikenal di sini atau tidak sama. Pilih sistem koordinatnya.`,
        en: `SRID ${list} is not known here or not the same. Choose the system.`,
      },
    },
  }
}

/**
 * Read well-known text, one geometry or many, also PostGIS's with `SRID=` before it. Without that it
 * names no system.
 *
 * @throws Refusal `unreadable-file`, `file-too-complex`
 */
export function readWkt(text: string, name: string, budget: Budget): Reading {
  const found: Outlined[] = []
  const codes = new Set<string | undefined>()
  GEOMETRY.lastIndex = 0
  for (let match = GEOMETRY.exec(text); match; match = GEOMETRY.exec(text)) {
    const [, code, keyword = ''] = match
    const { parts, end } = bracketsAt(text, GEOMETRY.lastIndex, budget)
    budget.shape()
    codes.add(code)
    const outlines: Outline[] = /polygon$/i.test(keyword)
      ? [{ kind: 'area', parts }]
      : parts.flat().map((line) => ({ kind: 'line', line }))
    found.push({ id: `#${found.length + 1}`, attributes: () => ({}), outlines })
    GEOMETRY.lastIndex = end
  }
  return { format: 'wkt', layers: [{ name, crs: crsOf(codes), shapes: mixed(found) }] }
}
