import { createApp } from '../../functions/app.ts'
import type { Deps } from '../../functions/deps.ts'
import { LIST_INDEX } from '../../functions/store/table.ts'
import { type Figure, figure } from './figures.ts'

interface Counted {
  readUnits: number
  writeUnits: number
  requests: number
  status: number
  body: { id: string; features: unknown[] }
  etag: string
}

/** A regular polygon of `corners` corners, about 100 m across, around a point. */
function polygon(lng: number, lat: number, corners: number) {
  const ring = Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners
    return [lng + 0.0005 * Math.cos(angle), lat + 0.0005 * Math.sin(angle)]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
}

const parcel = (nth: number, corners: number) => ({
  type: 'Feature',
  geometry: polygon(98.4 + (nth % 40) / 400, 3.5 + Math.floor(nth / 40) / 400, corners),
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

interface Consumed {
  Table?: { CapacityUnits?: number }
  GlobalSecondaryIndexes?: Record<string, { CapacityUnits?: number }>
}

/** DynamoDB bills the items of a transaction twice; DynamoDB Local counts them once. Indexes count once. */
function countTransactions(client: Deps['table']['client'], count: (units: number) => void): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args)
        const { ConsumedCapacity = [] } = answer.output as { ConsumedCapacity?: Consumed[] }
        if (commandName?.startsWith('TransactWrite'))
          for (const { Table } of ConsumedCapacity) count(Table?.CapacityUnits ?? 0)
        return answer
      },
    { step: 'initialize', name: 'bill' },
  )
}

/** Count what requests cost in DynamoDB units, indexes included: every call is metered. */
export async function measureUnits(
  deps: Deps,
  tokenOf: (account: string) => Promise<string>,
): Promise<Figure[]> {
  let last: Partial<Counted> = {}
  let doubled = 0
  countTransactions(deps.table.client, (units) => (doubled += units))
  const app = createApp({ ...deps, log: (entry) => (last = entry as Partial<Counted>) })
  const ask = async (
    account: string,
    method: string,
    path: string,
    body?: unknown,
    etag = '',
  ): Promise<Counted> => {
    doubled = 0
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
    const answer = await app.request(`/api${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${await tokenOf(account)}`,
        ...(body !== undefined && { 'Content-Type': type }),
        ...(etag && { 'If-Match': etag }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${await answer.text()}`)
    const { readUnits = 0, requests = 0 } = last
    const writeUnits = (last.writeUnits ?? 0) + doubled
    const read = (await answer.json()) as Counted['body']
    const tag = answer.headers.get('ETag') ?? ''
    return { readUnits, writeUnits, requests, status: answer.status, body: read, etag: tag }
  }
  const PARCELS = 400
  for (let nth = 1; nth < PARCELS; nth += 1)
    await ask('petugas.binjai', 'POST', '/parcels', parcel(nth, 7))
  await ask('pusat', 'GET', '/parcels?limit=50') // the caller's membership is known from here on

  const drafted = await ask('petugas.binjai', 'POST', '/parcels', parcel(PARCELS, 100))
  const at = `/parcels/${drafted.body.id}`
  const read = await ask('petugas.binjai', 'GET', at)
  const name = { properties: { name: 'Lahan ketahanan pangan, blok C' } }
  const changed = await ask('petugas.binjai', 'PATCH', at, name, drafted.etag)
  await ask('kpb.binjai', 'GET', at)
  const submitted = await ask('kpb.binjai', 'POST', `${at}/submission`, {}, changed.etag)
  await ask('kanwil.sumut', 'GET', at)
  const verified = await ask('kanwil.sumut', 'POST', `${at}/verification`, {}, submitted.etag)
  const list = await ask('pusat', 'GET', '/parcels?limit=50')
  if (list.body.features.length !== 50) throw new Error(`${LIST_INDEX}: not 50 entries.`)
  const reads = ({ readUnits: n }: Counted, most: number) => ({ n, most, unit: 'read units' })
  const writes = ({ writeUnits: n }: Counted, most: number) => ({ n, most, unit: 'write units' })
  return [
    figure('List page of 50', [
      reads(list, 3),
      { n: list.requests, most: 2, unit: 'requests side by side' },
    ]),
    figure('Read a parcel of 100 corners', [reads(read, 6)]),
    figure('Make a draft of 100 corners', [writes(drafted, 40)]),
    figure('Change one field', [writes(changed, 30)]),
    figure('Submit a boundary of 100 corners', [writes(submitted, 48), reads(submitted, 16)]),
    figure('Verify', [writes(verified, 30)]),
  ]
}
