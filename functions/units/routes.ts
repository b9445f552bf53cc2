import { Hono } from 'hono'
import * as v from 'valibot'
import { body, parameters, small } from '../body.ts'
import { COVERAGES } from '../domain/coverage.ts'
import { STATES } from '../domain/parcel.ts'
import { may } from '../domain/permissions.ts'
import { Mark } from '../domain/record.ts'
import { Refusal } from '../domain/refusal.ts'
import { slug, text } from '../domain/text.ts'
import { authorise, type Env, notFound, operation } from '../operation.ts'
import { findUnit, readReference } from '../store/reference.ts'
import { pause } from '../store/transient.ts'
import { findStatement, type Nihil, readCoverage, saveStatement } from './table.ts'

const Slug = slug('sumatera-utara')
const at = parameters('param', v.strictObject({ upt: Slug }))
const Statement = v.strictObject({
  /** What the head of the unit states, with number and date of the letter if there is one. */
  statement: text(1000),
})
const StatedNihil = v.nullable(v.object({ statement: v.string(), ...Mark.entries }))
const CoverageList = v.object({
  units: v.array(
    v.object({
      upt: v.string(),
      name: v.string(),
      kanwil: v.string(),
      coverage: v.picklist(COVERAGES),
      counts: v.partial(v.object(v.entriesFromList(STATES, v.number()))),
      nihil: StatedNihil,
    }),
  ),
  /** How many units have come how far. */
  totals: v.object(v.entriesFromList(COVERAGES, v.number())),
})

/** `GET /coverage`: how far each unit within the caller's reach has come. */
export const coverage = new Hono<Env>().get(
  '/',
  operation({
    action: 'coverage:read',
    summary: 'How far each unit has come with recording its land',
    answers: { 200: { description: 'Units within my reach', schema: CoverageList } },
  }),
  parameters('query', v.strictObject({ kanwil: v.optional(Slug) })),
  async (c) => {
    const { deps, caller } = c.var
    const { kanwil } = c.req.valid('query')
    const reference = await readReference(deps.table, 'upt')
    const within = (reference?.content ?? []).filter(
      (unit) =>
        unit.status === 'aktif' &&
        (kanwil === undefined || unit.kanwil === kanwil) &&
        may(caller, 'parcel:read-restricted', { upt: unit.id, kanwil: unit.kanwil }),
    )
    const units = await readCoverage(deps.table, within, kanwil)
    const totals = Object.fromEntries(
      COVERAGES.map((each) => [each, units.filter((unit) => unit.coverage === each).length]),
    ) as Record<(typeof COVERAGES)[number], number>
    return c.json({ units, totals }, 200, { 'Cache-Control': 'private, no-cache' })
  },
)

const MOST_TRIES = 8

/** Do it again while others state or withdraw at the same moment: here the last word counts. */
async function settled(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'stale' || tries === MOST_TRIES) throw error
      await pause(tries)
    }
  }
}

/** Routes under `/units`: the statement that a unit has no granted land. */
export const units = new Hono<Env>()
  .put(
    '/:upt/nihil',
    operation({
      action: 'unit:state-nihil',
      summary: 'State that a unit has no granted land',
      answers: { 200: { description: 'The statement', schema: StatedNihil } },
      refusals: ['unit-has-parcels', 'not-found', 'invalid-input'],
    }),
    small,
    at,
    body(Statement),
    async (c) => {
      const { deps, caller } = c.var
      const unit = await findUnit(deps.table, c.req.valid('param').upt)
      if (!unit) throw notFound()
      const place = { upt: unit.id, kanwil: unit.kanwil }
      const actor = { member: caller.member, role: authorise(c, place) }
      const { statement } = c.req.valid('json')
      const nihil: Nihil = { statement, by: caller.member, at: deps.now().toISOString() }
      await settled(async () => {
        const known = await findStatement(deps.table, unit.id)
        await saveStatement(deps, place, known, nihil, { actor, action: 'nihil-stated' })
      })
      return c.json(nihil)
    },
  )
  .delete(
    '/:upt/nihil',
    operation({
      action: 'unit:state-nihil',
      summary: 'Withdraw the statement that a unit has no granted land',
      answers: { 204: { description: 'Withdrawn', schema: null } },
      refusals: ['not-found'],
    }),
    at,
    async (c) => {
      const { deps, caller } = c.var
      const unit = await findUnit(deps.table, c.req.valid('param').upt)
      if (!unit) throw notFound()
      const place = { upt: unit.id, kanwil: unit.kanwil }
      const actor = { member: caller.member, role: authorise(c, place) }
      await settled(async () => {
        const known = await findStatement(deps.table, unit.id)
        if (known.nihil)
          await saveStatement(deps, place, known, null, { actor, action: 'nihil-withdrawn' })
      })
      return c.body(null, 204)
    },
  )
