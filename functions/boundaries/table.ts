import { quoted } from '../domain/fault.ts'
import { inDecimals, ordinateOf, type Written } from './angle.ts'
import {
  type Budget,
  type Line,
  type NamedCrs,
  type Reading,
  type Shape,
  tooComplex,
  unreadable,
} from './shapes.ts'

/** One line of a table that is not blank. */
interface Row {
  line: number
  cells: string[]
}

const SEPARATORS = {
  tab: /\t/,
  semicolon: /;/,
  comma: /,/,
  spaces: /\s+/,
} as const

/** Split at a separator outside of quotes; quotes that wrap a cell are taken off. */
function split(line: string, separator: RegExp): string[] {
  if (!/(^|[\t;,])\s*"/.test(line)) return line.split(separator).map((cell) => cell.trim())
  const cells: string[] = []
  let [cell, isQuoted] = ['', false]
  for (const mark of line) {
    if (mark === '"') isQuoted = !isQuoted
    else if (!isQuoted && separator.test(mark)) {
      cells.push(cell.trim())
      cell = ''
    } else cell += mark
  }
  return [...cells, cell.trim()]
}

const countOf = (cells: readonly string[]): number =>
  cells.filter((cell) => ordinateOf(cell) !== undefined).length

/** The separator by which most lines have two numbers or more; of equals the earlier one. */
function separatorOf(lines: readonly string[]): RegExp {
  let [best, most] = [SEPARATORS.tab as RegExp, -1]
  for (const separator of Object.values(SEPARATORS)) {
    const fit = lines.filter((line) => {
      const cells = split(line.trim(), separator)
      return countOf(cells) >= 2 && (separator !== SEPARATORS.comma || !isDecimalComma(cells))
    }).length
    if (fit > most) [best, most] = [separator, fit]
  }
  return best
}

/** True for cells that only whole numbers make, as in `106,8123 -6,2012`, which has commas within. */
const isDecimalComma = (cells: readonly string[]): boolean =>
  cells.some((cell) => /\d\s+[-+]?\d/.test(cell))

const ROLES: readonly (readonly [role: Role, names: RegExp])[] = [
  ['x', /^(x|e|east|easting|timur|absis|bujur|bujurtimur|bt|lon|lng|long|longitude|koordinatx|xcoord|pointx|xm|xmeter|mtimur)$/],
  ['y', /^(y|n|north|northing|utara|ordinat|lintang|lintangselatan|lintangutara|ls|lu|lat|latitude|koordinaty|ycoord|pointy|ym|ymeter|mutara)$/],
  ['parcel', /^(bidang|idbidang|nobidang|namabidang|persil|idpersil|nopersil|parcel|parcelid|poligon|polygon|polygonid|kavling|blok|nib|id)$/],
] // prettier-ignore
type Role = 'x' | 'y' | 'parcel'

const roleOf = (cell: string): Role | undefined => {
  const name = cell.toLowerCase().replace(/\(.*?\)|\[.*?\]|[^a-z]/g, '')
  return ROLES.find(([, names]) => names.test(name))?.[0]
}

interface Columns {
  x: number
  y: number
  parcel?: number
}

function columnsOf(header: Row | undefined): Partial<Columns> {
  const columns: Partial<Columns> = {}
  header?.cells.forEach((cell, i) => {
    const role = roleOf(cell)
    if (role && columns[role] === undefined) columns[role] = i
  })
  return columns
}

/** Which two columns are ordinates where no header says so: the last two that are numbers all through. */
function guessColumns(rows: readonly Row[]): Columns | undefined {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const numeric = Array.from({ length: width }, (_, i) => i).filter((i) =>
    rows.every(({ cells }) => ordinateOf(cells[i] ?? '') !== undefined),
  )
  const isCounting = (i: number): boolean =>
    rows.length > 1 &&
    rows.every(({ cells }, at) => Number(cells[i]) - Number(rows[0]!.cells[i]) === at)
  const [first, second] = numeric.filter((i) => numeric.length < 3 || !isCounting(i))
  if (first === undefined || second === undefined) return undefined
  const sample = rows.map(({ cells }) => [
    ordinateOf(cells[first] ?? '')!,
    ordinateOf(cells[second] ?? '')!,
  ])
  const isTurned = sample.every(([a, b]) => isNorthing(a!, b!))
  return isTurned ? { x: second, y: first } : { x: first, y: second }
}

/**
 * Whether the first of two ordinates without names is the one to the north: its letter says so, or
 * only so do both mean a place in Indonesia (degrees, TM-3 or UTM).
 */
function isNorthing(first: Written, second: Written): boolean {
  if (first.axis ?? second.axis) return first.axis === 'y' || second.axis === 'x'
  const canBe = (x: number, y: number): boolean =>
    (x >= 90 && x <= 145 && Math.abs(y) <= 15) || (x >= 20_000 && x <= 900_000 && y >= 0)
  return !canBe(first.value, second.value) && canBe(second.value, first.value)
}

const badRow = ({ line, cells }: Row) => ({
  code: 'unreadable-row',
  detail: {
    id: `Baris ${line} tidak terbaca sebagai titik: ${quoted(cells.join(' '))}.`,
    en: `Line ${line} cannot be read as a corner: ${quoted(cells.join(' '))}.`,
  },
})

const swapsAxes = (x: Written, y: Written): boolean => x.axis === 'y' || y.axis === 'x'

function shapeOf(id: string, rows: readonly Row[], { x, y }: Columns): Shape {
  const bad: Row[] = []
  const line: Line = rows.flatMap((row): Line => {
    const [a, b] = [ordinateOf(row.cells[x] ?? ''), ordinateOf(row.cells[y] ?? '')]
    if (a && b) return [swapsAxes(a, b) ? [b.value, a.value] : [a.value, b.value]]
    bad.push(row)
    return []
  })
  const faults = bad.slice(0, 20).map(badRow)
  return {
    id,
    attributes: () => ({}),
    parts: [[line]],
    closes: true,
    ...(bad.length > 0 && { faults }),
  }
}

const LONGEST = 2000 // characters of a line
const MOST_CELLS = 30
/** Characters of a table: 200,000 corners make no more. */
const MOST_TEXT = 8_000_000
/** Lines among which the first corner is looked for. */
const HEAD = 200

/** The lines of a text, counted before they are cut. */
function linesOf(text: string, budget: Budget): string[] {
  if (text.length > MOST_TEXT)
    throw tooComplex(
      'Tabel ini lebih dari 8 MB. Kirim hanya titik bidang yang didaftarkan.',
      'This table is larger than 8 MB. Send only the corners of the parcel that is registered.',
    )
  let count = 1
  for (let i = 0; i < text.length; i += 1) {
    const mark = text.charCodeAt(i)
    if (mark === 0x0a || mark === 0x0d) count += 1
  }
  budget.points(Math.ceil(count / 2)) // with CRLF, or blank lines between, there are twice as many
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  if (lines.some(({ length }) => length > LONGEST)) throw noTable()
  return lines
}

const noTable = () =>
  unreadable(
    'Berkas ini tidak terbaca sebagai peta maupun tabel titik. Kirim SHP dalam ZIP, KML, KMZ, GPX, GeoJSON, WKT atau tabel koordinat.',
    'This can be read neither as a map nor as a table of corners. Send a zipped shapefile, KML, KMZ, GPX, GeoJSON, WKT or a table of coordinates.',
  )

/** Rows by parcel where a column tells them apart and each has three corners or more. */
function groupsOf(rows: readonly Row[], column: number | undefined): [string, Row[]][] {
  const groups = new Map<string, Row[]>()
  if (column !== undefined)
    for (const row of rows) {
      const key = row.cells[column] ?? ''
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  const isUseful = groups.size > 0 && [...groups.values()].every((group) => group.length >= 3)
  return isUseful ? [...groups] : [['1', [...rows]]]
}

/**
 * Read a table of corners, from a CSV file or pasted: with a header or none; comma, semicolon, tab or
 * spaces; decimal point or comma; decimal degrees, degrees-minutes-seconds or metres.
 *
 * @throws Refusal `unreadable-file`
 */
export function readTable(text: string, name: string, budget: Budget): Reading {
  const whole = linesOf(text, budget)
  const head = whole.slice(0, HEAD).map(inDecimals)
  const separator = separatorOf(head)
  const isTable = head.some((line) => countOf(split(line.trim(), separator)) >= 2)
  if (!isTable) throw noTable()
  const lines = [...head, ...whole.slice(HEAD).map(inDecimals)]
  const all = lines
    .map((line, i): Row => ({
      line: i + 1,
      cells: split(line.trim(), separator).slice(0, MOST_CELLS),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const start = all.findIndex(({ cells }) => countOf(cells) >= 2)
  const rows = all.slice(start)
  const named = columnsOf(all[start - 1])
  const sound = rows.filter(({ cells }) => countOf(cells) >= 2)
  const guessed = named.x === undefined || named.y === undefined ? guessColumns(sound) : undefined
  const { x, y } = { ...named, ...guessed }
  if (x === undefined || y === undefined)
    throw unreadable(
      'Kolom koordinat tidak dikenali. Beri judul kolom "bujur" dan "lintang", atau "X" dan "Y".',
      'The columns of coordinates are not recognised. Name them "longitude" and "latitude", or "X" and "Y".',
    )
  const shapes = groupsOf(rows, named.parcel).map(([id, group]) => {
    budget.shape()
    return shapeOf(`#${id}`, group, { x, y })
  })
  const crs: NamedCrs = { known: 'unknown' } // a table names none
  return { format: 'csv', layers: [{ name, crs, shapes }] }
}
