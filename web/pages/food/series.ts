import { HARVEST_UNITS } from '../../../functions/domain/report.ts'
import type { HarvestSeries } from '../parcel/harvest-chart-of.ts'
import type { Food } from './food.ts'

/** Every month from the first to the last. */
function monthsBetween(from: string, until: string): string[] {
  const months: string[] = []
  let [year = 0, month = 0] = from.split('-').map(Number)
  for (let at = from; at <= until; at = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(at)
    if (month === 12) [year, month] = [year + 1, 1]
    else month += 1
  }
  return months
}

const unitOrder = (key: string): number =>
  HARVEST_UNITS.findIndex((unit) => key.startsWith(`${unit} `))

/** Harvests over all months that are shown, by commodity and unit; kilograms first, then the largest. */
export function seriesOf({ from, until, months }: Food): HarvestSeries[] {
  const sums = new Map<string, { total: number; byMonth: Map<string, number> }>()
  for (const { month, commodity, harvests } of months)
    for (const { unit, harvest } of harvests) {
      const key = `${unit} ${commodity}`
      const sum = sums.get(key) ?? { total: 0, byMonth: new Map<string, number>() }
      sum.total += harvest
      sum.byMonth.set(month, harvest)
      sums.set(key, sum)
    }
  const all = monthsBetween(from, until)
  return [...sums]
    .sort(([one, a], [other, b]) => unitOrder(one) - unitOrder(other) || b.total - a.total)
    .map(([key, { byMonth }]) => {
      const space = key.indexOf(' ')
      return {
        unit: key.slice(0, space) as HarvestSeries['unit'],
        commodity: key.slice(space + 1),
        months: all.map((month) => ({ month, amount: byMonth.get(month) ?? 0 })),
      }
    })
}
