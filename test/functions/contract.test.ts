import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { verifyChain } from '../../functions/domain/history.ts'
import { mergePatch } from '../../functions/parcels/merge-patch.ts'
import { squareAt } from '../fixtures/parcels.ts'
import { type Send, test as base } from '../stack.ts'
import { type Answer, ask, draft, step } from './requests.ts'

/* What outside programs rely on, seen from outside: over HTTP, as curl sees it. */

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const parcel = read('../fixtures/parcel.geojson')
const UPT = 'lapas-kelas-iia-binjai'
const GEO = { 'Content-Type': 'application/geo+json' }

/* oxlint-disable no-empty-pattern -- Vitest reads from the pattern what a fixture needs */
const test = base.extend<{ from: (account?: string) => Send }>({
  from: async ({ origin, tokenOf }, use) =>
    use((account) => async (path, init = {}) => {
      const headers = new Headers(init.headers)
      if (account) headers.set('Authorization', `Bearer ${await tokenOf(account)}`)
      return fetch(`${origin}${path}`, { ...init, headers })
    }),
})

/** A tag without the `W/` that compression on the way puts before it. */
const strong = ({ etag }: Answer): string => etag.replace(/^W\//, '')

const seen = (send: Send, { body }: Answer, headers = {}) =>
  ask(send, 'GET', `/parcels/${body.id}`, undefined, headers)
const patch = (send: Send, { body, etag }: Answer, change: unknown) =>
  ask(send, 'PATCH', `/parcels/${body.id}`, change, { 'If-Match': etag })

test('it says that it is ready, and asks everyone else who they are', async ({ from }) => {
  expect((await ask(from(), 'GET', '/health')).status).toBe(200)
  const stranger = await ask(from(), 'GET', '/parcels', undefined, { 'Accept-Language': 'en' })
  expect(stranger.status).toBe(401)
  expect(stranger.headers.get('WWW-Authenticate')).toMatch(/^Bearer/)
  expect(stranger.headers.get('Content-Type')).toBe('application/problem+json')
  expect(stranger.headers.get('Content-Language')).toBe('en')
  expect(stranger.body).toMatchObject({ type: '/problems/not-signed-in', title: 'Not signed in' })
})

test('the fixture is a draft at once, may be submitted and is verified', async ({ from }) => {
  const [petugas, kpb, kanwil] = [from('petugas.binjai'), from('kpb.binjai'), from('kanwil.sumut')]
  const made = await ask(petugas, 'POST', '/parcels', parcel, GEO)
  expect(made.status).toBe(201)
  expect(made.headers.get('Content-Type')).toBe('application/geo+json')
  expect(made.headers.get('Location')).toBe(`/api/parcels/${made.body.id}`)
  expect(strong(made)).toBe('"1"')
  expect(made.headers.get('Cache-Control')).toMatch(/^private/)
  expect(made.body).toMatchObject(parcel)
  expect(made.body.geometry).toEqual(parcel.geometry)
  const released = await step(kpb, made, 'submission')
  expect(released.status).toBe(200)
  expect(released.headers.get('Content-Type')).toBe('application/geo+json')
  expect(released.body.properties.state).toBe('diajukan')
  const verified = await step(kanwil, released, 'verification', { note: 'Sesuai dokumen' })
  expect(verified.body.properties.state).toBe('terverifikasi-dengan-catatan')
  const reopened = await step(kanwil, verified, 'reopening', { reason: 'Batas bergeser' })
  expect(reopened.body.properties.state).toBe('dikembalikan')
  expect((await step(kpb, reopened, 'submission')).status).toBe(200)
})

test('a draft needs its unit and a name, nothing else', async ({ from }) => {
  const petugas = from('petugas.binjai')
  const feature = { type: 'Feature', properties: { upt: UPT, name: 'Lahan baru' } }
  const made = await draft(petugas, feature)
  expect(made.status).toBe(201)
  expect(made.body.geometry).toBeNull()
  for (const missing of ['upt', 'name']) {
    const properties = { ...feature.properties, [missing]: undefined }
    const refused = await draft(petugas, { ...feature, properties })
    expect(refused.status).toBe(422)
    expect(refused.body.errors[0].pointer).toBe(`#/properties/${missing}`)
  }
})

test('a read is conditional, private and different for each reader', async ({ from }) => {
  const petugas = from('petugas.binjai')
  const made = await draft(petugas, parcel)
  const again = await seen(petugas, made)
  expect(again.body).toEqual(made.body)
  expect(again.headers.get('Vary')).toMatch(/Accept-Language/)
  expect(again.headers.get('Vary')).toMatch(/Authorization/)
  for (const tag of ['"1"', 'W/"1"', '"7", "1"', '*']) {
    const unchanged = await seen(petugas, made, { 'If-None-Match': tag })
    expect(unchanged.status, tag).toBe(304)
    expect(strong(unchanged)).toBe('"1"')
    expect(unchanged.body).toBeUndefined()
  }
  expect((await seen(petugas, made, { 'If-None-Match': '"2"' })).status).toBe(200)
  const head = await petugas(`/api/parcels/${made.body.id}`, { method: 'HEAD' })
  expect([head.status, head.headers.get('ETag')]).toEqual([200, expect.stringContaining('"1"')])
})

test('a change needs If-Match, fails when it is stale, and knows a weak tag', async ({ from }) => {
  const petugas = from('petugas.binjai')
  const made = await draft(petugas, parcel)
  const path = `/parcels/${made.body.id}`
  const change = { properties: { name: 'Nama lain' } }
  const unnamed = await ask(petugas, 'PATCH', path, change)
  expect([unnamed.status, unnamed.body.type]).toEqual([428, '/problems/precondition-required'])
  const changed = await ask(petugas, 'PATCH', path, change, {
    'If-Match': `W/${strong(made)}`,
  })
  expect([changed.status, strong(changed)]).toEqual([200, '"2"'])
  const stale = await patch(petugas, made, change)
  expect([stale.status, stale.body.type]).toEqual([412, '/problems/stale'])
  const untyped = await petugas(`/api${path}`, {
    method: 'PATCH',
    headers: { 'If-Match': '"2"', 'Content-Type': 'text/plain' },
    body: '{}',
  })
  expect(untyped.status).toBe(415)
})

/** RFC 7396, appendix A: the original, the patch, the result. */
const VECTORS: [unknown, unknown, unknown][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
]
base.for(VECTORS)('RFC 7396: %j patched with %j is %j', ([original, change, result]) => {
  expect(mergePatch(original, change)).toEqual(result)
})

test('a merge patch sets, removes, replaces arrays and leaves the rest', async ({ from }) => {
  const petugas = from('petugas.binjai')
  const minimal = { type: 'Feature', properties: { upt: UPT, name: 'a', neighbours: { north: 'b' } } } // prettier-ignore
  let now = await draft(petugas, minimal)
  const then = async (change: unknown) => {
    now = await patch(petugas, now, { properties: change })
    expect(now.status).toBe(200)
    return now.body.properties
  }
  expect((await then({ neighbours: { north: 'c' } })).neighbours).toEqual({ north: 'c' })
  expect((await then({ neighbours: { east: 'd' } })).neighbours).toEqual({ north: 'c', east: 'd' })
  expect((await then({ neighbours: { north: null } })).neighbours).toEqual({ east: 'd' })
  const steps = { bast: { parties: ['x', 'y'], number: '1' } }
  expect((await then({ grant: { steps } })).grant.steps).toEqual(steps)
  const replaced = await then({ grant: { steps: { bast: { parties: ['z'], number: null } } } })
  expect(replaced.grant.steps).toEqual({ bast: { parties: ['z'] } })
  expect((await then({ grant: { terms: { purpose: null } } })).grant.terms).toEqual({})
  const before = now
  for (const change of [['c'], null, 'bar', 1, { properties: null }, { type: null }]) {
    const refused = await patch(petugas, now, change)
    expect(refused.status, JSON.stringify(change)).toBe(422)
  }
  const served = await patch(petugas, now, { id: now.body.id, properties: { state: 'diajukan' } })
  expect(served.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain(
    '#/properties/state',
  )
  expect((await seen(petugas, now)).body).toEqual(before.body)
})

test('a boundary is set, kept while other things change, and removed', async ({ from }) => {
  const petugas = from('petugas.binjai')
  const made = await draft(petugas, { ...parcel, geometry: null })
  const geometry = {
    type: 'MultiPolygon',
    coordinates: [
      [[[98.1, 3.1], [98.2, 3.1], [98.2, 3.2], [98.1, 3.1]]],
      [[[98.3, 3.1], [98.4, 3.1], [98.4, 3.2], [98.3, 3.2], [98.3, 3.1]],
       [[98.32, 3.12], [98.34, 3.12], [98.34, 3.14], [98.32, 3.12]]],
    ],
  } // prettier-ignore
  const drawn = await patch(petugas, made, { geometry })
  expect(drawn.body.geometry).toEqual(geometry)
  expect(drawn.body.bbox).toEqual([98.1, 3.1, 98.4, 3.2])
  const named = await patch(petugas, drawn, { properties: { name: 'Lain' } })
  expect(named.body.geometry).toEqual(geometry)
  const removed = await patch(petugas, named, { geometry: null })
  expect(removed.body.geometry).toBeNull()
  expect(removed.body).not.toHaveProperty('bbox')
})

test('a step needs If-Match and, where it decides, a reason', async ({ from }) => {
  const [petugas, kpb, kanwil] = [from('petugas.binjai'), from('kpb.binjai'), from('kanwil.sumut')]
  const made = await draft(petugas, parcel)
  const path = `/parcels/${made.body.id}`
  expect((await ask(kpb, 'POST', `${path}/submission`, {})).status).toBe(428)
  expect((await step(kpb, { ...made, etag: '"9"' }, 'submission')).status).toBe(412)
  const bare = await kpb(`/api${path}/submission`, {
    method: 'POST',
    headers: { 'If-Match': made.etag },
  })
  expect(bare.status).toBe(200) // no body, no content type
  const released = await seen(kpb, made)
  for (const [name, body] of [
    ['return', {}],
    ['retirement', { kind: 'ganda' }],
  ] as const) {
    const refused = await step(kanwil, released, name, body)
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '#/reason'])
  }
  const wrong = await step(kanwil, released, 'reopening', { reason: 'uji' })
  expect([wrong.status, wrong.body.type]).toEqual([409, '/problems/wrong-state'])
  const back = await step(kanwil, released, 'return', { reason: 'BAST kurang jelas' })
  expect(back.body.properties).toMatchObject({ state: 'dikembalikan', returned: { reason: 'BAST kurang jelas' } }) // prettier-ignore
})

