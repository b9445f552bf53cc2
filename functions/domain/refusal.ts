import type { Phrase } from './phrase.ts'

/** Every reason the registry refuses a request. Clients match on these, so never rename one. */
export type RefusalCode =
  | 'malformed-body' // 400: the bytes are not what the content type says
  | 'malformed-query' // 400
  | 'not-signed-in' // 401
  | 'not-a-member' // 403: signed in, but no membership in force
  | 'forbidden' // 403
  | 'four-eyes' // 403: who prepared or released cannot verify
  | 'not-found' // 404: also what the caller may not know of
  | 'no-such-route' // 404
  | 'number-taken' // 409: NUP, certificate, NIB or register code held by another parcel
  | 'overlaps-parcel' // 409: lies on land of another parcel
  | 'overlap-undecided' // 409: headquarters has not said that both parcels stay
  | 'predecessor-stands' // 409: the parcel that this one came from has not been retired
  | 'member-exists' // 409
  | 'report-exists' // 409: another report came under this id
  | 'unit-has-parcels' // 409
  | 'wrong-state' // 409: the step does not start from the parcel's state
  | 'upload-incomplete' // 409: not every part of the file has arrived
  | 'busy' // 503: conflicts or throttles outlasted the retries
  | 'stale' // 412: If-Match names an older version
  | 'too-large' // 413
  | 'unsupported-media-type' // 415
  | 'invalid-input' // 422: understood, and something in it is wrong
  | 'not-a-boundary' // 422: the geometry is no boundary at all
  | 'not-ready' // 422: the draft cannot be submitted yet
  | 'idempotency-key-reused' // 422: the key came before with another body
  | 'too-many-documents' // 422: the parcel holds as many as it may
  | 'file-differs' // 422: checksum, size or content is not what was announced
  | 'unreadable-file' // 422: no boundary can be read in the file
  | 'file-too-complex' // 422: more points, shapes or entries than any parcel has
  | 'precondition-required' // 428: If-Match is missing

/** One thing wrong with what was sent. */
export interface Fault {
  /** Where, as an RFC 6901 pointer in fragment form such as `#/properties/name`. */
  pointer: string
  /** What is wrong and what to do, in both languages. */
  detail: Phrase
  /** Which rule of the catalogue found it, such as `E04`, where one did. */
  rule?: string
  /** `[longitude, latitude]` of the place, for faults that have one. */
  place?: [number, number]
}

/** What travels with a refusal beside its sentence. */
export interface RefusalOptions extends ErrorOptions {
  faults?: readonly Fault[]
  /** Further members of the problem, such as `retryAfter` (seconds) or `currentVersion`. */
  parameters?: Readonly<Record<string, unknown>>
}

/** A request that the registry understood and declined. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly detail: Phrase
  readonly faults: readonly Fault[]
  readonly parameters: Readonly<Record<string, unknown>>

  constructor(
    code: RefusalCode,
    detail: Phrase,
    { faults = [], parameters = {}, ...options }: RefusalOptions = {},
  ) {
    super(detail.en, options)
    this.code = code
    this.detail = detail
    this.faults = faults
    this.parameters = parameters
  }
}
