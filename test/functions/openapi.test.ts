import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import { PROBLEMS } from '../../functions/problem.ts'
import { binjai } from '../fixtures/parcels.ts'
import { type Send, test as base } from '../stack.ts'
import { announce, complete, pdf, put } from './files.ts'
import { type Answer, ask, draft, step } from './requests.ts'

interface Operation {
  operationId: string
  summary: string
  security?: unknown[]
  parameters: { name: string; in: string; required: boolean }[]
  requestBody?: { content: Record<string, { schema: unknown }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>
}
interface Description {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: unknown
}

const test = base.extend<{ description: Description }>({
  description: async ({ as }, use) => {
    const { status, body } = await ask(as(), 'GET', '/openapi.json')
    expect(status).toBe(200)
    await use(body)
  },
})

const parcel = JSON.parse(
  readFileSync(new URL('../fixtures/parcel.geojson', import.meta.url), 'utf8'),
)

/** A check by one of the description's schemas; `$ref` leads to its components. */
function checking({ components }: Description, schema: unknown): ValidateFunction {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictTuples: false,
    allErrors: true,
  })
  addFormats.default(ajv)
  ajv.addKeyword('components')
  return ajv.compile({ components, ...(schema as object) } as never)
}

test('it is valid OpenAPI 3.1', async ({ description }) => {
  expect(description.openapi).toBe('3.1.0')
  const { valid, errors } = await new Validator().validate(structuredClone(description) as never)
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
})

test('it has every route and no other', ({ app, description }) => {
  const served = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api'))
    .map(({ method, path }) => `${method} ${path.replace(/\/$/, '').replace(/:(\w+)/g, '{$1}')}`)
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.sort()).toEqual([...new Set(served)].sort())
})

test('every operation has a name of its own, a summary and its path parameters', ({
  description,
}) => {
  const names = new Set<string>()
  for (const [path, methods] of Object.entries(description.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const at = `${method} ${path}`
      expect(operation.summary, at).toBeTruthy()
      expect(names, at).not.toContain(operation.operationId)
      names.add(operation.operationId)
      const inPath = operation.parameters
        .filter((each) => each.in === 'path')
        .map(({ name }) => name)
      expect(inPath.sort(), at).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
      )
      for (const [status, { content }] of Object.entries(operation.responses))
        if (Number(status) >= 400)
          expect(Object.keys(content!)).toEqual(['application/problem+json'])
    }
})

test('it names every problem that a route can give, under its status', ({ description }) => {
  const named = new Set<string>()
  for (const methods of Object.values(description.paths))
    for (const { responses } of Object.values(methods))
      for (const [status, { description: codes }] of Object.entries(responses))
        for (const [code, problem] of Object.entries(PROBLEMS))
          if (codes.split(', ').includes(code)) {
            expect(Number(status)).toBe(problem.status)
            named.add(code)
          }
  const atRoutes = Object.keys(PROBLEMS).filter((code) => code !== 'no-such-route')
  expect([...named].sort()).toEqual(atRoutes.sort())
})

test('the body of a draft and of a change is told in full', ({ description }) => {
  const { post } = description.paths['/api/parcels']!
  const sent = post!.requestBody!.content['application/geo+json']!.schema
  const fits = checking(description, sent)
  expect(fits(parcel), JSON.stringify(fits.errors)).toBe(true)
  expect(fits({ type: 'Feature', properties: { upt: 'a', name: 'b' } })).toBe(true)
  for (const wrong of [
    {},
    { ...parcel, type: 'Point' },
    { ...parcel, properties: { name: 'b' } },
    { ...parcel, properties: { ...parcel.properties, surprise: 1 } },
    { ...parcel, geometry: { type: 'Point', coordinates: [1, 2] } },
    { ...parcel, geometry: { type: 'Polygon', coordinates: [[[1, 2, 3]]] } },
  ])
    expect(fits(wrong), JSON.stringify(wrong)).toBe(false)

  const { patch } = description.paths['/api/parcels/{id}']!
  const change = patch!.requestBody!.content['application/merge-patch+json']!.schema
  const patches = checking(description, change)
  for (const right of [
    {},
    { geometry: null },
    { properties: { note: null, grant: { steps: { bast: { number: '1' } } } } },
  ])
    // prettier-ignore
    expect(patches(right), JSON.stringify(patches.errors)).toBe(true)
  for (const wrong of [
    { properties: { state: 'draf' } },
    { geometry: 1 },
    { properties: { titles: [{ areaM2: '5 ha' }] } },
  ])
    // prettier-ignore
    expect(patches(wrong), JSON.stringify(wrong)).toBe(false)
})

