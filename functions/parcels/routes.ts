import { Hono } from 'hono'
import * as v from 'valibot'
import { atMost, body, parameters } from '../body.ts'
import { mayRead } from '../domain/permissions.ts'
import { changed, drafted } from '../domain/record.ts'
import { Refusal } from '../domain/refusal.ts'
import { AnyInstant } from '../domain/text.ts'
import { once } from '../once.ts'
import { authorise, type Env, notFound, operation } from '../operation.ts'
import { boundaryHash } from '../store/boundaries.ts'
import { linkWrites } from '../store/links.ts'
import { findUnit } from '../store/reference.ts'
import { ParcelFeature } from './feature.ts'
import { listParcels } from './list.ts'
import { ListQuery, ParcelList } from './listed.ts'
import { overlapRoutes } from './overlap-routes.ts'
import { headersOf, openParcel, openSeen, pastParcel, present } from './open.ts'
import { referenceOf, shownAfter, shownOf } from './open.ts'
import { mergePatch } from './merge-patch.ts'
import { isKnown } from '../precondition.ts'
import { contentOf, DescribedFeature, type SentFeature } from './requests.ts'
import { saveParcel } from './save.ts'
import { NO_PAIRS } from './shared.ts'
import { checkOrigins, succession } from './succession.ts'
import { ParcelId, steps } from './steps.ts'
import { showAgain } from './take.ts'
import { unknownUnit } from './table.ts'
import { trail } from './trail.ts'
import { viewParcels } from './viewed.ts'

const GEO_JSON = 'application/geo+json'
const JSON_TYPE = 'application/json'
/** A boundary of 100,000 corners is about 4 MB. */
const MOST_BYTES = 4 * 1024 * 1024
const large = atMost(MOST_BYTES)
const at = parameters('param', ParcelId)
const feature = (description: string) => ({
  description,
  schema: ParcelFeature,
  contentType: GEO_JSON,
})

/** Any JSON object: what it means is decided when it has been merged into the parcel. */
const Patch = v.record(v.string(), v.unknown())
const AsOf = v.strictObject({
  /** An instant: the parcel as it was known then. */
  asOf: v.optional(AnyInstant),
})

