import { Hono } from 'hono'
import * as v from 'valibot'
import { body, small } from '../body.ts'
import { Instant, text } from '../domain/text.ts'
import type { DocumentFacts } from '../domain/record.ts'
import { once } from '../once.ts'
import { type Env, notFound, operation } from '../operation.ts'
import { openParcel } from '../parcels/open.ts'
import { etagOf } from '../precondition.ts'
import { linkTo } from './bucket.ts'
import { knownDocument } from './known.ts'
import { saveDocument } from './save.ts'
import { atDocument, atParcel, show, ShownDocument } from './shown.ts'
import { findDocument, listDocuments, logReading } from './table.ts'
import { uploads } from './uploads.ts'

const Link = v.object({ ...ShownDocument.entries, url: v.string(), expiresAt: Instant })

/** Routes under `/parcels/:id/documents`: what is kept; `uploads` brings it there. */
export const documents = new Hono<Env>()
  .get(
    '/:id/documents',
    operation({
      action: 'document:read',
      summary: 'List the documents of a parcel',
      answers: {
        200: { description: 'Documents', schema: v.object({ documents: v.array(ShownDocument) }) },
      },
      refusals: ['not-found'],
    }),
    atParcel,
    async (c) => {
      const { stored } = await openParcel(c, c.req.valid('param').id)
      const items = await listDocuments(c.var.deps.table, stored.head.id)
      return c.json({ documents: items.map(show) }, 200, { 'Cache-Control': 'private, no-cache' })
    },
  )
  .get(
    '/:id/documents/:document',
    operation({
      action: 'document:read',
      summary: 'A link to a document that lives five minutes; the reading is logged',
      answers: { 200: { description: 'The link', schema: Link } },
      refusals: ['not-found'],
    }),
    atDocument,
    async (c) => {
      const { deps, caller } = c.var
      const { id, document } = c.req.valid('param')
      await openParcel(c, id)
      const item = await findDocument(deps.table, id, document)
      if (!item?.facts) throw notFound()
      const now = deps.now()
      const link = await linkTo(deps.files, item.facts, now)
      await logReading(deps.table, id, {
        document,
        by: caller.member,
        at: now.toISOString(),
        id: deps.newId(),
      })
      return c.json({ ...show(item), ...link }, 200, { 'Cache-Control': 'private, no-store' })
    },
  )
  .post(
    '/:id/documents/:document/withdrawal',
    operation({
      action: 'document:withdraw',
      summary: 'Withdraw a document, with a reason; it stays readable',
      answers: { 200: { description: 'The document', schema: ShownDocument } },
      refusals: ['not-found', 'wrong-state', 'busy'],
    }),
    small,
    atDocument,
    body(v.strictObject({ reason: text(1000) })),
    async (c) => {
      const { id, document } = c.req.valid('param')
      return once(
        c,
        async (answer) => {
          const { facts } = await knownDocument(c, id, document)
          if (!facts) throw notFound()
          return c.json(show({ id: document, facts }), 200, { ETag: etagOf(answer.version) })
        },
        async (request) => {
          const { reason } = c.req.valid('json')
          const withdrawn = {
            by: c.var.caller.member,
            at: c.var.deps.now().toISOString(),
            reason,
          }
          const revise = (known: DocumentFacts | undefined): DocumentFacts | undefined => {
            if (!known) throw notFound()
            return known.withdrawn ? undefined : { ...known, withdrawn }
          }
          const { facts, version } = await saveDocument(c, id, document, revise, {
            action: 'document-withdrawn',
            reason,
            idempotency: request && {
              request,
              answer: (event) => ({ status: 200, subject: event.subject, version: event.version }),
            },
          })
          return c.json(show({ id: document, facts }), 200, { ETag: etagOf(version) })
        },
      )
    },
  )
  .route('/', uploads)
