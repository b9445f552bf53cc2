import { expect } from 'vitest'
import {
  childrenOf,
  findAssetCode,
  findKanwil,
  findRegion,
  findUnit,
  readActive,
  readReference,
} from '../../functions/store/reference.ts'
import { metered } from '../../functions/store/client.ts'
import { loadReference } from '../../functions/store/reference-load.ts'
import { readRegions } from '../../infra/local/reference/bundled.ts'
import { test } from '../stack.ts'

const OWN = { source: 'Surat contoh', validFrom: '2026-02-01' }
const asset = (code: string, name: string) => ({ code, name })

test('GET /reference/kanwil tells the 33 offices, their source and since when', async ({ as }) => {
  const answer = await as('petugas.binjai')('/api/reference/kanwil')
  expect(answer.status).toBe(200)
  const { rows, source, validFrom } = (await answer.json()) as Record<string, unknown>
  expect(rows).toHaveLength(33)
  expect(source).toContain('300.2.2-2138')
  expect(validFrom).toBe('2025-04-25')
})

test('GET /reference/wilayah goes down level by level', async ({ as }) => {
  const names = async (query: string) => {
    const answer = await as('auditor')(`/api/reference/wilayah${query}`)
    const { rows } = (await answer.json()) as { rows: { code: string; name: string }[] }
    return rows.map(({ code, name }) => `${code} ${name}`)
  }
  expect(await names('')).toHaveLength(38)
  expect(await names('?parent=12&q=binjai')).toEqual(['12.75 Kota Binjai'])
  expect(await names('?parent=12.75')).toEqual([
    '12.75.01 Binjai Utara',
    '12.75.02 Binjai Kota',
    '12.75.03 Binjai Barat',
    '12.75.04 Binjai Timur',
    '12.75.05 Binjai Selatan',
  ])
  expect(await names('?parent=99')).toEqual([])
})

test('GET /reference/upt finds a unit in any spelling and says when it is ambiguous', async ({
  as,
}) => {
  const ask = async (q: string) => {
    const answer = await as('pusat')(`/api/reference/upt?q=${encodeURIComponent(q)}`)
    return (await answer.json()) as { rows: { id: string }[]; ambiguous: boolean }
  }
  const found = await ask('LP KLAS II A BINJAI')
  expect(found).toMatchObject({ rows: [{ id: 'lapas-kelas-iia-binjai' }], ambiguous: false })
  expect(await ask('Lapas Kelas IIA Tangerang')).toMatchObject({ ambiguous: true })
})

test('GET /reference answers 304 until the table changes, and needs a member', async ({
  as,
  deps,
  clock,
}) => {
  const get = (etag = '') =>
    as('kpb.batang')('/api/reference/kode-barang', { headers: { 'If-None-Match': etag } })
  const etag = (await get()).headers.get('ETag')!
  expect((await get(etag)).status).toBe(304)
  await loadReference(deps.table, 'kode-barang', [asset('2.01.01.04.001', 'Tanah')], OWN, clock.now)
  const changed = await get(etag)
  expect(changed.status).toBe(200)
  expect(await changed.json()).toMatchObject({ source: 'Surat contoh', rows: [{ name: 'Tanah' }] })

  expect((await as()('/api/reference/upt')).status).toBe(401)
  expect((await as('pusat')('/api/reference/penjara')).status).toBe(404)
})

