import { type Box, BOX_SCALE } from './box.ts'
import { WATERS } from './indonesia.ts'

/**
 * Quadkeys of Web Mercator, the cells of map tiles: one digit of base 4 a zoom level, west to east in
 * its low bit and north to south in its high bit. A code is a quadkey at z24, whose cells are 2.4 m
 * wide at the equator, as a whole number below 4^24; a cell of any zoom is a range of codes.
 */
export const DEEPEST = 24

/** The zoom at which one cell, 78 km wide, is one partition of the index. */
export const PARTITION_ZOOM = 9

const SIDE = 2 ** DEEPEST

/** Whole cells at z24, from north-west to south-east, both corners included. */
export interface Rect {
  west: number
  north: number
  east: number
  south: number
}

/** A range of codes, both ends included. */
export interface Range {
  start: number
  end: number
}

/** Farther than rounding in the projection goes and nearer than any corner: 2 micrometres. */
const ROUNDING = 1e-6

const columnOf = (units: number): number => ((units / BOX_SCALE + 180) / 360) * SIDE

function rowOf(units: number): number {
  const sin = Math.sin((units / BOX_SCALE / 180) * Math.PI)
  return (0.5 - Math.atanh(sin) / (2 * Math.PI)) * SIDE
}

const within = (units: number, least: number, most: number): number =>
  Math.min(Math.max(units, least * BOX_SCALE), most * BOX_SCALE)

/**
 * The cells that a box touches. What lies beyond the waters of Indonesia counts to the cells at their
 * edge, so that boxes that meet always have a cell in common.
 */
export function rectOf([west, south, east, north]: Box): Rect {
  const [w, s, e, n] = WATERS
  return {
    west: Math.floor(columnOf(within(west, w, e)) - ROUNDING),
    east: Math.floor(columnOf(within(east, w, e)) + ROUNDING),
    north: Math.floor(rowOf(within(north, s, n)) - ROUNDING),
    south: Math.floor(rowOf(within(south, s, n)) + ROUNDING),
  }
}

/** Put a zero before each of 12 bits: `abc` becomes `0a0b0c`. */
function spread(bits: number): number {
  let out = bits
  out = (out | (out << 8)) & 0x00f00ff
  out = (out | (out << 4)) & 0x0f0f0f
  out = (out | (out << 2)) & 0x333333
  return (out | (out << 1)) & 0x555555
}

/** Take the zeros out again. */
function gather(bits: number): number {
  let out = bits & 0x555555
  out = (out | (out >> 1)) & 0x333333
  out = (out | (out >> 2)) & 0x0f0f0f
  out = (out | (out >> 4)) & 0x00f00ff
  return (out | (out >> 8)) & 0xfff
}

const HALF = 2 ** 12 // bit operators end at 32 bits, so the two halves go by themselves

/** The code of a cell at z24 by its column and row. */
export const codeOf = (column: number, row: number): number =>
  (spread(Math.floor(column / HALF)) + 2 * spread(Math.floor(row / HALF))) * HALF * HALF +
  spread(column % HALF) +
  2 * spread(row % HALF)

/** Column and row of a code. */
export function cellOf(code: number): { column: number; row: number } {
  const [high, low] = [Math.floor(code / (HALF * HALF)), code % (HALF * HALF)]
  return {
    column: gather(high) * HALF + gather(low),
    row: gather(high >> 1) * HALF + gather(low >> 1),
  }
}

/** How many codes a cell of this zoom has. */
export const codesAt = (zoom: number): number => 4 ** (DEEPEST - zoom)

/** The zoom of a cell by its range of codes. */
export const zoomOf = ({ start, end }: Range): number => DEEPEST - Math.log2(end - start + 1) / 2

/** The cell of this zoom in which a code lies. */
export function cellAround(code: number, zoom: number): Range {
  const size = codesAt(zoom)
  const start = Math.floor(code / size) * size
  return { start, end: start + size - 1 }
}

/** The four cells of the next zoom, in the order of their codes. */
export function quarters({ start, end }: Range): Range[] {
  const size = (end - start + 1) / 4
  return [0, 1, 2, 3].map((i) => ({ start: start + i * size, end: start + (i + 1) * size - 1 }))
}

/** The cells at z24 that a cell covers: its first code is north-west, its last south-east. */
export function rectOfRange({ start, end }: Range): Rect {
  const [first, last] = [cellOf(start), cellOf(end)]
  return { west: first.column, north: first.row, east: last.column, south: last.row }
}

export const rectsMeet = (a: Rect, b: Rect): boolean =>
  a.west <= b.east && b.west <= a.east && a.north <= b.south && b.north <= a.south

/** How many cells of a zoom a rectangle touches. */
export function cellCount({ west, north, east, south }: Rect, zoom: number): number {
  const size = 2 ** (DEEPEST - zoom)
  const span = (from: number, to: number) => Math.floor(to / size) - Math.floor(from / size) + 1
  return span(west, east) * span(north, south)
}

/** The cells of a zoom that a rectangle touches, in the order of their codes. */
export function cellsOf({ west, north, east, south }: Rect, zoom: number): Range[] {
  const size = 2 ** (DEEPEST - zoom)
  const starts: number[] = []
  for (let row = Math.floor(north / size); row <= Math.floor(south / size); row += 1)
    for (let column = Math.floor(west / size); column <= Math.floor(east / size); column += 1)
      starts.push(codeOf(column * size, row * size))
  const codes = codesAt(zoom)
  return starts.sort((a, b) => a - b).map((start) => ({ start, end: start + codes - 1 }))
}

/** The code as 24 digits of base 4: texts sort as the codes do. */
export const keyOfCode = (code: number): string => code.toString(4).padStart(DEEPEST, '0')

export const codeOfKey = (key: string): number => Number.parseInt(key, 4)

/** The quadkey of the cell of this zoom in which a code lies, such as `132230103`. */
export const quadkeyOf = (code: number, zoom: number): string => keyOfCode(code).slice(0, zoom)

/** The range of codes of a quadkey. */
export function rangeOfQuadkey(quadkey: string): Range {
  const size = codesAt(quadkey.length)
  const start = Number.parseInt(quadkey, 4) * size
  return { start, end: start + size - 1 }
}
