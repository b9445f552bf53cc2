import * as v from 'valibot'
import { Refusal } from '../domain/refusal.ts'
import { Instant } from '../domain/text.ts'
import type { Examined } from './bucket.ts'

/** Where to send a file, part by part. */
export const UploadPlan = v.object({
  id: v.string(),
  upload: v.object({
    /** Bytes of every part but the last. */
    partSize: v.number(),
    expiresAt: Instant,
    /**
     * PUT the bytes from `start`, `size` long, to `url`, with no header of your own. Empty when the
     * file has been verified already.
     */
    parts: v.array(
      v.object({
        number: v.number(),
        start: v.number(),
        size: v.number(),
        url: v.string(),
        received: v.boolean(),
      }),
    ),
  }),
})
/** What is said of a file before it is sent. */
type Announced = Pick<Examined, 'size' | 'sha256'> & { contentType: string }

/** The refusal of a file of which these parts are missing. */
export const incomplete = (missing: readonly number[]): Refusal =>
  new Refusal(
    'upload-incomplete',
    {
      id: `Bagian ${missing.join(', ')} belum sampai. Lanjutkan unggahan; bagian lain tidak perlu diulang.`,
      en: `Part ${missing.join(', ')} has not arrived. Go on with the upload; the others stay.`,
    },
    { parameters: { missing } },
  )

/** Whether what arrived is what was announced. */
export const isSame = (announced: Announced, { size, sha256, contentType }: Examined): boolean =>
  size === announced.size && sha256 === announced.sha256 && contentType === announced.contentType

/** The refusal of a file that is not what was announced, naming how. */
export function differs(announced: Announced, seen: Examined): Refusal {
  const fault = (pointer: string, id: string, en: string) => ({ pointer, detail: { id, en } })
  const faults = [
    ...(seen.contentType === announced.contentType
      ? []
      : [
          fault(
            '#/contentType',
            `Isi berkas terbaca sebagai ${seen.contentType ?? 'jenis lain'}, bukan ${announced.contentType}.`,
            `The content reads as ${seen.contentType ?? 'something else'}, not ${announced.contentType}.`,
          ),
        ]),
    ...(seen.size === announced.size
      ? []
      : [fault('#/size', `Yang sampai ${seen.size} byte.`, `${seen.size} bytes arrived.`)]),
    ...(seen.sha256 === announced.sha256
      ? []
      : [
          fault(
            '#/sha256',
            'Sidik berkas yang sampai tidak sama.',
            'The file that arrived has another hash.',
          ),
        ]),
  ]
  return new Refusal(
    'file-differs',
    {
      id: 'Berkas yang sampai tidak sama dengan yang diumumkan, jadi tidak disimpan. Unggah lagi.',
      en: 'The file that arrived is not the one announced and was not kept. Upload it again.',
    },
    { faults },
  )
}