test('a lookup of a unit, an office, a region or a code is one GetItem at most', async ({
  deps,
}) => {
  const { table } = deps
  await Promise.all([readActive(table, 'upt'), readActive(table, 'wilayah')])
  const unit = await metered(() => findUnit(table, 'lapas-kelas-iia-binjai'))
  expect(unit.result).toMatchObject({ name: 'Lapas Kelas IIA Binjai', kanwil: 'sumatera-utara' })
  expect(unit.used).toMatchObject({ writeUnits: 0, requests: 1 })
  expect(unit.used.readUnits).toBeLessThanOrEqual(2)
  const again = await metered(() => findUnit(table, 'lapas-kelas-iib-batang'))
  expect(again.used.requests).toBe(0)
  const region = await metered(() => findRegion(table, '12.75.02'))
  expect(region.result).toMatchObject({ name: 'Binjai Kota', level: 'kecamatan' })
  expect(region.used.requests).toBe(1)
  expect(region.used.readUnits).toBeLessThanOrEqual(2)

  expect(await findKanwil(table, 'jawa-tengah')).toMatchObject({ provinces: ['33'] })
  expect(await findAssetCode(table, '2.01.01.04.001')).toMatchObject({
    name: 'Tanah Bangunan Kantor Pemerintah',
  })
  expect(await findUnit(table, 'lapas-atlantis')).toBeUndefined()
})

test('readers see the old table or the new one, never half, however often it is replaced', async ({
  deps: { table },
  clock,
}) => {
  const version = (n: number) =>
    Array.from({ length: 200 }, (_, i) =>
      asset(`2.01.01.01.${String(i).padStart(3, '0')}`, `Versi ${n}`),
    )
  await loadReference(table, 'kode-barang', version(0), OWN, clock.now)
  let isLoading = true
  const loads = (async () => {
    for (let n = 1; n <= 6; n++)
      await loadReference(table, 'kode-barang', version(n), OWN, clock.now)
    isLoading = false
  })()
  let reads = 0
  while (isLoading) {
    const { content } = (await readReference(table, 'kode-barang'))!
    expect(content).toHaveLength(200)
    expect(new Set(content.map(({ name }) => name)).size).toBe(1)
    expect(await findAssetCode(table, '2.01.01.01.199')).toBeDefined()
    reads += 1
  }
  await loads
  expect(reads).toBeGreaterThan(3)
  expect((await readReference(table, 'kode-barang'))!.content[0]!.name).toBe('Versi 6')
})

test('of two loads at once one wins and the other is told', async ({ deps: { table }, clock }) => {
  const load = (name: string) =>
    loadReference(table, 'kode-barang', [asset('2.01.01.04.001', name)], OWN, clock.now)
  const done = await Promise.allSettled([load('A'), load('B')])
  const refused = done.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(1)
  expect(refused[0]).toMatchObject({ reason: { code: 'stale' } })
  expect((await readReference(table, 'kode-barang'))!.content).toHaveLength(1)
})

test('the same rows loaded again change nothing', async ({ deps: { table }, clock }) => {
  const rows = [asset('2.01.01.04.001', 'Tanah')]
  const first = await loadReference(table, 'kode-barang', rows, OWN, clock.now)
  const again = await loadReference(table, 'kode-barang', rows, OWN, new Date())
  expect([first.changed, again.changed]).toEqual([true, false])
  expect(again.active).toEqual(first.active)
})

test(
  'all 91,600 regions with villages load, and a village is found',
  { timeout: 120_000 },
  async ({ deps: { table }, clock }) => {
    const regions = await readRegions({ villages: true })
    await loadReference(table, 'wilayah', regions, OWN, clock.now)
    expect(await readActive(table, 'wilayah')).toMatchObject({ rows: regions.length })
    expect(regions.length).toBe(38 + 514 + 7_285 + 83_762)
    const villages = await childrenOf(table, '12.75.02')
    expect(villages.length).toBeGreaterThan(4)
    expect(villages[0]!.level).toBe('desa')
  },
)

test('GET /reference/komoditas tells commodities with unit and bounds, found in both languages', async ({
  as,
}) => {
  const ask = async (query: string) => {
    const answer = await as('petugas.binjai')(`/api/reference/komoditas${query}`)
    return (await answer.json()) as { rows: { id: string }[]; source: string; validFrom: string }
  }
  const { rows, source } = await ask('')
  expect(rows.length).toBeGreaterThan(30)
  expect(source).toContain('internal')
  expect(rows.find(({ id }) => id === 'padi')).toMatchObject({ unit: 'kg', leastDays: 90 })
  expect((await ask('?q=maize')).rows).toMatchObject([{ id: 'jagung', name: { id: 'Jagung' } }])
})
