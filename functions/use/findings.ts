import type { InferOutput } from 'valibot'
import type { Photo, Report } from '../domain/report.ts'
import { reportFindings } from '../domain/rules/evaluate.ts'
import type { Ctx } from '../operation.ts'
import type { ShownFinding } from '../parcels/feature.ts'
import type { StoredParcel } from '../parcels/table.ts'
import { findPhoto } from '../store/annexes.ts'
import { readCommodities } from '../store/reference.ts'
import { judgingDay } from '../store/settings.ts'

/** Photos that are read for one answer, those of the newest reports first. */
const MOST_PHOTOS = 30

/**
 * What the rules say of the newest reports of a parcel and of their photos, in the reader's language.
 * `isAll` tells that there are no older ones; else nothing is said for want of a photo.
 */
export async function findingsOfReports(
  c: Ctx,
  { head, record }: StoredParcel,
  reports: readonly Report[],
  isAll: boolean,
): Promise<InferOutput<typeof ShownFinding>[]> {
  const { table, now } = c.var.deps
  const ids = reports
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap((report) => report.photos)
    .slice(0, MOST_PHOTOS)
  const [today, commodities, ...found] = await Promise.all([
    judgingDay(table, now()),
    readCommodities(table),
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
  return reportFindings(context, { reports, photos, commodities })
    .filter(({ rule }) => rule !== 'H01' || isAll || photos.length > 0)
    .map(({ message, cure, ...finding }) => ({
      ...finding,
      message: message[c.var.language],
      cure: cure[c.var.language],
    }))
}
