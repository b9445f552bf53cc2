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
  'berkas-batas', // the file of a boundary as it came from the surveyor
  'keputusan', // a decision or an official letter, such as the paper behind a retirement
  'lainnya',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** Types of files that the registry keeps. */
export const CONTENT_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type ContentType = (typeof CONTENT_TYPES)[number]

/** Types of files that a boundary comes in besides, kept under the kind `berkas-batas` alone. */
const BOUNDARY_TYPES = [
  'application/zip',
  'application/vnd.google-earth.kmz',
  'application/vnd.google-earth.kml+xml',
  'application/gpx+xml',
  'application/geo+json',
  'application/json',
  'text/csv',
  'text/plain',
] as const

/** The types in which a document of a kind is kept. */
export const typesFor = (kind: DocumentKind): readonly string[] =>
  kind === 'berkas-batas' ? [...CONTENT_TYPES, ...BOUNDARY_TYPES] : CONTENT_TYPES

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

/** Whether text may be of a type, by its first sign; a byte order mark counts as none. */
function isTextOf(bytes: Uint8Array, contentType: string): boolean {
  const [a, b] = bytes
  const isUtf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
  if (sniff(bytes) || startsWith(bytes, 0x50, 0x4b) || (!isUtf16 && bytes.includes(0))) return false
  const signs = bytes.filter((byte) => byte > 0x20 && byte < 0x7f)
  if (contentType.endsWith('xml')) return signs[0] === 0x3c // <
  if (contentType.endsWith('json')) return signs[0] === 0x7b || signs[0] === 0x5b // { [
  return contentType.startsWith('text/')
}

/**
 * What a file is, by its first bytes (give at least 1 KB): the type that it was announced as where
 * they can be that, else what they show, else undefined.
 */
export function typeOf(bytes: Uint8Array, announced: string): string | undefined {
  const isZip = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
  const canBe = /zip$|kmz$/.test(announced) ? isZip : isTextOf(bytes, announced)
  return canBe ? announced : sniff(bytes)
}
