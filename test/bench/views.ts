import { createHash } from 'node:crypto'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { areaOf, toSquareDecimetres } from '../../functions/domain/area.ts'
import type { Polygon, Position } from '../../functions/domain/boundary.ts'
import { type Box, BOX_SCALE, boxesMeet, boxOf } from '../../functions/domain/box.ts'
import { outlineOf } from '../../functions/domain/outline.ts'
import { enterMany } from '../../functions/store/cells/bulk.ts'
import { planEntry } from '../../functions/store/cells/entry.ts'
import type { Indexed } from '../../functions/store/cells/expected.ts'
import type { Table } from '../../functions/store/table.ts'
import type { Ask } from './asked.ts'
import { type GeneratedParcel, generatedParcels } from './generated-parcels.ts'
import type { PostGis } from './postgis.ts'
import { wktOf } from './postgis.ts'
import { seeded } from './seeded.ts'

const VIEWS = 200
/** Degrees of longitude that a tile of z14 spans: 2.4 km. */
const WIDE = 360 / 2 ** 14
const INSTANT = '2026-11-01T00:00:00.000Z'

/** What one look at one view cost, and what it found. */
interface Look {
  found: string[]
  readUnits: number
  requests: number
  depth: number
}

/** What looking at many views cost. */
export interface ViewCosts {
  parcels: number
  looks: Look[]
  /** Views in the box of one parcel of 100 km, before it came and after. */
  beside: { before: Look[]; after: Look[] }
  /** Views whose ids differ from the ids of all boxes that meet them, one by one. */
  wrong: number
  /** Views whose ids differ from PostGIS's; undefined where it is not installed. */
  unlike: number | undefined
}

function indexed({ id, name, upt, kanwil, boundary }: GeneratedParcel): Indexed {
  const { bytes: outline, exact } = outlineOf(boundary)
  const areaM2 = toSquareDecimetres(areaOf(boundary)!)
  const place = `${kanwil}#${upt}`
  return {
    entry: { id, version: 2, place, name, box: boxOf(boundary), outline, exact },
    standing: {
      id,
      state: 'terverifikasi',
      axes: { use: 'belum-terbukti', idle: null, problem: null },
      version: 3,
      updatedAt: INSTANT,
      areaM2,
    },
  }
}

/** A view as wide and high as a tile of z14, somewhere over a corner of a box. */
function viewOver([west, south]: Box, random: () => number): Box {
  const wide = WIDE * BOX_SCALE
  const high = wide * Math.cos(((south / BOX_SCALE) * Math.PI) / 180)
  const [w, s] = [Math.round(west - random() * wide), Math.round(south - random() * high)]
  return [w, s, Math.round(w + wide), Math.round(s + high)]
}

const degrees = (box: Box): string => box.map((units) => units / BOX_SCALE).join(',')

/** Look at each view as headquarters does, to its end; once before, so that names of units are known. */
async function lookAt(ask: Ask, views: readonly Box[]): Promise<Look[]> {
  await look(ask, views)
  return look(ask, views)
}
async function look(ask: Ask, views: readonly Box[]): Promise<Look[]> {
  const looks: Look[] = []
  for (const view of views) {
    const seen: Look = { found: [], readUnits: 0, requests: 0, depth: 0 }
    let next: string | undefined = `/parcels?limit=1000&bbox=${degrees(view)}`
    while (next !== undefined) {
      const page: Awaited<ReturnType<typeof listed>> = await listed(ask, next)
      seen.found.push(...page.body.features.map(({ id }) => id))
      seen.readUnits += page.readUnits
      seen.requests += page.requests
      seen.depth += page.depth
      next = page.body.next?.replace(/^.*\/api/, '')
    }
    looks.push(seen)
  }
  return looks
}
const listed = (ask: Ask, path: string) =>
  ask<{ features: { id: string }[]; next?: string }>('pusat', 'GET', path)

