import * as v from 'valibot'
import type { Phrase } from './phrase.ts'
import { Instant, text } from './text.ts'

/** Why one piece of land is claimed by two parcels. */
export const OVERLAP_KINDS = [
  'sengketa',
  'sertipikat-ganda',
  'satu-sertipikat-beberapa-nup',
  'batas-sementara',
] as const
export type OverlapKind = (typeof OVERLAP_KINDS)[number]

export const OVERLAP_KIND_NAMES: Record<OverlapKind, Phrase> = {
  sengketa: { id: 'Sengketa', en: 'Dispute' },
  'sertipikat-ganda': { id: 'Sertipikat ganda', en: 'Two certificates' },
  'satu-sertipikat-beberapa-nup': {
    id: 'Satu sertipikat, beberapa NUP',
    en: 'One certificate, several NUP',
  },
  'batas-sementara': { id: 'Batas sementara', en: 'Provisional boundary' },
}

/** What the newcomer states to be recorded although it lies on other parcels. */
export const OverlapReason = v.strictObject({ kind: v.picklist(OVERLAP_KINDS), text: text(2000) })
export type OverlapReason = v.InferOutput<typeof OverlapReason>

/** What headquarters may say: both stay recorded, or the newcomer has to give way. */
export const OVERLAP_OUTCOMES = ['dicatat', 'ditolak'] as const
export type OverlapOutcome = (typeof OVERLAP_OUTCOMES)[number]

/** The word of headquarters on land that two parcels claim. */
export const OverlapDecision = v.strictObject({
  outcome: v.picklist(OVERLAP_OUTCOMES),
  reason: text(2000),
})
export type OverlapDecision = v.InferOutput<typeof OverlapDecision>

/** Land that a newcomer shares with a parcel that was there before, as its own record tells it. */
export const SharedLand = v.strictObject({
  /** Id of the parcel that was there. */
  parcel: v.string(),
  /** Common land in whole square decimetres of m², ellipsoidal. */
  areaM2: v.number(),
  ...OverlapReason.entries,
  decision: v.optional(v.strictObject({ ...OverlapDecision.entries, by: v.string(), at: Instant })),
})
export type SharedLand = v.InferOutput<typeof SharedLand>
