import { stale } from '../precondition.ts'
import { pointer } from '../domain/fault.ts'
import type { Fault } from '../domain/refusal.ts'
import type { NewReport, Photo, Report } from '../domain/report.ts'
import { doubtsIn, evidenceOf, provedBy, reportFaults } from '../domain/reporting.ts'
import type { Ctx } from '../operation.ts'
import { findPhoto, reportWrite } from '../store/annexes.ts'
import { type Found, type Revised, wrong } from './change.ts'
import { isUsedElsewhere, photoIndexWrite } from './table.ts'

/** No photo of a report serves as evidence, and its officer says nothing either. */
const WORDLESS: Fault = {
  pointer: '#/statement',
  detail: {
    id: 'Tidak ada foto laporan ini yang diterima sebagai bukti. Isi pernyataan, atau sertakan foto yang diambil di bidang ini dalam periode laporan.',
    en: 'No photo of this report is taken as evidence. Give a statement, or add a photo that was taken on this parcel within the period.',
  },
}

/** The photos of a report in its order, or what is wrong with them. */
async function photosOf(
  c: Ctx,
  parcel: string,
  ids: readonly string[],
): Promise<{ photos: Photo[]; faults: Fault[] }> {
  const found = await Promise.all(ids.map((id) => findPhoto(c.var.deps.table, parcel, id)))
  const faults = ids.flatMap((id, i): Fault[] => {
    const isTwice = ids.indexOf(id) < i
    if (found[i] && !isTwice) return []
    const detail = isTwice
      ? { id: 'Foto ini disebut dua kali.', en: 'This photo is named twice.' }
      : {
          id: 'Foto ini belum selesai diunggah pada bidang ini. Unggah dahulu, lalu kirim lagi.',
          en: 'This photo has not arrived at this parcel. Upload it first, then send again.',
        }
    return [{ pointer: pointer('photos', i), detail }]
  })
  return { photos: found.filter((photo) => photo !== undefined), faults }
}

/** A photo as this report shows it, and whether it serves this report from now on. */
async function asEvidence(c: Ctx, parcel: string, photo: Photo, { id, period }: NewReport) {
  const isTaken = photo.report !== undefined && photo.report !== id
  const isReused = isTaken || (await isUsedElsewhere(c.var.deps.table, parcel, photo, id))
  const doubts = doubtsIn(photo, period, isReused)
  const { doubts: _, ...plain } = photo
  const shown: Photo = { ...plain, ...(doubts && { doubts }) }
  return { shown, isTaken, kept: { ...shown, report: id } }
}

/**
 * The parcel after a report: the report itself, its photos, and what its blocks are proved by.
 * @throws Refusal `invalid-input`
 */
export async function reported(
  c: Ctx,
  { stored, settings, mark }: Found,
  sent: NewReport,
): Promise<Revised> {
  const { name: TableName } = c.var.deps.table
  const { id: parcel, upt, kanwil } = stored.head
  const use = stored.record.use ?? {}
  const { photos, faults } = await photosOf(c, parcel, sent.photos)
  const all = [...reportFaults(sent, use, settings.today), ...faults]
  if (all.length > 0) throw wrong(...all)
  const evidence = await Promise.all(photos.map((photo) => asEvidence(c, parcel, photo, sent)))
  const { grade, on } = evidenceOf(
    evidence.map(({ shown }) => shown),
    sent.period,
  )
  if (grade === 'pernyataan' && !sent.statement) throw wrong(WORDLESS)
  const report: Report = { ...sent, ...mark, grade, provedOn: on, unit: { upt, kanwil } }
  const serving = evidence.filter(({ isTaken }) => !isTaken).map(({ kept }) => kept)
  const byId = (each: readonly Photo[]) => Object.fromEntries(each.map((one) => [one.id, one]))
  const before = photos.filter(({ id }) => serving.some((one) => one.id === id))
  return {
    stored: {
      ...stored,
      record: { ...stored.record, ...(before.length > 0 && { photos: byId(before) }) },
    },
    record: {
      ...stored.record,
      use: provedBy(use, report),
      reports: { [report.id]: report },
      ...(serving.length > 0 && { photos: byId(serving) }),
    },
    action: 'reported',
    writes: [
      reportWrite(TableName, parcel, report, stale),
      ...serving.map((photo) => photoIndexWrite(TableName, parcel, photo)),
    ],
  }
}