/** A canal: 70 km east and 70 km north from a place, 20 m wide. */
function canal([lng, lat]: Position): Polygon {
  const [far, wide] = [0.63, 0.0002]
  const ring: Position[] = [
    [lng, lat],
    [lng + wide, lat],
    [lng + far, lat + far - wide],
    [lng + far, lat + far],
    [lng, lat],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

/** Enter a parcel in the index as its submission does. */
async function enter(table: Table, boundary: Polygon): Promise<void> {
  const parcel = {
    id: '019c0000-0000-7000-8000-000000000001',
    boundary,
    hash: '0'.repeat(64),
    version: 2,
    name: 'Saluran',
    upt: 'lapas-kelas-iia-binjai',
    kanwil: 'sumatera-utara',
  }
  const { writes } = await planEntry(table, parcel, Date.now())
  const areaM2 = toSquareDecimetres(areaOf(boundary)!)
  const items = writes({
    state: 'diajukan',
    axes: { use: 'belum-terbukti', idle: null, problem: null },
    version: 2,
    updatedAt: INSTANT,
    areaM2,
  })
  await table.client.send(
    new TransactWriteCommand({ TransactItems: items.map(({ item }) => item) }),
  )
}

const digest = (ids: readonly string[]): string =>
  createHash('md5')
    .update([...ids].sort().join(','))
    .digest('hex')

/** The ids in each view by PostGIS, as a digest of each list. */
async function byPostGis(
  postgis: PostGis,
  parcels: AsyncIterable<GeneratedParcel>,
  views: readonly Box[],
): Promise<string[]> {
  await postgis.query('CREATE UNLOGGED TABLE parcels (id uuid, geom geometry(Geometry, 4326))')
  async function* rows() {
    for await (const { id, boundary } of parcels) yield [id, wktOf(boundary)]
  }
  await postgis.copy('parcels', rows())
  // its operator && compares boxes of single precision: the second condition is exact
  const found = await postgis.query(`
    CREATE INDEX ON parcels USING gist (geom);
    ANALYZE parcels;
    SELECT nth, md5(coalesce(string_agg(id::text, ',' ORDER BY id::text COLLATE "C"), ''))
    FROM (VALUES ${views.map((view, nth) => `(${nth}, ${degrees(view)})`).join(',')})
      AS views (nth, west, south, east, north)
    LEFT JOIN parcels ON geom && ST_MakeEnvelope(west, south, east, north, 4326)
      AND ST_XMin(geom) <= east AND ST_XMax(geom) >= west
      AND ST_YMin(geom) <= north AND ST_YMax(geom) >= south
    GROUP BY nth ORDER BY nth`)
  await postgis.query('DROP TABLE parcels')
  return found.map(([, md5 = '']) => md5)
}

/** Fill an empty table's index with so many parcels, and look at views where parcels are. */
export async function measureViews(
  count: number,
  table: Table,
  ask: Ask,
  postgis: PostGis | undefined,
): Promise<ViewCosts> {
  const parcels: Indexed[] = []
  for await (const parcel of generatedParcels(count)) parcels.push(indexed(parcel))
  await enterMany(table, parcels)
  const boxes = parcels.map(({ entry: { id, box } }) => ({ id, box }))
  const random = seeded(7)
  const some = (among: typeof boxes) => among[Math.floor(random() * among.length)]!.box
  const views = Array.from({ length: VIEWS }, () => viewOver(some(boxes), random))
  const looks = await lookAt(ask, views)

  const from = boxes[0]!.box
  const wide = canal([from[0] / BOX_SCALE - 0.3, from[1] / BOX_SCALE - 0.3])
  const near = boxes.filter(({ box }) => boxesMeet(box, boxOf(wide)))
  const beside = Array.from({ length: VIEWS / 2 }, () => viewOver(some(near), random))
  const before = await lookAt(ask, beside)
  await enter(table, wide)
  const after = await lookAt(ask, beside)

  const listedOf = (view: Box) =>
    boxes.filter(({ box }) => boxesMeet(box, view)).map(({ id }) => id)
  const digests = looks.map(({ found }) => digest(found))
  const theirs = postgis && (await byPostGis(postgis, generatedParcels(count), views))
  return {
    parcels: count,
    looks,
    beside: { before, after },
    wrong: views.filter((view, i) => digest(listedOf(view)) !== digests[i]).length,
    unlike: theirs && theirs.filter((md5, i) => md5 !== digests[i]).length,
  }
}
