import { unreadable } from './shapes.ts'

const MOST_FIELDS = 255
/** Fields whose values are looked at: what a person could want to see. */
const MOST_READ = 60

interface Field {
  name: string
  type: string
  start: number
  length: number
}

/** Decoders by the language byte of the header, where no .cpg says otherwise. */
const LANGUAGES: Record<number, string> = {
  0x01: 'ibm866',
  0x03: 'windows-1252',
  0x57: 'windows-1252',
}

/** The encoding that a .cpg file names; undefined where it names none that is known. */
export function encodingOf(cpg: string): string | undefined {
  const name = cpg.trim().toLowerCase()
  const label = /^\d{3,5}$/.test(name) ? (name === '65001' ? 'utf-8' : `windows-${name}`) : name
  try {
    return new TextDecoder(label.replace(/^(ansi|cp)[ -]?(?=\d)/, 'windows-')).encoding
  } catch {
    return undefined
  }
}

function valueOf(text: string, { type }: Field): string | number | undefined {
  const trimmed = text.replaceAll('\0', '').trim()
  if (trimmed === '' || /^\*+$/.test(trimmed)) return undefined // asterisks: a number that did not fit
  if (type !== 'N' && type !== 'F') return trimmed
  const value = Number(trimmed)
  return Number.isFinite(value) ? value : undefined
}

/**
 * The rows of a .dbf file by their number from 0, deleted ones included, so that the nth belongs to
 * the nth shape.
 *
 * @throws Refusal `unreadable-file` when its header makes no sense
 */
export function readDbf(
  bytes: Uint8Array,
  name: string,
  encoding: string | undefined,
): (i: number) => Record<string, string | number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const bad = () =>
    unreadable(
      `${name} terpotong atau rusak. Ekspor ulang shapefile-nya, lalu kirim lagi.`,
      `${name} is cut off or damaged. Export the shapefile again and send it once more.`,
    )
  if (bytes.length < 33) throw bad()
  const [count, header, width] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)] // prettier-ignore
  if (header < 33 || header > bytes.length || width < 1) throw bad()
  const decoder = new TextDecoder(encoding ?? LANGUAGES[bytes[29] ?? 0] ?? 'utf-8')
  const fields: Field[] = []
  let start = 1 // after the mark of deletion
  for (let at = 32; at + 32 <= header && bytes[at] !== 0x0d; at += 32) {
    if (fields.length >= MOST_FIELDS) throw bad()
    const raw = bytes.subarray(at, at + 11)
    const end = raw.indexOf(0)
    const length = bytes[at + 16] ?? 0
    fields.push({
      name: decoder.decode(end === -1 ? raw : raw.subarray(0, end)).trim(),
      type: String.fromCharCode(bytes[at + 11] ?? 0),
      start,
      length,
    })
    start += length
  }
  if (start > width) throw bad()
  return (i) => {
    const at = header + i * width
    const row: Record<string, string | number> = {}
    if (i >= count || at + width > bytes.length) return row // what was cut off has no attributes
    for (const field of fields.slice(0, MOST_READ)) {
      const from = at + field.start
      const value = valueOf(decoder.decode(bytes.subarray(from, from + field.length)), field)
      if (value !== undefined && field.name !== '__proto__') row[field.name] = value
    }
    return row
  }
}
