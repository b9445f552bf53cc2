import { Hono } from 'hono'
import * as v from 'valibot'
import { body, parameters, small } from '../body.ts'
import { DefinitionValues } from '../domain/definition.ts'
import { Mark } from '../domain/record.ts'
import { USE_STATUSES } from '../domain/standing.ts'
import { PlainDate, text } from '../domain/text.ts'
import { once } from '../once.ts'
import { type Ctx, type Env, notFound, operation } from '../operation.ts'
import { memberNames } from '../store/members.ts'
import { SETTINGS, settingsOn, type SettingVersion } from '../store/settings.ts'
import { previewPage } from './preview.ts'
import { HolidayValues, readValues } from './values.ts'
import {
  approve,
  findSetting,
  propose,
  stateOf,
  type StoredSetting,
  VERSION_STATES,
} from './versions.ts'

const Name = v.picklist(SETTINGS)
const at = parameters('param', v.strictObject({ name: Name }))
const atVersion = parameters(
  'param',
  v.strictObject({
    name: Name,
    version: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number)),
  }),
)

const Named = v.object({ ...Mark.entries, name: v.optional(v.string()) })
const ServedVersion = v.object({
  version: v.number(),
  validFrom: v.string(),
  source: v.string(),
  values: v.union([DefinitionValues, HolidayValues]),
  /** Absent of the version that comes with the program. */
  proposed: v.optional(Named),
  approved: v.optional(Named),
  state: v.picklist(VERSION_STATES),
})
const ServedSetting = v.object({
  name: Name,
  /** Version that holds today, and the day by which that is judged. */
  inForce: v.number(),
  today: v.string(),
  versions: v.array(ServedVersion),
})
const Proposal = v.strictObject({
  /** The first day on which it counts: tomorrow at the earliest. */
  validFrom: PlainDate,
  source: text(500),
  /** All values of the setting; see its versions. */
  values: v.unknown(),
})
const Sum = v.object({ parcels: v.number(), areaM2: v.number() })
const Preview = v.object({
  complete: v.boolean(),
  cursor: v.optional(v.string()),
  checked: v.number(),
  moves: v.array(
    v.object({ from: v.picklist(USE_STATUSES), to: v.picklist(USE_STATUSES), ...Sum.entries }),
  ),
  unchanged: Sum,
})

const FRESH = { 'Cache-Control': 'private, no-cache' }
const actor = (c: Ctx) => ({ member: c.var.caller.member, role: 'pusat' })
const today = async (c: Ctx): Promise<string> =>
  (await settingsOn(c.var.deps.table, c.var.deps.now())).today

/** A setting as served: who proposed and approved what by name, and where each version stands. */
async function served(c: Ctx, stored: StoredSetting) {
  const day = await today(c)
  const { name, versions } = stored
  const people = versions.flatMap(({ proposed, approved }) =>
    [proposed?.by, approved?.by].filter((id) => id !== undefined),
  )
  const names = await memberNames(c.var.deps.table, people)
  const named = (mark: Mark) => ({ ...mark, ...(names[mark.by] && { name: names[mark.by]! }) })
  const shown = versions.map((each) => ({
    ...each,
    ...(each.proposed && { proposed: named(each.proposed) }),
    ...(each.approved && { approved: named(each.approved) }),
    state: stateOf(stored, each, day),
  }))
  const inForce = shown.find(({ state }) => state === 'berlaku')!.version
  return { name, inForce, today: day, versions: shown }
}

async function servedVersion(c: Ctx, name: (typeof SETTINGS)[number], version: number) {
  const setting = await served(c, await findSetting(c.var.deps.table, name))
  const found = setting.versions.find((each) => each.version === version)
  if (!found) throw notFound()
  return found
}

const versionIn = ({ versions }: StoredSetting, version: number): SettingVersion => {
  const found = versions.find((each) => each.version === version)
  if (!found) throw notFound()
  return found
}

