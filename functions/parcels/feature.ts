import * as v from 'valibot'
import { AreaChange } from '../domain/area-change.ts'
import { areasBySource } from '../domain/areas.ts'
import { Boundary, boundsOf } from '../domain/boundary.ts'
import { dayOf } from '../domain/calendar.ts'
import type { Finding } from '../domain/finding.ts'
import { landFindings } from '../domain/land.ts'
import { percentOf } from '../domain/overlap.ts'
import { ParcelProperties, STATES } from '../domain/parcel.ts'
import type { Language } from '../domain/phrase.ts'
import {
  Duplicate,
  Mark,
  type ParcelRecord,
  Retirement,
  ReturnNotice,
  Verification,
  withoutRestricted,
} from '../domain/record.ts'
import { Resurvey } from '../domain/resurvey.ts'
import { evaluate } from '../domain/rules/evaluate.ts'
import type { RuleContext } from '../domain/rules/rule.ts'
import { DEFAULT_RULE_SETTINGS } from '../domain/rules/settings.ts'
import { axesOfRecord, STATUSES, statusOf } from '../domain/status.ts'
import { IDLE_STATES, PROBLEMS, USE_STATUSES } from '../domain/standing.ts'
import { Instant } from '../domain/text.ts'
import { type Pairs, servedPair, ServedPair } from './shared.ts'

/** An area by its source, with its difference in m² and percent from what it is held against. */
const StatedArea = v.object({
  source: v.string(),
  m2: v.number(),
  of: v.string(),
  complete: v.boolean(),
  /** What each title or record says, where there are several. */
  parts: v.pipe(
    v.array(v.object({ of: v.string(), m2: v.number(), pointer: v.string() })),
    v.readonly(),
  ),
  comparedWith: v.nullable(v.string()),
  differenceM2: v.nullable(v.number()),
  differencePercent: v.nullable(v.number()),
  withinTolerance: v.nullable(v.boolean()),
})

/** What a rule found, in the reader's language. */
export const ShownFinding = v.object({
  rule: v.string(),
  severity: v.picklist(['B', 'E', 'W', 'I']),
  pointer: v.string(),
  message: v.string(),
  cure: v.string(),
  place: v.optional(v.tuple([v.number(), v.number()])),
})

/** A parcel as served: an RFC 7946 Feature; what the registry sets itself stands beside what was sent. */
export const ParcelFeature = v.object({
  type: v.literal('Feature'),
  id: v.pipe(v.string(), v.uuid()),
  bbox: v.optional(v.tuple([v.number(), v.number(), v.number(), v.number()])),
  geometry: v.nullable(Boundary),
  properties: v.object({
    ...ParcelProperties.entries,
    version: v.number(),
    state: v.picklist(STATES),
    status: v.picklist(STATUSES),
    /** The three axes that the status is picked from. */
    use: v.picklist(USE_STATUSES),
    idle: v.nullable(v.picklist(IDLE_STATES)),
    problem: v.nullable(v.picklist(PROBLEMS)),
    uptName: v.string(),
    kanwil: v.string(),
    /** Ellipsoidal area of the boundary in m². */
    areaM2: v.nullable(v.number()),
    areas: v.array(StatedArea),
    createdAt: Instant,
    updatedAt: Instant,
    submittedAt: v.optional(Instant),
    verifiedAt: v.optional(Instant),
    /** True when fields of class restricted were left out for this reader. */
    restricted: v.boolean(),
    findings: v.optional(v.array(ShownFinding)),
    handover: v.optional(Mark),
    returned: v.optional(v.object({ ...ReturnNotice.entries, ...Mark.entries })),
    verification: v.optional(v.object({ ...Verification.entries, ...Mark.entries })),
    retirement: v.optional(
      v.object({
        ...Retirement.entries,
        ...Mark.entries,
        /** Areas before and after, when it was divided or merged. */
        areas: v.optional(v.array(AreaChange)),
      }),
    ),
    resurvey: v.optional(Resurvey),
    duplicates: v.optional(v.array(Duplicate)),
    /** Land that it shares with other parcels. */
    overlaps: v.optional(v.array(ServedPair)),
  }),
})
export type ParcelFeature = v.InferOutput<typeof ParcelFeature>

