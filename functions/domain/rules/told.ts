import { type Commodity, commodityOf } from '../commodities.ts'
import type { Report, ReportEntry } from '../report.ts'
import type { Block } from '../use.ts'
import type { RuleContext } from './rule.ts'

/** One entry of a report that counts, with what the record knows of it. */
export interface Told {
  report: Report
  entry: ReportEntry
  pointer: string
  /** Undefined where the block is not in the record. */
  block: Block | undefined
  /** Undefined where the table of commodities does not have it. */
  commodity: Commodity | undefined
}

/** Reports that were not withdrawn, the oldest period first. */
export const countedReports = ({ reports = [] }: RuleContext): Report[] =>
  reports
    .filter(({ withdrawn }) => !withdrawn)
    .sort((a, b) => {
      const [one, other] = [a.period.until + a.at, b.period.until + b.at]
      return one < other ? -1 : one > other ? 1 : 0
    })

/** Every entry of those reports, in their order. */
export const toldIn = (context: RuleContext): Told[] =>
  countedReports(context).flatMap((report) =>
    report.entries.map((entry, i) => ({
      report,
      entry,
      pointer: `#/reports/${report.id}/entries/${i}`,
      block: context.use?.blocks?.[entry.block],
      commodity: commodityOf(context.commodities ?? [], entry.commodity),
    })),
  )

/** Whether a harvest of more than nothing is told. */
export const isHarvest = ({ entry }: Told): boolean => (entry.harvest?.amount ?? 0) > 0

/**
 * The entry that tells of the planting of what was harvested: the last one of the same block and
 * commodity on or before the harvest, as planting and harvest are often told months apart.
 */
export function plantingOf(harvest: Told, all: readonly Told[]): Told | undefined {
  const { block, commodity, harvestedOn = harvest.report.period.until } = harvest.entry
  const days = (told: Told): string => told.entry.plantedOn ?? ''
  return all
    .filter(
      ({ entry }) =>
        entry.block === block &&
        entry.commodity === commodity &&
        entry.plantedOn !== undefined &&
        entry.plantedOn <= harvestedOn,
    )
    .reduce<Told | undefined>(
      (last, told) => (last && days(last) > days(told) ? last : told),
      undefined,
    )
}
