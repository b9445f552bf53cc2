import * as v from 'valibot'
import { areaOf, toSquareDecimetres } from '../domain/area.ts'
import { Boundary, cornerCount } from '../domain/boundary.ts'
import { counts, meet, type Overlap, overlapOf, percentOf } from '../domain/overlap.ts'
import { decodeOutline, outlineOf } from '../domain/outline.ts'
import { mayRead } from '../domain/permissions.ts'
import type { Phrase } from '../domain/phrase.ts'
import { type Fault, Refusal } from '../domain/refusal.ts'
import type { OverlapReason, SharedLand } from '../domain/shared-land.ts'
import { formatArea, formatNumber } from '../domain/writing.ts'
import type { Ctx } from '../operation.ts'
import type { Neighbour } from '../store/cells/entry.ts'
import type { Write } from '../store/change.ts'
import { namedBy } from '../store/links.ts'
import type { ShownParcel } from './feature.ts'
import { findBoundary } from './history.ts'
import { type Pair, pairEnds, pairRenewal, pairRestart, pairStart } from '../store/pairs.ts'
import { named, type OpenPair, OtherParcel, type Pairs } from './shared.ts'
import { findHead, type Head, type StoredParcel } from './table.ts'

/** Another parcel on the same land. */
export interface Met {
  /** The other parcel today. */
  head: Head
  overlap: Overlap
  /** The other's whole area in m², ellipsoidal. */
  theirAreaM2: number
}

/** Land conflicts as the API tells them: the others only to those who may know of them. */
export const LandConflicts = v.object({
  overlaps: v.array(
    v.object({
      parcel: OtherParcel,
      /** Common land in m², ellipsoidal, and its share of this parcel and of the other, in percent. */
      areaM2: v.number(),
      percent: v.number(),
      percentOfTheirs: v.number(),
      /** The common land, in few corners where it has very many. */
      outline: Boundary,
    }),
  ),
  /** Conflicts with parcels that the caller may not read: their number, and their area to one digit. */
  hidden: v.object({ count: v.number(), areaM2: v.number() }),
})
export type LandConflicts = v.InferOutput<typeof LandConflicts>
type Conflict = LandConflicts['overlaps'][number]

/** Parcels on which one newcomer may lie: each is one more write of its transaction. */
const MOST_SHARED = 20
const MOST_CORNERS = 500
const AT_ONCE = 32 // neighbours whose boundaries are read side by side
const MOST_NAMED = 3 // in the sentences; `overlaps` has them all

const otherOf = (id: string, { holder, newcomer }: Pair): string =>
  holder === id ? newcomer : holder

const isOpen = (c: Ctx, head: Head): boolean => mayRead(c.var.caller, head, head.state)

const shortened = (boundary: Boundary): Boundary =>
  cornerCount(boundary) <= MOST_CORNERS
    ? boundary
    : (decodeOutline(outlineOf(boundary).bytes) ?? boundary)

/** Which of the neighbours, whose boxes meet, really lie on the same land: decided exactly. */
export async function findMet(
  c: Ctx,
  boundary: Boundary,
  neighbours: readonly Neighbour[],
): Promise<Met[]> {
  const met: Met[] = []
  for (let from = 0; from < neighbours.length; from += AT_ONCE) {
    const slice = neighbours.slice(from, from + AT_ONCE)
    const found = await Promise.all(slice.map((neighbour) => meetOne(c, boundary, neighbour)))
    met.push(...found.filter((each) => each !== undefined))
  }
  return met.sort((a, b) => b.overlap.areaM2 - a.overlap.areaM2)
}

async function meetOne(
  c: Ctx,
  boundary: Boundary,
  { id, exact, outline }: Neighbour,
): Promise<Met | undefined> {
  const { table, files } = c.var.deps
  const judge = (theirs: Boundary): Overlap | undefined => {
    const overlap = meet(boundary, theirs) ? overlapOf(boundary, theirs) : null
    return overlap && counts(overlap) ? overlap : undefined
  }
  const known = exact && outline ? judge(outline) : undefined
  if (exact && outline && !known) return undefined // most: nothing is read
  const head = await findHead(table, id)
  if (!head?.cells) return undefined // it has left meanwhile; its page tells
  const theirs =
    exact && outline ? outline : await findBoundary(table, files, id, head.cells.boundary)
  const overlap = known ?? judge(theirs)
  return overlap && { head, overlap, theirAreaM2: areaOf(theirs) ?? 0 }
}

/** The land conflicts as this caller may see them. */
export function conflictsFor(c: Ctx, met: readonly Met[], ownAreaM2: number): LandConflicts {
  const hidden = met.filter(({ head }) => !isOpen(c, head))
  const overlaps = met
    .filter(({ head }) => isOpen(c, head))
    .map(({ head, overlap, theirAreaM2 }) => ({
      parcel: named(head),
      areaM2: toSquareDecimetres(overlap.areaM2),
      percent: percentOf(overlap, ownAreaM2),
      percentOfTheirs: percentOf(overlap, theirAreaM2),
      outline: shortened(overlap.outline),
    }))
  const areaM2 = hidden.reduce((sum, { overlap }) => sum + overlap.areaM2, 0)
  return { overlaps, hidden: { count: hidden.length, areaM2: Number(areaM2.toPrecision(1)) } }
}

const faultOf = ({ parcel, areaM2, percent }: Conflict): Fault => ({
  pointer: '#/geometry',
  rule: 'E10',
  detail: {
    id: `${formatArea(areaM2, 'id')} (${formatNumber(percent, 'id')} %) bertumpang tindih dengan ${parcel.name} (${parcel.uptName}).`,
    en: `${formatArea(areaM2, 'en')} (${formatNumber(percent, 'en')} %) overlaps ${parcel.name} (${parcel.uptName}).`,
  },
})