test('a POST that is repeated with its key is carried out once', async ({ from }) => {
  const petugas = from('petugas.binjai')
  const key = { 'Idempotency-Key': 'kiriman-1', ...GEO }
  const first = await ask(petugas, 'POST', '/parcels', parcel, key)
  const again = await ask(petugas, 'POST', '/parcels', parcel, key)
  expect([again.status, again.etag, again.headers.get('Location')]).toEqual([
    201,
    first.etag,
    first.headers.get('Location'),
  ])
  expect(again.body).toEqual(first.body)
  const other = { ...parcel, properties: { ...parcel.properties, name: 'Lain' } }
  const reused = await ask(petugas, 'POST', '/parcels', other, key)
  expect([reused.status, reused.body.type]).toEqual([422, '/problems/idempotency-key-reused'])
  expect((await ask(petugas, 'GET', '/parcels')).body.features).toHaveLength(1)
})

test('the list filters, and leads from page to page', async ({ from }) => {
  const [petugas, kpb] = [from('petugas.binjai'), from('kpb.binjai')]
  const named = (name: string, west: number) => ({
    ...parcel,
    geometry: squareAt(west, 3.5),
    properties: { ...parcel.properties, name, titles: [], bmnRecords: [], statusPerolehan: 'bast' },
  })
  const released = await step(kpb, await draft(petugas, named('Satu', 98.1)), 'submission')
  expect(released.status).toBe(200)
  const sued = named('Dua', 98.2)
  await draft(petugas, { ...sued, properties: { ...sued.properties, legalProblems: [{ kind: 'berperkara' }] } }) // prettier-ignore
  await draft(petugas, named('Tiga', 98.3))
  await draft(from('petugas.batang'), { type: 'Feature', properties: { upt: 'lapas-kelas-iib-batang', name: 'Empat' } }) // prettier-ignore
  const listed = async (query: string, account = 'pusat') => {
    const { status, body, headers } = await ask(from(account), 'GET', `/parcels?${query}`)
    expect([status, body.type]).toEqual([200, 'FeatureCollection'])
    expect(headers.get('Content-Type')).toBe('application/geo+json')
    expect(headers.get('Cache-Control')).toMatch(/^private/)
    return body.features.map(({ properties }: { properties: { name: string } }) => properties.name)
  }
  expect((await listed('')).sort()).toEqual(['Dua', 'Empat', 'Satu', 'Tiga'])
  expect(await listed('kanwil=jawa-tengah')).toEqual(['Empat'])
  expect((await listed(`upt=${UPT}`)).sort()).toEqual(['Dua', 'Satu', 'Tiga'])
  expect(await listed('state=diajukan')).toEqual(['Satu'])
  expect(await listed(`state=diajukan,draf&upt=${UPT}&q=tig`)).toEqual(['Tiga'])
  expect(await listed('status=berperkara')).toEqual(['Dua'])
  expect(await listed('kanwil=aceh')).toEqual([])
  expect(await listed('', 'petugas.batang')).toEqual(['Empat', 'Satu'])
  const paged: string[] = []
  let path: string | undefined = '/api/parcels?limit=1'
  while (path) {
    const answer = await from('pusat')(path)
    const page = (await answer.json()) as {
      features: { properties: { name: string } }[]
      links: { rel: string; href: string }[]
      next?: string
    }
    expect(page.features.length).toBeLessThanOrEqual(1)
    paged.push(...page.features.map(({ properties }) => properties.name))
    expect(page.links.find(({ rel }) => rel === 'next')?.href).toBe(page.next)
    path = page.next
  }
  expect(paged.sort()).toEqual(['Dua', 'Empat', 'Satu', 'Tiga'])
})

