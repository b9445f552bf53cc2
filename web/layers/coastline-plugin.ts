import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Polygon, MultiPolygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryObject, Topology } from 'topojson-specification'
import type { Plugin } from 'vite'

type Box = readonly [west: number, south: number, east: number, north: number]

/** All that the map can show. */
const BOX: Box = [66, -50, 170, 46]
/** Indonesia; beyond it the shores are only there to be recognised. */
const HOME: Box = [94, -12, 142, 8]
/** Corners beyond HOME that lie nearer than this to the one before are left out, in degrees. */
const COARSE = 0.3
/** Steps per degree: 1/200° is some 550 m, finer than the source is true. */
const STEPS = 200

const MODULE = 'virtual:coastline'

/** Whether a ring has a corner in the box; Fiji's, torn at the antimeridian, only jumps across it. */
const isNear = (ring: Position[]): boolean =>
  ring.some(([lng = 0, lat = 0]) => lng > BOX[0] && lat > BOX[1] && lng < BOX[2] && lat < BOX[3])

/** Part of a ring inside the box, by Sutherland and Hodgman's rule; the cut runs along the box. */
function clip(ring: Position[]): Position[] {
  let inside = ring.slice(0, -1)
  for (const [axis, limit, sign] of [
    [0, BOX[0], 1],
    [1, BOX[1], 1],
    [0, BOX[2], -1],
    [1, BOX[3], -1],
  ] as const) {
    const before = inside
    inside = []
    before.forEach((to, index) => {
      const from = before.at(index - 1)!
      const [a, b] = [(from[axis]! - limit) * sign, (to[axis]! - limit) * sign]
      if (a >= 0 !== b >= 0) {
        const part = a / (a - b)
        inside.push([0, 1].map((k) => from[k]! + part * (to[k]! - from[k]!)))
      }
      if (b >= 0) inside.push(to)
    })
  }
  return inside
}

const isHome = ([lng = 0, lat = 0]: Position): boolean =>
  lng > HOME[0] && lat > HOME[1] && lng < HOME[2] && lat < HOME[3]

/** The ring with fewer corners beyond HOME; what is smaller than COARSE there goes altogether. */
function thin(ring: Position[]): Position[] {
  const kept: Position[] = []
  for (const corner of ring) {
    const last = kept.at(-1)
    const isClose =
      last && Math.hypot(corner[0]! - last[0]!, corner[1]! - last[1]!) < COARSE && !isHome(corner)
    if (!isClose) kept.push(corner)
  }
  return kept
}

/** Steps from corner to corner: small whole numbers, which compress to a fifth of the degrees. */
function encode(ring: Position[]): number[] {
  const steps: number[] = []
  let [x, y] = [0, 0]
  for (const [lng = 0, lat = 0] of ring) {
    const [nextX, nextY] = [Math.round(lng * STEPS), Math.round(lat * STEPS)]
    if (steps.length && nextX === x && nextY === y) continue
    steps.push(nextX - x, nextY - y)
    ;[x, y] = [nextX, nextY]
  }
  return steps
}

/** Rings of the land around Indonesia, from Natural Earth 1:10m (public domain) in world-atlas. */
async function coastline(): Promise<number[][]> {
  const path = createRequire(import.meta.url).resolve('world-atlas/land-10m.json')
  const world = JSON.parse(await readFile(path, 'utf8')) as Topology
  const land = feature(world, world.objects.land as GeometryObject)
  const features = land.type === 'FeatureCollection' ? land.features : [land]
  return features
    .map(({ geometry }) => geometry as Polygon | MultiPolygon)
    .flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates))
    .flat()
    .filter(isNear)
    .map((ring) => encode(thin(clip(ring))))
    .filter((steps) => steps.length >= 6)
}

/** The file that the map fetches: steps per degree, and rings as steps from corner to corner. */
export const coastlineJson = async (): Promise<string> =>
  JSON.stringify({ stepsPerDegree: STEPS, rings: await coastline() })

/**
 * Lets the page import the address of the coastline as `virtual:coastline`: data, not a script, 37 KB
 * gzipped instead of the world's 3 MB file.
 */
export function coastlinePlugin(): Plugin {
  let file = ''
  return {
    name: 'petak-coastline',
    configResolved: ({ cacheDir }) => {
      file = join(cacheDir, `petak-${process.pid}`, 'coastline.json') // two builds at once do not meet
    },
    async resolveId(id) {
      if (id !== MODULE) return
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, await coastlineJson())
      return `${file}?url&no-inline`
    },
    closeBundle: () => rm(dirname(file), { recursive: true, force: true }),
  }
}
