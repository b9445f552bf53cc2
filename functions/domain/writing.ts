import { type AreaTolerance, DEFAULT_AREA_TOLERANCE, isWithinTolerance } from './areas.ts'
import { type Decimal, readNumber, scaleDecimal } from './number.ts'
import type { Language, Phrase } from './phrase.ts'

const LOCALE: Record<Language, string> = { id: 'id-ID', en: 'en-GB' }

const numberFormats = new Map<string, Intl.NumberFormat>() // making one costs far more than using it

/** A number in the writing of the language, such as `24.233,5`; a true minus sign, no unit. */
export function formatNumber(
  value: number,
  language: Language,
  { least = 0, most = 0 }: { least?: number; most?: number } = {},
): string {
  const key = `${language} ${least} ${most}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(LOCALE[language], {
      minimumFractionDigits: least,
      maximumFractionDigits: Math.max(least, most),
    })
    numberFormats.set(key, format)
  }
  return format.format(value).replace('-', '−')
}

/** Square metres, such as `24.233,50 m²` or `16.964 m²`; decimals only where there are some. */
export function formatArea(m2: number, language: Language): string {
  const decimals = Number.isInteger(Math.round(m2 * 100) / 100) ? 0 : 2
  return `${formatNumber(m2, language, { least: decimals, most: decimals })} m²`
}

/** Square metres as hectares, such as `2,42 ha`; four decimals below one hectare. */
export const formatHectares = (m2: number, language: Language): string =>
  `${formatNumber(m2 / 10_000, language, { most: Math.abs(m2) < 10_000 ? 4 : 2 })} ha`

/** Whole rupiah, such as `Rp10.300.000.000`. */
export function formatRupiah(rupiah: number, language: Language): string {
  const sign = rupiah < 0 ? '−' : ''
  return `${sign}Rp${formatNumber(Math.abs(rupiah), language)}`
}

/** A share of one in percent with one decimal, such as `−17,6 %` for -0.176. */
export const formatPercent = (fraction: number, language: Language): string =>
  `${formatNumber(fraction * 100, language, { most: 1 })} %`

const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(language: Language, timeZone: string, time: boolean): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${time}`
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALE[language], {
      timeZone,
      ...(time
        ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
        : { day: 'numeric', month: 'long', year: 'numeric' }),
    })
    dateFormats.set(key, format)
  }
  return format
}

/** A plain date such as `2026-01-15` as `15 Januari 2026`; what is no date comes back unchanged. */
export function formatDate(date: string, language: Language): string {
  const day = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? date : dateFormat(language, 'UTC', false).format(day)
}

/** Indonesia's three time zones by the label that people write. */
export type Zone = 'WIB' | 'WITA' | 'WIT'
const ZONES: Record<Zone, string> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
}

/** The time of day of an instant, such as `10.42` (`10:42` in English). */
export function formatTime(instant: string, language: Language, zone: Zone = 'WIB'): string {
  const parts = dateFormat(language, ZONES[zone], true).formatToParts(new Date(instant))
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? ''
  return `${part('hour')}${language === 'id' ? '.' : ':'}${part('minute')}`
}

/** An instant with its zone, such as `15 Januari 2026, 10.20 WIB`. */
export const formatInstant = (instant: string, language: Language, zone: Zone = 'WIB'): string =>
  `${dateFormat(language, ZONES[zone], false).format(new Date(instant))}, ${formatTime(instant, language, zone)} ${zone}`

/** What a typed text says. `alternatives` are other readings: show the `note`, let a person choose. */
export type Reading =
  | { ok: true; value: number; alternatives?: number[]; note?: Phrase }
  | { ok: false; reason: Phrase; alternatives?: number[] }

const join = (notes: (Phrase | undefined)[]): Phrase | undefined => {
  const said = notes.filter((note) => note !== undefined)
  return said.length === 0
    ? undefined
    : { id: said.map(({ id }) => id).join(' '), en: said.map(({ en }) => en).join(' ') }
}

const reading = (value: number, alternatives: number[], note: Phrase | undefined): Reading => ({
  ok: true,
  value,
  ...(alternatives.length > 0 && { alternatives }),
  ...(note && { note }),
})

/** Square metres in each unit that the registry reads. */
const AREA_UNITS: [pattern: RegExp, m2: bigint][] = [
  [/(?:m²|m2|m\^2|meter persegi|meter2|sqm|sq\.? ?m)$/iu, 1n],
  [/(?:km²|km2|km\^2|kilometer persegi)$/iu, 1_000_000n],
  [/(?:ha|hektare?|hectares?)\.?$/iu, 10_000n],
  [/(?:are)$/iu, 100n],
]
const MOST_M2 = 2e12 // more than the land of the country

