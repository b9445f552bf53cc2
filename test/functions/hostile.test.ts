import { request } from 'node:http'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Deps } from '../../functions/deps.ts'
import { binjai, squareAt } from '../fixtures/parcels.ts'
import { type Send, test } from '../stack.ts'
import { ask, draft, step } from './requests.ts'

/* Nothing that a client sends makes the registry fail, and no refusal tells how it is made. */

const MIB = 1024 * 1024
const GEO_JSON = 'application/geo+json'
const UPT = 'lapas-kelas-iia-binjai'

const INTERNAL =
  /dynamodb|aws|exception|node_modules|\.ts\b|petak-[0-9a-f]{6}|incoming\/|undefined|\bstack\b|L#|valibot/i

/** Every bug that the registry logs, so that a failing test shows it. */
function watch(deps: Deps): unknown[] {
  const bugs: unknown[] = []
  deps.log = ({ level, error }) => {
    if (level === 'error') bugs.push(error)
  }
  return bugs
}

/** A refusal is a short problem that tells nothing internal; everything else is an answer. */
async function requireSane(answer: Response, bugs: unknown[]): Promise<number> {
  const { status } = answer
  const text = await answer.text()
  expect({ status: status < 500, bugs }).toEqual({ status: true, bugs: [] })
  if (status < 400) return status
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  const problem = JSON.parse(text)
  expect(problem).toMatchObject({
    type: expect.stringMatching(/^\/problems\/[a-z-]+$/),
    title: expect.any(String),
    status,
    detail: expect.any(String),
  })
  expect(text.length).toBeLessThan(50_000)
  expect(text.replace(/"(type|pointer)":"[^"]*"/g, '')).not.toMatch(INTERNAL)
  return status
}

interface Route {
  method: string
  path: string
  type: string
  account: string
}

/** Every route that takes a body, on a draft of its own. */
async function bodyRoutes(as: (account: string) => Send): Promise<Route[]> {
  const { id } = (await draft(as('petugas.binjai'), binjai)).body
  const { body } = await ask(as('pusat'), 'GET', '/members')
  const json = 'application/json'
  const post = (path: string, account: string, type = json) => ({
    method: 'POST',
    path,
    type,
    account,
  })
  return [
    post('/parcels', 'petugas.binjai', GEO_JSON),
    {
      method: 'PATCH',
      path: `/parcels/${id}`,
      type: 'application/merge-patch+json',
      account: 'petugas.binjai',
    },
    post(`/parcels/${id}/handover`, 'petugas.binjai'),
    post(`/parcels/${id}/submission`, 'kpb.binjai'),
    post(`/parcels/${id}/return`, 'kpb.binjai'),
    post(`/parcels/${id}/retirement`, 'kpb.binjai'),
    post(`/parcels/${id}/documents`, 'petugas.binjai'),
    { method: 'PUT', path: `/units/${UPT}/nihil`, type: json, account: 'kpb.binjai' },
    post('/members', 'pusat'),
    { method: 'PATCH', path: `/members/${body.members[0].id}`, type: json, account: 'pusat' },
  ]
}

const deliver = (
  as: (account: string) => Send,
  { method, path, type, account }: Route,
  body: BodyInit,
) =>
  as(account)(`/api${path}`, {
    method,
    body,
    headers: { 'Content-Type': type, 'If-Match': '"1"' },
  })

const NASTY_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  '',
  '\ud800',
  '\0',
  'personal',
  'erased',
]
const anything = fc.jsonValue({ maxDepth: 4 })
const nasty = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      ...NASTY_KEYS,
      'type',
      'properties',
      'geometry',
      'kind',
      'reason',
      'notes',
      'roles',
    ),
    fc.string(),
  ),
  anything,
)

test('any JSON at any route', { timeout: 60_000 }, async ({ as, deps }) => {
  const routes = await bodyRoutes(as)
  const bugs = watch(deps)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      fc.oneof(anything, nasty),
      async (route, value) =>
        void (await requireSane(await deliver(as, route, JSON.stringify(value)), bugs)),
    ),
    { numRuns: 300 },
  )
})

