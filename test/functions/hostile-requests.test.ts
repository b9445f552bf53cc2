import { request } from 'node:http'
import fc from 'fast-check'
import { expect } from 'vitest'
import { binjai } from '../fixtures/parcels.ts'
import { test } from '../stack.ts'
import { ask, draft } from './requests.ts'
import { bodyRoutes, requireSane, UPT, watch } from './sane.ts'

/* No header, path, query, cursor or method makes the registry fail, and no refusal tells how it is made. */

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
