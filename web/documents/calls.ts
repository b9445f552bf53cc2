import { wordsOf } from '../problem.tsx'
import { ProblemError, request } from '../request.ts'
import { PartFailure } from './part.ts'
import type { DocumentCalls, Part, SameFile, Upload } from './upload.ts'

/** A document of a parcel, as the registry lists it. */
export interface ServedDocument {
  id: string
  kind: string
  name: string
  contentType: string
  /** Bytes. */
  size: number
  sha256: string
  state: 'uploading' | 'complete' | 'withdrawn'
  /** Instant of its upload. */
  at: string
}

const at = (parcel: string, document = '', more = ''): string =>
  `/parcels/${encodeURIComponent(parcel)}/documents${document && `/${document}`}${more}`

/** The documents of a parcel. */
export const fetchDocuments = (parcel: string) =>
  request<{ documents: ServedDocument[] }>(at(parcel))

/** A link to a document that lives five minutes. */
export const fetchDocumentLink = (parcel: string, document: string) =>
  request<{ url: string; expiresAt: string }>(at(parcel, document))

/** Withdraw a document, with a reason; answers with the parcel's new ETag. */
export const withdrawDocument = async (parcel: string, document: string, reason: string) =>
  (await request(at(parcel, document, '/withdrawal'), { method: 'POST', body: { reason } })).etag

interface UploadAnswer {
  upload: { partSize: number; parts: Part[]; expiresAt: string }
}

/**
 * The calls that uploads make. `attach` is handed the last one, `finish`, which answers with the
 * parcel's new ETag, so that its owner can put it in line with other changes.
 */
export const documentCalls = (
  attach: (
    upload: Upload,
    document: string,
    finish: () => Promise<string | undefined>,
  ) => Promise<void>,
): DocumentCalls => ({
  async announce(parcel, file, key) {
    const options = { method: 'POST', body: file, idempotencyKey: key } as const
    const { data } = await request<UploadAnswer & { id: string }>(at(parcel), options)
    return { document: data.id, parts: data.upload.parts }
  },
  async remaining(parcel, document) {
    const { data } = await request<UploadAnswer>(at(parcel, document, '/upload'))
    return [...data.upload.parts].sort((a, b) => a.number - b.number)
  },
  async complete(parcel, upload, document) {
    let others: SameFile[] = []
    await attach(upload, document, async () => {
      const path = at(parcel, document, '/completion')
      const answer = await request<{ sameFile: SameFile[] }>(path, { method: 'POST', body: {} })
      others = answer.data.sameFile
      return answer.etag
    })
    return others
  },
  async cancel(parcel, document) {
    await request(at(parcel, document, '/upload'), { method: 'DELETE' })
  },
  gone: (error) => error instanceof ProblemError && error.status === 404,
  passing: (error) =>
    error instanceof ProblemError &&
    (error.code === 'no-link' || error.code === 'busy' || error.code === 'not-signed-in'),
  wordsFor(error) {
    const failure = error instanceof PartFailure ? new ProblemError('upload-failed') : error
    const { title, detail, cure } = wordsOf(failure)
    const words = `${title}. ${detail ? `${detail} ` : ''}${cure}`
    return { id: words, en: words } // already in the language of the page
  },
})
