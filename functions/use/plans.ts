import { Hono } from 'hono'
import * as v from 'valibot'
import { body, parameters, small } from '../body.ts'
import { NewPlan, NonUse, Plan } from '../domain/use.ts'
import { text } from '../domain/text.ts'
import { once } from '../once.ts'
import { type Ctx, type Env, notFound, operation } from '../operation.ts'
import { ParcelId } from '../parcels/steps.ts'
import { findParcel } from '../parcels/table.ts'
import { etagOf } from '../precondition.ts'
import { changeUse, wrong } from './change.ts'

const MOST_PLANS = 50
const at = parameters('param', ParcelId)
const atPlan = parameters(
  'param',
  v.strictObject({ ...ParcelId.entries, plan: v.pipe(v.string(), v.uuid()) }),
)
const Closing = v.strictObject({
  outcome: v.picklist(['terlaksana', 'batal']),
  reason: v.optional(text(500)),
})
const Stated = v.object({ ...NonUse.entries, by: v.string(), at: v.string() })

const REFUSALS = ['not-found', 'wrong-state', 'invalid-input', 'too-large'] as const

const served = (c: Ctx, plan: Plan, version: number, status: 200 | 201) =>
  c.json(plan, status, { ETag: etagOf(version), 'Cache-Control': 'private, no-store' })

/** The answer to a request that came before: the plan as it is now. */
async function showAgain(c: Ctx, id: string, location: string, version: number, status: 200 | 201) {
  const stored = await findParcel(c.var.deps.table, id)
  const known = stored?.record.use?.plans?.[location]
  if (!known) throw notFound()
  return served(c, known, version, status)
}

/** Plans of use or of pemanfaatan, and why land is not used. */
export const plans = new Hono<Env>()
  .post(
    '/:id/plans',
    operation({
      action: 'use:record',
      summary: 'Record a plan of use or of pemanfaatan, with its budget paper and its day',
      answers: { 201: { description: 'The plan', schema: Plan } },
      refusals: [...REFUSALS, 'idempotency-key-reused'],
    }),
    small,
    at,
    body(NewPlan),
    (c) => {
      const { id } = c.req.valid('param')
      const sent = c.req.valid('json')
      return once(
        c,
        ({ location = '', version }) => showAgain(c, id, location, version, 201),
        async (request) => {
          const planId = c.var.deps.newId()
          const answer = request && {
            request,
            answer: ({ subject, version }: { subject: string; version: number }) => ({
              status: 201,
              location: planId,
              subject,
              version,
            }),
          }
          const saved = await changeUse(
            c,
            id,
            { request: answer },
            ({ stored, settings, mark }) => {
              const { use } = stored.record
              if (sent.targetDate < settings.today)
                throw wrong({
                  pointer: '#/targetDate',
                  detail: {
                    id: 'Tanggal sasaran sudah lewat. Tulis hari yang masih akan datang.',
                    en: 'The target date has passed. Write a day that is still to come.',
                  },
                })
              if (Object.keys(use?.plans ?? {}).length >= MOST_PLANS)
                throw wrong({
                  pointer: '#',
                  detail: {
                    id: `Bidang ini sudah punya ${MOST_PLANS} rencana.`,
                    en: `This parcel has ${MOST_PLANS} plans.`,
                  },
                })
              const begun = new Date(`${settings.today}T00:00:00+07:00`).toISOString()
              const at = begun > mark.at ? begun : mark.at // after a sweep that was dated ahead
              const plan: Plan = { ...sent, id: planId, by: mark.by, at }
              return {
                record: {
                  ...stored.record,
                  use: { ...use, plans: { ...use?.plans, [planId]: plan } },
                },
                action: 'plan-recorded',
              }
            },
          )
          return served(c, saved.record.use!.plans![planId]!, saved.event.version, 201)
        },
      )
    },
  )
  .post(
    '/:id/plans/:plan/closing',
    operation({
      action: 'use:record',
      summary: 'Say how a plan came out',
      answers: { 200: { description: 'The plan', schema: Plan } },
      refusals: [...REFUSALS, 'idempotency-key-reused'],
    }),
    small,
    atPlan,
    body(Closing),
    (c) => {
      const { id, plan: planId } = c.req.valid('param')
      const { outcome, reason } = c.req.valid('json')
      return once(
        c,
        ({ version }) => showAgain(c, id, planId, version, 200),
        async (request) => {
          const answer = request && {
            request,
            answer: ({ subject, version }: { subject: string; version: number }) => ({
              status: 200,
              location: planId,
              subject,
              version,
            }),
          }
          const saved = await changeUse(c, id, { request: answer }, ({ stored, settings }) => {
            const { use } = stored.record
            const known = use?.plans?.[planId]
            if (!known) throw notFound()
            if (known.closed)
              throw wrong({
                pointer: '#/outcome',
                detail: {
                  id: `Rencana ini sudah ditutup pada ${known.closed.on}.`,
                  en: `This plan was closed on ${known.closed.on}.`,
                },
              })
            const closed = { on: settings.today, outcome, ...(reason && { reason }) }
            return {
              record: {
                ...stored.record,
                use: { ...use, plans: { ...use!.plans, [planId]: { ...known, closed } } },
              },
              action: 'plan-closed',
              reason,
            }
          })
          return served(c, saved.record.use!.plans![planId]!, saved.event.version, 200)
        },
      )
    },
  )
  .put(
    '/:id/non-use',
    operation({
      action: 'use:record',
      summary: 'Say why the land, or what its blocks leave of it, is not used',
      answers: { 200: { description: 'The statement', schema: Stated } },
      refusals: [...REFUSALS],
    }),
    small,
    at,
    body(NonUse),
    async (c) => {
      const said = c.req.valid('json')
      const saved = await changeUse(c, c.req.valid('param').id, {}, ({ stored, mark }) => ({
        record: { ...stored.record, use: { ...stored.record.use, nonUse: { ...said, ...mark } } },
        action: 'non-use-stated',
      }))
      return c.json(saved.record.use!.nonUse!, 200, {
        ETag: etagOf(saved.event.version),
        'Cache-Control': 'private, no-store',
      })
    },
  )
