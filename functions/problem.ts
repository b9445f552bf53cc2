import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { preferredLanguage, type Phrase } from './domain/phrase.ts'
import { Refusal, type RefusalCode } from './domain/refusal.ts'
import { isTransient } from './store/transient.ts'

/** The one place where a refusal becomes an HTTP status and a title; a new code does not compile without. */
export const PROBLEMS: Record<RefusalCode, { status: ContentfulStatusCode; title: Phrase }> = {
  'malformed-body': {
    status: 400,
    title: { id: 'Kiriman tidak terbaca', en: 'The body cannot be read' },
  },
  'malformed-query': {
    status: 400,
    title: { id: 'Alamat tidak terbaca', en: 'The address cannot be read' },
  },
  'not-signed-in': { status: 401, title: { id: 'Belum masuk', en: 'Not signed in' } },
  'not-a-member': {
    status: 403,
    title: { id: 'Belum terdaftar sebagai anggota', en: 'Not a member' },
  },
  forbidden: { status: 403, title: { id: 'Bukan wewenang Anda', en: 'Not allowed' } },
  'four-eyes': {
    status: 403,
    title: { id: 'Perlu orang lain', en: 'Somebody else has to do this' },
  },
  'not-found': { status: 404, title: { id: 'Tidak ditemukan', en: 'Not found' } },
  'no-such-route': { status: 404, title: { id: 'Alamat tidak dikenal', en: 'No such address' } },
  'number-taken': {
    status: 409,
    title: { id: 'Nomor sudah dipakai', en: 'The number is taken' },
  },
  'overlaps-parcel': {
    status: 409,
    title: { id: 'Bertumpang tindih dengan bidang lain', en: 'Overlaps another parcel' },
  },
  'overlap-undecided': {
    status: 409,
    title: { id: 'Menunggu keputusan pusat', en: 'Waits for headquarters' },
  },
  'predecessor-stands': {
    status: 409,
    title: { id: 'Bidang asal masih berlaku', en: 'The old parcel still counts' },
  },
  'member-exists': {
    status: 409,
    title: { id: 'Anggota sudah terdaftar', en: 'The member exists' },
  },
  'report-exists': {
    status: 409,
    title: { id: 'Laporan sudah ada', en: 'The report exists' },
  },
  'unit-has-parcels': {
    status: 409,
    title: { id: 'Unit sudah mencatat bidang', en: 'The unit has parcels' },
  },
  'wrong-state': {
    status: 409,
    title: { id: 'Langkah ini belum bisa', en: 'Not from this state' },
  },
  'upload-incomplete': {
    status: 409,
    title: { id: 'Berkas belum lengkap terkirim', en: 'The upload is incomplete' },
  },
  stale: {
    status: 412,
    title: { id: 'Sudah diubah orang lain', en: 'Changed by somebody else' },
  },
  'too-large': { status: 413, title: { id: 'Terlalu besar', en: 'Too large' } },
  'unsupported-media-type': {
    status: 415,
    title: { id: 'Jenis kiriman tidak dikenal', en: 'Unsupported content type' },
  },
  'invalid-input': { status: 422, title: { id: 'Ada isian yang salah', en: 'Something is wrong' } },
  'not-a-boundary': { status: 422, title: { id: 'Bukan batas bidang', en: 'Not a boundary' } },
  'not-ready': { status: 422, title: { id: 'Belum dapat diajukan', en: 'Not ready to submit' } },
  'idempotency-key-reused': {
    status: 422,
    title: { id: 'Kunci kiriman dipakai ulang', en: 'The idempotency key was used before' },
  },
  'file-differs': {
    status: 422,
    title: { id: 'Berkas tidak sama', en: 'The file is not what was announced' },
  },
  'too-many-documents': {
    status: 422,
    title: { id: 'Dokumen sudah penuh', en: 'Too many documents' },
  },
  'unreadable-file': {
    status: 422,
    title: { id: 'Berkas tidak terbaca', en: 'The file cannot be read' },
  },
  'file-too-complex': {
    status: 422,
    title: { id: 'Berkas terlalu rumit', en: 'The file is too complex' },
  },
  'precondition-required': {
    status: 428,
    title: { id: 'Versi belum disebut', en: 'If-Match is required' },
  },
  busy: { status: 503, title: { id: 'Registri sedang sibuk', en: 'The registry is busy' } },
}

const BUSY: Phrase = {
  id: 'Registri sedang sibuk. Tidak ada yang tersimpan setengah; coba lagi sebentar.',
  en: 'The registry is busy. Nothing was half-written; try again in a moment.',
}
const RETRY_AFTER = 2 // seconds

/** Codes for what Hono itself refuses before a handler runs. */
const OF_HONO: Partial<Record<number, RefusalCode>> = { 400: 'malformed-body', 413: 'too-large' }

function asRefusal(error: Error): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (isTransient(error)) return new Refusal('busy', BUSY, { cause: error })
  const code = error instanceof HTTPException ? OF_HONO[error.status] : undefined
  if (!code) return undefined
  return new Refusal(code, {
    id: 'Kiriman ini tidak terbaca sebagai JSON. Periksa tanda kurung dan koma.',
    en: 'This cannot be read as JSON. Check its brackets and commas.',
  })
}

/** Answer with an RFC 9457 problem. Only refusals explain themselves; bugs are logged, not told. */
export function problem(error: Error, c: Context): Response {
  const language = preferredLanguage(c.req.header('Accept-Language'))
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json',
    'Content-Language': language,
    'Cache-Control': 'no-store',
  }
  const refusal = asRefusal(error)
  if (!refusal) {
    c.set('failure', error)
    const title = language === 'id' ? 'Registri gagal' : 'The registry failed'
    return c.json({ type: 'about:blank', title, status: 500 }, 500, headers)
  }
  const { status, title } = PROBLEMS[refusal.code]
  if (refusal.code === 'busy') headers['Retry-After'] = String(RETRY_AFTER)
  if (refusal.code === 'not-signed-in') headers['WWW-Authenticate'] = 'Bearer'
  const body = {
    ...refusal.parameters,
    type: `/problems/${refusal.code}`,
    title: title[language],
    status,
    detail: refusal.detail[language],
    ...(refusal.faults.length > 0 && {
      errors: refusal.faults.map(({ detail, ...fault }) => ({
        ...fault,
        detail: detail[language],
      })),
    }),
  }
  return c.json(body, status, headers)
}
