import * as v from 'valibot'
import { Boundary } from '../domain/boundary.ts'
import { percentOf } from '../domain/overlap.ts'
import { mayRead } from '../domain/permissions.ts'
import { OverlapDecision, OverlapReason } from '../domain/shared-land.ts'
import { Instant } from '../domain/text.ts'
import type { Ctx } from '../operation.ts'
import { type Pair, pairsNamed } from '../store/pairs.ts'
import { findHead, type Head, type StoredParcel } from './table.ts'

/** Another parcel, as far as it is named beside one. */
export const OtherParcel = v.object({
  id: v.string(),
  name: v.string(),
  upt: v.string(),
  uptName: v.string(),
  state: v.string(),
})

/** Land that a parcel shares with another one, as served to insiders. */
export const ServedPair = v.object({
  /** The other one; absent when it is not open to the reader. */
  parcel: v.optional(OtherParcel),
  /** Whether this parcel is the one that came later. */
  isNewcomer: v.boolean(),
  kind: OverlapReason.entries.kind,
  /** In the words of the newcomer; absent with it. */
  text: v.optional(OverlapReason.entries.text),
  /** Common land in m², and its share of this parcel in percent. */
  areaM2: v.number(),
  percent: v.number(),
  outline: v.nullable(Boundary),
  decision: v.optional(v.object({ ...OverlapDecision.entries, by: v.string(), at: Instant })),
})
export type ServedPair = v.InferOutput<typeof ServedPair>

/** A pair with the other parcel, where the caller may read it. */
export interface OpenPair {
  pair: Pair
  other: Head | undefined
}

/** Another parcel in few words. */
export const named = ({
  id,
  name,
  upt,
  unitName,
  state,
}: Head): v.InferOutput<typeof OtherParcel> => ({
  id,
  name,
  upt,
  uptName: unitName,
  state,
})

/** What a parcel shares with others today. */
export interface Pairs {
  open: readonly OpenPair[]
  /** How many newcomers it ever had: see `pairEnds`. */
  came: number
}

export const NO_PAIRS: Pairs = { open: [], came: 0 }

/** The pairs in which a parcel stands today. */
export async function pairsOf(
  c: Ctx,
  { head: { id }, record, newcomers: { pairs, came } }: StoredParcel,
): Promise<Pairs> {
  const { table } = c.var.deps
  const claimed = await pairsNamed(table, id, record.overlaps ?? [])
  const open = await Promise.all(
    [...claimed, ...pairs].map(async (pair) => {
      const head = await findHead(table, pair.holder === id ? pair.newcomer : pair.holder)
      const isOpen = head !== undefined && mayRead(c.var.caller, head, head.state)
      return { pair, other: isOpen ? head : undefined }
    }),
  )
  return { open, came }
}

/** A pair as it is served with one of its two parcels. */
export function servedPair(
  id: string,
  areaM2: number | null,
  { pair, other }: OpenPair,
): ServedPair {
  const { kind, text, outline, decision } = pair
  return {
    ...(other && { parcel: named(other) }),
    isNewcomer: pair.newcomer === id,
    kind,
    ...((other || pair.newcomer === id) && { text }),
    areaM2: pair.areaM2,
    percent: percentOf(pair, areaM2 ?? pair.areaM2),
    outline,
    ...(decision && { decision }),
  }
}
