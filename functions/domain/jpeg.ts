import { type Exif, readExif } from './exif.ts'

/** A picture as it may be shown: what its EXIF told, and its bytes without any of that. */
export interface CleanPicture {
  exif: Exif
  bytes: Uint8Array
}

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP14 = 0xee

/** Segments without which the picture cannot be drawn: tables, frames, restart interval, number of lines. */
const isDrawn = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) ||
  marker === 0xdb ||
  marker === 0xdc ||
  marker === 0xdd

const hasText = (bytes: Uint8Array, text: string): boolean =>
  bytes.length >= text.length && [...text].every((sign, i) => bytes[i] === sign.charCodeAt(0))

/** JFIF 1.01 without a thumbnail, the resolution as it was. */
function plainJfif(segment: Uint8Array): Uint8Array {
  const bare = segment.slice(0, 18)
  bare.set([0, 16], 2) // length
  bare.set([0, 0], 16) // thumbnail of 0 by 0
  return bare
}

/** An EXIF of the orientation alone. */
const orientationOnly = (orientation: number): Uint8Array =>
  // prettier-ignore
  Uint8Array.of(
    0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, // length; Exif
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8, // big-endian TIFF; first directory
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, // one entry
    0, 0, 0, 0, // no further directory
  )

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Where the entropy-coded data after a start of scan ends: at the next marker that is no restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start)
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2))
  }
  return bytes.length
}

/**
 * A JPEG with what is needed to draw it and nothing else: no EXIF, XMP, IPTC, maker notes, colour
 * profile, comments or thumbnail, and nothing behind its end, where phones put further pictures. Of the
 * EXIF its orientation stays. Undefined when it is no JPEG that can be walked through to the end.
 *
 * Markers: ITU-T T.81, annex B. A picture cut off in its last scan is shown as far as it goes.
 */
export function cleanJpeg(bytes: Uint8Array): CleanPicture | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined
  let exif: Exif = {}
  const kept: Uint8Array[] = []
  let at = 2
  let hasFrame = false
  let hasScan = false
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    while (bytes[at + 1] === 0xff) at += 1 // fill bytes
    const marker = bytes[at + 1]
    if (marker === undefined) break
    if (marker === EOI) break
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (marker < 0xc0 || length < 2 || end > bytes.length) {
      if (hasScan) break
      return undefined
    }
    const segment = bytes.subarray(at, end)
    const content = segment.subarray(4)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (marker === SOS) {
      if (!hasFrame) return undefined
      hasScan = true
      at = endOfScan(bytes, end)
      kept.push(bytes.subarray(end - segment.length, at))
      continue
    }
    if (isFrame) hasFrame = true
    if (isDrawn(marker)) kept.push(segment)
    else if (marker === APP0 && hasText(content, 'JFIF\0') && length >= 16 && kept.length === 0)
      kept.push(plainJfif(segment))
    else if (marker === APP14 && hasText(content, 'Adobe') && length === 14) kept.push(segment)
    else if (marker === APP1 && hasText(content, 'Exif\0\0') && Object.keys(exif).length === 0)
      exif = readExif(content.subarray(6))
    at = end
  }
  if (!hasScan) return undefined
  const { orientation } = exif
  const [start, finish] = [Uint8Array.of(0xff, SOI), Uint8Array.of(0xff, EOI)]
  const turned = orientation === undefined ? [] : [orientationOnly(orientation)]
  return { exif, bytes: joined([start, ...turned, ...kept, finish]) }
}
