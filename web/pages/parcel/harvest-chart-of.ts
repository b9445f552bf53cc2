import type { HarvestUnit, Report } from '../../../functions/domain/report.ts'

/** Harvests of one commodity in one unit, month by month. */
export interface HarvestSeries {
  commodity: string
  unit: HarvestUnit
  /** From the first month with a harvest to the last, those without any in between. */
  months: { month: string; amount: number }[]
}

/** The month after `2026-12`: `2027-01`. */
function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** Harvests of the reports that count, by commodity and unit; the one with most months first. */
export function harvestsIn(reports: readonly Report[]): HarvestSeries[] {
  const sums = new Map<string, Map<string, number>>()
  for (const { entries, period, withdrawn } of reports) {
    if (withdrawn) continue
    for (const { commodity = '', harvest, harvestedOn } of entries) {
      if (!harvest) continue
      const month = (harvestedOn ?? period.until).slice(0, 7)
      const key = `${harvest.unit} ${commodity}`
      const byMonth = sums.get(key) ?? new Map<string, number>()
      byMonth.set(month, (byMonth.get(month) ?? 0) + harvest.amount)
      sums.set(key, byMonth)
    }
  }
  return [...sums]
    .map(([key, byMonth]): HarvestSeries => {
      const space = key.indexOf(' ')
      const known = [...byMonth.keys()].sort()
      const months = []
      for (let month = known[0]!; month <= known.at(-1)!; month = monthAfter(month))
        months.push({ month, amount: byMonth.get(month) ?? 0 })
      return { unit: key.slice(0, space) as HarvestUnit, commodity: key.slice(space + 1), months }
    })
    .sort((a, b) => b.months.length - a.months.length || (a.commodity < b.commodity ? -1 : 1))
}
