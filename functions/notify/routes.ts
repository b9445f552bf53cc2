import { Hono } from 'hono'
import * as v from 'valibot'
import { parameters } from '../body.ts'
import { clockName } from '../domain/clock-names.ts'
import { type Digest, digestText, lineText } from '../domain/digest.ts'
import { NOTICE_KINDS } from '../domain/notice.ts'
import type { Language } from '../domain/phrase.ts'
import { PlainDate } from '../domain/text.ts'
import { type Env, notFound, operation } from '../operation.ts'
import { findDigest, listDigests, type StoredDigest } from '../store/digests.ts'

const Line = v.object({
  parcel: v.string(),
  name: v.string(),
  unitName: v.string(),
  kind: v.picklist(NOTICE_KINDS),
  clock: v.string(),
  key: v.string(),
  /** The last day that is, or was, in time. */
  day: v.string(),
  /** What the clock is called, and the whole line, in the language of the request. */
  label: v.string(),
  text: v.string(),
})
const ServedDigest = v.object({
  day: v.string(),
  lines: v.array(Line),
  /** Further lines that did not fit. */
  more: v.number(),
  /** When its mail left; absent while it did not. */
  sentAt: v.optional(v.string()),
  unsent: v.optional(v.picklist(['no-address', 'unclear'])),
  subject: v.string(),
  /** The whole as plain text: no coordinate and no value. */
  text: v.string(),
})

const at = parameters('param', v.strictObject({ day: PlainDate }))
const FRESH = { 'Cache-Control': 'private, no-store' }
const MOST = 30

function served(stored: StoredDigest, language: Language): v.InferOutput<typeof ServedDigest> {
  const { day, lines, more, sentAt, unsent } = stored
  const digest: Digest = { member: stored.member, day, lines, more }
  return {
    day,
    lines: lines.map((line) => ({
      ...line,
      label: clockName(line.clock)[language],
      text: lineText(line)[language],
    })),
    more,
    ...(sentAt !== undefined && { sentAt }),
    ...(unsent !== undefined && { unsent }),
    ...digestText(digest, language),
  }
}

/** Routes under `/digests`: what the caller was told, day by day. */
export const digests = new Hono<Env>()
  .get(
    '/',
    operation({
      action: 'signed-in',
      summary: 'My digests, the newest first',
      answers: {
        200: { description: 'Digests', schema: v.object({ digests: v.array(ServedDigest) }) },
      },
    }),
    parameters('query', v.strictObject({ before: v.optional(PlainDate) })),
    async (c) => {
      const { deps, caller, language } = c.var
      const { before } = c.req.valid('query')
      const found = await listDigests(deps.table, caller.member, { before, limit: MOST })
      return c.json({ digests: found.map((each) => served(each, language)) }, 200, FRESH)
    },
  )
  .get(
    '/:day',
    operation({
      action: 'signed-in',
      summary: 'My digest of one day',
      answers: { 200: { description: 'The digest', schema: ServedDigest } },
      refusals: ['not-found'],
    }),
    at,
    async (c) => {
      const { deps, caller, language } = c.var
      const found = await findDigest(deps.table, caller.member, c.req.valid('param').day)
      if (!found) throw notFound()
      return c.json(served(found, language), 200, FRESH)
    },
  )
