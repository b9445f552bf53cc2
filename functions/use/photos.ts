import { Hono } from 'hono'
import * as v from 'valibot'
import { body, parameters, small } from '../body.ts'
import { incomplete, UploadPlan } from '../documents/arrival.ts'
import {
  beginUpload,
  discard,
  keep,
  linkTo,
  partsOfUpload,
  uploadLives,
} from '../documents/bucket.ts'
import { logReading } from '../documents/table.ts'
import { PART_BYTES } from '../domain/document.ts'
import { mayRead } from '../domain/permissions.ts'
import { Refusal } from '../domain/refusal.ts'
import { MOST_PHOTO_BYTES, NewPhoto, Photo, PHOTO_TYPES } from '../domain/report.ts'
import { Instant } from '../domain/text.ts'
import { once } from '../once.ts'
import { authorise, type Ctx, type Env, notFound, operation } from '../operation.ts'
import { findPhoto } from '../store/annexes.ts'
import { openParcel } from '../parcels/open.ts'
import { ParcelId } from '../parcels/steps.ts'
import { findHead } from '../parcels/table.ts'
import { etagOf } from '../precondition.ts'
import { arrivedOf, keepPhoto } from './photo-arrival.ts'
import { countUploads, findUpload, insertUpload, type PhotoUpload } from './table.ts'

/** Photos of one parcel that are announced and have not arrived. */
const MOST_UPLOADS = 30
const MOST_TRIES = 3 // of a completion whose file goes away beneath it

const at = parameters('param', ParcelId)
const atPhoto = parameters(
  'param',
  v.strictObject({ ...ParcelId.entries, photo: v.pipe(v.string(), v.uuid()) }),
)
const Original = v.strictObject({
  /** Ask for the file as it was sent as well; the reading is logged. */
  original: v.optional(v.literal('true')),
})
const Link = v.object({
  ...Photo.entries,
  /** The copy without EXIF. */
  url: v.string(),
  original: v.optional(v.string()),
  expiresAt: Instant,
})

function requireAcceptable({ contentType, size }: NewPhoto): void {
  if (size > MOST_PHOTO_BYTES)
    throw new Refusal('too-large', {
      id: 'Foto lebih dari 10 MB. Ambil lagi dengan resolusi lebih rendah.',
      en: 'The photo is larger than 10 MB. Take it again at a lower resolution.',
    })
  if (!(PHOTO_TYPES as readonly string[]).includes(contentType))
    throw new Refusal('unsupported-media-type', {
      id: 'Foto hanya diterima sebagai JPEG atau PNG.',
      en: 'A photo is accepted as JPEG or PNG only.',
    })
}

/** A number with so many decimals: the table keeps no 5e-324, and no phone knows its place that well. */
const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals + 0

function tidied({ taken, ...photo }: NewPhoto): NewPhoto {
  if (!taken) return photo
  const { at: takenAt, fix } = taken
  return {
    ...photo,
    taken: {
      ...(takenAt !== undefined && { at: new Date(takenAt).toISOString() }),
      ...(fix && {
        fix: {
          lng: rounded(fix.lng, 7),
          lat: rounded(fix.lat, 7),
          accuracyM: rounded(fix.accuracyM, 1),
        },
      }),
    },
  }
}

async function planOf(c: Ctx, upload: PhotoUpload | undefined, id: string) {
  const parts = upload ? await partsOfUpload(c.var.deps.files, upload) : []
  if (!parts) throw notFound()
  const expiresAt = new Date(c.var.deps.now().getTime() + uploadLives * 1000).toISOString()
  return { id, upload: { partSize: PART_BYTES, expiresAt, parts } }
}

/** Pass the gates of the parcel in the path, whatever its state. */
export async function gate(c: Ctx, parcel: string) {
  const head = await findHead(c.var.deps.table, parcel)
  if (!head || !mayRead(c.var.caller, head, head.state)) throw notFound()
  authorise(c, head)
  return head
}

