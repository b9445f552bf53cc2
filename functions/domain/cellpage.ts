import type { Box } from './box.ts'
import type { State } from './parcel.ts'
import { type Axes, axesCode, axesOf } from './status.ts'
import { pushUnsigned, pushVarint, type Reader, readerOf } from './varint.ts'

/** A parcel in the geometry page of a cell: where its boundary lies, and how it is called. */
export interface Entry {
  /** UUID. */
  id: string
  /** Version of the parcel with which this boundary was submitted. */
  version: number
  /** Kanwil and unit, such as `sumatera-utara#lapas-kelas-iia-binjai`. */
  place: string
  name: string
  box: Box
  /** As `outlineOf` writes it. */
  outline: Uint8Array
  /** Whether the outline is the very boundary. */
  exact: boolean
}

/** A parcel in the status page of a cell: how it stands. */
export interface Standing {
  id: string
  state: State
  axes: Axes
  /** The parcel's newest version. */
  version: number
  /** Instant of that version. */
  updatedAt: string
  /** In whole square decimetres of m². */
  areaM2: number | null
}

const FORMAT = 1

/** What a byte means; a value that is not used any more keeps its number. */
const STATE_CODES: Record<State, number> = {
  draf: 0,
  diajukan: 1,
  dikembalikan: 2,
  terverifikasi: 3,
  'terverifikasi-dengan-catatan': 4,
  nonaktif: 5,
}

function named<T extends string>(codes: Record<T, number>, code: number): T {
  const found = (Object.keys(codes) as T[]).find((name) => codes[name] === code)
  if (found === undefined) throw new RangeError(`No name has the code ${code}.`)
  return found
}

const toUtf8 = new TextEncoder()
const fromUtf8 = new TextDecoder()

function pushText(bytes: number[], text: string): void {
  const encoded = toUtf8.encode(text)
  pushUnsigned(bytes, encoded.length)
  bytes.push(...encoded)
}
const textOf = (reader: Reader): string => fromUtf8.decode(reader.take(reader.unsigned()))

function pushId(bytes: number[], id: string): void {
  const digits = id.replaceAll('-', '')
  for (let at = 0; at < 32; at += 2) bytes.push(Number.parseInt(digits.slice(at, at + 2), 16))
}
function idOf(reader: Reader): string {
  const digits = Array.from(reader.take(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

function open(bytes: Uint8Array): Reader {
  const reader = readerOf(bytes)
  const format = reader.unsigned()
  if (format !== FORMAT) throw new RangeError(`A page of format ${format} cannot be read.`)
  return reader
}

/**
 * The bytes of a geometry page, some 85 for an entry of seven corners. Ids in their order, places
 * once a page, boxes as differences from the page's south-west corner.
 */
export function encodeEntries(entries: readonly Entry[]): Uint8Array {
  const sorted = [...entries].sort(byId)
  const places = [...new Set(sorted.map(({ place }) => place))]
  const least = (values: readonly number[]): number =>
    values.reduce((a, b) => Math.min(a, b), values[0] ?? 0)
  const west = least(sorted.map(({ box }) => box[0]))
  const south = least(sorted.map(({ box }) => box[1]))
  const bytes: number[] = [FORMAT]
  pushVarint(bytes, west)
  pushVarint(bytes, south)
  pushUnsigned(bytes, places.length)
  for (const place of places) pushText(bytes, place)
  pushUnsigned(bytes, sorted.length)
  for (const { id, version, place, name, box, outline, exact } of sorted) {
    pushId(bytes, id)
    pushUnsigned(bytes, version)
    pushUnsigned(bytes, places.indexOf(place))
    pushText(bytes, name)
    pushUnsigned(bytes, box[0] - west)
    pushUnsigned(bytes, box[1] - south)
    pushUnsigned(bytes, box[2] - box[0])
    pushUnsigned(bytes, box[3] - box[1])
    pushUnsigned(bytes, outline.length * 2 + (exact ? 1 : 0))
    bytes.push(...outline)
  }
  return Uint8Array.from(bytes)
}

/**
 * The entries that `encodeEntries` wrote.
 * @throws RangeError when these are no bytes of a geometry page
 */
export function decodeEntries(bytes: Uint8Array): Entry[] {
  const reader = open(bytes)
  const [west, south] = [reader.signed(), reader.signed()]
  const places = Array.from({ length: reader.unsigned() }, () => textOf(reader))
  return Array.from({ length: reader.unsigned() }, (): Entry => {
    const id = idOf(reader)
    const version = reader.unsigned()
    const place = places[reader.unsigned()]
    if (place === undefined) throw new RangeError('An entry names a place that is not there.')
    const name = textOf(reader)
    const [w, s] = [west + reader.unsigned(), south + reader.unsigned()]
    const box: Box = [w, s, w + reader.unsigned(), s + reader.unsigned()]
    const length = reader.unsigned()
    const outline = reader.take(Math.floor(length / 2))
    return { id, version, place, name, box, outline, exact: length % 2 === 1 }
  })
}

/** The bytes of a status page, some 30 for an entry, in the order of the ids. */
export function encodeStandings(standings: readonly Standing[]): Uint8Array {
  const bytes: number[] = [FORMAT]
  pushUnsigned(bytes, standings.length)
  for (const { id, state, axes, version, updatedAt, areaM2 } of [...standings].sort(byId)) {
    pushId(bytes, id)
    bytes.push(STATE_CODES[state])
    pushUnsigned(bytes, axesCode(axes))
    pushUnsigned(bytes, version)
    pushUnsigned(bytes, Date.parse(updatedAt))
    pushUnsigned(bytes, areaM2 === null ? 0 : Math.round(areaM2 * 100) + 1)
  }
  return Uint8Array.from(bytes)
}

/**
 * What `encodeStandings` wrote.
 * @throws RangeError when these are no bytes of a status page
 */
export function decodeStandings(bytes: Uint8Array): Standing[] {
  const reader = open(bytes)
  return Array.from({ length: reader.unsigned() }, (): Standing => {
    const id = idOf(reader)
    const state = named(STATE_CODES, reader.unsigned())
    const axes = axesOf(reader.unsigned())
    const version = reader.unsigned()
    const updatedAt = new Date(reader.unsigned()).toISOString()
    const area = reader.unsigned()
    return { id, state, axes, version, updatedAt, areaM2: area === 0 ? null : (area - 1) / 100 }
  })
}
