import type { MiddlewareHandler, ValidationTargets } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { validator } from 'hono/validator'
import * as v from 'valibot'
import { faultsOf, quoted } from './domain/fault.ts'
import { Refusal } from './domain/refusal.ts'
import type { Ctx, Env } from './operation.ts'

const KIB = 1024
/** The largest body of a route that takes no boundary, in bytes: what it says has to fit one event. */
const SMALL = 64 * KIB

/** Refuse a body of more than `bytes` before it is read. */
export const atMost = (bytes: number) =>
  bodyLimit({
    maxSize: bytes,
    onError: () => {
      const size = `${Math.round(bytes / KIB)} KiB`
      throw new Refusal('too-large', {
        id: `Kiriman ini lebih dari ${size}. Perkecil, atau kirim sebagai dokumen.`,
        en: `This is more than ${size}. Make it smaller, or send it as a document.`,
      })
    },
  })

/** Refuse bodies beyond what any route without a boundary needs. */
export const small = atMost(SMALL)

function requireType(c: Ctx, types: readonly string[]): void {
  const sent = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (types.includes(sent)) return
  throw new Refusal('unsupported-media-type', {
    id: `Content-Type "${quoted(sent)}" tidak dikenal di sini. Pakai ${types.join(' atau ')}.`,
    en: `Content-Type "${quoted(sent)}" is not known here. Use ${types.join(' or ')}.`,
  })
}

/** How deep arrays and objects may nest; a Feature with its records needs 9. */
const MOST_LEVELS = 64

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1)))

const malformed = (id: string, en: string): Refusal => new Refusal('malformed-body', { id, en })

function parse(bytes: ArrayBuffer): unknown {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw malformed(
      'Kiriman ini tidak terbaca sebagai JSON dalam UTF-8. Periksa tanda kurung dan koma.',
      'This cannot be read as JSON in UTF-8. Check its brackets and commas.',
    )
  }
  if (isDeeper(value, MOST_LEVELS))
    throw malformed(
      `Kiriman ini bersarang lebih dari ${MOST_LEVELS} tingkat.`,
      `This is nested deeper than ${MOST_LEVELS} levels.`,
    )
  return value
}

/** What the description of the API says of a body that its handler checks by itself. */
type Told = { as: v.GenericSchema } | { patchOf: v.GenericSchema }

/** How a body is told of: its types, its schema, and whether it is a merge patch of such a thing. */
export interface ToldBody {
  schema: v.GenericSchema
  types: readonly string[]
  isPatch: boolean
}

/**
 * Accept a JSON body that fits `schema`; refuse any other, naming every fault at once. No body of no
 * type counts as `{}`, so that a step without particulars needs none.
 */
export const body = <const S extends v.GenericSchema>(
  schema: S,
  types: readonly string[] = ['application/json'],
  told: Told = { as: schema },
) => {
  const check: MiddlewareHandler<
    Env,
    string,
    { in: { json: v.InferInput<S> }; out: { json: v.InferOutput<S> } }
  > = async (c, next) => {
    const bytes = await c.req.arrayBuffer()
    const sentNothing = bytes.byteLength === 0 && c.req.header('Content-Type') === undefined
    if (!sentNothing) requireType(c as Ctx, types)
    const result = v.safeParse(schema, sentNothing ? {} : parse(bytes))
    if (!result.success)
      throw new Refusal(
        'invalid-input',
        { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
        { faults: faultsOf(result.issues) },
      )
    c.req.addValidatedData('json', result.output as object)
    await next()
  }
  const isPatch = 'patchOf' in told
  const toldBody: ToldBody = { schema: isPatch ? told.patchOf : told.as, types, isPatch }
  return Object.assign(check, { body: toldBody })
}

/** Accept query parameters or path parameters that fit `schema`. */
export const parameters = <
  const T extends 'query' | 'param',
  const S extends v.GenericSchema<unknown, unknown>,
>(
  target: T,
  schema: S,
) =>
  Object.assign(
    validator(target, (value: ValidationTargets[T]): v.InferOutput<S> => {
      const result = v.safeParse(schema, value)
      if (result.success) return result.output
      if (target === 'param')
        throw new Refusal('not-found', {
          id: 'Tidak ada di registri, atau tidak terbuka untuk peran Anda.',
          en: 'This is not in the registry, or not open to your role.',
        })
      throw new Refusal(
        'malformed-query',
        { id: 'Ada penyaring yang tidak terbaca.', en: 'A parameter cannot be read.' },
        { faults: faultsOf(result.issues) },
      )
    }),
    { [target]: schema },
  )
