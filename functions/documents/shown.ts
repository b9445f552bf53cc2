import * as v from 'valibot'
import { parameters } from '../body.ts'
import { DOCUMENT_KINDS } from '../domain/document.ts'
import { Instant } from '../domain/text.ts'
import type { DocumentItem } from './table.ts'

const Id = v.pipe(v.string(), v.uuid())
/** Paths of a parcel's documents, and of one of them. */
export const atParcel = parameters('param', v.strictObject({ id: Id }))
export const atDocument = parameters('param', v.strictObject({ id: Id, document: Id }))

/** A document as served. */
export const ShownDocument = v.object({
  id: v.string(),
  kind: v.picklist(DOCUMENT_KINDS),
  name: v.string(),
  contentType: v.string(),
  size: v.number(),
  sha256: v.string(),
  state: v.picklist(['uploading', 'complete', 'withdrawn']),
  at: Instant,
  withdrawn: v.optional(v.object({ by: v.string(), at: Instant, reason: v.string() })),
})

/** Show a document, whether it is kept, withdrawn or still under way. */
export function show({ id, upload, facts }: DocumentItem): v.InferOutput<typeof ShownDocument> {
  const { kind, name, contentType, size, sha256, at: since } = (facts ?? upload)!
  const state = facts ? (facts.withdrawn ? 'withdrawn' : 'complete') : 'uploading'
  const known = { id, kind, name, contentType, size, sha256, state, at: since }
  return { ...known, ...(facts?.withdrawn && { withdrawn: facts.withdrawn }) } as v.InferOutput<
    typeof ShownDocument
  >
}