/** A parcel at one version, present or past. */
export interface ShownParcel {
  id: string
  version: number
  /** Instant of the version's event. */
  at: string
  record: ParcelRecord
  boundary: Boundary | null
  areaM2: number | null
  unitName: string
  kanwil: string
  createdAt: string
  submittedAt?: string | undefined
  verifiedAt?: string | undefined
  /** What the reference data say of its place, where a rule compares them. */
  reference: Pick<RuleContext, 'region' | 'uptRegion'>
  /** Land that it shares with other parcels today; none in the past, where its record tells. */
  pairs: Pairs
}

/** What the rules look at: a parcel as it stands at an instant. */
export const contextOf = (
  { id, record, boundary, areaM2, createdAt, reference, pairs }: ShownParcel,
  at: Date,
): RuleContext => ({
  ...reference,
  createdOn: dayOf(new Date(createdAt)),
  properties: record.properties,
  boundaryAreaM2: areaM2,
  boundary,
  landFindings: boundary ? landFindings(boundary) : [],
  state: record.state,
  documents: record.documents ?? {},
  duplicates: record.duplicates ?? [],
  overlaps: pairs.open.map(({ pair }) => ({
    percent: percentOf(pair, areaM2 ?? pair.areaM2),
    isNewcomer: pair.newcomer === id,
    isSettled: pair.decision?.outcome === 'dicatat',
  })),
  ...(record.resurvey && { resurvey: record.resurvey }),
  ...(record.state !== 'draf' && {
    use: record.use ?? {},
    ...(record.standing && { standing: record.standing }),
    ...(record.idleCase && { idleCase: record.idleCase }),
    ...(record.pastCases && { pastCases: record.pastCases }),
    ...(record.legalIdle && { legalIdle: record.legalIdle }),
  }),
  today: dayOf(at),
  settings: DEFAULT_RULE_SETTINGS,
})

/** What the rules say of a parcel as it stands at an instant. */
export const findingsOf = (parcel: ShownParcel, at: Date): Finding[] =>
  evaluate(contextOf(parcel, at))

/** Show a parcel to a reader: everything to insiders, the open fields to all others. */
export function featureOf(
  parcel: ShownParcel,
  reader: { isInsider: boolean; language: Language },
): ParcelFeature {
  const { id, record, boundary, areaM2, pairs } = parcel
  const { returned, verification, retirement, resurvey, handover, duplicates } = record
  const axes = axesOfRecord(record)
  const properties = reader.isInsider ? record.properties : withoutRestricted(record.properties)
  return {
    type: 'Feature',
    id,
    ...(boundary && { bbox: boundsOf(boundary) }),
    geometry: boundary,
    properties: {
      ...properties,
      version: parcel.version,
      state: record.state,
      status: statusOf(axes),
      use: axes.use,
      idle: axes.idle,
      problem: axes.problem,
      uptName: parcel.unitName,
      kanwil: parcel.kanwil,
      areaM2,
      areas: areasBySource(record.properties, areaM2),
      createdAt: parcel.createdAt,
      updatedAt: parcel.at,
      ...(parcel.submittedAt && { submittedAt: parcel.submittedAt }),
      ...(parcel.verifiedAt && { verifiedAt: parcel.verifiedAt }),
      restricted: !reader.isInsider,
      ...(reader.isInsider && {
        findings: findingsOf(parcel, new Date(parcel.at)).map(({ message, cure, ...finding }) => ({
          ...finding,
          message: message[reader.language],
          cure: cure[reader.language],
        })),
        ...(handover && { handover }),
        ...(returned && { returned }),
        ...(verification && { verification }),
        ...(retirement && { retirement }),
        ...(resurvey && { resurvey }),
        ...(duplicates && { duplicates }),
        ...(pairs.open.length > 0 && {
          overlaps: pairs.open.map((pair) => servedPair(id, areaM2, pair)),
        }),
      }),
    },
  }
}
