import type { Budget, Line, Ordinates } from './shapes.ts'
import { unreadable } from './shapes.ts'

const HEADER = 100 // bytes
const MAGIC = 9994

/** Kinds of shapes by their code, those with heights (10) and measures (20) counted in. */
const KINDS = { 1: 'point', 3: 'line', 5: 'area', 8: 'points' } as const
type Kind = (typeof KINDS)[keyof typeof KINDS]

/** One record: its lines as they are, in their order; none for an empty one. */
export interface ShpRecord {
  kind: Kind | undefined
  lines: Line[]
}

const broken = (name: string) =>
  unreadable(
    `${name} terpotong atau rusak. Ekspor ulang shapefile-nya, lalu kirim lagi.`,
    `${name} is cut off or damaged. Export the shapefile again and send it once more.`,
  )

function positions(view: DataView, at: number, count: number): Line {
  return Array.from({ length: count }, (_, i): Ordinates => [
    view.getFloat64(at + 16 * i, true),
    view.getFloat64(at + 16 * i + 8, true),
  ])
}

function linesOf(view: DataView, at: number, end: number, budget: Budget): Line[] {
  const [parts, points] = [view.getInt32(at + 36, true), view.getInt32(at + 40, true)]
  const room = end - at - 44
  if (parts < 0 || points < 0 || parts * 4 + points * 16 > room) throw new RangeError('Too short.')
  if (parts > points) throw new RangeError('Parts without points.') // they would cost nothing to send
  budget.points(points)
  const starts = Array.from({ length: parts }, (_, i) => view.getInt32(at + 44 + 4 * i, true))
  return starts.map((start, i) => {
    const stop = starts[i + 1] ?? points
    if (start < 0 || stop < start || stop > points) throw new RangeError('Parts out of order.')
    return positions(view, at + 44 + 4 * parts + 16 * start, stop - start)
  })
}

function recordAt(view: DataView, at: number, end: number, budget: Budget): ShpRecord {
  const code = view.getInt32(at, true)
  const kind = KINDS[(code % 10) as keyof typeof KINDS]
  if (code === 0 || kind === undefined) return { kind: undefined, lines: [] }
  if (kind === 'point') return { kind, lines: [positions(view, at + 4, 1)] }
  if (kind !== 'points') return { kind, lines: linesOf(view, at, end, budget) }
  const count = view.getInt32(at + 36, true)
  if (count < 0 || count * 16 > end - at - 40) throw new RangeError('Too short.')
  budget.points(count)
  return { kind, lines: [positions(view, at + 40, count)] }
}

/**
 * The records of a .shp file in their order (the index beside it is not needed, so a wrong one does
 * no harm). Its ordinates are those of the file: nothing is turned, closed or projected.
 *
 * Source: ESRI Shapefile Technical Description, July 1998.
 * @throws Refusal `unreadable-file` when it is cut off or no .shp
 */
export function readShp(bytes: Uint8Array, name: string, budget: Budget): ShpRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER || view.getInt32(0) !== MAGIC) throw broken(name)
  if (view.getInt32(24) * 2 > bytes.length) throw broken(name) // its own length, in words of 2 bytes
  const records: ShpRecord[] = []
  try {
    for (let at = HEADER; at + 8 <= bytes.length;) {
      const end = at + 8 + view.getInt32(at + 4) * 2
      if (end < at + 12 || end > bytes.length) throw broken(name)
      budget.shape()
      records.push(recordAt(view, at + 8, end, budget))
      at = end
    }
  } catch (error) {
    throw error instanceof RangeError ? broken(name) : error
  }
  return records
}
