import { createHash } from 'node:crypto'
import { differs, isSame } from '../documents/arrival.ts'
import { discard, joinParts, keepBytes, readArrived } from '../documents/bucket.ts'
import { sniff } from '../domain/document.ts'
import { gradePhoto } from '../domain/evidence.ts'
import { cleanJpeg, type CleanPicture } from '../domain/jpeg.ts'
import { cleanPng } from '../domain/png.ts'
import { Refusal } from '../domain/refusal.ts'
import { MOST_PHOTO_BYTES, type Photo } from '../domain/report.ts'
import type { Ctx } from '../operation.ts'
import { findPhoto } from '../store/annexes.ts'
import { boundaryOf } from '../parcels/table.ts'
import { stale } from '../precondition.ts'
import { changeUse } from './change.ts'
import {
  claimWrite,
  deleteUpload,
  isClaimed,
  isUsedElsewhere,
  photoIndexWrite,
  type PhotoUpload,
  uploadEnd,
} from './table.ts'

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const unreadable = (): Refusal =>
  new Refusal('unreadable-file', {
    id: 'Foto ini rusak atau terpotong, jadi tidak disimpan. Ambil atau pilih foto lain.',
    en: 'This photo is damaged or cut off and was not kept. Take or choose another one.',
  })

/** What of a photo has arrived: its picture without EXIF, or the parts that are missing. */
type Arrived = { clean: CleanPicture; missing?: never } | { clean?: never; missing: number[] }

/**
 * Verify a photo that arrived and read it.
 * @throws Refusal `file-differs` or `unreadable-file`; the upload is then forgotten
 */
export async function arrivedOf(c: Ctx, parcel: string, upload: PhotoUpload): Promise<Arrived> {
  const { files, table } = c.var.deps
  const { key, contentType } = upload
  const missing = await joinParts(files, upload)
  if (missing.length > 0) return { missing }
  const bytes = await readArrived(files, key, MOST_PHOTO_BYTES)
  if (!bytes) return { missing }
  const size = bytes.length
  const seen = { size, sha256: sha256Of(bytes), contentType: sniff(bytes) }
  const isAnnounced = isSame(upload, seen)
  const clean = contentType === 'image/png' ? cleanPng(bytes) : cleanJpeg(bytes)
  if (isAnnounced && clean) return { clean }
  await deleteUpload(table, parcel, upload.id)
  await discard(files, key)
  throw isAnnounced ? unreadable() : differs(upload, seen)
}

/** Keep the shown copy of a photo and what is known of it; null when a twin of the request did so. */
export async function keepPhoto(
  c: Ctx,
  parcel: string,
  { id, name, contentType, size, sha256, taken }: PhotoUpload,
  { exif, bytes }: CleanPicture,
) {
  const { deps } = c.var
  const shown = sha256Of(bytes)
  await keepBytes(deps.files, bytes, { sha256: shown, contentType })
  const { at: exifAt, lng, lat } = exif
  const told = {
    ...(exifAt !== undefined && { at: exifAt }),
    ...(lng !== undefined && lat !== undefined && { lng, lat }),
  }
  return changeUse(c, parcel, {}, async ({ stored, settings: { today }, mark }) => {
    if (await findPhoto(deps.table, parcel, id)) return null
    const isKnown = await isClaimed(deps.table, sha256)
    const [boundary, isReused] = await Promise.all([
      boundaryOf(deps.files, stored),
      isUsedElsewhere(deps.table, parcel, { id, sha256 }),
    ])
    const worth = gradePhoto({ ...(taken && { taken }), exif }, { boundary, today, isReused })
    const photo: Photo = {
      id,
      name,
      contentType,
      size,
      sha256,
      shown,
      ...mark,
      ...(taken && { taken }),
      ...(Object.keys(told).length > 0 && { exif: told }),
      ...worth,
    }
    const { name: TableName } = deps.table
    return {
      record: { ...stored.record, photos: { [id]: photo } },
      action: 'photo-added',
      writes: [
        photoIndexWrite(TableName, parcel, photo),
        uploadEnd(TableName, parcel, id),
        // Refused, the whole change is tried again and sees the photo that was faster.
        ...(isKnown ? [] : [claimWrite(TableName, sha256, stale)]),
      ],
    }
  })
}
