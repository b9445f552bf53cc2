import * as v from 'valibot'
import type { AreaChange, CountedArea } from './area-change.ts'
import type { ParcelProperties, State } from './parcel.ts'
import type { IdleCase, Letter } from './idle-case.ts'
import type { Photo, Report } from './report.ts'
import type { Resurvey } from './resurvey.ts'
import type { SharedLand } from './shared-land.ts'
import type { IdleState, Standing } from './standing.ts'
import type { UseRecord } from './use.ts'
import { Instant, isPlain, text } from './text.ts'

/** A remark at a field, for the officer who has to correct it. */
export const FieldNote = v.strictObject({
  /** RFC 6901 pointer in fragment form, such as `#/properties/grant/steps/bast/number`. */
  pointer: v.pipe(
    v.string(),
    v.maxLength(300),
    v.regex(/^#(\/[^/]*)*$/, 'form:#/properties/name'),
    isPlain,
  ),
  note: text(1000),
})
export type FieldNote = v.InferOutput<typeof FieldNote>

/** What was returned, or reopened, and why. */
export const ReturnNotice = v.strictObject({
  reason: text(2000),
  notes: v.optional(v.pipe(v.array(FieldNote), v.maxLength(50)), []),
})
export type ReturnNotice = v.InferOutput<typeof ReturnNotice>

/** Ways in which a parcel leaves the registry. */
export const RETIREMENTS = [
  'salah-catat',
  'ganda',
  'dipecah',
  'digabung',
  'alih-status',
  'penghapusan',
  'eks-bmn-idle',
] as const

/** Why a parcel leaves, on which paper, and which parcels come after it. */
export const Retirement = v.strictObject({
  kind: v.picklist(RETIREMENTS),
  reason: text(2000),
  /** Ids of documents of this parcel; needed unless it was never submitted. */
  documents: v.optional(v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(20)), []),
  /** Ids of the parcels that take its place, when it was divided, merged or a duplicate. */
  successors: v.optional(v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(20)), []),
  /** Why the successors together have another area; needed where it differs beyond the tolerance. */
  areaNote: v.optional(text(2000)),
})
export type Retirement = v.InferOutput<typeof Retirement>

/** The verifier's word: with notes, the verification is "dengan catatan". */
export const Verification = v.strictObject({
  note: v.optional(text(2000)),
  notes: v.optional(v.pipe(v.array(FieldNote), v.maxLength(50)), []),
})
export type Verification = v.InferOutput<typeof Verification>

/** A number that another parcel holds as well, and the stated reason. */
export const Duplicate = v.strictObject({
  kind: v.picklist(['bmn', 'sertipikat', 'nib', 'register']),
  value: v.string(),
  reason: v.string(),
})
export type Duplicate = v.InferOutput<typeof Duplicate>

/** By whom (member id) and when. */
export const Mark = v.strictObject({ by: v.string(), at: Instant })
export type Mark = v.InferOutput<typeof Mark>

/** What is known of an uploaded document: its bytes are kept under their SHA-256. */
export const DocumentFacts = v.strictObject({
  id: v.string(),
  kind: v.string(),
  name: v.string(),
  contentType: v.string(),
  size: v.number(),
  sha256: v.string(),
  by: v.string(),
  at: Instant,
  /** Why it no longer counts; it stays readable. */
  withdrawn: v.optional(v.strictObject({ by: v.string(), at: Instant, reason: v.string() })),
})
export type DocumentFacts = v.InferOutput<typeof DocumentFacts>

/** One parcel as the history tells it. Everything else that is shown follows from this. */
export interface ParcelRecord {
  state: State
  properties: ParcelProperties
  /** SHA-256 of the boundary's canonical JSON; null while there is none. */
  boundary: string | null
  handover?: Mark
  returned?: ReturnNotice & Mark
  verification?: Verification & Mark
  /** With the areas before and after, when it was divided or merged. */
  retirement?: Retirement & Mark & { areas?: AreaChange[] }
  /** The last survey for which it was opened. */
  resurvey?: Resurvey
  duplicates?: Duplicate[]
  /** Land that it shares with parcels that were there before it. */
  overlaps?: SharedLand[]
  documents?: Record<string, DocumentFacts>
  /** Blocks of use, plans, and why the rest lies unused. */
  use?: UseRecord
  /** Derived with each change and by the nightly sweep. */
  standing?: Standing
  /** The idle case that is open, or was last. */
  idleCase?: IdleCase
  /** Cases before that one, the oldest first. */
  pastCases?: IdleCase[]
  /** What a letter of the Pengelola Barang says of it in law. */
  legalIdle?: { state: IdleState; letter: Letter }
  /** Deadlines that passed, by clock and day: when the sweep saw them. */
  passed?: Record<string, { day: string; seen: string }>
  /** Stand in items of their own and grow without end: a change holds those alone that it writes. */
  reports?: Record<string, Report>
  photos?: Record<string, Photo>
}

const without = <K extends keyof ParcelRecord>(
  record: ParcelRecord,
  ...keys: K[]
): ParcelRecord => {
  const rest = { ...record }
  for (const key of keys) delete rest[key]
  return rest
}

/** A draft of a parcel. */
export const drafted = (properties: ParcelProperties, boundary: string | null): ParcelRecord => ({
  state: 'draf',
  properties,
  boundary,
})

