import { Hono } from 'hono'
import * as v from 'valibot'
import { body, parameters, small } from '../body.ts'
import { canonical } from '../domain/canonical.ts'
import { Refusal } from '../domain/refusal.ts'
import { NewReport, type Report } from '../domain/report.ts'
import { GRADES } from '../domain/use.ts'
import { Instant, PlainDate, text } from '../domain/text.ts'
import { once } from '../once.ts'
import { type Ctx, type Env, notFound, operation } from '../operation.ts'
import { findReport, reportPage } from '../store/annexes.ts'
import { ShownFinding } from '../parcels/feature.ts'
import { openParcel } from '../parcels/open.ts'
import { ParcelId } from '../parcels/steps.ts'
import { etagOf } from '../precondition.ts'
import { changeUse } from './change.ts'
import { findingsOfReports } from './findings.ts'
import { gate } from './photos.ts'
import { reported } from './reported.ts'
import { withdrawn } from './withdrawn.ts'

const PAGE = 25 // reports
const Id = v.pipe(v.string(), v.uuid())
const at = parameters('param', ParcelId)
const atReport = parameters('param', v.strictObject({ ...ParcelId.entries, report: Id }))

const ShownReport = v.object({
  ...NewReport.pipe[0].entries,
  by: v.string(),
  at: Instant,
  grade: v.picklist(GRADES),
  provedOn: PlainDate,
  unit: v.optional(v.object({ upt: v.string(), kanwil: v.string() })),
  withdrawn: v.optional(v.object({ by: v.string(), at: Instant, reason: v.string() })),
})
const ListQuery = v.strictObject({
  /** Reports whose period ends on these days or between them. */
  from: v.optional(PlainDate),
  until: v.optional(PlainDate),
  /** `next` of the page before. */
  cursor: v.optional(
    v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}#[0-9a-fA-F-]{36}$/, 'form:cursor')),
  ),
})

const serve = (c: Ctx, report: Report, version: number, status: 200 | 201) =>
  c.json(report, status, {
    ETag: etagOf(version),
    'Cache-Control': 'private, no-store',
    ...(status === 201 && { Location: `${c.req.path}/${report.id}` }),
  })

/** Names of what an officer sends of a report. */
const SENT = Object.keys(NewReport.pipe[0].entries) as (keyof NewReport)[]

/** Whether a report is what was sent again: the same members, in whatever order. */
const isSame = (report: Report, sent: NewReport): boolean => {
  const said = (one: NewReport) => Object.fromEntries(SENT.map((name) => [name, one[name]]))
  return canonical(plain(said(report))) === canonical(plain(said(sent)))
}

