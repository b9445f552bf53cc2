import * as v from 'valibot'
import { HARVEST_UNITS } from './report.ts'

/** Branches of the food programme, as harvests are told. */
export const COMMODITY_GROUPS = [
  'tanaman-pangan',
  'hortikultura',
  'perkebunan',
  'peternakan',
  'perikanan',
] as const
export type CommodityGroup = (typeof COMMODITY_GROUPS)[number]

const Days = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10_000))
const Said = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** What is grown or kept, the unit in which its harvest is told, and the bounds of what is plausible. */
export const Commodity = v.strictObject({
  /** Such as `jagung`. */
  id: v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  name: v.strictObject({ id: Said, en: Said }),
  group: v.picklist(COMMODITY_GROUPS),
  unit: v.picklist(HARVEST_UNITS),
  /** Days from planting to harvest; absent where it is harvested again and again. */
  leastDays: v.optional(Days),
  mostDays: v.optional(Days),
  /** The most that a hectare gives in one harvest, in `unit`; absent where land is no measure. */
  mostPerHa: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e9))),
  /** On what the bounds stand. */
  source: Said,
  /** `internal`: our own measure, wide on purpose; it warns and never refuses. */
  status: v.picklist(['regulation', 'internal']),
})
export type Commodity = v.InferOutput<typeof Commodity>

/** A commodity by its id, or undefined for one that is not in the table. */
export const commodityOf = (
  commodities: readonly Commodity[],
  id: string | undefined,
): Commodity | undefined => commodities.find((commodity) => commodity.id === id)
