import * as v from 'valibot'
import { MOST_FAULTS, pointer } from './fault.ts'
import type { Phrase } from './phrase.ts'
import type { Fault } from './refusal.ts'

/** `[longitude, latitude]` in WGS 84 degrees. A height, if sent, is refused rather than dropped. */
export const Position = v.strictTuple([v.number(), v.number()])
export type Position = v.InferOutput<typeof Position>

/** A closed line: at least four positions, the last equal to the first. */
export const Ring = v.pipe(v.array(Position), v.minLength(4))
export type Ring = v.InferOutput<typeof Ring>

const Rings = v.pipe(v.array(Ring), v.minLength(1))

export const Polygon = v.strictObject({ type: v.literal('Polygon'), coordinates: Rings })
export type Polygon = v.InferOutput<typeof Polygon>

export const MultiPolygon = v.strictObject({
  type: v.literal('MultiPolygon'),
  coordinates: v.pipe(v.array(Rings), v.minLength(1)),
})
export type MultiPolygon = v.InferOutput<typeof MultiPolygon>

/**
 * The boundary of a parcel: longitude first, WGS 84, holes allowed. This schema describes it;
 * `boundaryFaults` is what decides, as it also knows closed rings, limits and the user's words.
 */
export const Boundary = v.variant('type', [Polygon, MultiPolygon])
export type Boundary = v.InferOutput<typeof Boundary>

/** More corners than any parcel has; a boundary with more is refused. */
export const MOST_CORNERS = 100_000

/** The rings of each part: a polygon has one part. */
export const partsOf = (boundary: Boundary): Ring[][] =>
  boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates

/** How many positions a boundary has in all, closing ones included. */
export const cornerCount = (boundary: Boundary): number =>
  partsOf(boundary).reduce((sum, rings) => rings.reduce((n, ring) => n + ring.length, sum), 0)

/** Bounding box `[west, south, east, north]` in degrees. */
export function boundsOf(boundary: Boundary): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const rings of partsOf(boundary)) {
    for (const ring of rings) {
      for (const position of ring) {
        west = Math.min(west, position[0])
        south = Math.min(south, position[1])
        east = Math.max(east, position[0])
        north = Math.max(north, position[1])
      }
    }
  }
  return [west, south, east, north]
}

/** True when every corner can be a longitude and a latitude; metres or swapped ones cannot. */
export function isOnEarth(boundary: Boundary): boolean {
  const [west, south, east, north] = boundsOf(boundary)
  return west >= -180 && east <= 180 && south >= -90 && north <= 90
}

type Key = string | number

const SAID = {
  object: {
    id: 'Batas bidang harus berupa objek GeoJSON bertipe Polygon atau MultiPolygon.',
    en: 'The boundary has to be a GeoJSON object of type Polygon or MultiPolygon.',
  },
  member: {
    id: 'Batas bidang hanya memuat "type" dan "coordinates"; hapus isian ini.',
    en: 'A boundary has only "type" and "coordinates"; remove this member.',
  },
  type: {
    id: 'Bidang tanah digambar sebagai Polygon atau MultiPolygon, bukan titik, garis atau lainnya.',
    en: 'Land is drawn as a Polygon or MultiPolygon, not as a point, a line or anything else.',
  },
  list: {
    id: 'Di sini harus ada daftar (array), sesuai susunan koordinat GeoJSON.',
    en: 'There has to be a list (array) here, as GeoJSON arranges coordinates.',
  },
  empty: {
    id: 'Bagian batas ini kosong. Gambar batasnya, atau hapus bagian ini.',
    en: 'This part of the boundary is empty. Draw it, or remove it.',
  },
  short: {
    id: 'Garis batas memerlukan paling sedikit 4 titik: tiga sudut, lalu titik pertama sekali lagi.',
    en: 'A boundary line needs at least 4 positions: three corners, then the first one again.',
  },
  open: {
    id: 'Garis batas belum tertutup: titik terakhir harus sama persis dengan titik pertama.',
    en: 'The boundary line is not closed: the last position has to equal the first exactly.',
  },
  height: {
    id: 'Titik ini memuat ketinggian. Kirim dua angka saja: bujur, lalu lintang.',
    en: 'This position carries a height. Send two numbers only: longitude, then latitude.',
  },
  position: {
    id: 'Titik ini harus terdiri atas dua angka: bujur, lalu lintang.',
    en: 'This position has to be two numbers: longitude, then latitude.',
  },
  number: {
    id: 'Bujur dan lintang harus berupa angka biasa, seperti 106.8 dan -6.2.',
    en: 'Longitude and latitude have to be plain numbers, such as 106.8 and -6.2.',
  },
  corners: {
    id: 'Batas ini memiliki lebih dari 100.000 titik. Sederhanakan garisnya, lalu kirim lagi.',
    en: 'This boundary has more than 100,000 positions. Simplify its lines and send it again.',
  },
} as const satisfies Record<string, Phrase>