const hiddenFault = ({ count, areaM2 }: LandConflicts['hidden']): Fault => ({
  pointer: '#/geometry',
  rule: 'E10',
  detail: {
    id: `${formatArea(areaM2, 'id')} bertumpang tindih dengan ${count} bidang yang tidak terbuka bagi Anda. Tanyakan kepada Kanwil.`,
    en: `${formatArea(areaM2, 'en')} overlaps ${count} parcels that are not open to you. Ask the Kanwil.`,
  },
})

const STATE_A_REASON: Phrase = {
  id: 'Tanah ini sudah tercatat pada bidang lain. Periksa batasnya, atau sebutkan mengapa tanah yang sama tercatat dua kali (overlapReason); pusat lalu memutuskan.',
  en: 'This land is recorded with another parcel. Check the boundary, or state why the same land is recorded twice (overlapReason); headquarters then decides.',
}
const TOO_MANY: Phrase = {
  id: `Batas ini menutupi lebih dari ${MOST_SHARED} bidang lain. Periksa batasnya; sebanyak itu tidak dapat dicatat dengan alasan.`,
  en: `This boundary covers more than ${MOST_SHARED} other parcels. Check it; so many cannot be recorded with a reason.`,
}

function refusal(c: Ctx, fresh: readonly Met[], count: number, ownAreaM2: number): Refusal {
  const { overlaps, hidden } = conflictsFor(c, fresh.slice(0, MOST_SHARED), ownAreaM2)
  const faults = overlaps.slice(0, MOST_NAMED).map(faultOf)
  if (hidden.count > 0) faults.push(hiddenFault(hidden))
  const isTooMany = count > MOST_SHARED
  return new Refusal('overlaps-parcel', isTooMany ? TOO_MANY : STATE_A_REASON, {
    faults,
    parameters: { overlaps, hidden, count, mayBeExplained: !isTooMany },
  })
}

/**
 * The neighbours without the parcels that this one comes from, and without those that come from it and
 * wait for its leaving: no such one is verified before the older one has left.
 */
export async function withoutKin(
  c: Ctx,
  { head: { id, submittedAt }, record }: StoredParcel,
  neighbours: readonly Neighbour[],
): Promise<Neighbour[]> {
  const predecessors = new Set(record.properties.predecessors ?? [])
  const successors = new Set(submittedAt ? await namedBy(c.var.deps.table, id) : [])
  return neighbours.filter(
    (other) =>
      !predecessors.has(other.id) && !(successors.has(other.id) && other.state === 'diajukan'),
  )
}

/** Common land that is more than what was stated and decided about. */
const hasGrown = (before: Pair, { areaM2 }: Overlap): boolean =>
  areaM2 > before.areaM2 * 1.05 && counts({ areaM2: areaM2 - before.areaM2, widthM: Infinity })

/** What a submission does to the land that it shares with others. */
export interface OverlapPlan {
  overlaps: SharedLand[]
  writes: Write[]
  /** The pairs as they stand afterwards. */
  pairs: Pairs
}

/**
 * Judge the neighbours of a submission. Land that was shared before stays so, with its reason and its
 * decision. New conflicts, and more land than before, need `reason` and a new decision; who takes more
 * is then the newcomer.
 *
 * @throws Refusal `overlaps-parcel` with every neighbour that the caller may know of
 */
export async function planOverlaps(
  c: Ctx,
  stored: StoredParcel,
  { boundary, pairs: before }: Pick<ShownParcel, 'boundary' | 'pairs'>,
  neighbours: readonly Neighbour[],
  reason: OverlapReason | undefined,
): Promise<OverlapPlan> {
  const { table, now } = c.var.deps
  const { id, cells } = stored.head
  const met = boundary ? await findMet(c, boundary, await withoutKin(c, stored, neighbours)) : []
  const known = new Map(before.open.map(({ pair }) => [otherOf(id, pair), pair]))
  const isFresh = ({ head, overlap }: Met): boolean => {
    const old = known.get(head.id)
    return !old || hasGrown(old, overlap)
  }
  const fresh = met.filter(isFresh)
  if (fresh.length > 0 && (!reason || met.length > MOST_SHARED))
    throw refusal(c, fresh, met.length, areaOf(boundary!) ?? 0)
  const at = now().toISOString()
  const writes: Write[] = []
  const ending: Pair[] = []
  const open: OpenPair[] = []
  for (const one of met) {
    const { head, overlap } = one
    const measured = { areaM2: toSquareDecimetres(overlap.areaM2), outline: overlap.outline }
    const old = known.get(head.id)
    const claim: Pair = { ...reason!, ...measured, holder: head.id, newcomer: id, at }
    const pair = old && !isFresh(one) ? { ...old, ...measured } : claim
    if (!old) writes.push(...pairStart(table, pair))
    else if (pair !== claim) writes.push(pairRenewal(table, pair))
    else if (old.newcomer === id) writes.push(pairRestart(table, pair))
    else {
      ending.push(old) // the two change sides
      writes.push(...pairStart(table, pair))
    }
    open.push({ pair, other: isOpen(c, head) ? head : undefined })
  }
  const still = new Set(met.map(({ head }) => head.id))
  for (const { pair } of before.open) if (!still.has(otherOf(id, pair))) ending.push(pair)
  writes.push(...pairEnds(table, id, ending, cells && before.came))
  const claimed = open.filter(({ pair }) => pair.newcomer === id)
  return {
    overlaps: claimed.map(({ pair: { holder: parcel, areaM2, kind, text, decision } }) => ({
      parcel,
      areaM2,
      kind,
      text,
      ...(decision && { decision }),
    })),
    writes,
    pairs: { open, came: before.came },
  }
}
