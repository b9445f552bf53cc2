import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { MiddlewareHandler } from 'hono'
import * as v from 'valibot'
import { atMost, body, parameters, small, type ToldBody } from '../body.ts'
import { findCrs } from '../domain/crs.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Ctx, type Env, notFound, operation } from '../operation.ts'
import { findUnit } from '../store/reference.ts'
import { placeForUpload, readUpload } from './bucket.ts'
import { Inspection, InspectionQuery, MOST_IN_BODY, MOST_UPLOADED } from './inspection.ts'
import { NewUpload, UploadPlace } from './inspection.ts'
import { type Box, boxOfProvince, boxOfRegency } from './regencies.ts'

/** What a file may be sent as; what it is, its bytes say. */
const TYPES = [
  'application/octet-stream',
  'application/geo+json',
  'application/json',
  'application/vnd.google-earth.kml+xml',
  'application/vnd.google-earth.kmz',
  'application/gpx+xml',
  'application/xml',
  'application/zip',
  'application/x-zip-compressed',
  'application/vnd.ms-excel', // how Windows calls .csv
  'text/xml',
  'text/csv',
  'text/plain',
]

const takeFile: MiddlewareHandler<Env> = async (c, next) => {
  const sent = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (sent !== '' && !TYPES.includes(sent))
    throw new Refusal('unsupported-media-type', {
      id: 'Kirim isi berkas apa adanya, misalnya sebagai application/octet-stream.',
      en: 'Send the bytes of the file as they are, such as application/octet-stream.',
    })
  await next()
}
const told: ToldBody = {
  schema: v.pipe(v.string(), v.description('The bytes of the file; none with `upload`.')),
  types: TYPES,
  isPatch: false,
}
const file = Object.assign(takeFile, { body: told })

const tooLarge = (): Refusal =>
  new Refusal('too-large', {
    id: 'Berkas lebih dari 20 MB. Kirim hanya bidang yang didaftarkan.',
    en: 'The file is larger than 20 MB. Send only the parcel that is registered.',
  })

/** Bounds of where the land is declared to lie: its regency, else its unit's, else its province. */
async function boxOf(c: Ctx, { wilayah, upt }: InspectionQuery): Promise<Box | undefined> {
  if (wilayah && wilayah.length < 5) return boxOfProvince(wilayah)
  if (wilayah) return boxOfRegency(wilayah.slice(0, 5))
  const unit = upt === undefined ? undefined : await findUnit(c.var.deps.table, upt)
  return unit && boxOfRegency(unit.kodeKemendagri)
}

async function bytesOf(c: Ctx, upload: string | undefined): Promise<Uint8Array> {
  if (upload === undefined) return new Uint8Array(await c.req.arrayBuffer())
  const bytes = await readUpload(c.var.deps.files, c.var.caller.member, upload)
  if (!bytes) throw notFound()
  if (bytes.length > MOST_UPLOADED) throw tooLarge()
  if (createHash('sha256').update(bytes).digest('hex') !== upload)
    throw new Refusal('file-differs', {
      id: 'Berkas yang sampai berbeda dari yang diumumkan. Unggah sekali lagi.',
      en: 'What arrived is not the file that was announced. Upload it again.',
    })
  return bytes
}

/** Routes under `/boundaries`: read a file of boundaries and say everything about it. */
export const boundaries = new Hono<Env>()
  .post(
    '/uploads',
    operation({
      action: 'boundary:inspect',
      summary: 'Announce a file of 4 to 20 MB that is to be inspected',
      answers: { 201: { description: 'Where to PUT it', schema: UploadPlace } },
    }),
    small,
    body(NewUpload),
    async (c) => {
      const { deps, caller } = c.var
      const announced = c.req.valid('json')
      if (announced.size > MOST_UPLOADED) throw tooLarge()
      const place = await placeForUpload(deps.files, caller.member, announced, deps.now())
      return c.json({ id: announced.sha256, ...place }, 201)
    },
  )
  .post(
    '/inspections',
    operation({
      action: 'boundary:inspect',
      summary: 'Read a file of boundaries; nothing of it is stored',
      answers: { 200: { description: 'What is in it', schema: Inspection } },
      refusals: ['not-found', 'unreadable-file', 'file-too-complex', 'file-differs'],
    }),
    atMost(MOST_IN_BODY),
    parameters('query', InspectionQuery),
    file,
    async (c) => {
      const query = c.req.valid('query')
      const { epsg, polygon, upload, name = '' } = query
      if (epsg !== undefined && !findCrs(epsg))
        throw new Refusal('malformed-query', {
          id: `EPSG ${epsg} tidak dibaca di sini. Pilih TM-3, UTM, WGS 84 atau Web Mercator.`,
          en: `EPSG ${epsg} is not read here. Choose TM-3, UTM, WGS 84 or Web Mercator.`,
        })
      const box = await boxOf(c, query)
      const { inspect } = await import('./inspect.ts') // readers and splitters: not for other routes
      const { language } = c.var
      const found = await inspect(await bytesOf(c, upload), { name, language, epsg, box, polygon })
      if (polygon !== undefined && found.polygons.length === 0) throw notFound()
      return c.json(found, 200, { 'Cache-Control': 'no-store' })
    },
  )
