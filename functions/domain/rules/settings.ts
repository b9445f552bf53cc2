import { type AreaTolerance, DEFAULT_AREA_TOLERANCE } from '../areas.ts'
import { DEFAULT_DEFINITION } from '../definition.ts'
import { BAMA_PERCENT } from '../food.ts'

/** A threshold with the ground on which it stands. */
export interface Threshold {
  /** Null where nobody has set one: the rule is then not evaluated, unless its text says otherwise. */
  value: number | null
  source: string
  /** `internal`: our own measure, no regulation in force was read that says so. */
  status: 'regulation' | 'internal'
}

/** Every number that the rules measure against. */
export interface RuleSettings {
  areaTolerance: AreaTolerance
  /** A03: days after the NPHD within which a grant has its register number. */
  registerDays: Threshold
  /** A12: value in rupiah from which a region's approval is required; null asks it of every grant. */
  approvalFromIdr: Threshold
  /** A14: months after which a proposal or an agreement without BAST is late. */
  withoutBastMonths: Threshold
  /** B13: months before the end of a right at which it shows. */
  rightEndsMonths: Threshold
  /** B15: days without news after which an open case shows. */
  caseQuietDays: Threshold
  /** B23: months from acquisition to the request for the use-status decision. */
  pspMonths: Threshold
  /** C07: days after the BAST within which the land is in the books. */
  unrecordedDays: Threshold
  /** C11: months from acquisition to the entry in the books. */
  recordedMonths: Threshold
  /** D06: how near to 100, 1,000 or 10,000 a ratio of areas is suspicious, as a share of it. */
  unitTrapShare: Threshold
  /** D10: percent of its area that land may lose in a new survey before it shows. */
  lostPercent: Threshold
  /** D11: smallest and largest plausible area, in square metres. */
  leastAreaM2: Threshold
  mostAreaM2: Threshold
  /** E10: share of a parcel, in percent, above which common land with another one is a finding. */
  overlapPercent: Threshold
  /** E15: days that a parcel may be without a boundary. */
  withoutBoundaryDays: Threshold
  /** E20: decimals below which a coordinate in degrees is coarse. */
  coordinateDecimals: Threshold
  /** F02: how far area times price may lie from the value, as a share of the value. */
  valueShare: Threshold
  /** F04: smallest and largest plausible price per square metre, in rupiah. */
  leastPerM2Idr: Threshold
  mostPerM2Idr: Threshold
  /** F07: age in years at which the tax value (NJOP) is old. */
  njopYears: Threshold
  /** A11: days before the day of a tarik kembali at which land without use shows. */
  reversionDays: Threshold
  /** G06: months within which a plan of use, and one of pemanfaatan, has to be carried out. */
  planUseMonths: Threshold
  planUtilisationMonths: Threshold
  /** G20: figures alike in two periods that follow within so many days of each other. */
  copiedDays: Threshold
  /** G23: percent of a harvest by which what is told of where it went may differ from it. */
  harvestPercent: Threshold
  /** G24: percent of a harvest that is to reach kitchens and vendors of bama. */
  bamaPercent: Threshold
  /** G26: days after the end of its period within which a report is in time. */
  reportDays: Threshold
  /** H01: age in months at which the latest photo is old. */
  photoMonths: Threshold
}

const internal = (value: number | null, source: string): Threshold => ({
  value,
  source,
  status: 'internal',
})

/** The thresholds until headquarters sets others. What no source states is null. */
export const DEFAULT_RULE_SETTINGS: RuleSettings = {
  areaTolerance: DEFAULT_AREA_TOLERANCE,
  registerDays: internal(null, 'open: no period was read in PMK 99/PMK.05/2017'),
  approvalFromIdr: internal(null, 'open: threshold for approval not read'),
  withoutBastMonths: internal(null, 'open'),
  rightEndsMonths: internal(12, 'internal'),
  caseQuietDays: internal(90, 'internal'),
  pspMonths: { value: 6, source: 'PMK 40 Tahun 2024 Ps. 11(1)', status: 'regulation' },
  unrecordedDays: internal(null, 'open'),
  recordedMonths: internal(12, 'internal'),
  unitTrapShare: internal(0.02, 'internal'),
  lostPercent: internal(2, 'internal'),
  leastAreaM2: internal(10, 'internal'),
  mostAreaM2: internal(2_000_000, 'internal'),
  overlapPercent: internal(1, 'internal'),
  withoutBoundaryDays: internal(null, 'open'),
  coordinateDecimals: internal(4, 'internal'),
  valueShare: internal(0.01, 'internal'),
  leastPerM2Idr: internal(100, 'internal'),
  mostPerM2Idr: internal(100_000_000, 'internal'),
  njopYears: internal(2, 'internal'),
  reversionDays: internal(90, 'internal'),
  planUseMonths: DEFAULT_DEFINITION.values.planUseMonths,
  planUtilisationMonths: DEFAULT_DEFINITION.values.planUtilisationMonths,
  copiedDays: internal(45, 'internal'),
  harvestPercent: internal(1, 'internal'),
  bamaPercent: BAMA_PERCENT,
  reportDays: internal(null, 'open: no due day of reports was read'),
  photoMonths: internal(6, 'internal'),
}
