import { Hono } from 'hono'
import * as v from 'valibot'
import { body, small } from '../body.ts'
import { MOST_BYTES, typesFor } from '../domain/document.ts'
import { MOST_DOCUMENTS, NewDocument, PART_BYTES } from '../domain/document.ts'
import { isOpenCase } from '../domain/idle-case.ts'
import { may } from '../domain/permissions.ts'
import type { DocumentFacts } from '../domain/record.ts'
import { Refusal } from '../domain/refusal.ts'
import { once } from '../once.ts'
import { type Ctx, type Env, notFound, operation } from '../operation.ts'
import { openParcel } from '../parcels/open.ts'
import { findHead, type StoredParcel } from '../parcels/table.ts'
import { etagOf } from '../precondition.ts'
import { abortUpload, beginUpload, discard, examine, joinParts, keep } from './bucket.ts'
import { differs, incomplete, isSame, UploadPlan } from './arrival.ts'
import { partsOfUpload, uploadLives } from './bucket.ts'
import { knownDocument } from './known.ts'
import { saveDocument } from './save.ts'
import { atDocument, atParcel, show, ShownDocument } from './shown.ts'
import { deleteUpload, findDocument, insertUpload, listDocuments } from './table.ts'
import { type DocumentItem, parcelsWithFile } from './table.ts'

const Completed = v.object({
  document: ShownDocument,
  /** Parcels within the caller's reach that carry the same file (rule A15). */
  sameFile: v.array(v.object({ id: v.string(), name: v.string() })),
})

async function planOf(c: Ctx, { id, upload, facts }: DocumentItem) {
  const parts = facts ? [] : upload && (await partsOfUpload(c.var.deps.files, upload))
  if (!parts) throw notFound()
  const expiresAt = new Date(c.var.deps.now().getTime() + uploadLives * 1000).toISOString()
  return { id, upload: { partSize: PART_BYTES, expiresAt, parts } }
}

/** What a unit's head adds once a parcel is submitted: papers of its answer, while a case is open. */
function requireCase({ record }: StoredParcel, role: string): void {
  if (role !== 'kpb' || record.state === 'dikembalikan' || isOpenCase(record.idleCase)) return
  throw new Refusal('wrong-state', {
    id: 'Kepala unit hanya menambah surat selama kasus penggunaan bidang ini terbuka. Serahkan kepada Kanwil.',
    en: 'The unit’s head adds letters only while a case on the use of this parcel is open. Hand it to the Kanwil.',
  })
}

function requireAcceptable({ contentType, size, kind }: NewDocument, role: string): void {
  if (size > MOST_BYTES)
    throw new Refusal('too-large', {
      id: 'Berkas lebih dari 25 MB. Pindai dengan resolusi lebih rendah atau pecah menjadi beberapa berkas.',
      en: 'The file is larger than 25 MB. Scan it at a lower resolution or split it.',
    })
  if (!typesFor(kind).includes(contentType))
    throw new Refusal('unsupported-media-type', {
      id: 'Hanya PDF, JPEG atau PNG yang diterima. Simpan dokumen sebagai PDF, lalu unggah lagi.',
      en: 'Only PDF, JPEG or PNG is accepted. Save the document as a PDF and upload it again.',
    })
  const isLetter = kind === 'keputusan' || (role === 'kpb' && kind === 'lainnya')
  if (role !== 'petugas' && !isLetter)
    throw new Refusal('forbidden', {
      id: 'Dokumen bidang diunggah oleh petugas unitnya; kepala unit, Kanwil dan pusat hanya menambah surat dan keputusan.',
      en: 'The unit’s officer uploads its papers; its head, Kanwil and headquarters add letters and decisions only.',
    })
}

async function sameFiles(c: Ctx, id: string, sha256: string) {
  const { table } = c.var.deps
  const ids = await parcelsWithFile(table, sha256, id)
  const heads = await Promise.all(ids.map((other) => findHead(table, other)))
  return heads.flatMap((head) =>
    head && may(c.var.caller, 'parcel:read-restricted', head)
      ? [{ id: head.id, name: head.name }]
      : [],
  )
}

const MOST_TRIES = 3 // of a completion whose file goes away beneath it

/** Answer with a document that is kept, and warn of other parcels that carry the same file. */
async function answerKept(c: Ctx, parcel: string, facts: DocumentFacts, version: number) {
  const sameFile = await sameFiles(c, parcel, facts.sha256)
  return c.json({ document: show({ id: facts.id, facts }), sameFile }, 200, {
    ETag: etagOf(version),
  })
}