/** Read an area such as `24.233,50 m²`, `5,1 ha` or `18.420`: square metres, to the square decimetre. */
export function parseArea(text: string, language: Language = 'id'): Reading {
  const about = /^\s*(?:±|\+\/-|\+-)\s*/u
  const trimmed = text.replace(about, '').trim()
  // Longest match wins: "hektare" also ends in "are", and "km²" in "m²".
  const [pattern, factor] = AREA_UNITS.filter(([unit]) => unit.test(trimmed)).sort(
    ([a], [b]) => trimmed.search(a) - trimmed.search(b),
  )[0] ?? [/$/, 1n]
  const number = readNumber(trimmed.replace(pattern, ''), language)
  if (!number.ok) return number
  const { value, exact } = scaleDecimal(number.value, factor, 2)
  if (value > MOST_M2)
    return {
      ok: false,
      reason: {
        id: 'Luas itu lebih besar daripada seluruh daratan Indonesia. Periksa satuannya.',
        en: 'That area is larger than all the land of Indonesia. Check its unit.',
      },
    }
  const other = number.alternative && scaleDecimal(number.alternative, factor, 2).value
  const alternatives = other === undefined || other > MOST_M2 || other === value ? [] : [other]
  return reading(
    value,
    alternatives,
    join([
      number.note,
      exact
        ? undefined
        : { id: 'Dibulatkan ke desimeter persegi.', en: 'Rounded to the square decimetre.' },
      about.test(text)
        ? { id: 'Tanda ± tidak dicatat.', en: 'The sign ± is not recorded.' }
        : undefined,
    ]),
  )
}

/** Rupiah in each magnitude; `M` is miliar, a thousand million, and never the English million. */
const MAGNITUDES: [pattern: RegExp, rupiah: bigint][] = [
  [/(?:ribu|rb)\.?$/iu, 1_000n],
  [/(?:juta|jt|million)\.?$/iu, 1_000_000n],
  [/(?:miliar|milyar|milliar|mlyr|billion|bn|m)\.?$/iu, 1_000_000_000n],
  [/(?:triliun|trilyun|triliyun|trillion|t)\.?$/iu, 1_000_000_000_000n],
]
const M_IS_MILIAR: Phrase = {
  id: 'M dibaca miliar (ribu juta).',
  en: 'M was read as miliar, a thousand million.',
}

const noRupiah = (text: string): Reading => {
  const quoted = text.trim().slice(0, 40)
  return {
    ok: false,
    reason: {
      id: `“${quoted}” bukan nilai rupiah. Tulis misalnya 10,3 M, 450 jt, atau Rp1.250.000.000.`,
      en: `“${quoted}” is no amount in rupiah. Write 10.3 M, 450 jt or Rp1,250,000,000, for example.`,
    },
  }
}

/** Read an amount such as `10,3 M`, `450 jt` or `Rp 1.250.000.000,00`: whole rupiah, else a fault. */
export function parseRupiah(text: string, language: Language = 'id'): Reading {
  const bare = text
    .trim()
    .replace(/^(?:rp|idr)\.?\s*/iu, '')
    .replace(/\s*rupiah$/iu, '')
    .replace(/,[-–—]+$/u, '') // "Rp 1.250.000,-"
    .trim()
  const magnitude = MAGNITUDES.find(([pattern]) => pattern.test(bare))
  const [pattern, factor] = magnitude ?? [/$/, 1n]
  const number = readNumber(bare.replace(pattern, ''), language)
  if (!number.ok) return noRupiah(text)
  const rupiah = (value: Decimal, by: bigint): number | null => {
    const { value: amount, exact } = scaleDecimal(value, by, 0)
    return exact && Number.isSafeInteger(amount) ? amount : null
  }
  const value = rupiah(number.value, factor)
  if (value === null) {
    // "10,3" alone is hardly ten rupiah and thirty sen: a magnitude was left out.
    const meant = magnitude
      ? []
      : [1_000_000_000n, 1_000_000n].map((by) => rupiah(number.value, by))
    const alternatives = meant.filter((other): other is number => other !== null)
    return {
      ok: false,
      ...(alternatives.length > 0 && { alternatives }),
      reason: {
        id: 'Nilai harus rupiah bulat, tanpa sen, dan tidak lebih dari 9.007 triliun.',
        en: 'The amount must be whole rupiah, without sen, and at most 9,007 trillion.',
      },
    }
  }
  const isM = /\dm\.?$/iu.test(bare.replace(/\s/gu, ''))
  const alternatives = [
    number.alternative && rupiah(number.alternative, factor),
    isM && language === 'en' ? rupiah(number.value, 1_000_000n) : null,
  ].filter((other): other is number => typeof other === 'number' && other !== value)
  const ambiguous = number.alternative === undefined || alternatives.length > 0
  return reading(
    value,
    alternatives,
    join([ambiguous ? number.note : undefined, isM ? M_IS_MILIAR : undefined]),
  )
}

/**
 * How a measured area differs from a stated one, in words: `80 m² lebih kecil (0,4 %), dalam batas
 * wajar`, or with its sign, `8.803 m² lebih kecil (−17,6 %)`, where it exceeds the tolerance.
 */
export function differenceInWords(
  measuredM2: number,
  statedM2: number,
  language: Language,
  tolerance: AreaTolerance = DEFAULT_AREA_TOLERANCE,
): string {
  const difference = Math.round((measuredM2 - statedM2) * 100) / 100
  if (difference === 0) return language === 'id' ? 'sama luas' : 'the same area'
  const area = formatArea(Math.abs(difference), language)
  const words = {
    id: `${area} lebih ${difference < 0 ? 'kecil' : 'besar'}`,
    en: `${area} ${difference < 0 ? 'smaller' : 'larger'}`,
  }[language]
  if (statedM2 <= 0) return words
  const share = difference / statedM2
  if (isWithinTolerance(measuredM2, statedM2, tolerance)) {
    const wide = formatPercent(Math.abs(share), language)
    return `${words} (${wide}), ${language === 'id' ? 'dalam batas wajar' : 'within tolerance'}`
  }
  return `${words} (${share > 0 ? '+' : ''}${formatPercent(share, language)})`
}
