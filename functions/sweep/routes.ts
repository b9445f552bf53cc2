import { Hono } from 'hono'
import * as v from 'valibot'
import { parameters } from '../body.ts'
import { clockName } from '../domain/clock-names.ts'
import type { ClockName } from '../domain/clocks.ts'
import { CASE_STATES } from '../domain/idle-case.ts'
import { LEDGER_OUTCOMES } from '../domain/ledger.ts'
import { may, type Place } from '../domain/permissions.ts'
import { IDLE_STATES, PROBLEMS, USE_STATUSES } from '../domain/standing.ts'
import { STATUSES } from '../domain/status.ts'
import { PlainDate, slug } from '../domain/text.ts'
import { type Ctx, type Env, operation } from '../operation.ts'
import { dueAt, listDues } from '../store/dues.ts'
import { readLedger } from '../store/ledger.ts'
import { findUnit, readReference } from '../store/reference.ts'
import { cursorOf, keyFrom, merged } from './merge.ts'

const Slug = slug('sumatera-utara')
const Clock = v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/, 'form:psp'))
const Paged = {
  kanwil: v.optional(Slug),
  upt: v.optional(Slug),
  until: v.optional(PlainDate),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, 'form:50'),
      v.transform(Number),
      v.minValue(1),
      v.maxValue(200),
    ),
    '50',
  ),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(400))),
}
const Basis = v.picklist(['regulation', 'internal', 'letter'])
const CaseClock = v.object({
  clock: v.string(),
  day: v.string(),
  basis: Basis,
  source: v.string(),
  provisional: v.optional(v.literal(true)),
})
const Due = v.object({
  /** What happens, in the language of the request. */
  label: v.string(),
  /** The day on which it happens; the last day in time is `deadline`, where it has one. */
  day: v.string(),
  deadline: v.optional(v.string()),
  clock: v.string(),
  key: v.string(),
  what: v.picklist(['reminder', 'missed', 'escalation', 'turn']),
  basis: Basis,
  source: v.string(),
  provisional: v.optional(v.literal(true)),
  parcel: v.string(),
  upt: v.string(),
  kanwil: v.string(),
  name: v.string(),
  unitName: v.string(),
  areaM2: v.nullable(v.number()),
  status: v.picklist(STATUSES),
  use: v.picklist(USE_STATUSES),
  idle: v.nullable(v.picklist(IDLE_STATES)),
  problem: v.nullable(v.picklist(PROBLEMS)),
  since: v.string(),
  idleCase: v.optional(
    v.object({
      state: v.picklist(CASE_STATES),
      since: v.string(),
      areaM2: v.nullable(v.number()),
      openedOn: v.string(),
      due: v.optional(CaseClock),
      escalated: v.optional(v.picklist(['kanwil', 'pusat'])),
    }),
  ),
})
const Passed = v.object({
  label: v.string(),
  clock: v.string(),
  key: v.string(),
  /** The last day that was in time, and the day by which it was seen to have passed. */
  day: v.string(),
  seen: v.string(),
  basis: Basis,
  source: v.string(),
  outcome: v.picklist(LEDGER_OUTCOMES),
  parcel: v.string(),
  /** Version of the parcel's event that noted it. */
  version: v.number(),
  upt: v.string(),
  kanwil: v.string(),
  name: v.string(),
  unitName: v.string(),
})
const next = v.optional(v.string())

