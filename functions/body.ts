import { bodyLimit } from 'hono/body-limit'
import { validator } from 'hono/validator'
import type { ValidationTargets } from 'hono'
import * as v from 'valibot'
import { faultsOf } from './domain/fault.ts'
import { Refusal } from './domain/refusal.ts'
import type { Ctx } from './operation.ts'

const KIB = 1024
/** The largest body of a route that takes no boundary, in bytes. */
const SMALL = 256 * KIB

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
    id: `Content-Type "${sent}" tidak dikenal di sini. Pakai ${types.join(' atau ')}.`,
    en: `Content-Type "${sent}" is not known here. Use ${types.join(' or ')}.`,
  })
}

/**
 * Accept a JSON body that fits `schema`; refuse any other, naming every fault at once. An empty body
 * counts as `{}`, so that a step without particulars needs none.
 */
export const body = <const S extends v.GenericSchema>(
  schema: S,
  types: readonly string[] = ['application/json'],
) =>
  Object.assign(
    validator('json', (value: v.InferInput<S>, c): v.InferOutput<S> => {
      const sentNothing =
        c.req.header('Content-Type') === undefined &&
        Number(c.req.header('Content-Length') ?? 0) === 0
      if (!sentNothing) requireType(c as Ctx, types)
      const result = v.safeParse(schema, value)
      if (result.success) return result.output
      throw new Refusal(
        'invalid-input',
        { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
        { faults: faultsOf(result.issues) },
      )
    }),
    { body: { schema, types } },
  )

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
