import { type Exif, readExif } from './exif.ts'
import type { CleanPicture } from './jpeg.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Chunks that say how the picture is drawn; all others may tell of people and places. */
const DRAWN = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs']

/**
 * A PNG with the chunks that draw it and nothing else: no text, EXIF, time, colour profile or chunk of
 * some program's own, and nothing behind its end. Undefined when it cannot be walked through to its end.
 *
 * Chunks: PNG specification (W3C, third edition), section 11. Their checksums are not recomputed, as
 * each is kept whole or not at all.
 */
export function cleanPng(bytes: Uint8Array): CleanPicture | undefined {
  if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let exif: Exif = {}
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE.length)]
  let size = SIGNATURE.length
  let hasPixels = false
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return undefined
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (at === SIGNATURE.length && (name !== 'IHDR' || length !== 13)) return undefined
    if (name === 'IDAT') hasPixels = true
    if (DRAWN.includes(name)) {
      kept.push(bytes.subarray(at, end))
      size += end - at
    } else if (name === 'eXIf' && Object.keys(exif).length === 0) {
      exif = readExif(bytes.subarray(at + 8, end - 4))
    }
    if (name === 'IEND') {
      if (!hasPixels || length !== 0) return undefined
      const whole = new Uint8Array(size)
      let to = 0
      for (const part of kept) {
        whole.set(part, to)
        to += part.length
      }
      return { exif, bytes: whole }
    }
    at = end
  }
  return undefined
}
