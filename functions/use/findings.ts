import type { InferOutput } from 'valibot'
import type { Photo, Report } from '../domain/report.ts'
import { reportFindings } from '../domain/rules/evaluate.ts'
import { monthsAfter } from '../domain/rules/period.ts'
import type { Ctx } from '../operation.ts'
import type { ShownFinding } from '../parcels/feature.ts'
import type { StoredParcel } from '../parcels/table.ts'
import { findPhoto, reportPage } from '../store/annexes.ts'
import { readCommodities } from '../store/reference.ts'
import { judgingDay } from '../store/settings.ts'

/** Photos that are read for one answer, those of the newest reports first. */
const MOST_PHOTOS = 30
/** Reports before those at hand that are read along: a planting is told months before its harvest. */
const MOST_BEFORE = 25

/** Reports at hand, and whether there are none newer and where the older ones begin. */
interface PageOfReports {
  reports: readonly Report[]
  isNewest: boolean
  next?: string | undefined
}

/**
 * What the rules say of a page of reports and of their photos, in the reader's language; with the newest
 * also what they say of all reports together, where those that were read suffice for it.
 */
export async function findingsOfReports(
  c: Ctx,
  { head, record }: StoredParcel,
  { reports, isNewest, next }: PageOfReports,
): Promise<InferOutput<typeof ShownFinding>[]> {
  const { table, now } = c.var.deps
  const ids = reports
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap((report) => report.photos)
    .slice(0, MOST_PHOTOS)
  const [today, commodities, before, ...found] = await Promise.all([
    judgingDay(table, now()),
    readCommodities(table),
    next === undefined
      ? { reports: [], next: undefined }
      : reportPage(table, head.id, { below: next, limit: MOST_BEFORE }),
    ...ids.map((id) => findPhoto(table, head.id, id)),
  ])
  const photos = found.filter((photo): photo is Photo => photo !== undefined)
  const context = {
    properties: record.properties,
    boundary: null,
    boundaryAreaM2: head.areaM2,
    landFindings: [],
    today,
    state: record.state,
    documents: record.documents ?? {},
    duplicates: [],
    use: record.use ?? {},
  }
  const read = [...reports, ...before.reports]
  const isYearRead =
    before.next === undefined || (read.at(-1)?.period.until ?? '') <= monthsAfter(today, -12)
  const atHand = new Set(reports.map(({ id }) => id))
  const isShown = (pointer: string): boolean => {
    const [, kind, id] = pointer.split('/')
    if (kind === 'reports') return id === undefined ? isNewest && isYearRead : atHand.has(id)
    return id !== undefined || (isNewest && (next === undefined || photos.length > 0))
  }
  return reportFindings(context, { reports: read, photos, commodities })
    .filter(({ pointer }) => isShown(pointer))
    .map(({ message, cure, ...finding }) => ({
      ...finding,
      message: message[c.var.language],
      cure: cure[c.var.language],
    }))
}
