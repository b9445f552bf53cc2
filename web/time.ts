import * as writing from '../functions/domain/writing.ts'
import { language } from './messages/phrase.ts'

/** Square metres in the language in force, such as `24.233,50 m²`. */
export const formatArea = (m2: number): string => writing.formatArea(m2, language())

/** Square metres as hectares, such as `2,42 ha`. */
export const formatHectares = (m2: number): string => writing.formatHectares(m2, language())

/** Whole rupiah, such as `Rp10.300.000.000`. */
export const formatRupiah = (rupiah: number): string => writing.formatRupiah(rupiah, language())

/** A share of one in percent, such as `−17,6 %` for -0.176. */
export const formatPercent = (fraction: number): string =>
  writing.formatPercent(fraction, language())

/** A number, such as `1.250`. */
export const formatNumber = (value: number): string => writing.formatNumber(value, language())

/** A plain date, such as `15 Januari 2026`. */
export const formatDate = (date: string): string => writing.formatDate(date, language())

/** An instant with its zone, such as `15 Januari 2026, 10.20 WIB`. */
export const formatInstant = (instant: string): string => writing.formatInstant(instant, language())

/** The time of day of an instant, such as `10.42`. */
export const formatTime = (instant: string): string => writing.formatTime(instant, language())

const DAY = 86_400_000 // ms
const JAKARTA = 7 * 3_600_000 // WIB, in which the registry counts its days

/** How many calendar days (WIB) ago an instant was, in words: `hari ini`, `kemarin`, `11 hari yang lalu`. */
export function formatDaysAgo(instant: string, now = Date.now()): string {
  const dayOf = (ms: number) => Math.floor((ms + JAKARTA) / DAY)
  const days = dayOf(Date.parse(instant)) - dayOf(now)
  return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(days, 'day')
}
