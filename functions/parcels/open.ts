import { areaOf, toSquareDecimetres } from '../domain/area.ts'
import type { Boundary } from '../domain/boundary.ts'
import { may, mayRead, type Place, type Role } from '../domain/permissions.ts'
import type { ParcelRecord } from '../domain/record.ts'
import { authorise, type Ctx, notFound } from '../operation.ts'
import { findRegion, findUnit } from '../store/reference.ts'
import { featureOf, type ParcelFeature, type ShownParcel } from './feature.ts'
import { findBoundary, parcelAfter, readHistory } from './history.ts'
import { etagOf, requiredVersion, stale } from '../precondition.ts'
import type { Saved } from './save.ts'
import { NO_PAIRS, pairsOf } from './shared.ts'
import { boundaryOf, findParcel, type StoredParcel } from './table.ts'

/** A parcel that the caller may do the route's action to, and the role by which. */
export interface OpenParcel {
  stored: StoredParcel
  role: Role
}

/**
 * Read the parcel of the route and pass its second gate.
 * @throws Refusal `not-found`, `forbidden` or `wrong-state`
 */
export async function openParcel(c: Ctx, id: string): Promise<OpenParcel> {
  const stored = await findParcel(c.var.deps.table, id)
  if (!stored) throw notFound()
  return { stored, role: authorise(c, stored.head, stored.head.state) }
}

/**
 * Read the parcel of the route for a change of the version that the caller saw. A version that is no
 * longer the newest is said before a state that no longer fits: it is why.
 * @throws Refusal as `openParcel`, and `stale` or `precondition-required`
 */
export async function openSeen(c: Ctx, id: string): Promise<OpenParcel> {
  const stored = await findParcel(c.var.deps.table, id)
  if (!stored) throw notFound()
  const { head, chain } = stored
  if (!mayRead(c.var.caller, head, head.state)) throw notFound()
  authorise(c, head)
  const requireNewest = (): void => {
    if (requiredVersion(c) !== chain.version) throw stale(chain.version)
  }
  if (c.req.header('If-Match') !== undefined) requireNewest()
  const role = authorise(c, head, head.state)
  requireNewest()
  return { stored, role }
}

/** Whether the caller reads the restricted fields of a parcel in that place. */
export const isInsider = (c: Ctx, place: Place): boolean =>
  may(c.var.caller, 'parcel:read-restricted', place)

/** What the reference data say of a parcel's place: two reads of half a unit, side by side. */
export async function referenceOf(
  { var: { deps } }: Ctx,
  { properties: { upt, address } }: ParcelRecord,
): Promise<ShownParcel['reference']> {
  const code = address?.kodeKemendagri
  const kabupaten = code?.split('.').slice(0, 2).join('.')
  const isKnownLevel = code !== undefined && code.split('.').length <= 3 // villages are optional data
  const [unit, region, around] = await Promise.all([
    findUnit(deps.table, upt),
    isKnownLevel ? findRegion(deps.table, code) : undefined,
    kabupaten?.includes('.') ? findRegion(deps.table, kabupaten) : undefined,
  ])
  return {
    ...(unit && { uptRegion: unit.kodeKemendagri }),
    ...(isKnownLevel && { region: region ? { ...(around && { kabupaten: around.name }) } : null }),
  }
}

/** A stored parcel, ready to be shown. */
export async function shownOf(c: Ctx, stored: StoredParcel): Promise<ShownParcel> {
  const { head, chain, record } = stored
  const [boundary, reference, pairs] = await Promise.all([
    boundaryOf(c.var.deps.files, stored),
    referenceOf(c, record),
    pairsOf(c, stored),
  ])
  return { ...head, version: chain.version, at: chain.at, record, boundary, reference, pairs }
}

/** A parcel as a change left it, ready to be shown; nothing is read, so nothing can go wrong any more. */
export const shownAfter = (
  { event, head, record }: Saved,
  around: Pick<ShownParcel, 'boundary' | 'reference' | 'pairs'>,
): ShownParcel => {
  const { boundary, reference, pairs } = around
  return { ...head, version: event.version, at: event.at, record, boundary, reference, pairs }
}

/** The Feature as this caller, to whom the parcel stands at `place` today, may see it. */
export const present = (c: Ctx, shown: ShownParcel, place: Place): ParcelFeature =>
  featureOf(shown, { isInsider: isInsider(c, place), language: c.var.language })

/** A parcel as known at a version or an instant, from its history; undefined before its first event. */
export async function pastParcel(
  c: Ctx,
  stored: StoredParcel,
  counts: Parameters<typeof parcelAfter>[2],
): Promise<ShownParcel | undefined> {
  const { table, files } = c.var.deps
  const { id } = stored.head
  const { events, personal } = await readHistory(table, id)
  const past = parcelAfter(events, personal, counts)
  if (!past) return undefined
  const { record, event, createdAt, submittedAt, verifiedAt } = past
  const boundary: Boundary | null =
    record.boundary === null ? null : await findBoundary(table, files, id, record.boundary)
  const area = boundary && areaOf(boundary)
  const { upt } = record.properties
  const unit = upt === stored.head.upt ? undefined : await findUnit(table, upt) // it moved since
  const { unitName, kanwil } = unit ? { ...unit, unitName: unit.name } : stored.head
  return {
    id,
    version: event.version,
    at: event.at,
    record,
    boundary,
    areaM2: area && toSquareDecimetres(area),
    unitName,
    kanwil,
    createdAt,
    submittedAt,
    verifiedAt,
    reference: await referenceOf(c, record),
    pairs: NO_PAIRS,
  }
}

/**
 * Headers of an answer that shows a parcel. A browser keeps none: one version reads differently by
 * language and by who asks, and a browser that revalidates would show the answer to another.
 */
export const headersOf = (version: number): Record<string, string> => ({
  'Content-Type': 'application/geo+json',
  ETag: etagOf(version),
  'Cache-Control': 'private, no-store',
  Vary: 'Accept-Language, Authorization',
})