test('answers are what it says', { timeout: 60_000 }, async ({ as, origin, description }) => {
  const [petugas, kpb, kanwil, pusat] = [
    as('petugas.binjai'),
    as('kpb.binjai'),
    as('kanwil.sumut'),
    as('pusat'),
  ]
  const made = await draft(petugas, binjai)
  const at = `/parcels/${made.body.id}`
  const file = pdf(300)
  const announced = await announce(petugas, made.body.id, file)
  const document = `${at}/documents/${announced.body.id}`
  const resumed = await ask(petugas, 'GET', `${document}/upload`)
  await put(origin, file.bytes, announced.body.upload.parts[0])
  const completed = await complete(petugas, made.body.id, announced.body.id)
  const seen = await ask(petugas, 'GET', at)
  const released = await step(kpb, seen, 'submission')
  const { id: me } = (await ask(pusat, 'GET', '/me')).body
  const get = (path: string, by: Send = pusat) => ask(by, 'GET', path)
  const answers: [route: string, answer: Answer][] = [
    ['get /api/health', await get('/health')],
    ['get /api/config', await get('/config')],
    ['get /api/openapi.json', await get('/openapi.json')],
    ['get /api/me', await get('/me', petugas)],
    ['post /api/parcels', made],
    ['get /api/parcels/{id}', seen],
    ['get /api/parcels/{id}', await get(at, as('petugas.batang'))],
    ['get /api/parcels', await get('/parcels')],
    ['get /api/parcels', await get('/parcels?limit=x')],
    ['patch /api/parcels/{id}', await ask(petugas, 'PATCH', at, {}, { 'If-Match': '"1"' })],
    ['post /api/parcels/{id}/submission', released],
    ['post /api/parcels/{id}/return', await step(kanwil, released, 'return', {})],
    ['post /api/parcels/{id}/verification', await step(kanwil, released, 'verification')],
    ['get /api/parcels/{id}/events', await get(`${at}/events`)],
    ['get /api/parcels/{id}/bundle', await get(`${at}/bundle`)],
    ['post /api/parcels/{id}/documents', announced],
    ['get /api/parcels/{id}/documents/{document}/upload', resumed],
    ['post /api/parcels/{id}/documents/{document}/completion', completed],
    ['get /api/parcels/{id}/documents', await get(`${at}/documents`)],
    ['get /api/parcels/{id}/documents/{document}', await get(document)],
    ['get /api/numbers/{kind}/{value}', await get('/numbers/sertipikat/02.14.04.01.4.00999')],
    ['get /api/coverage', await get('/coverage')],
    ['get /api/members', await get('/members')],
    ['get /api/members/{id}', await get(`/members/${me}`)],
    ['post /api/members', await ask(pusat, 'POST', '/members', { subject: 'a', name: 'A', roles: [] })], // prettier-ignore
    ['get /api/reference/{table}', await get('/reference/kanwil')],
    ['get /api/reference/{table}', await get('/reference/upt?q=binjai')],
    ['get /api/reference/{table}', await get('/reference/wilayah?parent=12')],
    ['get /api/reference/{table}', await get('/reference/kode-barang')],
    ['get /api/anchors/latest', await get('/anchors/latest')],
  ]
  for (const [route, { status, body, headers }] of answers) {
    const [method = '', path = ''] = route.split(' ')
    const told = description.paths[path]?.[method]?.responses[status]
    expect(told, `${route} answered ${status}`).toBeDefined()
    const type = (headers.get('Content-Type') ?? '').split(';')[0]!
    const schema = told?.content?.[type]?.schema
    expect(schema, `${route} answered ${type}`).toBeDefined()
    const fits = checking(description, schema)
    expect({ route, fits: fits(body), errors: fits.errors }).toEqual({
      route,
      fits: true,
      errors: null,
    })
  }
})
