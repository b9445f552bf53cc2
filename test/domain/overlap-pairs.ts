import type { Boundary, Position, Ring } from '../../functions/domain/boundary.ts'
import { closed, polygon } from '../fixtures/shapes.ts'

/** Numbers from 0 to 1, the same ones for the same seed (Mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

type Random = () => number
export type Pair = [Boundary, Boundary]

const below = (random: Random, n: number): number => Math.floor(random() * n)

const multi = (...parts: Ring[][]): Boundary => ({ type: 'MultiPolygon', coordinates: parts })

const rounded = (decimals: number, corners: readonly Position[]): Position[] =>
  corners.map(([x, y]) => [Number(x.toFixed(decimals)), Number(y.toFixed(decimals))])

/** A place on Indonesia's land or in its inner waters. */
const somewhere = (random: Random): Position => [96 + 44 * random(), -10 + 15 * random()]

/** A star around a place, with 3 to 20 corners at 30 to 100 % of its radius in degrees. */
function star(random: Random, [x, y]: Position, radius: number): Position[] {
  const count = 3 + below(random, 18)
  return Array.from({ length: count }, (_, i): Position => {
    const angle = (2 * Math.PI * (i + 0.9 * random())) / count
    const reach = radius * (0.3 + 0.7 * random())
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
  })
}

/** Two neighbours on either side of one line, drawn from it as `west` and `east` are told to. */
function neighbours(
  random: Random,
  west: (border: Position[]) => Position[],
  east: (border: Position[]) => Position[],
): Pair {
  const [x, y] = somewhere(random)
  const count = 2 + below(random, 12)
  const size = 10 ** (-4 + 1.5 * random()) // 10 m to 300 m
  const slant = random() - 0.5
  const border = Array.from({ length: count }, (_, i): Position => {
    const along = i / (count - 1)
    return [x + size * (slant * along + 0.1 * random()), y + size * along]
  })
  const [west0, east0] = [x - size * (0.7 + random()), x + size * (1 + random())]
  const [south, north] = [border[0]![1], border.at(-1)![1]]
  return [
    polygon([...west(border), [west0, north], [west0, south]]),
    polygon([...east([...border].reverse()), [east0, south], [east0, north]]),
  ]
}

/** A grid of about 14 m, whose numbers are exact in binary, so that corners fall on lines. */
const STEP = 1 / 8192
const onGrid = (corners: readonly Position[]): Position[] =>
  corners.map(([x, y]) => [110 + x * STEP, -7 + y * STEP])

const box = (w: number, s: number, e: number, n: number): Position[] =>
  onGrid([
    [w, s],
    [e, s],
    [e, n],
    [w, n],
  ])

/** Corners on a small grid, where they meet lines and other corners all the time; often not valid. */
const gridRing = (random: Random, size: number, most: number): Ring => {
  const [x, y] = [below(random, 9 - size), below(random, 9 - size)]
  return closed(
    onGrid(
      Array.from({ length: 3 + below(random, most - 2) }, (): Position => [
        x + below(random, size + 1),
        y + below(random, size + 1),
      ]),
    ),
  )
}

const gridLand = (random: Random): Boundary => {
  switch (below(random, 5)) {
    case 0:
      return polygon(box(0, 0, 8, 8), box(2, 2, 6, 6))
    case 1:
      return { type: 'Polygon', coordinates: [closed(box(0, 0, 8, 8)), gridRing(random, 4, 5)] }
    case 2:
      return multi([gridRing(random, 3, 4)], [gridRing(random, 3, 4)])
    case 3:
      return multi([closed(box(0, 0, 8, 8)), closed(box(1, 1, 7, 7))], [gridRing(random, 4, 6)])
    default:
      return { type: 'Polygon', coordinates: [gridRing(random, 7, 7)] }
  }
}

const jitter = (random: Random, by: number, corners: readonly Position[]): Position[] =>
  corners.map(([x, y], i) =>
    i === 0 || i === corners.length - 1
      ? [x, y]
      : [x + by * (2 * random() - 1), y + by * (2 * random() - 1)],
  )

