import * as v from 'valibot'
import { STEPS } from './parcel.ts'
import { text } from './text.ts'

/** What a document is, by the field that it proves. */
export const DOCUMENT_KINDS = [
  ...STEPS,
  'sertipikat',
  'surat-ukur',
  'kib',
  'penilaian',
  'perkara',
  'foto',
  'keputusan', // a decision, such as the paper behind a retirement
  'lainnya',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** Types of files that the registry keeps. */
export const CONTENT_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type ContentType = (typeof CONTENT_TYPES)[number]

/** The largest file, in bytes: 25 MiB. */
export const MOST_BYTES = 25 * 1024 * 1024
/** Size of each part of an upload but the last, in bytes: the smallest that S3 takes. */
export const PART_BYTES = 5 * 1024 * 1024
/** Documents of one parcel, those under way included. */
export const MOST_DOCUMENTS = 100

/** What is said of a file before it is sent. */
export const NewDocument = v.strictObject({
  kind: v.picklist(DOCUMENT_KINDS),
  /** File name as the officer knows it. */
  name: text(200),
  contentType: v.pipe(v.string(), v.maxLength(100)),
  /** Bytes. */
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** SHA-256 of the file, 64 hexadecimal digits. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'form:64 × 0-9, a-f')),
})
export type NewDocument = v.InferOutput<typeof NewDocument>

/** Where each part of a file begins and how long it is. */
export const partsOfFile = (size: number): { number: number; start: number; size: number }[] =>
  Array.from({ length: Math.ceil(size / PART_BYTES) }, (_, i) => ({
    number: i + 1,
    start: i * PART_BYTES,
    size: Math.min(PART_BYTES, size - i * PART_BYTES),
  }))

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte)

const PDF_WITHIN = 1024 // readers find the header in the first KB (ISO 32000-1, annex H.3.4.1)

function hasPdfHeader(bytes: Uint8Array): boolean {
  for (let i = 0; i < Math.min(bytes.length - 4, PDF_WITHIN); i += 1)
    if (startsWith(bytes.subarray(i), 0x25, 0x50, 0x44, 0x46, 0x2d)) return true // %PDF-
  return false
}

/** What a file is by its first bytes (give at least 1 KB), or undefined when it is none of ours. */
export function sniff(bytes: Uint8Array): ContentType | undefined {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return hasPdfHeader(bytes) ? 'application/pdf' : undefined
}