/** Kanwil in which the caller may see what falls due, narrowed by what was asked for. */
async function officesOf(c: Ctx, asked: { kanwil?: string | undefined; upt?: string | undefined }) {
  const { deps, caller } = c.var
  const unit = asked.upt === undefined ? undefined : await findUnit(deps.table, asked.upt)
  if (asked.upt !== undefined && !unit) return []
  const isCountry = caller.roles.some(({ role }) => role === 'pusat' || role === 'auditor')
  const all = isCountry ? ((await readReference(deps.table, 'kanwil'))?.content ?? []) : []
  const units = await Promise.all(
    caller.roles.flatMap(({ upt }) => upt).map((id) => findUnit(deps.table, id)),
  )
  const own = [
    ...all.map(({ id }) => id),
    ...caller.roles.flatMap(({ kanwil }) => kanwil),
    ...units.flatMap((each) => (each ? [each.kanwil] : [])),
  ]
  return [...new Set(own)].filter(
    (id) =>
      (asked.kanwil === undefined || id === asked.kanwil) &&
      (unit === undefined || id === unit.kanwil),
  )
}

const isWithin =
  (c: Ctx, upt: string | undefined) =>
  (place: Place): boolean =>
    (upt === undefined || place.upt === upt) && may(c.var.caller, 'due:list', place)

function nextPage(c: Ctx, after: string | undefined): { next?: string } {
  if (after === undefined) return {}
  const query = new URLSearchParams(c.req.query())
  query.set('cursor', cursorOf(after))
  return { next: `${c.req.path}?${query}` }
}

const FRESH = { 'Cache-Control': 'private, no-store' }

/** `GET /dues`: what happens to parcels by itself, by day. */
export const dues = new Hono<Env>().get(
  '/',
  operation({
    action: 'due:list',
    summary: 'What falls due within my reach, the soonest first: the next of each parcel',
    answers: { 200: { description: 'A page', schema: v.object({ dues: v.array(Due), next }) } },
  }),
  parameters('query', v.strictObject({ ...Paged, clock: v.optional(Clock) })),
  async (c) => {
    const { kanwil, upt, until, clock, limit, cursor } = c.req.valid('query')
    const { table } = c.var.deps
    const within = isWithin(c as Ctx, upt)
    const page = await merged(
      await officesOf(c as Ctx, { kanwil, upt }),
      async (office, after, most) => {
        const asked = { kanwil: office, until, after, limit: most }
        const { dues: found, isLast } = await listDues(table, asked)
        return { rows: found.map((row) => ({ at: dueAt(row), row })), isLast }
      },
      {
        after: cursor === undefined ? undefined : keyFrom(cursor),
        limit,
        fits: (due) => within(due) && (clock === undefined || due.clock === clock),
      },
    )
    const labelled = page.rows.map((due) => ({
      ...due,
      label: clockName(due.clock)[c.var.language],
    }))
    return c.json({ dues: labelled, ...nextPage(c as Ctx, page.after) }, 200, FRESH)
  },
)

/** `GET /ledger`: deadlines that passed, and what came of each. */
export const ledger = new Hono<Env>().get(
  '/',
  operation({
    action: 'due:list',
    summary: 'Deadlines that passed within my reach, the earliest first, each with what came of it',
    answers: {
      200: { description: 'A page', schema: v.object({ entries: v.array(Passed), next }) },
    },
  }),
  parameters('query', v.strictObject({ ...Paged, from: v.optional(PlainDate) })),
  async (c) => {
    const { kanwil, upt, from, until, limit, cursor } = c.req.valid('query')
    const { table } = c.var.deps
    const within = isWithin(c as Ctx, upt)
    const page = await merged(
      await officesOf(c as Ctx, { kanwil, upt }),
      async (office, after, most) => {
        const asked = { kanwil: office, from, until, after, limit: most }
        const { groups, isLast } = await readLedger(table, asked)
        return { rows: groups.map(({ at, entries }) => ({ at, row: entries })), isLast }
      },
      {
        after: cursor === undefined ? undefined : keyFrom(cursor),
        limit,
        fits: (entries) => entries.length > 0 && within(entries[0]!),
      },
    )
    const entries = page.rows.flat().map((entry) => ({
      ...entry,
      label: clockName(entry.clock as ClockName)[c.var.language],
    }))
    return c.json({ entries, ...nextPage(c as Ctx, page.after) }, 200, FRESH)
  },
)
