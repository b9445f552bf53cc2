import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { expect } from 'vitest'
import { binjai, squareAt } from '../fixtures/parcels.ts'
import { test } from '../stack.ts'
import { ask, draft, step } from './requests.ts'
import { bodyRoutes, deliver, requireSane, type Route, UPT, watch } from './sane.ts'

/* What one request, one record, one step and one number may hold, and what is refused beyond. */

const MIB = 1024 * 1024

test('a body may have 4 MiB and not one byte more, announced or streamed', async ({
  as,
  origin,
  tokenOf,
  deps,
}) => {
  const bugs = watch(deps)
  const [create] = (await bodyRoutes(as)) as [Route]
  const body = JSON.stringify(binjai)
  const padded = (size: number) => body + ' '.repeat(size - body.length)
  expect(await requireSane(await deliver(as, create, padded(4 * MIB)), bugs)).toBe(201)
  expect(await requireSane(await deliver(as, create, padded(4 * MIB + 1)), bugs)).toBe(413)
  const text = JSON.stringify({ ...binjai, properties: { ...binjai.properties, note: 'x'.repeat(4 * MIB - 2000) } }) // prettier-ignore
  expect(await requireSane(await deliver(as, create, text), bugs)).toBe(422)
  const headers = {
    Authorization: `Bearer ${await tokenOf('petugas.binjai')}`,
    'Content-Type': 'application/geo+json',
  }
  const streamed = async (size: number) =>
    fetch(`${origin}/api/parcels`, {
      method: 'POST',
      headers,
      body: new Blob([padded(size)]).stream(),
      duplex: 'half',
    } as RequestInit)
  expect(await requireSane(await streamed(4 * MIB), bugs)).toBe(201)
  expect(await requireSane(await streamed(4 * MIB + 1), bugs)).toBe(413)
})

/** A closed ring of this many positions. */
const ringOf = (positions: number) => {
  const corners = Array.from({ length: positions - 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / (positions - 1)
    return [Number((98.5 + 0.01 * Math.cos(angle)).toFixed(9)), Number((3.6 + 0.01 * Math.sin(angle)).toFixed(9))] // prettier-ignore
  })
  return { type: 'Polygon', coordinates: [[...corners, corners[0]]] }
}

test('a draft may have 100,000 corners, and one more is no boundary', async ({ as, deps }) => {
  const bugs = watch(deps)
  const petugas = as('petugas.binjai')
  const made = await draft(petugas, { ...binjai, geometry: ringOf(100_000) })
  expect(made.status).toBe(201)
  expect(made.body.geometry).toEqual(ringOf(100_000))
  const refused = await draft(petugas, { ...binjai, geometry: ringOf(100_001) })
  expect(refused.status).toBe(422)
  expect(refused.body.type).toBe('/problems/not-a-boundary')
  expect(bugs).toEqual([])
})

/** Every field of the schema filled, its texts `length` long at most. */
function largest(length: number, letter: string) {
  const text = (longest: number) => letter.repeat(Math.min(longest, length))
  const ids = Array.from({ length: 50 }, (_, i) => `00000000-0000-7000-8000-${String(i).padStart(12, letter === '水' ? '0' : '1')}`) // prettier-ignore
  const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i)) // prettier-ignore
  const original = { place: 'lainnya', note: text(500) }
  const grantStep = {
    number: text(120), date: '2020-01-01', parties: times(10, () => text(200)), areaM2: 1234567.89,
    valueIdr: 9007199254740991, documents: ids, absent: true, original, note: text(1000),
  } // prettier-ignore
  const steps = ['usulan', 'persetujuan', 'nphd', 'bast', 'register', 'pengesahan', 'pencatatan', 'psp'] // prettier-ignore
  return {
    upt: UPT,
    name: text(200),
    statusPerolehan: 'tercatat-bmn',
    address: { street: text(200), rtRw: text(40), desa: text(120), kecamatan: text(120), kabupaten: text(120), provinsi: text(120), kodeKemendagri: '12.75.01.1001' }, // prettier-ignore
    neighbours: { north: text(200), east: text(200), south: text(200), west: text(200) },
    grant: {
      grantor: { name: text(200), kind: 'pemkot' },
      steps: Object.fromEntries(steps.map((name) => [name, grantStep])),
      terms: { purpose: text(1000), noChangeOfFunction: true, reversion: { applies: true, date: '2040-01-01', note: text(1000) } }, // prettier-ignore
    },
    titles: times(10, (i) => ({
      number: `${letter} ${i}1`, kind: 'hak-pakai', holder: text(200), issued: '2020-01-01', expires: '2050-01-01',
      areaM2: 1234.5, nibBidang: `021404010000${letter === '水' ? 1 : 2}${i}`, electronic: true, documents: ids, original,
      suratUkur: { number: text(120), date: '2020-01-01', areaM2: 1234.5 },
    })), // prettier-ignore
    bmnRecords: times(10, (i) => ({
      kdSatker: '005011600401877000KD', kodeBarang: '2.01.01.04.001', nup: (letter === '水' ? 500 : 700) + i,
      kodeRegister: (letter === '水' ? 'A' : 'B').repeat(31) + i, areaM2: 1, builtM2: 0, facilitiesM2: 0.5, vacantM2: 0.5,
      valueIdr: 9007199254740991, acquired: '2020-01-01', recorded: '2020-01-01', condition: 'baik',
    })), // prettier-ignore
    value: { amountIdr: 1, basis: 'taksiran', perM2Idr: 1, njopIdr: 1, njopYear: 2026 },
    legalProblems: times(10, () => ({
      kind: 'sengketa', stage: 'mediasi', since: '2020-01-01', party: text(200), areaM2: 1, caseNumber: text(120),
      court: 'pn', claimIdr: 1, counsel: text(200), otherTitle: text(120), updated: '2020-01-01',
      strategy: text(2000), note: text(1000),
    })), // prettier-ignore
    boundarySource: { method: 'file', epsg: 4326, fileName: text(200), surveyed: '2020-01-01' },
    note: text(2000),
  }
}

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

