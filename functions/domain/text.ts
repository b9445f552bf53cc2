import * as v from 'valibot'

/** A run of exactly 16 digits reads as a NIK, the number of a person: no free text may hold one. */
const NIK = /(?<!\d)\d{16}(?!\d)/

/**
 * What no record holds: halves of characters, which no UTF-8 can write; controls but tab and line
 * breaks; and marks that turn the direction of what follows, by which `gpj.exe` reads as `exe.jpg`.
 */
const UNFIT = /\p{Surrogate}|(?![\t\n\r])\p{Cc}|[\u202a-\u202e]/u

/** That a text can be kept and shown as it is. */
export const isPlain = v.check((value: string) => !UNFIT.test(value), 'unfit')

/** Free text of 1 to `longest` characters, trimmed; never a NIK (rule J03, UU 27/2022). */
export const text = (longest: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(longest),
    isPlain,
    v.check((value) => !NIK.test(value), 'nik'),
  )

/** A code that has to fit `pattern`; `form` shows the expected form, such as `12.75.01.1001`. */
export const code = (pattern: RegExp, form: string) =>
  v.pipe(v.string(), v.maxLength(100), v.trim(), v.regex(pattern, `form:${form}`))

/** Id of a unit or a Kanwil in the reference tables, such as `lapas-kelas-iia-binjai`. */
export const slug = (form: string) => code(/^[a-z0-9]+(-[a-z0-9]+)*$/, form)

const isCalendarDay = (value: string): boolean => {
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

/** A plain date such as `2026-01-15`: no time, no zone. */
export const PlainDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'form:2026-01-15'),
  v.check(isCalendarDay, 'no-such-day'),
)

/** An instant in UTC, such as `2026-01-15T03:20:00.000Z`. */
export const Instant = v.pipe(v.string(), v.isoTimestamp())

/** An instant as others write it, such as `2026-01-15T10:20:00+07:00`, on a day that exists. */
export const AnyInstant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((at) => isCalendarDay(at.slice(0, 10)) && !Number.isNaN(Date.parse(at)), 'no-such-day'),
)

/** Square metres, at least a square decimetre; at most the land of the whole country. */
export const AreaM2 = v.pipe(v.number(), v.finite(), v.minValue(0.01), v.maxValue(2e12))

/** Square metres of a part, which may be nothing. */
export const PartM2 = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(0),
  v.maxValue(2e12),
  v.check((m2) => m2 === 0 || m2 >= 0.01, 'too-small'), // the table keeps no 5e-324 either
)

/** Whole rupiah; 10,3 M (miliar) is 10300000000. */
export const Rupiah = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
