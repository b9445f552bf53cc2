import { Hono } from 'hono'
import * as v from 'valibot'
import { parameters } from '../body.ts'
import { BAMA_PERCENT, type FoodSums, foodSums, PARTS } from '../domain/food.ts'
import { may } from '../domain/permissions.ts'
import { HARVEST_UNITS } from '../domain/report.ts'
import { monthsAfter } from '../domain/rules/period.ts'
import { code, slug } from '../domain/text.ts'
import { type Env, operation } from '../operation.ts'
import { type MonthlySum, readHarvests } from '../store/harvests.ts'
import { readReference } from '../store/reference.ts'
import { judgingDay } from '../store/settings.ts'

const Slug = slug('sumatera-utara')
const Month = code(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, '2026-11')
/** Months that one answer tells of. */
const MOST_MONTHS = 36

const Query = v.strictObject({
  kanwil: v.optional(Slug),
  upt: v.optional(Slug),
  /** The first month; eleven before the last where it is left out. */
  from: v.optional(Month),
  /** The last month; this one where it is left out. */
  until: v.optional(Month),
})

const Harvest = v.object({
  unit: v.picklist(HARVEST_UNITS),
  ...v.entriesFromList(PARTS, v.number()),
})
const Sums = {
  plantedM2: v.number(),
  harvestedM2: v.number(),
  /** Revenue of what was sold, in rupiah. */
  soldIdr: v.number(),
  harvests: v.array(Harvest),
}
const Food = v.object({
  from: v.string(),
  until: v.string(),
  /** Percent of a harvest that is to reach kitchens and vendors of bama. */
  policy: v.object({ value: v.nullable(v.number()), source: v.string(), status: v.string() }),
  /** Units within my reach, with what they have reported or not. */
  reach: v.number(),
  units: v.array(
    v.object({ upt: v.string(), name: v.string(), kanwil: v.string(), reports: v.number() }),
  ),
  /** By unit and commodity; `-` is a harvest of which no commodity was told. */
  rows: v.array(v.object({ upt: v.string(), commodity: v.string(), ...Sums })),
  /** By month and commodity. */
  months: v.array(v.object({ month: v.string(), commodity: v.string(), ...Sums })),
})
export type Food = v.InferOutput<typeof Food>

/** The sums in groups, by the first two parts of a key each. */
function grouped(
  sums: readonly MonthlySum[],
  keyOf: (sum: MonthlySum) => string,
): { key: string; commodity: string; sums: FoodSums }[] {
  const groups = new Map<string, { key: string; commodity: string; sums: MonthlySum[] }>()
  for (const sum of sums) {
    if (sum.commodity === '') continue // the reports themselves
    const key = keyOf(sum)
    const { commodity } = sum
    const group = groups.get(`${key}#${commodity}`) ?? { key, commodity, sums: [] }
    group.sums.push(sum)
    groups.set(`${key}#${commodity}`, group)
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({ ...group, sums: foodSums(group.sums.map((sum) => sum.sums)) }))
    .filter((group) => !isNothing(group.sums))
}

/** What is left of reports that were all withdrawn. */
const isNothing = ({ plantedM2, harvestedM2, soldIdr, harvests }: FoodSums): boolean =>
  plantedM2 === 0 && harvestedM2 === 0 && soldIdr === 0 && harvests.length === 0

/** `GET /food`: what the granted land of each unit within the caller's reach grew, and where it went. */
export const food = new Hono<Env>().get(
  '/',
  operation({
    action: 'food:read',
    summary: 'What was planted and harvested, by unit, commodity and month, and where it went',
    answers: { 200: { description: 'Sums of the reports within my reach', schema: Food } },
    refusals: ['malformed-query'],
  }),
  parameters('query', Query),
  async (c) => {
    const { deps, caller } = c.var
    const { table } = deps
    const { kanwil, upt, ...asked } = c.req.valid('query')
    const until = asked.until ?? (await judgingDay(table, deps.now())).slice(0, 7)
    const earliest = monthsAfter(`${until}-01`, 1 - MOST_MONTHS).slice(0, 7)
    const wished = asked.from ?? monthsAfter(`${until}-01`, -11).slice(0, 7)
    const from = wished < earliest ? earliest : wished
    const within = ((await readReference(table, 'upt'))?.content ?? []).filter(
      (unit) =>
        (kanwil === undefined || unit.kanwil === kanwil) &&
        (upt === undefined || unit.id === upt) &&
        may(caller, 'food:read', { upt: unit.id, kanwil: unit.kanwil }),
    )
    const known = new Map(within.map((unit) => [unit.id, unit]))
    const offices = [...new Set(within.map((unit) => unit.kanwil))]
    const read = await Promise.all(
      offices.map((office) => readHarvests(table, { kanwil: office, from, until })),
    )
    const sums = read.flat().filter((sum) => known.has(sum.upt))
    const reports = new Map<string, number>()
    for (const sum of sums)
      if (sum.commodity === '')
        reports.set(sum.upt, (reports.get(sum.upt) ?? 0) + (sum.sums.reports ?? 0))
    const rows = grouped(sums, (sum) => sum.upt)
    const told = new Set([
      ...rows.map(({ key }) => key),
      ...[...reports].flatMap(([id, count]) => (count > 0 ? id : [])),
    ])
    const units = [...told]
      .map((id) => known.get(id)!)
      .map(({ id, name, ...unit }) => ({
        upt: id,
        name,
        kanwil: unit.kanwil,
        reports: reports.get(id) ?? 0,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'id'))
    return c.json(
      {
        from,
        until,
        policy: BAMA_PERCENT,
        reach: within.filter(({ status }) => status === 'aktif').length,
        units,
        rows: rows.map(({ key, commodity, sums: total }) => ({ upt: key, commodity, ...total })),
        months: grouped(sums, (sum) => sum.month).map(({ key, commodity, sums: total }) => ({
          month: key,
          commodity,
          ...total,
        })),
      },
      200,
      { 'Cache-Control': 'private, no-cache' },
    )
  },
)
