import type { Boundary } from '../boundary.ts'
import type { Commodity } from '../commodities.ts'
import type { Finding, Severity } from '../finding.ts'
import type { IdleCase } from '../idle-case.ts'
import type { ParcelProperties, State } from '../parcel.ts'
import type { Phrase } from '../phrase.ts'
import type { Duplicate, ParcelRecord } from '../record.ts'
import type { Photo, Report } from '../report.ts'
import type { Resurvey } from '../resurvey.ts'
import type { Standing } from '../standing.ts'
import type { UseRecord } from '../use.ts'
import type { RuleSettings } from './settings.ts'

/** Everything that a rule may look at. Nothing is fetched: what is not here is not judged. */
export interface RuleContext {
  properties: ParcelProperties
  /** Null while the parcel has none. */
  boundary: Boundary | null
  /** Ellipsoidal area of the boundary in square metres; null where there is none. */
  boundaryAreaM2: number | null
  /** What is wrong with the boundary as land. */
  landFindings: readonly Finding[]
  /** Plain date in Jakarta. */
  today: string
  state: State
  /** Documents whose upload is complete, by id; withdrawn ones do not count. */
  documents: Readonly<Record<string, { sha256: string; kind?: string; withdrawn?: unknown }>>
  /** Numbers that another parcel holds too, with the reason that was given. */
  duplicates: readonly Duplicate[]
  /** The last survey for which it was opened; D10 needs it. */
  resurvey?: Pick<Resurvey, 'before' | 'after' | 'note'>
  settings: RuleSettings
  /** Plain date on which the parcel was first recorded; E15 needs it. */
  createdOn?: string
  /** What the region table says of `address.kodeKemendagri`; null: no such code. E18 needs it. */
  region?: { kabupaten?: string } | null
  /** Land that it shares with other parcels, in percent of its own; E10 needs it. */
  overlaps?: readonly { percent: number; isNewcomer: boolean; isSettled: boolean }[]
  /** Kemendagri code of the kabupaten or kota of the unit, such as `12.75`; E21 needs it. */
  uptRegion?: string
  /** Blocks and plans, of land that has been submitted; group G needs them. */
  use?: UseRecord
  /** How the land stands as of today. */
  standing?: Standing
  idleCase?: IdleCase
  pastCases?: readonly IdleCase[]
  legalIdle?: ParcelRecord['legalIdle']
  /** Reports where the caller has read them, in any order; the rules on harvests need them. */
  reports?: readonly Report[]
  /** Photos of those reports, where the caller has read them. */
  photos?: readonly Photo[]
  /** The table of commodities; what is not in it is not judged by its bounds. */
  commodities?: readonly Commodity[]
}

type Hit<V> = V & { pointer: string }
type Said<V> = Phrase | ((hit: Hit<V>) => Phrase)

/** One rule of the catalogue: data, and a pure function that finds what it is about. */
export interface Rule {
  id: string
  severity: Severity
  /** The ground: a regulation, or `internal`. */
  source: string
  check(context: RuleContext): Finding[]
}

/** Make a rule. `find` says where and with which values; the sentences are written from those. */
export function rule<V extends object>({
  id,
  severity,
  source,
  find,
  message,
  cure,
}: {
  id: string
  severity: Severity
  source: string
  find(context: RuleContext): Hit<V>[]
  message: Said<V>
  /** Who can cure it, and how. */
  cure: Said<V>
}): Rule {
  const say = (said: Said<V>, hit: Hit<V>): Phrase =>
    typeof said === 'function' ? said(hit) : said
  return {
    id,
    severity,
    source,
    check: (context) =>
      find(context).map((hit) => ({
        rule: id,
        severity,
        pointer: hit.pointer,
        message: say(message, hit),
        cure: say(cure, hit),
      })),
  }
}

/** One hit at `pointer` when the condition holds, else none. */
export const hitIf = (condition: boolean, pointer: string): { pointer: string }[] =>
  condition ? [{ pointer }] : []

/** How far the grant has come; a status that is not told yet is before everything. */
export const hasReached = (
  { statusPerolehan: status }: ParcelProperties,
  ...steps: NonNullable<ParcelProperties['statusPerolehan']>[]
): boolean => status !== undefined && steps.includes(status)

/** Whether at least one of these documents was uploaded in full and not withdrawn. */
export const isFiled = ({ documents }: RuleContext, ids: readonly string[] = []): boolean =>
  ids.some((id) => Object.hasOwn(documents, id) && documents[id]?.withdrawn === undefined)
