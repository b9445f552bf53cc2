import { type Boundary, boundsOf, partsOf, type Ring } from './boundary.ts'

/** How many points one answer may ask for, and how many distances to lines; 5 ms at most. */
const MOST_POINTS = 2_000
const MOST_DISTANCES = 500_000

/** A circle that is wider by no more than this share is not looked for. */
const PRECISION = 0.05

/** So many lines are drawn across a part, each way, to begin with. */
const SECTIONS = 8

/**
 * One part of the land in metres, turned so that its longest line lies along x: `lines` has the
 * ordinates x1, y1, x2, y2 of each line, land to the left; `boxes` has west, south, east and north of
 * each 32 lines in a row.
 */
interface Part {
  lines: Float64Array
  boxes: Float64Array
  areaM2: number
  box: [west: number, south: number, east: number, north: number]
}

/** Metres in a degree of latitude and of longitude, at a latitude (WGS 84). */
function degreeAt(latitude: number): [north: number, east: number] {
  const phi = (latitude * Math.PI) / 180
  const [a, e2] = [6_378_137, 0.00669437999014]
  const w2 = 1 - e2 * Math.sin(phi) ** 2
  const [meridian, parallel] = [(a * (1 - e2)) / w2 ** 1.5, (a * Math.cos(phi)) / Math.sqrt(w2)]
  return [(meridian * Math.PI) / 180, (parallel * Math.PI) / 180]
}

function measured(rings: readonly Ring[], [lng0, lat0]: Ring[0]): Part {
  const [perLat, perLng] = degreeAt(lat0)
  const lines = new Float64Array(4 * rings.reduce((sum, { length }) => sum + length - 1, 0))
  let [end, area2, longest, ux, uy] = [0, 0, 0, 1, 0]
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
      const [x1, y1] = [(ax - lng0) * perLng, (ay - lat0) * perLat]
      const [x2, y2] = [(bx - lng0) * perLng, (by - lat0) * perLat]
      lines[end++] = x1
      lines[end++] = y1
      lines[end++] = x2
      lines[end++] = y2
      area2 += x1 * y2 - x2 * y1 // holes run the other way
      const length = Math.hypot(x2 - x1, y2 - y1)
      if (length > longest) [longest, ux, uy] = [length, (x2 - x1) / length, (y2 - y1) / length]
    }
  }
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < lines.length; i += 2) {
    const [x, y] = [lines[i]!, lines[i + 1]!]
    lines[i] = x * ux + y * uy
    lines[i + 1] = y * ux - x * uy
    west = Math.min(west, lines[i]!)
    east = Math.max(east, lines[i]!)
    south = Math.min(south, lines[i + 1]!)
    north = Math.max(north, lines[i + 1]!)
  }
  return { lines, boxes: boxesOf(lines), areaM2: area2 / 2, box: [west, south, east, north] }
}

const IN_BOX = 32 * 4 // ordinates of the lines of one box

function boxesOf(lines: Float64Array): Float64Array {
  const boxes = new Float64Array(4 * Math.ceil(lines.length / IN_BOX))
  for (let at = 0, from = 0; at < boxes.length; at += 4, from += IN_BOX) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let i = from; i < Math.min(from + IN_BOX, lines.length); i += 2) {
      west = Math.min(west, lines[i]!)
      east = Math.max(east, lines[i]!)
      south = Math.min(south, lines[i + 1]!)
      north = Math.max(north, lines[i + 1]!)
    }
    boxes.set([west, south, east, north], at)
  }
  return boxes
}

/** Distance in metres from a point to the nearest line of a part, negative outside. */
function depthAt({ lines, boxes }: Part, x: number, y: number): number {
  let [nearest2, isInside] = [Infinity, false]
  for (let at = 0, from = 0; at < boxes.length; at += 4, from += IN_BOX) {
    const [west, south, east, north] = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!]
    const gapX = x < west ? west - x : x > east ? x - east : 0
    const gapY = y < south ? south - y : y > north ? y - north : 0
    const isBeside = gapY === 0 && east >= x // a line to the east may pass it
    if (!isBeside && gapX * gapX + gapY * gapY >= nearest2) continue
    for (let i = from; i < from + IN_BOX && i < lines.length; i += 4) {
      const x1 = lines[i]! - x
      const y1 = lines[i + 1]! - y
      const dx = lines[i + 2]! - lines[i]!
      const dy = lines[i + 3]! - lines[i + 1]!
      if (y1 > 0 !== y1 + dy > 0 && x1 > (dx * y1) / dy) isInside = !isInside
      const share = -(x1 * dx + y1 * dy) / (dx * dx + dy * dy)
      const t = share > 0 ? (share < 1 ? share : 1) : 0
      const ox = x1 + t * dx
      const oy = y1 + t * dy
      const distance2 = ox * ox + oy * oy
      if (distance2 < nearest2) nearest2 = distance2
    }
  }
  return isInside ? Math.sqrt(nearest2) : -Math.sqrt(nearest2)
}

