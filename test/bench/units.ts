import type { Polygon, Position } from '../../functions/domain/boundary.ts'
import { LIST_INDEX } from '../../functions/store/table.ts'
import { v7 } from 'uuid'
import type { Deps } from '../../functions/deps.ts'
import { bringUp } from '../../functions/parcels/bring-up.ts'
import { findParcel } from '../../functions/parcels/table.ts'
import type { Ask, Asked, Cost } from './asked.ts'
import { type Figure, figure } from './figures.ts'

/** A regular polygon of `corners` corners, about 100 m across, around a point. */
function polygon(lng: number, lat: number, corners: number): Polygon {
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / corners
    return [lng + 0.0005 * Math.cos(angle), lat + 0.0005 * Math.sin(angle)]
  })
  return { type: 'Polygon', coordinates: [[...ring, [...ring[0]!]]] }
}

const parcel = (nth: number, geometry: Polygon) => ({
  type: 'Feature',
  geometry,
  properties: {
    upt: 'lapas-kelas-iia-binjai',
    name: `Lahan ketahanan pangan nomor ${nth}`,
    statusPerolehan: 'tercatat-bmn',
    address: { kabupaten: 'Kota Binjai', kecamatan: 'Binjai Selatan', kodeKemendagri: '12.75' },
    grant: {
      grantor: { name: 'Pemerintah Kota Binjai', kind: 'pemkot' },
      steps: {
        nphd: { number: `030/${nth}/2021`, date: '2021-01-12', absent: true },
        bast: { number: `031/${nth}/2021`, date: '2021-02-02', areaM2: 7_850, absent: true },
      },
    },
    titles: [
      { number: `02.14.04.01.4.${String(nth).padStart(5, '0')}`, kind: 'hak-pakai', areaM2: 7_854 },
    ],
    bmnRecords: [{ kodeBarang: '2.01.01.04.001', nup: nth, areaM2: 7_854 }],
  },
})

const PARCELS = 400

/** A row of a slanted grid of lots, their borders shared: boxes of neighbours meet, their land does not. */
const EAST = [0.0009, 0.0002] as const
const NORTH = [-0.0002, 0.0008] as const

/** A corner of the grid, in seven decimals. */
const gridCorner = (column: number, row: number): Position => [
  Math.round((98.6 + column * EAST[0] + row * NORTH[0]) * 1e7) / 1e7,
  Math.round((3.4 + column * EAST[1] + row * NORTH[1]) * 1e7) / 1e7,
]

/** A lot of the grid with so many corners on each side. */
function lot(column: number, row: number, aSide: number): Polygon {
  const steps = Array.from({ length: aSide }, (_, i) => i / aSide)
  const ring = [
    ...steps.map((step) => gridCorner(column + step, row)),
    ...steps.map((step) => gridCorner(column + 1, row + step)),
    ...steps.map((step) => gridCorner(column + 1 - step, row + 1)),
    ...steps.map((step) => gridCorner(column, row + 1 - step)),
  ]
  return { type: 'Polygon', coordinates: [[...ring, [...ring[0]!]]] }
}

/** Eight lots around the middle one, submitted. */
async function submitNeighbours(ask: Ask): Promise<void> {
  for (const [nth, [column, row]] of AROUND.entries()) {
    const boundary = lot(column, row, 2)
    const drafted = await ask('petugas.binjai', 'POST', '/parcels', parcel(PARCELS + 1 + nth, boundary)) // prettier-ignore
    const at = `/parcels/${drafted.body.id}/submission`
    await ask('kpb.binjai', 'POST', at, {}, drafted.etag)
  }
}
const AROUND = [-1, 0, 1].flatMap((column) =>
  [-1, 0, 1].flatMap((row) => (column || row ? [[column, row] as const] : [])),
)

