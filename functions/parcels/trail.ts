import { Hono } from 'hono'
import * as v from 'valibot'
import { parameters } from '../body.ts'
import { boundaryHashes, makeBundle } from '../domain/bundle.ts'
import type { Json } from '../domain/canonical.ts'
import { Event, reveal } from '../domain/history.ts'
import { memberNames } from '../store/members.ts'
import { type Env, operation } from '../operation.ts'
import { proofFor } from '../store/anchors.ts'
import { findBoundary, readHistory } from './history.ts'
import { openParcel } from './open.ts'
import { ParcelId } from './steps.ts'

const at = parameters('param', ParcelId)

const History = v.object({
  events: v.array(Event),
  /** Names of the members who acted, by id. */
  members: v.record(v.string(), v.string()),
  /** Personal values that have not been erased, by hash. */
  personal: v.record(v.string(), v.unknown()),
})

/** The history of a parcel: its chain of events, and the file that proves it elsewhere. */
export const trail = new Hono<Env>()
  .get(
    '/:id/events',
    operation({
      action: 'history:read',
      summary: 'Read the chain of events of a parcel',
      answers: { 200: { description: 'Oldest first', schema: History } },
      refusals: ['not-found'],
    }),
    at,
    async (c) => {
      const { table } = c.var.deps
      const { stored } = await openParcel(c, c.req.valid('param').id)
      const { id } = stored.head
      const { events, personal } = await readHistory(table, id)
      const members = await memberNames(
        table,
        events.map(({ actor }) => actor.member),
      )
      const known = Object.fromEntries(
        Object.keys(personal).map((hash) => [hash, reveal({ personal: hash }, personal)]),
      )
      return c.json({ events, members, personal: known }, 200, {
        'Cache-Control': 'private, no-cache',
      })
    },
  )
  .get(
    '/:id/bundle',
    operation({
      action: 'history:read',
      summary: 'Take the history away as one file that proves itself',
      answers: {
        200: { description: 'See verify-bundle.mjs', schema: v.record(v.string(), v.unknown()) },
      },
      refusals: ['not-found'],
    }),
    at,
    async (c) => {
      const { table, files, now } = c.var.deps
      const { stored } = await openParcel(c, c.req.valid('param').id)
      const { id } = stored.head
      const proof = await proofFor(files, `parcel:${id}`) // before the events, which only grow
      const { events, personal } = await readHistory(table, id)
      const boundaries = Object.fromEntries(
        await Promise.all(
          [...boundaryHashes(events)].map(
            async (hash) =>
              [hash, (await findBoundary(table, files, id, hash)) as unknown as Json] as const,
          ),
        ),
      )
      const bundle = makeBundle({
        events,
        boundaries,
        personal,
        anchors: proof ? [proof] : [],
        now: now(),
      })
      return c.json(bundle, 200, {
        'Content-Disposition': `attachment; filename="petak-${id}.json"`,
        'Cache-Control': 'private, no-store',
      })
    },
  )
