import { HARVEST_UNITS, type HarvestUnit, type Report } from './report.ts'
import type { Threshold } from './rules/settings.ts'

/** Percent of a harvest that is to reach kitchens and the vendors of their food (bama). */
export const BAMA_PERCENT: Threshold = {
  value: 5,
  source: 'kebijakan program pangan: penyedia bama menyerap paling sedikit 5 % hasil panen',
  status: 'internal',
}

/** Where a harvest went, and how much it was. */
export const PARTS = ['harvest', 'kitchen', 'vendor', 'sold', 'stock'] as const
export type Part = (typeof PARTS)[number]

/** What is added up: areas and amounts in thousandths, as whole numbers add up without drift. */
export type SumName = 'reports' | 'planted' | 'harvested' | 'soldIdr' | `${Part}:${HarvestUnit}`

/** What a report adds to one month and commodity. */
export interface Tally {
  /** Such as `2026-11`. */
  month: string
  /** Its id; `-` where none was told, '' for the report itself. */
  commodity: string
  sums: Partial<Record<SumName, number>>
}

const monthOf = (day: string): string => day.slice(0, 7)
const thousandths = (value: number): number => Math.round(value * 1000)

/**
 * What a report adds to the sums of its unit: what was planted in the month of planting, what was
 * harvested in that of the harvest, and the report in the month in which its period ends.
 */
export function talliesOf({ period, entries, withdrawn }: Report): Tally[] {
  if (withdrawn) return []
  const tallies: Tally[] = [{ month: monthOf(period.until), commodity: '', sums: { reports: 1 } }]
  for (const { commodity = '-', harvest, went = {}, ...entry } of entries) {
    const { plantedM2, harvestedM2, soldIdr } = entry
    if (plantedM2 !== undefined)
      tallies.push({
        month: monthOf(entry.plantedOn ?? period.until),
        commodity,
        sums: { planted: thousandths(plantedM2) },
      })
    const sums: Tally['sums'] = {
      ...(harvestedM2 !== undefined && { harvested: thousandths(harvestedM2) }),
      ...(soldIdr !== undefined && { soldIdr }),
      ...(harvest && { [`harvest:${harvest.unit}`]: thousandths(harvest.amount) }),
    }
    if (harvest)
      for (const [part, amount] of Object.entries(went) as [Part, number | undefined][])
        if (amount !== undefined) sums[`${part}:${harvest.unit}`] = thousandths(amount)
    if (Object.keys(sums).length > 0)
      tallies.push({ month: monthOf(entry.harvestedOn ?? period.until), commodity, sums })
  }
  return tallies
}

/** A harvest in one unit, and where it went. */
export type Harvest = { unit: HarvestUnit } & Record<Part, number>

/** What was planted and harvested: square metres, whole rupiah, amounts in their units. */
export interface FoodSums {
  plantedM2: number
  harvestedM2: number
  soldIdr: number
  harvests: Harvest[]
}

/** Sums as they are kept -> as they are told. */
export function foodSums(all: readonly Tally['sums'][]): FoodSums {
  const total = (name: SumName): number => all.reduce((sum, sums) => sum + (sums[name] ?? 0), 0)
  return {
    plantedM2: total('planted') / 1000,
    harvestedM2: total('harvested') / 1000,
    soldIdr: total('soldIdr'),
    harvests: HARVEST_UNITS.map((unit) => ({
      unit,
      ...(Object.fromEntries(
        PARTS.map((part) => [part, total(`${part}:${unit}`) / 1000]),
      ) as Record<Part, number>),
    })).filter((harvest) => PARTS.some((part) => harvest[part] !== 0)),
  }
}

/** Several sums as one. */
export const addUp = (sums: readonly FoodSums[]): FoodSums =>
  foodSums(
    sums.map(({ plantedM2, harvestedM2, soldIdr, harvests }) => ({
      planted: thousandths(plantedM2),
      harvested: thousandths(harvestedM2),
      soldIdr,
      ...Object.fromEntries(
        harvests.flatMap(({ unit, ...parts }) =>
          PARTS.map((part) => [`${part}:${unit}`, thousandths(parts[part])]),
        ),
      ),
    })),
  )

/** Percent of a harvest that reached kitchens and vendors of bama; null where nothing was harvested. */
export const bamaPercentOf = ({
  harvest,
  kitchen,
  vendor,
}: Pick<Harvest, 'harvest' | 'kitchen' | 'vendor'>): number | null =>
  harvest > 0 ? ((kitchen + vendor) / harvest) * 100 : null