/** Where faults are collected: `add` is silent once the list is full. */
interface Report {
  add(detail: Phrase, ...keys: readonly Key[]): void
  isFull(): boolean
}

function checkPosition(position: unknown, report: Report, keys: readonly Key[]): boolean {
  if (!Array.isArray(position) || position.length < 2) report.add(SAID.position, ...keys)
  else if (position.length === 3) report.add(SAID.height, ...keys)
  else if (position.length > 3) report.add(SAID.position, ...keys)
  else {
    const wrong = position.findIndex((ordinate) => !Number.isFinite(ordinate))
    if (wrong === -1) return true
    report.add(SAID.number, ...keys, wrong)
  }
  return false
}

function checkRing(ring: unknown, report: Report, keys: readonly Key[]): void {
  if (!Array.isArray(ring)) return report.add(SAID.list, ...keys)
  if (ring.length === 0) return report.add(SAID.empty, ...keys)
  if (ring.length < 4) return report.add(SAID.short, ...keys)
  let sound = true
  for (let i = 0; i < ring.length && !report.isFull(); i++) {
    if (!checkPosition(ring[i], report, [...keys, i])) sound = false
  }
  if (!sound) return // the faults above already say what to do
  const last = ring.length - 1
  if (ring[0][0] !== ring[last][0] || ring[0][1] !== ring[last][1]) {
    report.add(SAID.open, ...keys, last)
  }
}

function checkPart(rings: unknown, report: Report, keys: readonly Key[]): void {
  if (!Array.isArray(rings)) return report.add(SAID.list, ...keys)
  if (rings.length === 0) return report.add(SAID.empty, ...keys)
  for (let i = 0; i < rings.length && !report.isFull(); i++) {
    checkRing(rings[i], report, [...keys, i])
  }
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** Positions in what may be a list of parts, counted from lengths alone. */
function countCorners(parts: readonly unknown[]): number {
  let count = 0
  for (const rings of parts) {
    if (Array.isArray(rings)) for (const ring of rings) count += lengthOf(ring)
  }
  return count
}

/**
 * Everything that keeps `value` from being a boundary at all, whatever the land looks like; an
 * empty list means that it is a `Boundary`. Such a value is refused at any time, drafts included.
 *
 * Made for JSON from strangers: linear in the size of the value, never recursive, and it stops
 * after `MOST_FAULTS`. `at` says where the value itself stands in what was sent.
 */
export function boundaryFaults(value: unknown, at: readonly string[] = ['geometry']): Fault[] {
  const faults: Fault[] = []
  const report: Report = {
    add(detail, ...keys) {
      if (!this.isFull()) faults.push({ pointer: pointer(...at, ...keys), detail })
    },
    isFull: () => faults.length >= MOST_FAULTS,
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report.add(SAID.object)
    return faults
  }
  for (const key of Object.keys(value)) {
    if (report.isFull()) return faults
    if (key === 'type' || key === 'coordinates') continue
    report.add(SAID.member, key)
  }
  const { type, coordinates } = value as Partial<Record<'type' | 'coordinates', unknown>>
  if (type !== 'Polygon' && type !== 'MultiPolygon') report.add(SAID.type, 'type')
  else if (!Array.isArray(coordinates)) report.add(SAID.list, 'coordinates')
  else if (coordinates.length === 0) report.add(SAID.empty, 'coordinates')
  else if (countCorners(type === 'Polygon' ? [coordinates] : coordinates) > MOST_CORNERS) {
    report.add(SAID.corners, 'coordinates')
  } else if (type === 'Polygon') checkPart(coordinates, report, ['coordinates'])
  else {
    for (let i = 0; i < coordinates.length && !report.isFull(); i++) {
      checkPart(coordinates[i], report, ['coordinates', i])
    }
  }
  return faults
}
