/** What a photo's EXIF says of when and where it was taken, and how it is to be turned. */
export interface Exif {
  /** DateTimeOriginal as the camera's clock had it, such as `2026-03-12T10:20:00`; no zone. */
  at?: string
  /** A time is written there, but it is none of the calendar. */
  isTimeUnreadable?: true
  /** WGS 84 degrees, to 1e-7 (a centimetre). */
  lng?: number
  lat?: number
  /** 2 to 8 as TIFF counts; absent where the picture stands upright. */
  orientation?: number
}

const TAG = { orientation: 0x0112, exif: 0x8769, gps: 0x8825, original: 0x9003 } as const
const GPS = { latRef: 1, lat: 2, lngRef: 3, lng: 4 } as const

const ASCII = 2
const SHORT = 3
const RATIONAL = 5
const LONG = 4
/** Bytes of one value of each type. */
const SIZES: Record<number, number> = { [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [RATIONAL]: 8 }

const MOST_TEXT = 64 // bytes
const MOST_ENTRIES = 500 // of one directory; cameras write some 60

/** One entry of a directory: where its values stand, and how many. */
interface Entry {
  type: number
  count: number
  at: number
}

/** Reads TIFF in the byte order that it names; every read is within the bytes, or undefined. */
function tiffReader(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isLittle = bytes[0] === 0x49
  const short = (at: number): number | undefined =>
    at + 2 <= view.byteLength ? view.getUint16(at, isLittle) : undefined
  const long = (at: number): number | undefined =>
    at + 4 <= view.byteLength ? view.getUint32(at, isLittle) : undefined

  /** The entries of the directory that begins there, by tag; those that do not fit are left out. */
  const directory = (at: number | undefined): Map<number, Entry> => {
    const entries = new Map<number, Entry>()
    const length = at === undefined ? undefined : short(at)
    if (at === undefined || length === undefined) return entries
    for (let i = 0; i < Math.min(length, MOST_ENTRIES); i += 1) {
      const start = at + 2 + 12 * i
      const [tag, type] = [short(start), short(start + 2)]
      const [count, offset] = [long(start + 4), long(start + 8)]
      if (tag === undefined || type === undefined || count === undefined) break
      if (offset === undefined) break
      const size = SIZES[type]
      if (size === undefined || count === 0) continue
      const values = count * size <= 4 ? start + 8 : offset
      if (values + count * size <= view.byteLength && !entries.has(tag))
        entries.set(tag, { type, count, at: values })
    }
    return entries
  }

  const text = (entry: Entry | undefined): string | undefined => {
    if (entry?.type !== ASCII || entry.count > MOST_TEXT) return undefined
    const signs = bytes.subarray(entry.at, entry.at + entry.count)
    return String.fromCharCode(...signs)
      .replace(/\0.*$/s, '')
      .trim()
  }

  /** Degrees, minutes and seconds as degrees. */
  const degrees = (entry: Entry | undefined): number | undefined => {
    if (entry?.type !== RATIONAL || entry.count !== 3) return undefined
    const [d = NaN, m = NaN, s = NaN] = [0, 8, 16].map((from) => {
      const [over, under] = [long(entry.at + from), long(entry.at + from + 4)]
      return over === 0 ? 0 : (over ?? NaN) / (under ?? NaN) // some phones write no seconds as 0/0
    })
    return m <= 60 && s <= 60 ? d + m / 60 + s / 3600 : undefined
  }
  return { short, long, directory, text, degrees }
}

/** `2026:03:12 10:20:00` as a local time; undefined where it is no time of the calendar. */
function localTime(text: string | undefined): string | undefined {
  const [, y, mo, d, time] =
    /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(text ?? '') ?? ([] as string[])
  if (!y) return undefined
  const at = `${y}-${mo}-${d}T${time}`
  const instant = new Date(`${at}Z`)
  const isThere = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(at)
  return isThere ? at : undefined
}

/** A time that is not known is written as blanks, or as zeros. */
const isBlank = (text: string): boolean => /^[\s:0]*$/.test(text)

/** Degrees north or east, to 1e-7; undefined without a hemisphere of its own. */
function signed(
  degrees: number | undefined,
  ref: string | undefined,
  [positive, negative]: [string, string],
  most: number,
): number | undefined {
  const sign = ref === positive ? 1 : ref === negative ? -1 : undefined
  if (degrees === undefined || sign === undefined || !(degrees <= most)) return undefined
  return (sign * Math.round(degrees * 1e7)) / 1e7 + 0 // no negative zero
}

/**
 * Read the TIFF block of a photo's EXIF (what follows `Exif\0\0` in a JPEG, or an eXIf chunk of a PNG).
 * Whatever does not fit is left out: made by strangers, it may point anywhere and never ends a read.
 *
 * Tags: Exif 2.32 (CIPA DC-008), sections 4.6.4 to 4.6.6. Places of 0, 0 count as none: phones write
 * them when they have no fix.
 */
export function readExif(tiff: Uint8Array): Exif {
  const mark = String.fromCharCode(...tiff.subarray(0, 2))
  if (tiff.length < 8 || (mark !== 'II' && mark !== 'MM')) return {}
  const { short, long, directory, text, degrees } = tiffReader(tiff)
  if (short(2) !== 42) return {}
  const main = directory(long(4))
  const within = (entry: Entry | undefined) =>
    directory(entry?.type === LONG ? long(entry.at) : undefined)
  const exif = within(main.get(TAG.exif))
  const gps = within(main.get(TAG.gps))
  const turned = main.get(TAG.orientation)
  const orientation = turned?.type === SHORT ? (short(turned.at) ?? 0) : 0
  const written = text(exif.get(TAG.original))
  const at = localTime(written)
  const lat = signed(degrees(gps.get(GPS.lat)), text(gps.get(GPS.latRef)), ['N', 'S'], 90)
  const lng = signed(degrees(gps.get(GPS.lng)), text(gps.get(GPS.lngRef)), ['E', 'W'], 180)
  const isPlace = lat !== undefined && lng !== undefined && (lat !== 0 || lng !== 0)
  return {
    ...(at !== undefined && { at }),
    ...(!at && written && !isBlank(written) && { isTimeUnreadable: true as const }),
    ...(isPlace && { lng, lat }),
    ...(orientation >= 2 && orientation <= 8 && { orientation }),
  }
}
