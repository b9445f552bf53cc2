import { type Boundary, partsOf, type Position } from './boundary.ts'
import type { Exif } from './exif.ts'
import type { Photo } from './report.ts'
import type { Threshold } from './rules/settings.ts'
import { type Grade, GRADES } from './use.ts'

/** What evidence is measured against. */
export interface EvidenceSettings {
  /** H02: metres that a photo may lie outside of the boundary, beyond what its position is unsure. */
  outsideM: Threshold
  /** A position less sure than this, in metres, tells no place. */
  worstAccuracyM: Threshold
  /** Percent of its area by which the outline of a block may reach beyond its parcel. */
  blockPercent: Threshold
}

const internal = (value: number, source: string): Threshold => ({
  value,
  source,
  status: 'internal',
})

/** The thresholds until headquarters sets others. */
export const DEFAULT_EVIDENCE_SETTINGS: EvidenceSettings = {
  outsideM: internal(50, 'internal: rule H02'),
  worstAccuracyM: internal(200, 'internal: a phone without GPS knows its cell of some kilometres'),
  blockPercent: internal(1, 'internal: borders drawn twice by hand differ; as for areas of papers'),
}

/** Equatorial radius in metres and squared eccentricity of WGS 84 (NGA.STND.0036). */
const A = 6_378_137
const E2 = (2 - 1 / 298.257223563) / 298.257223563

/** Metres per degree of longitude and of latitude, at a latitude in degrees. */
function metresPerDegree(lat: number): [number, number] {
  const phi = (lat * Math.PI) / 180
  const w = 1 - E2 * Math.sin(phi) ** 2
  const n = A / Math.sqrt(w)
  const m = (n * (1 - E2)) / w
  return [(n * Math.cos(phi) * Math.PI) / 180, (m * Math.PI) / 180]
}

/** Metres between two positions by the mid-latitude radii: within 1e-4 up to 100 km in Indonesia. */
function metresBetween([lng, lat]: Position, [x, y]: Position): number {
  const [east, north] = metresPerDegree((lat + y) / 2)
  return Math.hypot((x - lng) * east, (y - lat) * north)
}

/** The point of an edge that is nearest to a position, on the plane around that position. */
function nearestOn(from: Position, to: Position, [lng, lat]: Position): Position {
  const [east, north] = metresPerDegree(lat)
  const [ax, ay] = [(from[0] - lng) * east, (from[1] - lat) * north]
  const [bx, by] = [(to[0] - lng) * east, (to[1] - lat) * north]
  const [dx, dy] = [bx - ax, by - ay]
  const length2 = dx * dx + dy * dy
  const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length2))
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
}

/** Metres on the WGS 84 ellipsoid from a position to a boundary; 0 inside. A hole is outside. */
export function metresFrom(boundary: Boundary, place: Position): number {
  const [lng, lat] = place
  let inside = false
  let least = Infinity
  for (const ring of partsOf(boundary).flat()) {
    for (let i = 1; i < ring.length; i += 1) {
      const [from, to] = [ring[i - 1]!, ring[i]!]
      if (from[1] > lat !== to[1] > lat) {
        const x = from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0])
        if (x > lng) inside = !inside
      }
      least = Math.min(least, metresBetween(place, nearestOn(from, to, place)))
    }
  }
  return inside ? 0 : least
}

/** What tells of the place and the day of a photo. */
export interface Told {
  taken?: Photo['taken'] | undefined
  exif?: Exif | undefined
}

/** The place of a photo by its strongest source, and how unsure it is in metres. */
export interface Place {
  position: Position
  accuracyM: number
  grade: Exclude<Grade, 'pernyataan'>
}

/** Where a photo was taken: as the phone knew it then, else as its EXIF says; undefined where neither does. */
export function placeOf(
  { taken, exif }: Told,
  { worstAccuracyM }: EvidenceSettings = DEFAULT_EVIDENCE_SETTINGS,
): Place | undefined {
  const fix = taken?.fix
  if (fix && fix.accuracyM <= (worstAccuracyM.value ?? Infinity))
    return { position: [fix.lng, fix.lat], accuracyM: fix.accuracyM, grade: 'posisi' }
  if (exif?.lng !== undefined && exif.lat !== undefined)
    return { position: [exif.lng, exif.lat], accuracyM: 0, grade: 'exif' }
  return undefined
}

const tenths = (metres: number): number => Math.round(metres * 10) / 10

const HOUR = 60 * 60 * 1000

/** The day in Jakarta on which a photo was taken, by the phone's clock, else by its EXIF. */
export function dayOfPhoto({ taken, exif }: Told): string | undefined {
  if (taken?.at !== undefined)
    return new Date(Date.parse(taken.at) + 7 * HOUR).toISOString().slice(0, 10)
  return exif?.at?.slice(0, 10)
}

/** Whether what tells the time of a photo lies in the future, or is no time at all (rule H03). */
function isOutOfTime({ taken, exif }: Told, today: string): boolean {
  const isToCome = [dayOfPhoto({ taken }), dayOfPhoto({ exif })].some((day = '') => day > today)
  return isToCome || (exif?.isTimeUnreadable === true && taken?.at === undefined)
}

const DAY = 24 * HOUR

/** Whether EXIF and the phone name days that are more than one apart: zones alone differ by one. */
export function disagreesInTime({ taken, exif }: Told): boolean {
  const [phone, camera] = [dayOfPhoto({ taken }), dayOfPhoto({ exif })]
  if (phone === undefined || camera === undefined) return false
  return Math.abs(Date.parse(camera) - Date.parse(phone)) > DAY
}

/** What a photo is worth as evidence, before any report uses it. */
export type Worth = Pick<Photo, 'grade' | 'distanceM' | 'doubts'>

/**
 * The grade of a photo, its distance from the boundary (metres to 0.1), and what speaks against it.
 *
 * @param today plain date in Jakarta
 * @param isReused whether the very same file serves elsewhere in the registry
 */
export function gradePhoto(
  told: Told,
  { boundary, today, isReused }: { boundary: Boundary | null; today: string; isReused: boolean },
  settings: EvidenceSettings = DEFAULT_EVIDENCE_SETTINGS,
): Worth {
  const place = placeOf(told, settings)
  const grade = place?.grade ?? (told.exif?.at === undefined ? 'pernyataan' : 'exif')
  const distanceM = place && boundary ? tenths(metresFrom(boundary, place.position)) : undefined
  const most = (settings.outsideM.value ?? Infinity) + (place?.accuracyM ?? 0)
  const camera = place?.grade === 'posisi' ? placeOf({ exif: told.exif }, settings) : undefined
  const cameraM = camera && boundary ? tenths(metresFrom(boundary, camera.position)) : undefined
  const doubts: Photo['doubts'] = [
    ...((distanceM ?? 0) > most || (cameraM ?? 0) > most ? ['place' as const] : []),
    ...(isOutOfTime(told, today) || disagreesInTime(told) ? ['time' as const] : []),
    ...(isReused ? ['reused' as const] : []),
  ]
  return {
    grade,
    ...(distanceM !== undefined && { distanceM }),
    ...(doubts.length > 0 && { doubts }),
  }
}

/** The stronger of two grades. */
export const isStronger = (a: Grade, b: Grade): boolean => GRADES.indexOf(a) < GRADES.indexOf(b)
