import { Hono } from 'hono'
import * as v from 'valibot'
import { body, parameters, small } from '../body.ts'
import { areaOf } from '../domain/area.ts'
import { decided } from '../domain/record.ts'
import { OverlapDecision } from '../domain/shared-land.ts'
import { type Env, notFound, operation } from '../operation.ts'
import { findNeighbours } from '../store/cells/entry.ts'
import { ParcelFeature } from './feature.ts'
import { openParcel } from './open.ts'
import { conflictsFor, findMet, LandConflicts, withoutKin } from './overlaps.ts'
import { pairDecision } from '../store/pairs.ts'
import { boundaryOf } from './table.ts'
import { take } from './take.ts'

const Id = v.pipe(v.string(), v.uuid())
const NONE: LandConflicts = { overlaps: [], hidden: { count: 0, areaM2: 0 } }

/** Land that a parcel shares with others: what its boundary meets, and the word of headquarters. */
export const overlapRoutes = new Hono<Env>()
  .get(
    '/:id/overlaps',
    operation({
      action: 'parcel:read-restricted',
      summary: 'Parcels whose land the boundary meets today, for a draft as advice',
      answers: { 200: { description: 'Land conflicts', schema: LandConflicts } },
      refusals: ['not-found', 'invalid-input', 'busy'],
    }),
    parameters('param', v.strictObject({ id: Id })),
    async (c) => {
      const { id } = c.req.valid('param')
      const { table, files } = c.var.deps
      const { stored } = await openParcel(c, id)
      const boundary = await boundaryOf(files, stored)
      if (!boundary) return c.json(NONE)
      const neighbours = await findNeighbours(table, boundary, id)
      const others = await withoutKin(c, stored, neighbours)
      return c.json(conflictsFor(c, await findMet(c, boundary, others), areaOf(boundary) ?? 0))
    },
  )
  .post(
    '/:id/overlaps/:other/decision',
    operation({
      action: 'parcel:decide-overlap',
      summary: 'Say whether a newcomer on the land of another parcel stays recorded',
      answers: {
        200: {
          description: 'The newcomer after the decision',
          schema: ParcelFeature,
          contentType: 'application/geo+json',
        },
      },
      refusals: ['not-found', 'wrong-state', 'stale', 'precondition-required'],
    }),
    small,
    parameters('param', v.strictObject({ id: Id, other: Id })),
    body(OverlapDecision),
    (c) => {
      const { id, other } = c.req.valid('param')
      return take(c, id, ({ stored, shown }, at) => {
        const open = shown.pairs.open.find(
          ({ pair }) => pair.newcomer === id && pair.holder === other,
        )
        if (!open) throw notFound()
        const decision = { ...c.req.valid('json'), by: c.var.caller.member, at }
        return {
          record: decided(stored.record, other, decision),
          action: 'overlap-decided',
          reason: decision.reason,
          hands: [],
          writes: [pairDecision(c.var.deps.table, open.pair, decision)],
          pairs: {
            ...shown.pairs,
            open: shown.pairs.open.map((each) =>
              each === open ? { ...each, pair: { ...each.pair, decision } } : each,
            ),
          },
        }
      })
    },
  )
