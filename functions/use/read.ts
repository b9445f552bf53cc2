import { Hono } from 'hono'
import * as v from 'valibot'
import { parameters } from '../body.ts'
import { nextDue } from '../domain/clocks.ts'
import type { DefinitionValues } from '../domain/definition.ts'
import { deriveStanding } from '../domain/derive.ts'
import { provedSpan } from '../domain/proved.ts'
import { IDLE_STATES, PROBLEMS, USE_STATUSES } from '../domain/standing.ts'
import { Letter } from '../domain/idle-case.ts'
import { axesOfRecord, STATUSES, statusOf } from '../domain/status.ts'
import { Block, isRunning, NonUse, Plan } from '../domain/use.ts'
import { sayChange, sayWhy } from '../domain/why.ts'
import { type Env, operation } from '../operation.ts'
import { isInsider, openParcel } from '../parcels/open.ts'
import { ParcelId } from '../parcels/steps.ts'
import { etagOf } from '../precondition.ts'
import { settingsOn } from '../store/settings.ts'

const ShownBlock = v.object({
  ...Block.entries,
  /** Whether it counts today. */
  running: v.boolean(),
  /** The last day for which its evidence counts; absent where it has none, or proves nothing lawful. */
  provedUntil: v.optional(v.string()),
})

const Use = v.object({
  standing: v.object({
    use: v.picklist(USE_STATUSES),
    idle: v.nullable(v.picklist(IDLE_STATES)),
    problem: v.nullable(v.picklist(PROBLEMS)),
    why: v.object({
      rule: v.string(),
      definition: v.number(),
      since: v.string(),
      until: v.optional(v.string()),
    }),
    areas: v.nullable(
      v.object({ provedM2: v.number(), unprovedM2: v.number(), vacantM2: v.number() }),
    ),
  }),
  status: v.picklist(STATUSES),
  /** Why it stands so, and what would change it, in the reader's language. */
  why: v.string(),
  change: v.string(),
  /** What its blocks leave; null while no area is stated. */
  vacantM2: v.nullable(v.number()),
  /** From here on for insiders alone. */
  blocks: v.optional(v.array(ShownBlock)),
  plans: v.optional(v.array(Plan)),
  nonUse: v.optional(v.nullable(v.object({ ...NonUse.entries, by: v.string(), at: v.string() }))),
  /** What happens to it by itself next. */
  due: v.optional(v.nullable(v.looseObject({ day: v.string(), clock: v.string() }))),
  case: v.optional(v.nullable(v.looseObject({ id: v.string(), state: v.string() }))),
  legalIdle: v.optional(v.nullable(v.object({ state: v.picklist(IDLE_STATES), letter: Letter }))),
})

const shownBlock = (block: Block, today: string, values: DefinitionValues) => {
  const span = provedSpan(block, values)
  return { ...block, running: isRunning(block, today), ...(span && { provedUntil: span.until }) }
}

/** How a parcel is used, why it stands as it does, and what would change that. */
export const useOfParcel = new Hono<Env>().get(
  '/:id/use',
  operation({
    action: 'parcel:read',
    summary: 'How a parcel is used, why, and what would change it; blocks and plans to insiders',
    answers: { 200: { description: 'Its use today', schema: Use } },
    refusals: ['not-found'],
  }),
  parameters('param', ParcelId),
  async (c) => {
    const { deps, language } = c.var
    const { stored } = await openParcel(c, c.req.valid('param').id)
    const { head, chain, record } = stored
    const { today, definition, holidays } = await settingsOn(deps.table, deps.now())
    const given = { today, areaM2: head.areaM2, definition, holidays }
    const isPast = record.state === 'nonaktif' && record.standing !== undefined
    const standing = isPast ? record.standing! : deriveStanding(record, given)
    const isClocked = record.state !== 'draf' && record.state !== 'nonaktif'
    const { blocks = {}, plans = {}, nonUse = null } = record.use ?? {}
    return c.json(
      {
        standing,
        status: statusOf(axesOfRecord({ ...record, standing })),
        why: sayWhy(standing)[language],
        change: sayChange(standing)[language],
        vacantM2: standing.areas?.vacantM2 ?? null,
        ...(isInsider(c, head) && {
          blocks: Object.values(blocks).map((block) => shownBlock(block, today, definition.values)),
          plans: Object.values(plans),
          nonUse,
          due: isClocked ? nextDue(record, given) : null,
          case: record.idleCase ?? null,
          legalIdle: record.legalIdle ?? null,
        }),
      },
      200,
      {
        ETag: etagOf(chain.version),
        'Cache-Control': 'private, no-store',
        Vary: 'Accept-Language, Authorization',
      },
    )
  },
)
