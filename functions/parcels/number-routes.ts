import { Hono } from 'hono'
import * as v from 'valibot'
import { parameters } from '../body.ts'
import { NUMBER_KINDS, normaliseNumber } from '../domain/certificate.ts'
import { type Env, operation } from '../operation.ts'
import { findNumbers } from '../store/numbers.ts'
import { visibleHolders } from './numbers.ts'

const Number = v.strictObject({
  kind: v.picklist(NUMBER_KINDS),
  value: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
})
const Holders = v.object({
  kind: v.picklist(NUMBER_KINDS),
  /** The one writing under which the number is held. */
  value: v.string(),
  holders: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      upt: v.string(),
      uptName: v.string(),
      reason: v.optional(v.string()),
    }),
  ),
})

/** `GET /numbers/:kind/:value`: which parcels that the caller may see hold a number, in any writing. */
export const numbers = new Hono<Env>().get(
  '/:kind/:value',
  operation({
    action: 'number:read',
    summary: 'Which parcels hold a NUP, a certificate, an NIB or a register code',
    answers: { 200: { description: 'Holders that I may see', schema: Holders } },
    refusals: ['not-found'],
  }),
  parameters('param', Number),
  async (c) => {
    const { kind, value: written } = c.req.valid('param')
    const value = normaliseNumber(kind, written)
    const [held] = await findNumbers(c.var.deps.table, [{ kind, value }])
    const holders = held ? await visibleHolders(c, held) : []
    return c.json({ kind, value, holders }, 200, { 'Cache-Control': 'private, no-cache' })
  },
)
