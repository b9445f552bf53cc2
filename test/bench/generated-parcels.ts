import { boxOfRegency } from '../../functions/boundaries/regencies.ts'
import type { Boundary, Position } from '../../functions/domain/boundary.ts'
import type { Kanwil, Region, Unit } from '../../functions/domain/reference.ts'
import { readBundled } from '../../infra/local/reference/bundled.ts'
import { lotsOf, type Point, ringAt } from './lots.ts'
import { seeded } from './seeded.ts'

/** A parcel that never was, near a unit that is. */
export interface GeneratedParcel {
  id: string
  name: string
  upt: string
  kanwil: string
  boundary: Boundary
}

/** A place where parcels lie, and whose they are. */
interface Cluster {
  at: Position
  upt: string
  kanwil: string
}

/** Side of a block with the road beside it, in degrees: some 480 m. One grid for the whole country. */
const BLOCK = 0.0043

/** Metres of one degree of latitude, near enough to draw lots by. */
const DEGREE = 110_574
const atEquator = 111_320

/** The middle of each regency, and a unit of its Kanwil. Known places, in the order of their codes. */
async function clusters(): Promise<Cluster[]> {
  const [regions, units, kanwils] = await Promise.all([
    readBundled('wilayah') as Promise<Region[]>,
    readBundled('upt') as Promise<Unit[]>,
    readBundled('kanwil') as Promise<Kanwil[]>,
  ])
  return regions
    .filter(({ level }) => level === 'kabupaten')
    .flatMap(({ code }, nth): Cluster[] => {
      const box = boxOfRegency(code)
      const kanwil = kanwils.find(({ provinces }) => provinces.includes(code.slice(0, 2)))
      const own = units.filter((unit) => unit.kanwil === kanwil?.id && unit.status === 'aktif')
      const upt = own.find(({ kodeKemendagri }) => kodeKemendagri === code) ?? own[nth % own.length]
      if (!box || !kanwil || !upt) return []
      const at: Position = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
      return [{ at, upt: upt.id, kanwil: kanwil.id }]
    })
}

/** A UUIDv7 of the nth parcel, made in the first days of 2026. */
function idOf(nth: number, random: () => number): string {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0')
  const time = hex(Date.UTC(2026, 0, 1) + nth * 250, 12)
  const bits = () => Math.floor(random() * 2 ** 32)
  const tail = hex(bits(), 8) + hex(bits(), 8) + hex(bits(), 8)
  const variant = hex(8 + (bits() % 4), 1)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(3, 6)}-${tail.slice(6, 18)}`
}

/** Blocks around a cluster's middle, ring by ring. */
function* around(): Generator<readonly [column: number, row: number]> {
  yield [0, 0]
  for (let ring = 1; ; ring += 1)
    for (let step = 0; step < 2 * ring; step += 1) {
      yield [ring - step, -ring]
      yield [-ring, step - ring]
      yield [step - ring, ring]
      yield [ring, ring - step]
    }
}

/**
 * So many parcels in clusters of very unequal size (a few have a thirtieth of all, most a thousandth),
 * cluster by cluster. Neighbours share their sides and overlap by no more than rounding to seven
 * decimals does. The same count and seed give the same parcels.
 */
export async function* generatedParcels(count: number, seed = 42): AsyncGenerator<GeneratedParcel> {
  const random = seeded(seed)
  const places = (await clusters())
    .map((cluster) => ({ cluster, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ cluster }) => cluster)
  const weights = places.map((_, nth) => (nth + 1) ** -0.6)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const taken = new Set<number>()
  let nth = 0
  for (const [rank, { at, upt, kanwil }] of places.entries()) {
    const isLast = rank === places.length - 1
    const wanted = isLast ? count - nth : Math.round((count * weights[rank]!) / whole)
    const until = Math.min(count, nth + wanted)
    const middle = at.map((ordinate) => Math.round(ordinate / BLOCK)) as [number, number]
    for (const [right, up] of around()) {
      if (nth >= until) break
      const [column, row] = [middle[0] + right, middle[1] + up]
      const key = column * 1e6 + row
      if (taken.has(key) || random() < 0.25) continue // other land
      taken.add(key)
      const scale = atEquator * Math.cos((row * BLOCK * Math.PI) / 180)
      const toDegrees = ([east, north]: Point): Position => [
        column * BLOCK + east / scale,
        row * BLOCK + north / DEGREE,
      ]
      const side = BLOCK * Math.min(scale, DEGREE)
      for (const rings of lotsOf(side, random).slice(0, until - nth)) {
        nth += 1
        const coordinates = rings.map((points) => ringAt(points, toDegrees))
        yield {
          id: idOf(nth, random),
          name: `Tanah hibah nomor ${nth}`,
          upt,
          kanwil,
          boundary: { type: 'Polygon', coordinates },
        }
      }
    }
  }
}