/** Uploads of a parcel's documents: announce, send part by part, resume, give up, complete. */
export const uploads = new Hono<Env>()
  .post(
    '/:id/documents',
    operation({
      action: 'document:add',
      summary: 'Announce a file: where and how to upload it, part by part',
      answers: { 201: { description: 'Where to PUT the parts', schema: UploadPlan } },
      refusals: ['not-found', 'wrong-state', 'idempotency-key-reused', 'too-many-documents'],
    }),
    small,
    atParcel,
    body(NewDocument),
    async (c) => {
      const { deps, caller } = c.var
      const parcel = c.req.valid('param').id
      return once(
        c,
        async ({ subject, location = '' }) => {
          const item = await knownDocument(c, parcel, subject.slice('document:'.length))
          return c.json(await planOf(c, item), 201, { Location: location })
        },
        async (request) => {
          const { stored, role } = await openParcel(c, parcel)
          const announced = c.req.valid('json')
          requireAcceptable(announced, role)
          requireCase(stored, role)
          if ((await listDocuments(deps.table, parcel)).length >= MOST_DOCUMENTS)
            throw new Refusal(
              'too-many-documents',
              {
                id: `Satu bidang memuat paling banyak ${MOST_DOCUMENTS} dokumen. Gabungkan halaman menjadi satu PDF.`,
                en: `A parcel holds at most ${MOST_DOCUMENTS} documents. Join pages into one PDF.`,
              },
              { parameters: { most: MOST_DOCUMENTS } },
            )
          const id = deps.newId()
          const upload = await beginUpload(deps.files, parcel, id, announced)
          const since = deps.now().toISOString()
          const item = { id, upload: { ...announced, ...upload, by: caller.member, at: since } }
          await insertUpload(deps.table, parcel, item, request)
          const Location = `/api/parcels/${parcel}/documents/${id}`
          return c.json(await planOf(c, item), 201, { Location })
        },
      )
    },
  )
  .get(
    '/:id/documents/:document/upload',
    operation({
      action: 'document:add',
      summary: 'Take an upload up again: which parts are there, and fresh addresses',
      answers: { 200: { description: 'Where to PUT the rest', schema: UploadPlan } },
      refusals: ['not-found', 'wrong-state'],
    }),
    atDocument,
    async (c) => {
      const { id, document } = c.req.valid('param')
      await openParcel(c, id)
      const item = await findDocument(c.var.deps.table, id, document)
      if (!item?.upload) throw notFound()
      return c.json(await planOf(c, item), 200, { 'Cache-Control': 'private, no-store' })
    },
  )
  .delete(
    '/:id/documents/:document/upload',
    operation({
      action: 'document:add',
      summary: 'Give up an upload that is not complete',
      answers: { 204: { description: 'Given up', schema: null } },
      refusals: ['not-found', 'wrong-state'],
    }),
    atDocument,
    async (c) => {
      const { table, files } = c.var.deps
      const { id, document } = c.req.valid('param')
      await openParcel(c, id)
      const item = await findDocument(table, id, document)
      if (!item?.upload) throw notFound()
      await abortUpload(files, item.upload)
      await discard(files, item.upload.key)
      await deleteUpload(table, id, document)
      return c.body(null, 204)
    },
  )
  .post(
    '/:id/documents/:document/completion',
    operation({
      action: 'document:add',
      summary: 'Verify an uploaded file and keep it under its SHA-256',
      answers: { 200: { description: 'The document', schema: Completed } },
      refusals: ['not-found', 'wrong-state', 'upload-incomplete', 'file-differs', 'busy'],
    }),
    small,
    atDocument,
    async (c) => {
      const { table, files, now } = c.var.deps
      const { id, document } = c.req.valid('param')
      for (let tries = 1; ; tries += 1) {
        const item = await knownDocument(c, id, document)
        if (item.facts) {
          const version = (await findHead(table, id))?.chain.version ?? 0
          return answerKept(c, id, item.facts, version)
        }
        await openParcel(c, id)
        if (!item.upload) throw notFound()
        const { key, uploadId: _, by, at: __, ...announced } = item.upload
        const missing = await joinParts(files, item.upload)
        const seen =
          missing.length === 0 ? await examine(files, key, announced.contentType) : undefined
        if (!seen) {
          if (tries < MOST_TRIES) continue // a twin of this request may have kept it
          throw incomplete(missing)
        }
        if (!isSame(announced, seen)) {
          await deleteUpload(table, id, document)
          await discard(files, key)
          throw differs(announced, seen)
        }
        if (!(await keep(files, key, announced))) continue
        const facts: DocumentFacts = { ...announced, id: document, by, at: now().toISOString() }
        const kept = await saveDocument(c, id, document, (known) => (known ? undefined : facts), {
          action: 'document-added',
        })
        // Only now, so that a completion that failed can be repeated; what stays behind expires there.
        await discard(files, key).catch(() => undefined)
        return answerKept(c, id, kept.facts, kept.version)
      }
    },
  )