/** Texts that stand where one value of a valid parcel stood. */
const MISFITS = [
  '1e400', '-1e400', 'NaN', '5e-324', '1e308', '-0', '9007199254740993', '0.1e-1', '1E2',
  '"\\ud800"', '"\\udc00\\ud800"', '"\\u0000"', '"a\\u0000b"', '"\u0000"', '"\\u202egpj.exe"',
  '"\\u200f\\u200e"', '"\\ufffe\\uffff"', '""', '" "', `"${'x'.repeat(100_000)}"`,
  `"${'🜨'.repeat(30_000)}"`, '"2026-02-30"', '"9999-99-99"', '[]', '{}', 'null', 'true',
  '{"__proto__":{"a":1}}', '{"constructor":{"prototype":1}}', '{"personal":"x"}', '{"erased":true}',
  '[[]]', `[${'0,'.repeat(50_000)}0]`, '{"a":1,"a":2}', 'undefined', "'x'", '0x10', '"3273010101900001"',
] // prettier-ignore

function* pathsOf(value: unknown, at: (string | number)[] = []): Generator<(string | number)[]> {
  if (at.length > 0) yield at
  if (typeof value !== 'object' || value === null) return
  for (const [key, each] of Object.entries(value)) yield* pathsOf(each, [...at, key])
}

const withMisfit = (feature: unknown, path: (string | number)[], misfit: string): string => {
  const copy = structuredClone(feature)
  let place = copy as Record<string, unknown>
  for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>
  place[path.at(-1)!] = '@misfit@'
  return JSON.stringify(copy).replace('"@misfit@"', () => misfit)
}

const richer = {
  ...binjai,
  properties: {
    ...binjai.properties,
    value: { amountIdr: 10_300_000_000, basis: 'taksiran', njopYear: 2026 },
    legalProblems: [{ kind: 'sengketa', since: '2020-01-01', areaM2: 12, party: 'X', claimIdr: 5 }],
    bmnRecords: [{ kodeBarang: '2.01.01.04.001', nup: 912, builtM2: 0.5, recorded: '2020-01-01' }],
  },
}

test('one misfit in a valid parcel', { timeout: 90_000 }, async ({ as, deps }) => {
  const [create] = (await bodyRoutes(as)) as [Route]
  const bugs = watch(deps)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...pathsOf(richer)),
      fc.constantFrom(...MISFITS),
      async (path, misfit) =>
        void (await requireSane(await deliver(as, create, withMisfit(richer, path, misfit)), bugs)),
    ),
    { numRuns: 400 },
  )
  for (const misfit of ['5e-324', '1e308', '1e400', '"\\ud800"'])
    for (const path of pathsOf(richer))
      await requireSane(await deliver(as, create, withMisfit(richer, path, misfit)), bugs)
})

const nested = (open: string, close: string, levels: number): string =>
  open.repeat(levels) + '0' + close.repeat(levels)

test('nesting is bounded, as arrays and as objects', async ({ as, deps }) => {
  const routes = await bodyRoutes(as)
  const bugs = watch(deps)
  for (const route of routes)
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
      ['{"properties":', '}'],
      ['[{"a":', '}]'],
    ] as const)
      // prettier-ignore
      for (const levels of [65, 3_000]) {
        const answer = await deliver(as, route, nested(open, close, levels))
        expect(await requireSane(answer, bugs)).toBe(400)
      }
  const [create, patch] = routes as [Route, Route]
  for (const route of [create, patch])
    for (const body of [
      '['.repeat(100_000),
      nested('[', ']', 100_000),
      nested('{"a":', '}', 100_000),
    ])
      // prettier-ignore
      expect(await requireSane(await deliver(as, route, body), bugs)).toBe(400)
})

const NOT_JSON: Record<string, BodyInit> = {
  nothing: '',
  blank: '  ',
  half: '{"type":"Feature"',
  NaN: '{"type":NaN}',
  trailing: '{} {}',
  'invalid UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'an overlong encoding': new Uint8Array([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]),
  'UTF-16': new Uint8Array(Buffer.from('{"type":"Feature"}', 'utf16le')),
  NUL: '{}\0',
}
test.for(Object.entries(NOT_JSON))('%s is no JSON', async ([, body], { as, deps }) => {
  const routes = await bodyRoutes(as)
  const bugs = watch(deps)
  for (const route of routes)
    expect(await requireSane(await deliver(as, route, body), bugs)).toBe(400)
})