/** A value as JSON keeps it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const exists = (report: string): Refusal =>
  new Refusal(
    'report-exists',
    {
      id: 'Laporan lain sudah terkirim dengan id ini. Buat id baru untuk laporan baru.',
      en: 'Another report was sent under this id. Make a new id for a new report.',
    },
    { parameters: { report } },
  )

/** Reports of what was done on a parcel. */
export const reports = new Hono<Env>()
  .post(
    '/:id/reports',
    operation({
      action: 'use:report',
      summary: 'Report what was done; the same report sent again is answered as it stands',
      answers: {
        200: { description: 'The report, sent before', schema: ShownReport },
        201: { description: 'The report', schema: ShownReport },
      },
      refusals: [
        'not-found',
        'wrong-state',
        'report-exists',
        'idempotency-key-reused',
        'too-large',
        'busy',
      ],
    }),
    small,
    at,
    body(NewReport),
    async (c) => {
      const { id } = c.req.valid('param')
      const sent = c.req.valid('json')
      const { table } = c.var.deps
      const location = `/api/parcels/${id}/reports/${sent.id}`
      return once(
        c,
        async ({ status, version }) => {
          await gate(c, id)
          const known = await findReport(table, id, sent.id)
          if (!known) throw notFound()
          return serve(c, known, version, status as 201)
        },
        async (request) => {
          const head = await gate(c, id)
          let known = await findReport(table, id, sent.id)
          const saved = known
            ? null
            : await changeUse(
                c,
                id,
                {
                  request: request && {
                    request,
                    answer: ({ subject, version }) => ({ status: 201, location, subject, version }),
                  },
                },
                async (found) => {
                  known = await findReport(table, id, sent.id) // a twin may have been faster
                  return known ? null : reported(c, found, sent)
                },
              )
          if (saved) return serve(c, saved.record.reports![sent.id]!, saved.event.version, 201)
          if (!known) throw notFound()
          if (!isSame(known, sent)) throw exists(sent.id)
          return serve(c, known, head.chain.version, 200)
        },
      )
    },
  )
  .get(
    '/:id/reports',
    operation({
      action: 'use:read',
      summary: 'Reports of a parcel by the end of their period, the newest first',
      answers: {
        200: {
          description: 'A page of reports',
          schema: v.object({
            reports: v.array(ShownReport),
            next: v.optional(v.string()),
            /** What the rules say of them and of their photos; not where a period is asked for. */
            findings: v.optional(v.array(ShownFinding)),
          }),
        },
      },
      refusals: ['not-found', 'malformed-query'],
    }),
    at,
    parameters('query', ListQuery),
    async (c) => {
      const { id } = c.req.valid('param')
      const { stored } = await openParcel(c, id)
      const { cursor, from, until } = c.req.valid('query')
      const isBeyond =
        cursor !== undefined && (cursor < (from ?? '') || cursor > `${until ?? '9'}~`)
      const page: { reports: Report[]; next?: string | undefined } = isBeyond
        ? { reports: [] }
        : await reportPage(c.var.deps.table, id, { from, until, below: cursor, limit: PAGE })
      const isOfAll = from === undefined && until === undefined
      const findings = isOfAll && {
        findings: await findingsOfReports(c, stored, { ...page, isNewest: cursor === undefined }),
      }
      return c.json({ ...page, ...findings }, 200, {
        'Cache-Control': 'private, no-store',
        Vary: 'Accept-Language, Authorization',
      })
    },
  )
  .get(
    '/:id/reports/:report',
    operation({
      action: 'use:read',
      summary: 'Read a report',
      answers: { 200: { description: 'The report', schema: ShownReport } },
      refusals: ['not-found'],
    }),
    atReport,
    async (c) => {
      const { id, report } = c.req.valid('param')
      const { stored } = await openParcel(c, id)
      const known = await findReport(c.var.deps.table, id, report)
      if (!known) throw notFound()
      return serve(c, known, stored.chain.version, 200)
    },
  )
  .post(
    '/:id/reports/:report/withdrawal',
    operation({
      action: 'use:report',
      summary: 'Withdraw a report, with a reason: it stays readable and proves nothing',
      answers: { 200: { description: 'The report', schema: ShownReport } },
      refusals: ['not-found', 'wrong-state', 'idempotency-key-reused', 'busy'],
    }),
    small,
    atReport,
    body(v.strictObject({ reason: text(1000) })),
    async (c) => {
      const { id, report } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      const { table } = c.var.deps
      const again = async (version: number) => {
        await gate(c, id)
        const known = await findReport(table, id, report)
        if (!known) throw notFound()
        return serve(c, known, version, 200)
      }
      return once(
        c,
        ({ version }) => again(version),
        async (request) => {
          const saved = await changeUse(
            c,
            id,
            {
              request: request && {
                request,
                answer: ({ subject, version }) => ({ status: 200, subject, version }),
              },
            },
            (found) => withdrawn(c, found, report, reason),
          )
          if (saved) return serve(c, saved.record.reports![report]!, saved.event.version, 200)
          return again((await gate(c, id)).chain.version)
        },
      )
    },
  )
