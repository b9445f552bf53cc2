import type { Phrase } from './phrase.ts'

/**
 * How much a finding weighs: `B` stops a submission, `E` must be resolved before a verification
 * without notes, `W` is a warning, `I` an indication.
 */
export type Severity = 'B' | 'E' | 'W' | 'I'

/** What a rule of the catalogue has to say about a record. */
export interface Finding {
  /** Id in the rule catalogue, such as `E04`. */
  rule: string
  severity: Severity
  /** Where, as an RFC 6901 pointer in fragment form such as `#/geometry/coordinates/0/3`. */
  pointer: string
  /** What is wrong. */
  message: Phrase
  /** What the officer can do about it. */
  cure: Phrase
  /** `[longitude, latitude]` of the place in WGS 84 degrees, for findings that have one. */
  place?: [number, number]
}