test('the content type is what it says, in any writing of it', async ({ as, deps }) => {
  const bugs = watch(deps)
  const petugas = as('petugas.binjai')
  const sent = async (type: string | undefined) =>
    requireSane(
      await petugas('/api/parcels', {
        method: 'POST',
        body: new TextEncoder().encode(JSON.stringify(binjai)), // a string would bring its own type
        ...(type !== undefined && { headers: { 'Content-Type': type } }),
      }),
      bugs,
    )
  for (const type of [
    'application/json',
    'Application/GEO+json',
    'application/json ; charset=latin1',
    'application/geo+json;charset="utf-8"',
  ])
    // prettier-ignore
    expect(await sent(type)).toBe(201)
  for (const type of [
    undefined,
    'text/plain',
    'application/jsonx',
    'multipart/form-data',
    `x/${'y'.repeat(9000)}`,
  ])
    // prettier-ignore
    expect(await sent(type)).toBe(415)
})

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
    'Content-Type': GEO_JSON,
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

const weird = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).filter((c) => c !== 0x7f).map((c) => String.fromCharCode(c)), maxLength: 300 }), // prettier-ignore
  fc.constantFrom('', '*', '"', '""', 'W/""', 'W/"1"', '"1", "2"', '"-1"', '"999999999999999999999"', '"1e9"', 'Bearer', 'Bearer ', 'Bearer a.b.c', `Bearer ${'a'.repeat(9000)}`, 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', 'id;q=NaN', 'en;q=1.1.1', ',,,;;;', 'x'.repeat(5000)), // prettier-ignore
)
const HEADERS = ['If-Match', 'If-None-Match', 'Idempotency-Key', 'Authorization', 'Accept-Language', 'Content-Type', 'Accept', 'Range', 'Content-Length', 'Transfer-Encoding', 'X-Forwarded-Host', 'X-HTTP-Method-Override', 'Cookie', 'Origin', 'Expect'] // prettier-ignore

test('any header', { timeout: 60_000 }, async ({ as, deps, tokenOf, app }) => {
  const routes = [...(await bodyRoutes(as)), { method: 'GET', path: '/parcels', type: '', account: 'auditor' }] // prettier-ignore
  const bugs = watch(deps)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      fc.dictionary(fc.constantFrom(...HEADERS), weird, { maxKeys: 4 }),
      async ({ method, path, type, account }, odd) => {
        const headers = new Headers({ Authorization: `Bearer ${await tokenOf(account)}` })
        if (type) headers.set('Content-Type', type)
        for (const [name, value] of Object.entries(odd)) headers.set(name, value)
        const body = method === 'GET' ? {} : { body: '{"reason":"uji"}' }
        await requireSane(await app.request(`/api${path}`, { method, headers, ...body }), bugs)
      },
    ),
    { numRuns: 300 },
  )
})

const SEGMENTS = ['%00', '%FF', '%C0%AF', '%2F', '..%2F..', '%2e%2e', '%', '%zz', '%ED%A0%80', 'x'.repeat(10_000), '%F0%9F%92%A9', '__proto__', 'constructor', '0', '00000000-0000-7000-8000-000000000000', 'L%23x', ' ', '%20', ';', '*', ':id', '%5B%5D'] // prettier-ignore

test('any path and any query', { timeout: 60_000 }, async ({ as, deps }) => {
  const bugs = watch(deps)
  const auditor = as('auditor')
  const paths = ['/parcels/@', '/parcels/@/events', '/parcels/@/bundle', '/parcels/@/documents', '/parcels/@/documents/@', '/parcels/@/documents/@/upload', '/numbers/@/@', '/numbers/sertipikat/@', '/numbers/bmn/@', '/numbers/nib/@', '/members/@', '/reference/@', '/@'] // prettier-ignore
  for (const path of paths)
    for (const segment of SEGMENTS) {
      const status = await requireSane(await auditor(`/api${path.replaceAll('@', segment)}`), bugs)
      expect([200, 400, 403, 404]).toContain(status)
    }
  for (const account of ['kpb.binjai', 'pusat'])
    for (const segment of SEGMENTS)
      await requireSane(
        await as(account)(`/api/units/${segment}/nihil`, { method: 'DELETE' }),
        bugs,
      )
  const names = ['upt', 'kanwil', 'state', 'status', 'q', 'limit', 'cursor', 'asOf', 'parent', '__proto__', 'constructor', 'state[]', ''] // prettier-ignore
  const values = fc.oneof(
    fc.constantFrom('%00', '%FF', '%', '%zz', '%ED%A0%80', '-1', '0', '999', '1e3', 'NaN', '%F0%9F%92%A9', '2026-02-31T00:00:00Z', '2026-04-01T00:00:00+07', '2026-04-01T24:00:00Z', '2026-04-01 00:00:00Z', '9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', 'x'.repeat(10_000), 'x-'.repeat(50) + 'x', 'sumatera-utara', 'draf,,', ','.repeat(2000)), // prettier-ignore
    fc.string().map(encodeURIComponent.bind(null)).filter(Boolean),
  )
  const { id } = (await draft(as('petugas.binjai'), binjai)).body
  const routes = ['/parcels', `/parcels/${id}`, '/coverage', '/reference/upt', '/reference/wilayah', '/reference/kode-barang'] // prettier-ignore
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      fc.array(fc.tuple(fc.constantFrom(...names), values), { minLength: 1, maxLength: 4 }),
      async (route, query) => {
        const search = query.map(([name, value]) => `${name}=${value}`).join('&')
        await requireSane(await auditor(`/api${route}?${search}`), bugs)
      },
    ),
    { numRuns: 400 },
  )
})

