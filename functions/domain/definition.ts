import * as v from 'valibot'
import { CASE_CLOCKS, type CaseClockName, DEFAULT_CASE_CLOCKS } from './idle-clocks.ts'
import type { Holidays } from './holidays.ts'
import type { Threshold } from './rules/settings.ts'
import { PlainDate, text } from './text.ts'

/** A number with its ground; null switches off what it measures. */
const ThresholdOf = (most: number) =>
  v.strictObject({
    value: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(most))),
    source: text(500),
    status: v.picklist(['regulation', 'internal']),
  }) satisfies v.GenericSchema<Threshold>

const Months = v.pipe(
  ThresholdOf(1200),
  v.check(({ value }) => value === null || Number.isInteger(value), 'whole'),
)
const Days = v.pipe(
  ThresholdOf(3660),
  v.check(({ value }) => value === null || Number.isInteger(value), 'whole'),
)

/** Everything by which the use of land is judged and clocked. */
export const DefinitionValues = v.strictObject({
  /** The day from which use has to be proved; land handed over later counts from its BAST. */
  goLive: v.strictObject({
    value: PlainDate,
    source: text(500),
    status: v.picklist(['regulation', 'internal']),
  }),
  /** Months for which evidence of a lasting use counts, such as of a building. */
  lastingEvidenceMonths: Months,
  /** Months for which evidence of what grows or lives counts: a season. */
  seasonalEvidenceMonths: Months,
  /** G02: months without evidence after which land is taken for unused. */
  idleMonths: Months,
  /** Percent of a parcel that may lie vacant or unproved before its use is only in part. */
  partialPercent: ThresholdOf(100),
  /** Calendar days before a deadline on which those who can keep it are reminded. */
  reminderDays: Days,
  /** The same for the clocks of an idle case, which are shorter. */
  caseReminderDays: Days,
  /** Calendar days after a missed deadline until it goes one level further up. */
  escalationDays: Days,
  /** Months for which a plan of use, and one of pemanfaatan, keeps land from counting as unused. */
  planUseMonths: Months,
  planUtilisationMonths: Months,
  /** Months from acquisition to the request for the use-status decision (PSP). */
  pspMonths: Months,
  /** Months before the end of a right, or the day of a tarik kembali, at which it shows. */
  rightEndsMonths: Months,
  /** Working days of each clock of an idle case. */
  caseClocks: v.strictObject(
    Object.fromEntries(CASE_CLOCKS.map((clock) => [clock, Days])) as Record<
      CaseClockName,
      typeof Days
    >,
  ),
})
export type DefinitionValues = v.InferOutput<typeof DefinitionValues>

/** One version of the values, as two people of headquarters put it in force. */
export interface Definition {
  version: number
  /** The first day on which it counts. */
  validFrom: string
  source: string
  values: DefinitionValues
}

/** What the standing of a parcel depends on besides its record. */
export interface Given {
  /** Plain date in Jakarta. */
  today: string
  /** Ellipsoidal area of the boundary in square metres; null where there is none. */
  areaM2: number | null
  definition: Definition
  holidays: Holidays
}

const internal = (value: number | null, source = 'internal'): Threshold => ({
  value,
  source,
  status: 'internal',
})
const article = (value: number, source: string): Threshold => ({
  value,
  source,
  status: 'regulation',
})

/** The definition until headquarters sets another one. */
export const DEFAULT_DEFINITION: Definition = {
  version: 1,
  validFrom: '2026-06-01',
  source: 'internal',
  values: {
    goLive: { value: '2026-06-01', source: 'internal', status: 'internal' },
    lastingEvidenceMonths: internal(12),
    seasonalEvidenceMonths: internal(6),
    idleMonths: internal(6, 'instruksi'),
    partialPercent: internal(10),
    reminderDays: internal(14),
    caseReminderDays: internal(3),
    escalationDays: internal(14),
    planUseMonths: article(12, 'PMK 120 Tahun 2024 Ps. 8(3)'),
    planUtilisationMonths: article(6, 'PMK 120 Tahun 2024 Ps. 8(3)'),
    pspMonths: article(6, 'PMK 40 Tahun 2024 Ps. 11(1)'),
    rightEndsMonths: internal(12),
    caseClocks: DEFAULT_CASE_CLOCKS,
  },
}