/** What a report costs that proves a house and a field, and the night on which the field is proved no more. */
async function measureUse(
  ask: Ask,
  deps: Deps,
  id: string,
): Promise<{ reported: Cost; lapsed: Cost }> {
  const from = '2026-01-01'
  const blocks: string[] = []
  for (const kind of ['bangunan-upt', 'tanaman-pangan']) {
    const block = { name: 'Blok', kind, areaM2: 3_900, from }
    const { body } = await ask('petugas.binjai', 'POST', `/parcels/${id}/blocks`, block)
    blocks.push(body.id)
  }
  const today = deps.now().toISOString().slice(0, 10)
  const reported = await ask('petugas.binjai', 'POST', `/parcels/${id}/reports`, {
    id: v7(),
    period: { from: today, until: today },
    entries: blocks.map((block) => ({ block })),
    statement: 'Dilihat sendiri di lapangan.',
  })
  for (;;) {
    const stored = (await findParcel(deps.table, id))!
    const { due, axes } = stored.head
    if (due === undefined) throw new Error('Nothing becomes of the use by itself.')
    const lapsed = await ask.metered(() => bringUp(deps, stored, due))
    const after = await findParcel(deps.table, id)
    if (after?.head.axes.use !== axes.use) return { reported, lapsed }
  }
}

/** What the requests of a registry cost in DynamoDB units, indexes included. */
export async function measureUnits(ask: Ask, deps: Deps): Promise<Figure[]> {
  for (let nth = 1; nth < PARCELS; nth += 1) {
    const [lng, lat] = [98.4 + (nth % 40) / 400, 3.5 + Math.floor(nth / 40) / 400]
    await ask('petugas.binjai', 'POST', '/parcels', parcel(nth, polygon(lng, lat, 7)))
  }
  await submitNeighbours(ask)
  await ask('pusat', 'GET', '/parcels?limit=50') // the caller's membership is known from here on

  const drafted = await ask('petugas.binjai', 'POST', '/parcels', parcel(PARCELS, lot(0, 0, 25)))
  const at = `/parcels/${drafted.body.id}`
  const read = await ask('petugas.binjai', 'GET', at)
  const name = { properties: { name: 'Lahan ketahanan pangan, blok C' } }
  const changed = await ask('petugas.binjai', 'PATCH', at, name, drafted.etag)
  await ask('kpb.binjai', 'GET', at)
  const submitted = await ask('kpb.binjai', 'POST', `${at}/submission`, {}, changed.etag)
  await ask('kanwil.sumut', 'GET', at)
  const verified = await ask('kanwil.sumut', 'POST', `${at}/verification`, {}, submitted.etag)
  const use = await measureUse(ask, deps, drafted.body.id)
  const list = await ask<{ features: unknown[] }>('pusat', 'GET', '/parcels?limit=50')
  if (list.body.features.length !== 50) throw new Error(`${LIST_INDEX}: not 50 entries.`)
  const reads = ({ readUnits: n }: Asked<unknown>, most: number) => ({
    n,
    most,
    unit: 'read units',
  })
  const writes = ({ writeUnits: n }: Cost, most: number) => ({
    n,
    most,
    unit: 'write units',
  })
  return [
    figure('List page of 50', [
      reads(list, 3),
      { n: list.requests, most: 2, unit: 'requests side by side' },
    ]),
    figure('Read a parcel of 100 corners', [reads(read, 6)]),
    figure('Make a draft of 100 corners', [writes(drafted, 40)]),
    figure('Change one field', [writes(changed, 30)]),
    figure('Submit a boundary of 100 corners among 8 neighbours', [
      writes(submitted, 48),
      reads(submitted, 8),
      { n: submitted.depth, most: 3, unit: 'round trips deep' },
    ]),
    figure('Verify (a change of status)', [writes(verified, 14)]),
    figure('Report of use that proves two blocks', [writes(use.reported, 40)]),
    figure(
      'The sweep sees evidence run out, and the use becomes another one',
      [{ n: use.lapsed.writeUnits, most: 14, unit: 'write units' }],
      'in the same transaction the deadline goes into the ledger, those concerned are told, and the next due day is kept: some 10 units; the geometry page is not touched',
    ),
  ]
}