/** Photos of a parcel as evidence of its use. */
export const photos = new Hono<Env>()
  .post(
    '/:id/photos',
    operation({
      action: 'use:report',
      summary: 'Announce a photo: where and how to upload it',
      answers: { 201: { description: 'Where to PUT the parts', schema: UploadPlan } },
      refusals: ['not-found', 'wrong-state', 'idempotency-key-reused', 'too-many-documents'],
    }),
    small,
    at,
    body(NewPhoto),
    async (c) => {
      const { deps, caller } = c.var
      const parcel = c.req.valid('param').id
      const serve = async (upload: PhotoUpload | undefined, id: string) =>
        c.json(await planOf(c, upload, id), 201, {
          Location: `/api/parcels/${parcel}/photos/${id}`,
          'Cache-Control': 'private, no-store',
        })
      return once(
        c,
        async ({ subject }) => {
          await gate(c, parcel)
          const id = subject.slice('photo:'.length)
          const upload = await findUpload(deps.table, parcel, id)
          if (!upload && !(await findPhoto(deps.table, parcel, id))) throw notFound()
          return serve(upload, id)
        },
        async (request) => {
          await openParcel(c, parcel)
          const announced = tidied(c.req.valid('json'))
          requireAcceptable(announced)
          const now = deps.now()
          if ((await countUploads(deps.table, parcel, now)) >= MOST_UPLOADS)
            throw new Refusal(
              'too-many-documents',
              {
                id: `Sudah ada ${MOST_UPLOADS} foto bidang ini yang belum selesai diunggah. Selesaikan dahulu.`,
                en: `${MOST_UPLOADS} photos of this parcel are still under way. Complete those first.`,
              },
              { parameters: { most: MOST_UPLOADS } },
            )
          const id = deps.newId()
          const begun = await beginUpload(deps.files, parcel, id, announced)
          const mark = { by: caller.member, at: now.toISOString() }
          const upload: PhotoUpload = { ...announced, ...begun, ...mark, id }
          await insertUpload(deps.table, parcel, upload, request, now)
          return serve(upload, id)
        },
      )
    },
  )
  .post(
    '/:id/photos/:photo/completion',
    operation({
      action: 'use:report',
      summary: 'Verify a photo, read what it tells, and keep it with a copy without EXIF',
      answers: { 200: { description: 'The photo', schema: Photo } },
      refusals: [
        'not-found',
        'wrong-state',
        'upload-incomplete',
        'file-differs',
        'unreadable-file',
        'busy',
      ],
    }),
    small,
    atPhoto,
    async (c) => {
      const { table, files } = c.var.deps
      const { id: parcel, photo: id } = c.req.valid('param')
      const { chain } = await gate(c, parcel)
      for (let tries = 1; ; tries += 1) {
        const known = await findPhoto(table, parcel, id)
        if (known) return c.json(known, 200, { ETag: etagOf(chain.version) })
        await openParcel(c, parcel)
        const upload = await findUpload(table, parcel, id)
        if (!upload) throw notFound()
        const { clean, missing = [] } = await arrivedOf(c, parcel, upload)
        const isKept = clean && (await keep(files, upload.key, upload))
        if (!isKept) {
          if (tries < MOST_TRIES) continue // a twin of this request may have kept it
          throw incomplete(missing)
        }
        const saved = await keepPhoto(c, parcel, upload, clean)
        // Only now, so that a completion that failed can be repeated; what stays behind expires there.
        await discard(files, upload.key).catch(() => undefined)
        const photo = saved?.record.photos?.[id]
        if (photo) return c.json(photo, 200, { ETag: etagOf(saved.event.version) })
      }
    },
  )
  .get(
    '/:id/photos/:photo',
    operation({
      action: 'use:read',
      summary: 'A photo with a link that lives five minutes, to its copy without EXIF',
      answers: { 200: { description: 'The photo', schema: Link } },
      refusals: ['not-found'],
    }),
    atPhoto,
    parameters('query', Original),
    async (c) => {
      const { deps, caller } = c.var
      const { id: parcel, photo: id } = c.req.valid('param')
      await openParcel(c, parcel)
      const photo = await findPhoto(deps.table, parcel, id)
      if (!photo) throw notFound()
      const now = deps.now()
      const link = await linkTo(deps.files, { ...photo, sha256: photo.shown }, now)
      const { original } = c.req.valid('query')
      const whole = original && (await linkTo(deps.files, photo, now)).url
      if (original) {
        const reading = { document: id, by: caller.member, at: now.toISOString() }
        await logReading(deps.table, parcel, { ...reading, id: deps.newId() })
      }
      return c.json({ ...photo, ...link, ...(whole && { original: whole }) }, 200, {
        'Cache-Control': 'private, no-store',
      })
    },
  )