/** Other contents; what was handed over for release no longer is. */
export const changed = (
  record: ParcelRecord,
  properties: ParcelProperties,
  boundary: string | null,
): ParcelRecord => ({ ...without(record, 'handover'), properties, boundary })

/** Handed to the head of the unit for release. */
export const handedOver = (record: ParcelRecord, mark: Mark): ParcelRecord => ({
  ...record,
  handover: mark,
})

/** Released by the head of the unit: it counts from now on. */
export const submitted = (
  record: ParcelRecord,
  duplicates: Duplicate[],
  overlaps: SharedLand[],
): ParcelRecord => ({
  ...without(record, 'handover', 'returned', 'verification', 'duplicates', 'overlaps'),
  state: 'diajukan',
  ...(duplicates.length > 0 && { duplicates }),
  ...(overlaps.length > 0 && { overlaps }),
})

/** Headquarters has spoken on the land that it shares with another parcel. */
export const decided = (
  record: ParcelRecord,
  other: string,
  decision: NonNullable<SharedLand['decision']>,
): ParcelRecord => ({
  ...record,
  overlaps: (record.overlaps ?? []).map((shared) =>
    shared.parcel === other ? { ...shared, decision } : shared,
  ),
})

/** Sent back with notes at its fields, or opened again after a verification. */
export const returned = (record: ParcelRecord, notice: ReturnNotice & Mark): ParcelRecord => ({
  ...without(record, 'handover', 'verification'),
  state: 'dikembalikan',
  returned: notice,
})

/** Opened again to be measured anew; what the last survey said of its area no longer explains it. */
export const reopenedForSurvey = (
  record: ParcelRecord,
  notice: ReturnNotice & Mark,
  before: CountedArea[],
): ParcelRecord => {
  const { areaNote: _, ...properties } = record.properties
  const { reason, by, at } = notice
  return { ...returned(record, notice), properties, resurvey: { reason, by, at, before } }
}

/** Found equal to its documents; `withNotes` when something in them is missing or wrong. */
export const verified = (
  record: ParcelRecord,
  verification: Verification & Mark,
  withNotes: boolean,
): ParcelRecord => ({
  ...record,
  state: withNotes ? 'terverifikasi-dengan-catatan' : 'terverifikasi',
  verification,
})

/** Out of the registry; its history stays. */
export const retired = (
  record: ParcelRecord,
  retirement: NonNullable<ParcelRecord['retirement']>,
): ParcelRecord => ({
  ...without(record, 'handover', 'returned'),
  state: 'nonaktif',
  retirement,
})

const PERSONAL = [
  /^\/properties\/neighbours\//,
  /^\/properties\/grant\/grantor\/name$/,
  /^\/properties\/grant\/steps\/\w+\/parties\/\d+$/,
  /^\/properties\/titles\/\d+\/holder$/,
  /^\/properties\/legalProblems\/\d+\/(party|counsel)$/,
  /^\/overlaps\/\d+\/text$/,
  /^\/use\/blocks\/[^/]+\/(runBy|utilisation\/partner)$/,
]

/** Whether a value of the record may name a person, so that the history keeps it where it can be erased. */
export const isPersonal = (pointer: string): boolean =>
  PERSONAL.some((pattern) => pattern.test(pointer))

const OFFICE =
  /^(pemerintah|kementerian|departemen|provinsi|kabupaten|kota|pemprov|pemkab|pemkot)\b/i

/** A grant without those who signed it, what was remarked of it, and a grantor who is a person. */
function openGrant({ grantor, steps = {}, terms }: NonNullable<ParcelProperties['grant']>) {
  const isPerson = grantor && (!grantor.kind || /^(masyarakat|perorangan)$/.test(grantor.kind))
  const open = Object.entries(steps).map(([name, step]) => {
    const { parties: _, note: __, original, ...said } = step
    return [name, { ...said, ...(original && { original: { place: original.place } }) }]
  })
  return {
    ...(grantor && !isPerson && { grantor }),
    steps: Object.fromEntries(open) as typeof steps,
    ...(terms && { terms }),
  }
}

/** How a boundary was made, without the name of the file, which may be a person's. */
function openSource(source: NonNullable<ParcelProperties['boundarySource']>) {
  const { fileName: _, document: __, polygon: ___, original: ____, ...open } = source
  return open
}

/** What everyone who is signed in may read of a parcel: no neighbours, persons, parties, remarks or strategy. */
export function withoutRestricted(properties: ParcelProperties): ParcelProperties {
  const {
    neighbours: _,
    note: __,
    areaNote: ___,
    grant,
    titles,
    legalProblems,
    boundarySource,
    ...open
  } = properties
  return {
    ...open,
    ...(boundarySource && { boundarySource: openSource(boundarySource) }),
    ...(grant && { grant: openGrant(grant) }),
    ...(titles && {
      titles: titles.map(({ holder, ...title }) =>
        holder && OFFICE.test(holder) ? { ...title, holder } : title,
      ),
    }),
    ...(legalProblems && {
      legalProblems: legalProblems.map(({ kind, stage, since, areaM2 }) => ({
        kind,
        ...(stage && { stage }),
        ...(since && { since }),
        ...(areaM2 && { areaM2 }),
      })),
    }),
  }
}