/** The middle of the widest stretch of land on a line across a part: along x where `axis` is 0. */
function middleOf(lines: Float64Array, axis: 0 | 1, level: number): [number, number] | undefined {
  const u: number = axis
  const v = 1 - axis
  const met: number[] = []
  for (let i = 0; i < lines.length; i += 4) {
    const v1 = lines[i + v]!
    const v2 = lines[i + 2 + v]!
    if (v1 > level === v2 > level) continue
    const u1 = lines[i + u]!
    met.push(u1 + ((lines[i + 2 + u]! - u1) * (level - v1)) / (v2 - v1))
  }
  met.sort((p, q) => p - q)
  let [width, middle] = [0, NaN]
  for (let i = 1; i < met.length; i += 2) {
    const stretch = met[i]! - met[i - 1]!
    if (stretch > width) [width, middle] = [stretch, met[i - 1]! + stretch / 2]
  }
  if (width === 0) return undefined
  return axis === 0 ? [middle, level] : [level, middle]
}

/** Radius in metres of the largest circle in a part, if it is larger than `least`. */
function largestRadius(part: Part, least: number, mayAsk: () => boolean): number {
  const { lines, box } = part
  const [west, south, east, north] = box
  let best = least
  const ask = (x: number, y: number): number => {
    const depth = depthAt(part, x, y)
    if (depth > best) best = depth
    return depth
  }
  for (let i = 1; i < SECTIONS && mayAsk(); i++) {
    const share = i / SECTIONS
    for (const middle of [
      middleOf(lines, 1, west + share * (east - west)),
      middleOf(lines, 0, south + share * (north - south)),
    ]) {
      if (middle) ask(...middle)
    }
  }
  let size = Math.max(east - west, north - south) / 8
  let cells: [number, number][] = []
  for (let x = west + size / 2; x < east; x += size) {
    for (let y = south + size / 2; y < north || cells.length === 0; y += size) cells.push([x, y])
  }
  while (cells.length > 0) {
    const reach = size * Math.SQRT1_2 // from the middle of a cell to its corners
    const worth: [number, number, number][] = []
    for (const [x, y] of cells) {
      if (!mayAsk()) return best
      worth.push([x, y, ask(x, y)])
    }
    size /= 2
    cells = worth
      .filter(([, , depth]) => depth + reach > best * (1 + PRECISION))
      .flatMap(([x, y]) =>
        [-size / 2, size / 2].flatMap((dx): [number, number][] => [
          [x + dx, y - size / 2],
          [x + dx, y + size / 2],
        ]),
      )
  }
  return best
}

/**
 * Greatest width of land in metres: the diameter of the largest circle that fits in one of its parts.
 * Rings have to run as in GeoJSON, shells counter-clockwise.
 *
 * Cells of a grid are split for as long as a circle around a point in them could be larger by 5 %.
 * A strip that is a thousand times longer than wide has too many of them: what counts then is the
 * largest circle found, beginning with those in the middle of lines drawn across.
 * Parts are measured in the plane that touches the ellipsoid at the middle of the land; over 10 km
 * it is true to 1e-6.
 */
export function widthOf(land: Boundary): number {
  const [west, south, east, north] = boundsOf(land)
  const parts = partsOf(land)
    .map((rings) => measured(rings, [(west + east) / 2, (south + north) / 2]))
    .sort((a, b) => b.areaM2 - a.areaM2)
  let [best, points, distances] = [0, MOST_POINTS, MOST_DISTANCES]
  for (const part of parts) {
    const across = Math.min(part.box[3] - part.box[1], 2 * Math.sqrt(part.areaM2 / Math.PI))
    if (!(across / 2 > best * (1 + PRECISION))) continue // no larger circle fits
    const mayAsk = () => points-- > 0 && (distances -= part.lines.length / 4) > 0
    best = largestRadius(part, best, mayAsk)
  }
  return 2 * best
}
