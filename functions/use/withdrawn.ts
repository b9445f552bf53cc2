import type { Photo, Report } from '../domain/report.ts'
import { freed, unproved } from '../domain/reporting.ts'
import { type Ctx, notFound } from '../operation.ts'
import { findPhoto, findReport, reportPage } from '../store/annexes.ts'
import type { Found, Revised } from './change.ts'
import { photoIndexWrite } from './table.ts'

/** Reports read at a time while looking for what proves a block besides the one that is withdrawn. */
const PAGE = 50

/** Reports that may prove these blocks, newest period first, until nothing older can be newer. */
async function remainingFor(
  c: Ctx,
  parcel: string,
  report: string,
  blocks: readonly string[],
): Promise<Report[]> {
  const found: Report[] = []
  let below: string | undefined
  let open = [...blocks]
  while (open.length > 0) {
    const page = await reportPage(c.var.deps.table, parcel, { below, limit: PAGE })
    found.push(...page.reports.filter(({ id, withdrawn: gone }) => id !== report && !gone))
    if (page.next === undefined) break
    below = page.next
    const last = page.next.slice(0, 10) // no older report has a proof behind the end of its period
    open = open.filter(
      (block) =>
        !found.some(
          ({ entries, provedOn }) =>
            provedOn > last && entries.some((entry) => entry.block === block),
        ),
    )
  }
  return found
}

/** The parcel after a report was withdrawn; null when it was before. Its photos may serve another one. */
export async function withdrawn(
  c: Ctx,
  { stored, settings, mark }: Found,
  id: string,
  reason: string,
): Promise<Revised | null> {
  const { table } = c.var.deps
  const parcel = stored.head.id
  const known = await findReport(table, parcel, id)
  if (!known) throw notFound()
  if (known.withdrawn) return null
  const use = stored.record.use ?? {}
  const proved = Object.values(use.blocks ?? {}).filter(({ proof }) => proof?.report === id)
  const [remaining, photos] = await Promise.all([
    remainingFor(
      c,
      parcel,
      id,
      proved.map((block) => block.id),
    ),
    Promise.all(known.photos.map((photo) => findPhoto(table, parcel, photo))),
  ])
  const serving = photos.filter((photo) => photo?.report === id) as Photo[]
  const free = serving.map((photo) => freed(photo, settings.today))
  const byId = (each: readonly Photo[]) => Object.fromEntries(each.map((one) => [one.id, one]))
  return {
    stored: {
      ...stored,
      record: {
        ...stored.record,
        reports: { [id]: known },
        ...(serving.length > 0 && { photos: byId(serving) }),
      },
    },
    record: {
      ...stored.record,
      use: unproved(use, id, remaining),
      reports: { [id]: { ...known, withdrawn: { ...mark, reason } } },
      ...(free.length > 0 && { photos: byId(free) }),
    },
    action: 'report-withdrawn',
    reason,
    writes: free.map((photo) => photoIndexWrite(table.name, parcel, photo)),
  }
}