/** Routes under `/settings`: by what use is judged, in versions that two people put in force. */
export const settings = new Hono<Env>()
  .get(
    '/',
    operation({
      action: 'setting:read',
      summary: 'All settings with their versions, sources and who put them in force',
      answers: {
        200: { description: 'Settings', schema: v.object({ settings: v.array(ServedSetting) }) },
      },
    }),
    async (c) => {
      const { table } = c.var.deps
      const stored = await Promise.all(SETTINGS.map((name) => findSetting(table, name)))
      return c.json(
        { settings: await Promise.all(stored.map((each) => served(c, each))) },
        200,
        FRESH,
      )
    },
  )
  .get(
    '/:name',
    operation({
      action: 'setting:read',
      summary: 'One setting with all its versions, the oldest first',
      answers: { 200: { description: 'The setting', schema: ServedSetting } },
      refusals: ['not-found'],
    }),
    at,
    async (c) =>
      c.json(
        await served(c, await findSetting(c.var.deps.table, c.req.valid('param').name)),
        200,
        FRESH,
      ),
  )
  .post(
    '/:name',
    operation({
      action: 'setting:manage',
      summary: 'Propose a version of a setting; another member of headquarters approves it',
      answers: { 201: { description: 'The proposal', schema: ServedVersion } },
      refusals: ['invalid-input', 'stale'],
    }),
    small,
    at,
    body(Proposal),
    async (c) => {
      const { deps, caller } = c.var
      const { name } = c.req.valid('param')
      const shown = async (version: number) =>
        c.json(await servedVersion(c, name, version), 201, {
          ...FRESH,
          Location: `/api/settings/${name}`,
        })
      return once(
        c,
        (answer) => shown(Number(answer.body)),
        async (request) => {
          const { validFrom, source, values } = c.req.valid('json')
          const stored = await findSetting(deps.table, name)
          const version = stored.versions.at(-1)!.version + 1
          const proposed = { by: caller.member, at: deps.now().toISOString() }
          await propose(
            deps,
            stored,
            { version, validFrom, source, values: readValues(name, values), proposed },
            await today(c),
            {
              actor: actor(c),
              idempotency: request && {
                request,
                answer: (event) => ({
                  status: 201,
                  subject: event.subject,
                  version: event.version,
                  body: version,
                }),
              },
            },
          )
          return shown(version)
        },
      )
    },
  )
  .post(
    '/:name/:version/approval',
    operation({
      action: 'setting:manage',
      summary: 'Put a proposal of somebody else in force from its day',
      answers: { 200: { description: 'The version', schema: ServedVersion } },
      refusals: ['not-found', 'four-eyes', 'wrong-state', 'invalid-input', 'stale'],
    }),
    small,
    atVersion,
    body(v.strictObject({})),
    async (c) => {
      const { deps, caller } = c.var
      const { name, version } = c.req.valid('param')
      const shown = async () => c.json(await servedVersion(c, name, version), 200, FRESH)
      return once(c, shown, async (request) => {
        const stored = await findSetting(deps.table, name)
        const mark = { by: caller.member, at: deps.now().toISOString() }
        await approve(deps, stored, versionIn(stored, version), mark, await today(c), {
          actor: actor(c),
          idempotency: request && {
            request,
            answer: (event) => ({ status: 200, subject: event.subject, version: event.version }),
          },
        })
        return shown()
      })
    },
  )
  .get(
    '/:name/:version/preview',
    operation({
      action: 'setting:manage',
      summary: 'How many parcels and square metres a version would move, page by page',
      answers: { 200: { description: 'Sums of one page of parcels', schema: Preview } },
      refusals: ['not-found', 'malformed-query'],
    }),
    atVersion,
    parameters(
      'query',
      v.strictObject({ cursor: v.optional(v.pipe(v.string(), v.maxLength(400))) }),
    ),
    async (c) => {
      const { table, now } = c.var.deps
      const { name, version } = c.req.valid('param')
      const found = versionIn(await findSetting(table, name), version)
      const inForce = await settingsOn(table, now())
      const other =
        name === 'definisi'
          ? { ...inForce, definition: found as typeof inForce.definition }
          : { ...inForce, holidays: found.values as typeof inForce.holidays }
      const { cursor } = c.req.valid('query')
      return c.json(await previewPage(table, inForce, other, cursor), 200, {
        'Cache-Control': 'private, no-store',
      })
    },
  )
