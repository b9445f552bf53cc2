import { crc32, inflateRawSync } from 'node:zlib'
import { quoted } from '../domain/fault.ts'
import { tooComplex, unreadable } from './shapes.ts'

/** Bytes that a file may unpack to, all entries together: 64 MiB. */
const MOST_UNPACKED = 64 * 1024 * 1024
const MOST_ENTRIES = 200
/** Unpacked bytes for each packed one; maps reach some 20, bombs a thousand. */
const MOST_RATIO = 200
const FREE = 1024 * 1024 // bytes below which the ratio does not matter

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_COMMENT = 65_535

/** One file in an archive, not unpacked yet. */
export interface Entry {
  /** As it is written in the archive, folders included; only ever compared, never opened. */
  name: string
  /** Unpack it. @throws Refusal */
  read: () => Uint8Array
}

/** The name of a file without its folders, short and plain enough to be shown. */
export const lastPart = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? name).replace(/\p{C}/gu, '').slice(-100)

/** True for bytes that begin as a ZIP archive does. */
export const looksLikeZip = ([p, k, a, b]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6))

const broken = () =>
  unreadable(
    'Arsip ZIP ini rusak atau terpotong. Buat ulang arsipnya, lalu kirim lagi.',
    'This ZIP archive is damaged or cut off. Make it again and send it once more.',
  )

function endOf(view: DataView): number {
  const last = Math.max(0, view.byteLength - 22 - LONGEST_COMMENT)
  for (let at = view.byteLength - 22; at >= last; at -= 1)
    if (view.getUint32(at, true) === END) return at
  throw broken()
}

interface Listed {
  name: string
  method: number
  flags: number
  crc: number
  packed: number
  size: number
  at: number
}

function listed(bytes: Uint8Array, view: DataView): Listed[] {
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES)
    throw tooComplex(
      `Arsip ini berisi ${count} berkas. Kirim hanya berkas peta bidangnya.`,
      `This archive holds ${count} files. Send only the files of the map.`,
    )
  const entries: Listed[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw broken()
    const flags = view.getUint16(at + 8, true)
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const raw = bytes.subarray(at + 46, at + 46 + name!)
    entries.push({
      name: new TextDecoder(flags & 0x800 ? 'utf-8' : 'windows-1252').decode(raw),
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + name! + extra! + comment!
  }
  return entries
}

const bomb = () =>
  tooComplex(
    'Isi arsip ini terlalu besar setelah dibuka (lebih dari 64 MB, atau 200 kali ukurannya).',
    'This archive unpacks to too much (over 64 MB, or 200 times its own size).',
  )

function unpack(bytes: Uint8Array, view: DataView, entry: Listed, most: number): Uint8Array {
  const { at, method, packed, name } = entry
  if (entry.flags & 1)
    throw unreadable(
      'Arsip ini dikunci kata sandi. Kirim arsip tanpa kata sandi.',
      'This archive is locked by a password. Send one without.',
    )
  if (view.getUint32(at, true) !== LOCAL) throw broken()
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const data = bytes.subarray(start, start + packed)
  if (data.length !== packed) throw broken()
  const limit = Math.min(most, Math.max(FREE, packed * MOST_RATIO))
  if (entry.size > limit) throw bomb()
  if (method !== 0 && method !== 8)
    throw unreadable(
      `Berkas "${quoted(name)}" dipadatkan dengan cara yang tidak dikenal. Buat ZIP biasa.`,
      `"${quoted(name)}" is packed in an unknown way. Make a plain ZIP.`,
    )
  const unpacked = method === 0 ? data : inflated(data, limit)
  if (unpacked.length > limit) throw bomb()
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) throw broken()
  return unpacked
}

function inflated(data: Uint8Array, most: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: most })
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : broken()
  }
}

/**
 * What is in a ZIP archive. Sizes that it states are not believed: bytes are counted while they are
 * unpacked, at most 64 MiB of all entries and 200 times the packed size of each.
 *
 * @throws Refusal `unreadable-file`, `file-too-complex`
 */
export function openZip(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const guarded = <T>(read: () => T): T => {
    try {
      return read()
    } catch (error) {
      throw error instanceof RangeError ? broken() : error // an offset beyond the end
    }
  }
  let left = MOST_UNPACKED
  return guarded(() => listed(bytes, view))
    .filter(({ name }) => !/\/$|(^|\/)(__MACOSX\/|\._)/.test(name)) // folders and what a Mac adds
    .map((entry) => ({
      name: entry.name,
      read: () =>
        guarded(() => {
          const unpacked = unpack(bytes, view, entry, left)
          left -= unpacked.length
          return unpacked
        }),
    }))
}