test(
  'the largest record goes through every step, and one beyond is refused',
  { timeout: 60_000 },
  async ({ as, deps }) => {
    const bugs = watch(deps)
    const [petugas, kpb, kanwil] = [as('petugas.binjai'), as('kpb.binjai'), as('kanwil.sumut')]
    const over = await draft(petugas, { ...binjai, properties: largest(2000, '水') })
    expect(over.status).toBe(413)
    expect(over.body.type).toBe('/problems/too-large')

    let length = 2000 // the longest texts that pass
    while (sizeOf(largest(length, '水')) > 96 * 1024) length -= 1
    expect(sizeOf(largest(length, '水'))).toBeGreaterThan(95 * 1024)
    // Before it, the same numbers are held by another parcel, so that every one needs its reason.
    const small = largest(1, '水')
    const first = await draft(petugas, { ...binjai, properties: small })
    expect((await step(kpb, first, 'submission')).status).toBe(200)

    const made = await draft(petugas, { ...binjai, geometry: squareAt(98.5, 3.7), properties: largest(length, '水') }) // prettier-ignore
    expect(made.status).toBe(201)
    const patched = async (seen: typeof made, properties: unknown) =>
      ask(petugas, 'PATCH', `/parcels/${made.body.id}`, { properties }, { 'If-Match': seen.etag })
    let seen = await patched(made, largest(length, '地'))
    expect(seen.status).toBe(200)
    seen = await patched(seen, largest(length, '水'))
    expect(seen.status).toBe(200)
    const duplicateReason = '水'.repeat(1000)
    const released = await step(kpb, seen, 'submission', { duplicateReason })
    expect(released.status).toBe(200)
    expect(released.body.properties.duplicates.length).toBeGreaterThan(30)

    const notes = Array.from({ length: 50 }, (_, i) => ({ pointer: `#/properties/${i}`, note: '水'.repeat(380) })) // prettier-ignore
    const tooLong = notes.map((note) => ({ ...note, note: '水'.repeat(1000) }))
    const reason = '水'.repeat(1500)
    expect((await step(kanwil, released, 'return', { reason, notes: tooLong })).status).toBe(413)
    const returned = await step(kanwil, released, 'return', { reason, notes })
    expect(returned.status).toBe(200)
    seen = await patched(returned, largest(length, '地')) // every number and every text is another one
    expect(seen.status).toBe(200)
    const again = await step(kpb, seen, 'submission', { duplicateReason })
    expect(again.status).toBe(200)
    const verified = await step(kanwil, again, 'verification', { note: reason, notes })
    expect(verified.status).toBe(200)
    const events = await ask(kanwil, 'GET', `/parcels/${made.body.id}/events`)
    expect(events.status).toBe(200)
    expect(bugs).toEqual([])
  },
)

test('a number has a hundred holders at most, whatever the reason', async ({ as, deps }) => {
  const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
  await step(kpb, await draft(petugas, binjai), 'submission')
  const { client, name: TableName } = deps.table
  const Key = { pk: 'U#sertipikat#02140401400999', sk: 'U' }
  const { Item } = await client.send(new GetCommand({ TableName, Key }))
  const [holder] = Object.values(Item!.holders as Record<string, object>)
  const crowd = (size: number) =>
    Object.fromEntries(Array.from({ length: size }, () => [deps.newId(), holder!]))
  const second = await draft(petugas, { ...binjai, geometry: squareAt(98.5, 3.7) })
  const duplicateReason = 'Satu sertipikat untuk banyak bidang'
  for (const [size, status] of [
    [100, 409],
    [99, 200],
  ] as const) {
    // prettier-ignore
    await client.send(new PutCommand({ TableName, Item: { ...Item, holders: crowd(size) } }))
    expect((await step(kpb, second, 'submission', { duplicateReason })).status).toBe(status)
  }
})
