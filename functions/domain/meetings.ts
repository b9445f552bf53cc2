import {
  comparePoints,
  cross,
  crossingOf,
  type Edges,
  isWithinEdge,
  overlap,
  overlapOf,
  side,
} from './edges.ts'

/** Two stretches of line that meet as lines of one valid boundary must not. */
export interface Meeting {
  /**
   * `cross`: they cross, at a corner or between corners. `overlap`: they lie upon each other.
   * `spike`: the line runs back upon itself at a corner. `touch`: a ring comes back to a place where
   * it has been; two rings may touch, so that is no meeting.
   */
  kind: 'cross' | 'overlap' | 'spike' | 'touch'
  place: [longitude: number, latitude: number]
  /** The corners from which the two stretches start. */
  spots: [Spot, Spot]
}

/** A corner, by its ring and its position among the positions that were given. */
export interface Spot {
  ring: number
  position: number
}

/** Rings that touch at a place without crossing there. */
export interface Contact {
  place: [longitude: number, latitude: number]
  rings: number[]
}

/** A line that runs through a point: the corners before and after it there, and its edge. */
interface Strand {
  edge: number
  tips: [number, number]
}

/**
 * The first two strands that change sides at `here`. Going around the point, strands that only touch
 * open and close like brackets.
 */
function changingSides(
  edges: Edges,
  here: number,
  strands: readonly Strand[],
): [Strand, Strand] | undefined {
  const isLeft = (tip: number) => (comparePoints(edges, tip, here) < 0 ? 1 : 0)
  const turn = (a: number, b: number) => isLeft(a) - isLeft(b) || -side(edges, here, a, b)
  const rays = strands
    .flatMap((strand) => strand.tips.map((tip) => ({ strand, tip })))
    .sort((a, b) => turn(a.tip, b.tip))
  const upon = rays.some((ray, i) => i > 0 && turn(rays[i - 1]!.tip, ray.tip) === 0)
  if (upon) return undefined // an overlap, which is told as such
  const open: Strand[] = []
  const opened = new Set<Strand>()
  for (const { strand } of rays) {
    const top = open.at(-1)
    if (top === strand) open.pop()
    else if (top && opened.has(strand)) return [top, strand]
    else open.push(strand)
    opened.add(strand)
  }
  return undefined
}

/** Collects meetings, each once. */
export interface Meetings {
  readonly list: Meeting[]
  readonly contacts: Contact[]
  /** Tell what happens where corners stand at one place, and the edges that run through it. */
  addAt(corners: Int32Array, through: readonly number[]): void
  /** Compare an edge with every other one. */
  addOf(edge: number): void
}

export function meetingsOf(edges: Edges): Meetings {
  const { count, xs, ys, ring, position, next, previous, left, right } = edges
  const list: Meeting[] = []
  const contacts: Contact[] = []
  const known = new Set<string>()

  const spot = (corner: number): Spot => ({ ring: ring[corner]!, position: position[corner]! })

  function add(kind: Meeting['kind'], a: number, b: number, place: [number, number]) {
    const [first, second] = a < b ? [a, b] : [b, a]
    const key = `${first} ${second} ${kind}`
    if (known.has(key)) return
    known.add(key)
    list.push({ kind, place, spots: [spot(first), spot(second)] })
  }

  const at = (corner: number): [number, number] => [xs[corner]!, ys[corner]!]

  const isApart = (a: number, b: number): boolean =>
    xs[right[a]!]! < xs[left[b]!]! ||
    xs[right[b]!]! < xs[left[a]!]! ||
    Math.max(ys[left[a]!]!, ys[right[a]!]!) < Math.min(ys[left[b]!]!, ys[right[b]!]!) ||
    Math.max(ys[left[b]!]!, ys[right[b]!]!) < Math.min(ys[left[a]!]!, ys[right[a]!]!)

  function addAt(corners: Int32Array, through: readonly number[]) {
    if (corners.length + through.length < 2) return
    const here = corners[0]!
    const strands = [
      ...through.map((edge): Strand => ({ edge, tips: [left[edge]!, right[edge]!] })),
      ...Array.from(corners, (corner): Strand => {
        return { edge: corner, tips: [previous[corner]!, next[corner]!] }
      }),
    ]
    const isUpon = (a: Strand, b: Strand) =>
      a.tips.some((one) =>
        b.tips.some(
          (other) =>
            side(edges, here, one, other) === 0 &&
            comparePoints(edges, one, here) > 0 === comparePoints(edges, other, here) > 0,
        ),
      )
    const last = new Map<number, Strand>() // of each ring
    for (const strand of strands) {
      const before = last.get(ring[strand.edge]!)
      if (before && !isUpon(before, strand)) add('touch', before.edge, strand.edge, at(here))
      last.set(ring[strand.edge]!, strand)
    }
    const pair = changingSides(edges, here, strands)
    if (pair && ring[pair[0].edge] !== ring[pair[1].edge]) {
      add('cross', pair[0].edge, pair[1].edge, at(here))
    }
    if (last.size > 1) contacts.push({ place: at(here), rings: [...last.keys()] })
  }

  function addOf(edge: number) {
    for (let other = 0; other < count; other++) {
      if (other === edge || isApart(edge, other)) continue
      if (cross(edges, edge, other)) add('cross', edge, other, crossingOf(edges, edge, other))
      else if (!overlap(edges, edge, other)) {
        if (isWithinEdge(edges, edge, other)) addAt(Int32Array.of(other), [edge])
      } else if (next[edge] === other) add('spike', edge, other, at(other))
      else if (next[other] === edge) add('spike', edge, other, at(edge))
      else add('overlap', edge, other, at(overlapOf(edges, edge, other)))
    }
  }

  return { list, contacts, addAt, addOf }
}