test('a cursor leads to parcels that the caller may list and nowhere else', async ({
  as,
  deps,
}) => {
  const bugs = watch(deps)
  const hidden = (await draft(as('petugas.binjai'), binjai)).body.id
  const member = (await ask(as('pusat'), 'GET', '/members')).body.members[0].id
  const zero = '00000000-0000-0000-0000-000000000000'
  const keys = [
    `sumatera-utara#${UPT}#${zero}`, `aceh#a#${zero}`, `zzz#zzz#${zero}`, `-#-#${zero}`, `a#${member}#${zero}`,
    'anggota', `M#${member}`, `L#${hidden}`, 'C', '', '\uffff', '#', `##${zero}`, `a#b#${'f'.repeat(36)}`,
  ] // prettier-ignore
  const outsider = as('petugas.batang')
  for (const filter of [
    '',
    '&kanwil=aceh',
    '&kanwil=sumatera-utara',
    `&kanwil=sumatera-utara&upt=${UPT}`,
    '&q=lahan',
  ])
    for (const key of keys) {
      const cursor = Buffer.from(key).toString('base64url')
      const answer = await outsider(`/api/parcels?cursor=${cursor}${filter}`)
      const text = await answer.clone().text()
      expect([200, 400]).toContain(await requireSane(answer, bugs))
      expect(text).not.toContain(hidden)
      expect(text).not.toContain('issuer')
      if (answer.status === 200) expect(JSON.parse(text).features).toEqual([])
    }
  const own = Buffer.from(`aceh#a#${zero}`).toString('base64url')
  const { body } = await ask(as('petugas.binjai'), 'GET', `/parcels?cursor=${own}`)
  expect(body.features).toHaveLength(1)
})

test('other methods are refused, at every route', async ({ app, as, deps, origin, tokenOf }) => {
  const bugs = watch(deps)
  const authorization = { Authorization: `Bearer ${await tokenOf('petugas.binjai')}` }
  const raw = (method: string, path: string, headers = {}): Promise<Response> =>
    new Promise((resolve, reject) => {
      const url = new URL(origin)
      const sent = request(
        {
          host: '127.0.0.1',
          port: url.port,
          method,
          path,
          headers: { ...authorization, ...headers },
        },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => {
            const init = { status: answer.statusCode ?? 0, headers: answer.headers as Record<string, string> } // prettier-ignore
            resolve(new Response(method === 'HEAD' ? null : Buffer.concat(chunks), init))
          })
        },
      )
      sent.on('error', reject)
      sent.end()
    })
  const routes = app.routes.filter(
    ({ method, path }) => method !== 'ALL' && path.startsWith('/api'),
  )
  const known = new Set(routes.map(({ method, path }) => `${method} ${path}`))
  const zero = '00000000-0000-7000-8000-000000000000'
  for (const path of new Set(routes.map(({ path }) => path)))
    for (const method of [
      'GET',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
      'TRACE',
      'PROPFIND',
    ]) {
      if (known.has(`${method} ${path}`)) continue
      const answer = await raw(method, path.replace(/:\w+/g, zero))
      expect([404, 405], `${method} ${path}`).toContain(await requireSane(answer, bugs))
    }
  expect((await raw('HEAD', '/api/health')).status).toBe(200)
  expect((await raw('HEAD', '/api/nothing')).status).toBe(404)
  expect((await raw('GET', '/api/parcels', { Host: 'a b/c' })).status).toBeLessThan(500)
  expect((await raw('GET', '/api/parcels', { Host: '[::1' })).status).toBeLessThan(500)
  expect((await raw('GET', '//api/parcels')).status).toBeLessThan(600)
  expect((await as('pusat')('/api/parcels', { method: 'POST', body: '{}' })).status).toBe(403)
  expect(bugs).toEqual([])
})
