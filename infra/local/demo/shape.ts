import { areaOf } from '../../../functions/domain/area.ts'
import type { Boundary, Position, Ring } from '../../../functions/domain/boundary.ts'

/** What a demo boundary should look like; the same plan always gives the same boundary. */
export interface ShapePlan {
  /** Centre: a place in degrees, and metres east and north of it. */
  lon: number
  lat: number
  eastM: number
  northM: number
  /** Area to reach, in m² on the ellipsoid, hole taken off. Two numbers make two parts. */
  areaM2: number | readonly [number, number]
  /** Corners of each part, 4 to 20. */
  corners: number
  /** Share of the area that a hole takes away, such as 0.1; none when left out. */
  hole?: number
  /** Names the random choices. */
  seed: string
}

/** Mulberry32 over a hash of the text: a stream of numbers in [0, 1) that is the same every time. */
export function randomOf(seed: string): () => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const METRES_PER_DEGREE = 111_320 // along the equator; the last scaling makes areas exact

type Point = [x: number, y: number]

/** A field of about 1 by `aspect`: four corners, and others along its sides that give a little way. */
function outline(corners: number, aspect: number, random: () => number): Point[] {
  const [halfX, halfY] = [Math.sqrt(aspect) / 2, 1 / Math.sqrt(aspect) / 2]
  const square: Point[] = [
    [-halfX, -halfY],
    [halfX, -halfY],
    [halfX, halfY],
    [-halfX, halfY],
  ]
  const give = () => (random() - 0.5) * 0.12
  return square.flatMap((from, side) => {
    const to = square[(side + 1) % 4]!
    const extra = Math.floor(corners / 4) - 1 + (side < corners % 4 ? 1 : 0)
    return Array.from({ length: extra + 1 }, (_, at): Point => {
      const along = at / (extra + 1)
      return [
        from[0] + (to[0] - from[0]) * along + give(),
        from[1] + (to[1] - from[1]) * along + give(),
      ]
    })
  })
}

const turned = (points: Point[], angle: number): Point[] =>
  points.map(([x, y]) => [
    x * Math.cos(angle) - y * Math.sin(angle),
    x * Math.sin(angle) + y * Math.cos(angle),
  ])

const round7 = (degrees: number): number => Math.round(degrees * 1e7) / 1e7 // about 1 cm

/** Metres around a place -> a closed ring in degrees. */
function ringAt(lon: number, lat: number, points: Point[]): Ring {
  const perLon = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const ring = points.map(([x, y]): Position => [
    round7(lon + x / perLon),
    round7(lat + y / METRES_PER_DEGREE),
  ])
  return [...ring, ring[0]!]
}

const scaled = (points: Point[], by: number, [x, y]: Point = [0, 0]): Point[] =>
  points.map(([px, py]) => [px * by + x, py * by + y])

/** One part of the wanted area, with its hole, around a point in metres from the place. */
function part(plan: ShapePlan, areaM2: number, at: Point, random: () => number): Ring[] {
  const angle = random() * Math.PI
  const shell = turned(outline(plan.corners, 1 + random() * 1.2, random), angle)
  const hole = plan.hole ? turned(outline(4, 1, random), angle).reverse() : undefined
  const rings = (size: number): Ring[] => [
    ringAt(plan.lon, plan.lat, scaled(shell, size, at)),
    ...(hole ? [ringAt(plan.lon, plan.lat, scaled(hole, size * Math.sqrt(plan.hole!), at))] : []),
  ]
  let size = Math.sqrt(areaM2)
  for (let step = 0; step < 4; step++) {
    const area = areaOf({ type: 'Polygon', coordinates: rings(size) }) ?? areaM2
    size *= Math.sqrt(areaM2 / area)
  }
  return rings(size)
}

/** A plausible boundary of just that area, within 0.01 %. Two parts lie on both sides of a river. */
export function boundaryOf(plan: ShapePlan): Boundary {
  const random = randomOf(plan.seed)
  const at: Point = [plan.eastM, plan.northM]
  if (typeof plan.areaM2 === 'number')
    return { type: 'Polygon', coordinates: part(plan, plan.areaM2, at, random) }
  const [west, east] = plan.areaM2
  const apart = (Math.sqrt(west) + Math.sqrt(east)) * 0.8 + 30 // the river between them, in m
  return {
    type: 'MultiPolygon',
    coordinates: [
      part(plan, west, [at[0] - apart / 2, at[1]], random),
      part(plan, east, [at[0] + apart / 2, at[1]], random),
    ],
  }
}