/** Pairs of every kind that deciding overlaps can go wrong with; not all of them are valid land. */
export const PAIRS: Record<string, (random: Random) => Pair> = {
  'at random': (random) => {
    const [x, y] = somewhere(random)
    const reach = 10 ** (-5 + 3 * random())
    const near: Position = [x + reach * (4 * random() - 2), y + reach * (4 * random() - 2)]
    return [polygon(star(random, [x, y], reach)), polygon(star(random, near, reach))]
  },
  'with a common border': (random) =>
    neighbours(
      random,
      (border) => border,
      (border) => border,
    ),
  'with a border of rounded corners': (random) =>
    neighbours(
      random,
      (border) => rounded(7, border),
      (border) => rounded(below(random, 2) ? 7 : 6, border),
    ),
  'with a corner dropped': (random) =>
    neighbours(
      random,
      (border) => border,
      (border) => border.filter((_, i) => i === 0 || i === border.length - 1 || random() < 0.7),
    ),
  'with corners added in between': (random) =>
    neighbours(
      random,
      (border) => border,
      (border) =>
        border.flatMap(([x, y], i): Position[] => {
          const [nextX, nextY] = border[i + 1] ?? [x, y]
          const share = random()
          return i + 1 === border.length
            ? [[x, y]]
            : [
                [x, y],
                [x + share * (nextX - x), y + share * (nextY - y)],
              ]
        }),
    ),
  'with a jittered border': (random) =>
    neighbours(
      random,
      (border) => border,
      (border) => jitter(random, 10 ** (-16 + 11 * random()), border),
    ),
  nested: (random) => {
    const place = somewhere(random)
    const outer = star(random, place, 0.001)
    const share = below(random, 3) === 0 ? 1 : random()
    const inner = outer
      .map(([x, y], i): Position =>
        random() < 0.2
          ? [x, y] // they touch here
          : random() < 0.1
            ? [
                (x + outer[(i + 1) % outer.length]![0]) / 2,
                (y + outer[(i + 1) % outer.length]![1]) / 2,
              ]
            : [place[0] + share * (x - place[0]), place[1] + share * (y - place[1])],
      )
      .filter((_, i) => i < 3 || random() < 0.9)
    const pair: Pair = [polygon(outer), polygon(inner)]
    return random() < 0.5 ? pair : [pair[1], pair[0]]
  },
  touching: (random) => {
    const one = star(random, somewhere(random), 0.001)
    const i = below(random, one.length)
    const [[ax, ay], [bx, by]] = [one[i]!, one[(i + 1) % one.length]!]
    const share = below(random, 2) * random()
    const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)]
    const angle = Math.atan2(by - ay, bx - ax) - random() * Math.PI
    const reach = 0.001 * random()
    return [
      polygon(one),
      polygon([
        [x, y],
        [x + reach * Math.cos(angle - 0.1), y + reach * Math.sin(angle - 0.1)],
        [x + reach * Math.cos(angle + 0.1), y + reach * Math.sin(angle + 0.1)],
      ]),
    ]
  },
  'with a hole': (random) => {
    const place = somewhere(random)
    const hole = star(random, place, 0.0005)
    const [x, y] = place
    const around: Position[] = [
      [x - 0.001, y - 0.001],
      [x + 0.001, y - 0.001],
      [x + 0.001, y + 0.001],
      [x - 0.001, y + 0.001],
    ]
    const within = [
      hole, // fills it
      jitter(random, 1e-9, hole),
      hole.map(([u, v]): Position => [x + 0.9 * (u - x), y + 0.9 * (v - y)]),
      hole.map(([u, v]): Position => [x + 1.1 * (u - x), y + 1.1 * (v - y)]),
      hole.filter((_, i) => i !== 1),
      around,
    ][below(random, 6)]!
    const a = polygon(around, hole)
    const b = random() < 0.3 ? polygon(around, within) : polygon(within)
    return random() < 0.5 ? [a, b] : [b, a]
  },
  'of several parts': (random) => {
    const [x, y] = somewhere(random)
    const spread = 0.005 * random()
    const parts = (): Ring[][] =>
      [0, 1, 2].map((i) => [closed(star(random, [x + 0.002 * i, y + spread * random()], 0.0009))])
    return [multi(...parts()), multi(...parts())]
  },
  'on a grid': (random) => [gridLand(random), gridLand(random)],
  'rings on a grid': (random) => [
    { type: 'Polygon', coordinates: [gridRing(random, 6, 6)] },
    { type: 'Polygon', coordinates: [gridRing(random, 6, 6)] },
  ],
}