test('history is a chain that proves itself, alone and as a file', async ({ from }) => {
  const [petugas, auditor] = [from('petugas.binjai'), from('auditor')]
  const made = await draft(petugas, parcel)
  await patch(petugas, made, { properties: { name: 'Lain' } })
  const { body } = await ask(auditor, 'GET', `/parcels/${made.body.id}/events`)
  expect(body.events.map(({ action }: { action: string }) => action)).toEqual([
    'drafted',
    'changed',
  ])
  expect(verifyChain(body.events, `parcel:${made.body.id}`)).toEqual({ ok: true })
  const bundle = await ask(auditor, 'GET', `/parcels/${made.body.id}/bundle`)
  expect(bundle.headers.get('Content-Disposition')).toMatch(/^attachment; filename="petak-/)
  expect(verifyChain(bundle.body.events, `parcel:${made.body.id}`)).toEqual({ ok: true })
})

test('a parcel is read as it was known then', async ({ from, clock }) => {
  const petugas = from('petugas.binjai')
  const at = (instant: string) => {
    clock.now = new Date(instant)
  }
  at('2026-11-23T03:00:00Z')
  const made = await draft(petugas, parcel)
  at('2026-11-23T03:30:00Z')
  const changed = await patch(petugas, made, { geometry: null, properties: { name: 'Lain' } })
  const asOf = (instant: string) =>
    ask(petugas, 'GET', `/parcels/${made.body.id}?asOf=${encodeURIComponent(instant)}`)
  expect((await asOf('2026-11-23T03:10:00Z')).body).toEqual(made.body)
  expect((await asOf('2026-11-23T10:10:00+07:00')).body).toEqual(made.body)
  expect((await asOf('2026-11-23T03:30:00Z')).body).toEqual(changed.body)
  expect((await asOf('2026-11-23T02:59:59Z')).status).toBe(404)
  for (const instant of ['kemarin', '2026-11-23', '2026-02-31T00:00:00Z', '2026-11-23T03:10:00+07'])
    expect((await asOf(instant)).status, instant).toBe(400)
})

test('a membership that ends works within a minute', async ({ from, clock }) => {
  const [pusat, petugas] = [from('pusat'), from('petugas.binjai')]
  expect((await ask(petugas, 'GET', '/parcels')).status).toBe(200)
  const { id } = (await ask(petugas, 'GET', '/me')).body
  const member = await ask(pusat, 'GET', `/members/${id}`)
  const ended = await ask(pusat, 'PATCH', `/members/${id}`, { roles: [] }, { 'If-Match': member.etag }) // prettier-ignore
  expect(ended.status).toBe(200)
  clock.now = new Date(clock.now.getTime() + 60_000)
  const refused = await ask(petugas, 'GET', '/parcels')
  expect([refused.status, refused.body.type]).toEqual([403, '/problems/not-a-member'])
  expect((await ask(petugas, 'GET', '/me')).body.roles).toEqual([])
})

test('what is not there and what is not known is the same', async ({ from }) => {
  const outsider = from('petugas.batang')
  const made = await draft(from('petugas.binjai'), parcel)
  const hidden = await ask(outsider, 'GET', `/parcels/${made.body.id}`)
  const absent = await ask(outsider, 'GET', '/parcels/00000000-0000-7000-8000-000000000000')
  expect(hidden.status).toBe(404)
  expect(hidden.body).toEqual(absent.body)
  expect((await ask(outsider, 'GET', '/nothing')).body.type).toBe('/problems/no-such-route')
})

const REAL = new URL('../../../shared/data/real/sumber_cirebon_gov_land_assets.geojson', import.meta.url) // prettier-ignore

test.skipIf(!existsSync(REAL))(
  'the 206 real parcels of Sumber, Cirebon, go in and read back equal',
  { timeout: 60_000 },
  async ({ from }) => {
    const petugas = from('petugas.binjai')
    const { features } = JSON.parse(readFileSync(REAL, 'utf8'))
    expect(features).toHaveLength(206)
    const addresses = new Set<string>()
    for (const [i, { geometry, properties }] of features.entries()) {
      const { Nama_Aset: asset, KAB_KOTA: kabupaten, PROVINSI: provinsi } = properties
      const name = `${asset || 'Bidang'} ${i + 1}`
      const made = await draft(petugas, {
        type: 'Feature',
        geometry,
        properties: { upt: UPT, name, ...(kabupaten && { address: { kabupaten, provinsi } }) },
      })
      expect(made.status).toBe(201)
      addresses.add(made.body.id)
      const again = await seen(petugas, made)
      expect(again.body.geometry).toEqual(geometry)
      expect(again.body.properties.name).toBe(name)
    }
    expect(addresses.size).toBe(206)
  },
)
