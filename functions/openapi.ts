import { toJsonSchema } from '@valibot/to-json-schema'
import { Hono } from 'hono'
import * as v from 'valibot'
import type { ToldBody } from './body.ts'
import type { RefusalCode } from './domain/refusal.ts'
import { type Env, type Operation, operation } from './operation.ts'
import { PROBLEMS } from './problem.ts'

/** What handlers say of themselves: `operation`, `body` and `parameters` leave it on the function. */
interface Described {
  operation?: Operation
  body?: ToldBody
  param?: v.GenericSchema
  query?: v.GenericSchema
}
type Json = Record<string, unknown>

/** Checks that JSON Schema has no word for are left out, input side: what a client may send. */
const schemaOf = (schema: v.GenericSchema): Json => {
  const { $schema: _, ...json } = toJsonSchema(schema as never, {
    errorMode: 'ignore',
    typeMode: 'input',
    target: 'draft-2020-12', // the dialect of OpenAPI 3.1
    overrideSchema: ({ jsonSchema }) =>
      jsonSchema.prefixItems?.length === 0 ? { type: 'array', maxItems: 0 } : undefined,
  }) as Json
  return json
}

const PROBLEM: Json = {
  type: 'object',
  description: 'RFC 9457 problem; `type` is stable, sentences follow Accept-Language.',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'RFC 6901, in fragment form' },
          detail: { type: 'string' },
          rule: { type: 'string' },
          place: { type: 'array', items: { type: 'number' } },
        },
      },
    },
  },
}

/** What may be sent as an RFC 7396 merge patch of such a thing: any member, and null to remove it. */
function patchOf(schema: Json): Json {
  const { type, properties, required: _, ...rest } = schema
  if (type !== 'object' || !properties) return schema
  const members = Object.entries(properties as Record<string, Json>).map(([name, member]) => [
    name,
    { anyOf: [patchOf(member), { type: 'null' }] },
  ])
  return { type, properties: Object.fromEntries(members), ...rest }
}

const sentSchemaOf = ({ schema, isPatch }: ToldBody): Json =>
  isPatch ? patchOf(schemaOf(schema)) : schemaOf(schema)

/** Refusals that an operation can give beside those it names. */
function refusalsOf(
  { action, refusals = [] }: Operation,
  { body, param, query }: Described,
): RefusalCode[] {
  const common: RefusalCode[] = []
  if (action !== 'public') common.push('not-signed-in', 'busy')
  if (action !== 'public' && action !== 'signed-in') common.push('not-a-member', 'forbidden')
  if (query) common.push('malformed-query')
  if (param) common.push('not-found')
  if (body) common.push('malformed-body', 'unsupported-media-type', 'too-large', 'invalid-input')
  return [...new Set([...common, ...refusals])]
}

function answersOf(described: Operation, found: Described): Json {
  const answers: Json = {}
  for (const [status, { description, schema, contentType }] of Object.entries(described.answers))
    answers[status] = {
      description,
      ...(schema && {
        content: { [contentType ?? 'application/json']: { schema: schemaOf(schema) } },
      }),
    }
  for (const code of refusalsOf(described, found)) {
    const status = String(PROBLEMS[code].status)
    const known = answers[status] as { description: string } | undefined
    answers[status] = {
      description: known ? `${known.description}, ${code}` : code,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  }
  return answers
}

function parametersOf(where: 'path' | 'query', schema: v.GenericSchema | undefined): Json[] {
  const { properties = {}, required = [] } = (schema ? schemaOf(schema) : {}) as {
    properties?: Json
    required?: string[]
  }
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: each,
  }))
}

const header = (name: string, description: string, required: boolean): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
})

/** The OpenAPI 3.1 description of the routes of an app, made from what their handlers carry. */
export function describe(app: Hono<Env>): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const { method, path, handler } of app.routes) {
    const address = `/api${path.replace(/\/$/, '')}`.replace(/:(\w+)/g, '{$1}')
    const merged = ((paths[address] ??= {})[method.toLowerCase()] ??= {}) as Json & Described
    const { operation: described, body, param, query } = handler as unknown as Described
    Object.assign(
      merged,
      described && { operation: described },
      body && { body },
      param && { param },
      query && { query },
    )
  }
  for (const [address, methods] of Object.entries(paths)) {
    for (const [method, found] of Object.entries(methods)) {
      const { operation: described, body, param, query } = found as Described
      if (!described) continue
      const steps = described.refusals?.includes('precondition-required') ?? false
      methods[method] = {
        summary: described.summary,
        operationId: `${method}${address.replace(/[^a-z]+/gi, '_')}`,
        'x-permission': described.action,
        ...(described.action === 'public' && { security: [] }),
        parameters: [
          ...parametersOf('path', param),
          ...parametersOf('query', query),
          ...(steps ? [header('If-Match', 'ETag of the version that was seen', true)] : []),
          ...(method === 'post'
            ? [header('Idempotency-Key', 'Makes a repetition harmless for seven days', false)]
            : []),
        ],
        ...(body && {
          requestBody: {
            required: method !== 'post' || !steps,
            content: Object.fromEntries(
              body.types.map((type) => [type, { schema: sentSchemaOf(body) }]),
            ),
          },
        }),
        responses: answersOf(described, found as Described),
      }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Petak',
      version: '1',
      description: 'Registry of granted land (tanah hibah) of the corrections service.',
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: PROBLEM },
    },
  }
}

/** `GET /openapi.json`: the description of all other routes and of itself. */
export function openapi(resources: Hono<Env>) {
  let description: Json | undefined
  const own = new Hono<Env>().get(
    '/openapi.json',
    operation({
      action: 'public',
      summary: 'This description',
      answers: { 200: { description: 'OpenAPI 3.1', schema: v.record(v.string(), v.unknown()) } },
    }),
    (c) => {
      description ??= describe(new Hono<Env>().route('/', own).route('/', resources))
      return c.json(description, 200, { 'Cache-Control': 'no-cache' })
    },
  )
  return own
}
