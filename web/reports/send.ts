import { sha256 } from '../documents/checksum.ts'
import { putPart } from '../documents/part.ts'
import type { Part } from '../documents/upload.ts'
import { ProblemError } from '../request.ts'
import { announcePhoto, completePhoto, sendReport } from '../use-api.ts'
import type { DraftPhoto } from './draft.ts'
import type { QueuedReport, Stage } from './queued.ts'

/** What happens on the way is told here. */
export interface Progress {
  stage: (stage: Stage, sent: number) => void
  /** A photo has arrived, or has to be announced anew: remember that. */
  photo: (photo: DraftPhoto) => Promise<void>
  signal: AbortSignal
}

/** How many bytes the photos of a report have that are still to be sent, or were. */
export const bytesOf = ({ draft }: QueuedReport): number =>
  draft.photos.reduce((sum, { file }) => sum + file.size, 0)

async function sendParts(
  parts: Part[],
  file: Blob,
  moved: (bytes: number) => void,
  signal: AbortSignal,
) {
  let start = 0
  for (const part of [...parts].sort((a, b) => a.number - b.number)) {
    const before = start
    if (!part.received)
      await putPart(
        part.url,
        file.slice(start, start + part.size),
        (bytes) => moved(before + bytes),
        signal,
      )
    start += part.size
  }
}

/** The photo with the id that the registry gave it, once it is there whole. */
async function sendPhoto(
  parcel: string,
  photo: DraftPhoto,
  moved: (bytes: number) => void,
  signal: AbortSignal,
): Promise<DraftPhoto> {
  const { name, contentType, file, taken, announceKey } = photo
  const about = {
    name,
    contentType,
    size: file.size,
    sha256: await sha256(file),
    ...(taken && { taken }),
  }
  const { id, upload } = await announcePhoto(parcel, about, announceKey)
  signal.throwIfAborted()
  await sendParts(upload.parts, file, moved, signal)
  await completePhoto(parcel, id)
  return { ...photo, id }
}

/** What the registry no longer knows has to be announced under another key. */
const isGone = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status === 404 || error.code === 'idempotency-key-reused')

/** Send the photos of a report, then the report. Each may be repeated at any point without doubling. */
export async function sendQueued(queued: QueuedReport, progress: Progress): Promise<void> {
  const { parcel } = queued.draft
  const { signal } = progress
  const ids: string[] = []
  let sent = 0
  for (const photo of queued.draft.photos) {
    let { id } = photo
    if (!id) {
      progress.stage('photos', sent)
      const before = sent
      const moved = (bytes: number) => progress.stage('photos', before + bytes)
      const send = (one: DraftPhoto) => sendPhoto(parcel, one, moved, signal)
      const arrived = await send(photo).catch(async (error: unknown) => {
        if (!isGone(error)) throw error
        const again = { ...photo, announceKey: crypto.randomUUID() }
        await progress.photo(again)
        return send(again)
      })
      await progress.photo(arrived)
      id = arrived.id
    }
    if (id) ids.push(id)
    sent += photo.file.size
    signal.throwIfAborted()
  }
  progress.stage('report', sent)
  await sendReport(parcel, { ...queued.report, photos: ids }, queued.sendKey)
}
