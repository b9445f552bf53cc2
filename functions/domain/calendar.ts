const JAKARTA = 7 * 60 * 60 * 1000 // WIB is UTC+7 the whole year; the registry counts its days there

/** The calendar day in Jakarta at an instant, as a plain date such as `2026-01-15`. */
export const dayOf = (instant: Date): string =>
  new Date(instant.getTime() + JAKARTA).toISOString().slice(0, 10)

/** The first and the last day that a plain date can name; counting stops there. */
export const FIRST_DAY = '0000-01-01'
export const LAST_DAY = '9999-12-31'