/** Routes under `/parcels`. */
export const parcels = new Hono<Env>()
  .get(
    '/',
    operation({
      action: 'parcel:list',
      summary: 'List parcels by Kanwil, unit and age, or those in a view',
      answers: {
        200: { description: 'A page of parcels', schema: ParcelList, contentType: GEO_JSON },
      },
      refusals: ['malformed-query'],
    }),
    parameters('query', ListQuery),
    async (c) => {
      const { deps, caller } = c.var
      const { bbox, ...query } = c.req.valid('query')
      if (bbox && query.waitsFor) throw notWithBbox()
      const { features, cursor } = bbox
        ? await viewParcels(deps, caller, { ...query, bbox })
        : await listParcels(deps.table, caller, query)
      const address = new URL(c.req.url)
      if (cursor) address.searchParams.set('cursor', cursor)
      const next = `${address.pathname}${address.search}`
      return c.json(
        {
          type: 'FeatureCollection' as const,
          features,
          links: cursor ? [{ rel: 'next', href: next }] : [],
          ...(cursor && { next }),
        },
        200,
        { 'Content-Type': GEO_JSON, 'Cache-Control': 'private, no-cache' },
      )
    },
  )
  .post(
    '/',
    operation({
      action: 'parcel:draft',
      summary: 'Make a draft: a Feature with at least its unit and a name',
      answers: { 201: feature('The draft') },
      refusals: ['not-a-boundary', 'idempotency-key-reused'],
    }),
    large,
    body(v.unknown() as v.GenericSchema<v.InferInput<typeof SentFeature>>, [GEO_JSON, JSON_TYPE], {
      as: DescribedFeature,
    }),
    async (c) =>
      once(
        c,
        async (answer) => {
          const id = answer.subject.slice('parcel:'.length)
          const again = await showAgain(c, id, answer.version, answer.status)
          again.headers.set('Location', answer.location ?? '')
          return again
        },
        async (request) => {
          const { deps, caller } = c.var
          const { properties, boundary } = contentOf(c.req.valid('json'))
          const unit = await findUnit(deps.table, properties.upt)
          if (!unit) throw unknownUnit(properties.upt)
          const role = authorise(c, { upt: unit.id, kanwil: unit.kanwil })
          const id = deps.newId()
          const location = `/api/parcels/${id}`
          await checkOrigins(c, { id, upt: unit.id }, properties)
          const record = drafted(properties, boundary && boundaryHash(boundary))
          const reference = await referenceOf(c, record)
          const saved = await saveParcel(deps, {
            id,
            stored: null,
            record,
            boundary,
            place: { upt: unit.id, kanwil: unit.kanwil, unitName: unit.name },
            hands: [caller.member],
            actor: { member: caller.member, role },
            action: 'drafted',
            writes: linkWrites(deps.table, id, [], properties.predecessors),
            idempotency: request && {
              request,
              answer: ({ subject, version }) => ({ status: 201, location, subject, version }),
            },
          })
          const shown = shownAfter(saved, { boundary, reference, pairs: NO_PAIRS })
          const headers = { ...headersOf(shown.version), Location: location }
          return c.json(present(c, shown, saved.head), 201, headers)
        },
      ),
  )
  .get(
    '/:id',
    operation({
      action: 'parcel:read',
      summary: 'Read a parcel, now or as it was known at an instant',
      answers: { 200: feature('The parcel'), 304: { description: 'Not changed', schema: null } },
      refusals: ['not-found'],
    }),
    at,
    parameters('query', AsOf),
    async (c) => {
      const { stored } = await openParcel(c, c.req.valid('param').id)
      const { asOf } = c.req.valid('query')
      if (asOf !== undefined) {
        const instant = new Date(asOf).toISOString()
        const past = await pastParcel(c, stored, (event) => event.at <= instant)
        if (!past || !mayRead(c.var.caller, stored.head, past.record.state)) throw notFound()
        return c.json(present(c, past, stored.head), 200, headersOf(past.version))
      }
      const { version } = stored.chain
      if (isKnown(c, version)) return c.body(null, 304, headersOf(version))
      const shown = await shownOf(c, stored)
      return c.json(present(c, shown, stored.head), 200, headersOf(version))
    },
  )
  .patch(
    '/:id',
    operation({
      action: 'parcel:change',
      summary: 'Change a draft or a returned parcel by a JSON merge patch',
      answers: { 200: feature('The parcel after the change') },
      refusals: ['not-a-boundary', 'wrong-state', 'stale', 'precondition-required'],
    }),
    large,
    at,
    body(Patch, ['application/merge-patch+json'], { patchOf: DescribedFeature }),
    async (c) => {
      const { deps, caller } = c.var
      const { stored, role } = await openSeen(c, c.req.valid('param').id)
      const { head } = stored
      const before = await shownOf(c, stored)
      const sent = {
        type: 'Feature',
        geometry: before.boundary,
        properties: stored.record.properties,
      }
      const { properties, boundary } = contentOf(mergePatch(sent, c.req.valid('json')))
      const unit = await findUnit(deps.table, properties.upt)
      if (!unit) throw unknownUnit(properties.upt)
      if (unit.id !== head.upt) authorise(c, { upt: unit.id, kanwil: unit.kanwil })
      const { predecessors } = stored.record.properties
      await checkOrigins(c, { id: head.id, upt: unit.id }, properties, head.upt, predecessors)
      const record = changed(stored.record, properties, boundary && boundaryHash(boundary))
      const reference = await referenceOf(c, record)
      const saved = await saveParcel(deps, {
        id: head.id,
        stored,
        record,
        boundary,
        place: { upt: unit.id, kanwil: unit.kanwil, unitName: unit.name },
        hands: [caller.member],
        actor: { member: caller.member, role },
        action: 'changed',
        writes: linkWrites(deps.table, head.id, predecessors, properties.predecessors),
      })
      const shown = shownAfter(saved, { boundary, reference, pairs: before.pairs })
      return c.json(present(c, shown, saved.head), 200, headersOf(shown.version))
    },
  )
  .route('/', steps)
  .route('/', overlapRoutes)
  .route('/', succession)
  .route('/', trail)

const notWithBbox = (): Refusal =>
  new Refusal(
    'malformed-query',
    { id: 'Ada penyaring yang tidak terbaca.', en: 'A parameter cannot be read.' },
    {
      faults: [
        {
          pointer: '#/waitsFor',
          detail: {
            id: 'Tidak dapat dipakai bersama bbox.',
            en: 'It cannot be combined with bbox.',
          },
        },
      ],
    },
  )
