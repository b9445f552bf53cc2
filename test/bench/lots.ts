import type { Position } from '../../functions/domain/boundary.ts'
import { normal } from './seeded.ts'

/** Metres east and north of a block's south-west corner. */
export type Point = readonly [east: number, north: number]

/** A side of a lot from this corner to the next; `isOpen` when no other lot borders there. */
interface Corner {
  at: Point
  isOpen: boolean
}
type Quad = readonly [Corner, Corner, Corner, Corner]

/** Most that an open side bends outward, in metres: blocks keep 8 from the edge of their cell. */
const BEND = 5

const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]
const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1])

/** Divide a block across its longer side until its lots are about as large as `wanted` says, in m². */
function divide(quad: Quad, wanted: () => number, random: () => number, lots: Quad[]): void {
  const [a, b, c, d] = quad
  const [wide, high] = [distance(a.at, b.at), distance(b.at, c.at)]
  if (wide * high <= wanted()) {
    lots.push(quad)
    return
  }
  const share = 0.35 + 0.3 * random()
  const other = Math.min(0.75, Math.max(0.25, share + 0.03 * normal(random)))
  const shut = (at: Point): Corner => ({ at, isOpen: false })
  if (wide >= high) {
    const [p, q] = [between(a.at, b.at, share), between(d.at, c.at, other)]
    divide([a, shut(p), { at: q, isOpen: c.isOpen }, d], wanted, random, lots)
    divide([{ at: p, isOpen: a.isOpen }, b, c, shut(q)], wanted, random, lots)
  } else {
    const [p, q] = [between(b.at, c.at, share), between(a.at, d.at, other)]
    divide([a, b, shut(p), { at: q, isOpen: d.isOpen }], wanted, random, lots)
    divide([shut(q), { at: p, isOpen: b.isOpen }, c, d], wanted, random, lots)
  }
}

/** Put `more` corners on the sides of a lot: on the line where others border it, bent where none does. */
function corners(quad: Quad, more: number, random: () => number): Point[] {
  const places = Array.from({ length: more }, () => 4 * random()).sort((a, b) => a - b)
  return quad.flatMap(({ at, isOpen }, side): Point[] => {
    const next = quad[(side + 1) % 4]!.at
    const length = distance(at, next)
    const outward: Point = [(next[1] - at[1]) / length, (at[0] - next[0]) / length]
    const own = places.filter((place) => Math.floor(place) === side)
    return [
      at,
      ...own.map((place): Point => {
        const [east, north] = between(at, next, 0.05 + 0.9 * (place - side))
        const bend = isOpen ? BEND * random() : 0
        return [east + bend * outward[0], north + bend * outward[1]]
      }),
    ]
  })
}

/** How many corners beyond four: a fifth has none, the median lot has 7 in all, one in ten over 16. */
function moreCorners(random: () => number): number {
  if (random() < 0.2) return 0
  return Math.min(60, Math.round(4 * Math.exp(1.05 * normal(random))))
}

/** Houses, plots and fields, as in a list of 206 assets of a regency's government. Medians in m². */
const KINDS = [
  { share: 0.1, median: 110, sigma: 0.75 },
  { share: 0.75, median: 3_542, sigma: 1.05 },
  { share: 0.15, median: 25_000, sigma: 0.9 },
]

/** A row of official houses is no longer; what is left of its block is other people's land. */
const MOST_LOTS = 150

/** Land of a block that is left between its roads, in m². */
const BLOCK_LAND = 180_000

/** Small lots fill few blocks: kinds by their blocks, so that among all lots each has its share. */
const BLOCKS = KINDS.map(({ share, median, sigma }) => {
  const lots = BLOCK_LAND / (median * Math.exp(sigma ** 2 / 2))
  return { median, sigma, weight: share / Math.min(MOST_LOTS, lots) }
})
const WEIGHT = BLOCKS.reduce((sum, { weight }) => sum + weight, 0)

/** How large the lots of a block are, in m². */
function size(random: () => number): number {
  let left = random() * WEIGHT
  const { median, sigma } = BLOCKS.find(({ weight }) => (left -= weight) < 0) ?? BLOCKS[1]!
  return median * Math.exp(sigma ** 2 + sigma * normal(random))
}

/** A lot with `count` corners that fills a block: a bank, a dam, a coast that was surveyed closely. */
function surveyed(side: number, count: number, random: () => number): Point[] {
  const waves = Array.from({ length: 6 }, (_, i) => ({
    turns: 2 + i * 3,
    phase: 2 * Math.PI * random(),
    share: (0.3 * random()) / (i + 2),
  }))
  return Array.from({ length: count }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / count
    const wave = waves.reduce((sum, w) => sum + w.share * Math.sin(w.turns * angle + w.phase), 0)
    const radius = side * 0.3 * (1 + wave)
    return [side / 2 + radius * Math.cos(angle), side / 2 + radius * Math.sin(angle)]
  })
}

/** The rings of each lot of a block of `side` by `side` metres. Sides are shared, insides are not. */
export function lotsOf(side: number, random: () => number): Point[][][] {
  if (random() < 0.01) {
    const count = Math.round(100 * 100 ** random()) // 100 to 10,000
    return [[surveyed(side, count, random)]]
  }
  const edge = () => 8 + 60 * random() * random()
  const corner = (east: number, north: number): Corner => ({ at: [east, north], isOpen: true })
  const lots: Quad[] = []
  const typical = size(random)
  const block: Quad = [
    corner(edge(), edge()),
    corner(side - edge(), edge()),
    corner(side - edge(), side - edge()),
    corner(edge(), side - edge()),
  ]
  divide(block, () => 1.4 * typical * (0.6 + 0.8 * random()), random, lots)
  return lots.slice(0, MOST_LOTS).map((quad) => {
    const shell = corners(quad, moreCorners(random), random)
    const [a, , c] = quad
    if (random() > 0.004 || distance(a.at, c.at) < 60) return [shell]
    const [east, north] = between(a.at, c.at, 0.5)
    const half = 0.03 * distance(a.at, c.at)
    const hole: Point[] = [
      [east - half, north - half],
      [east - half, north + half],
      [east + half, north + half],
      [east + half, north - half],
    ]
    return [shell, hole]
  })
}

/** A ring in degrees with seven decimals, closed. */
export function ringAt(
  points: readonly Point[],
  toDegrees: (point: Point) => Position,
): Position[] {
  const ring = points.map((point): Position => {
    const [lng, lat] = toDegrees(point)
    return [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
  })
  return [...ring, [...ring[0]!]]
}
