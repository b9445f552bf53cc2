import { areaOf, toSquareDecimetres } from '../domain/area.ts'
import type { Boundary } from '../domain/boundary.ts'
import { may, type Role } from '../domain/permissions.ts'
import type { ParcelRecord } from '../domain/record.ts'
import type { Refusal } from '../domain/refusal.ts'
import { authorise, type Ctx, notFound } from '../operation.ts'
import { type Answer, findAnswer, type Idempotency, AlreadyAnswered } from '../store/idempotency.ts'
import { findRegion, findUnit } from '../store/reference.ts'
import { featureOf, type ParcelFeature, type ShownParcel } from './feature.ts'
import { findBoundary, parcelAfter, readEvents, readPersonal } from './history.ts'
import { etagOf, idempotencyOf } from '../precondition.ts'
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

/** Whether the caller reads the restricted fields of a parcel in that place. */
export const isInsider = (c: Ctx, place: { upt: string; kanwil: string }): boolean =>
  may(c.var.caller, 'parcel:read-restricted', place)

/** What the reference data say of a parcel's place: two reads of half a unit, side by side. */
async function referenceOf(
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
  const [boundary, reference] = await Promise.all([
    boundaryOf(c.var.deps.files, stored),
    referenceOf(c, record),
  ])
  return { ...head, version: chain.version, at: chain.at, record, boundary, reference }
}

/** The Feature as this caller may see it. */
export const present = (c: Ctx, shown: ShownParcel, upt: string): ParcelFeature =>
  featureOf(shown, {
    isInsider: isInsider(c, { upt, kanwil: shown.kanwil }),
    language: c.var.language,
  })

/** A parcel as known at a version or an instant, from its history; undefined before its first event. */
export async function pastParcel(
  c: Ctx,
  stored: StoredParcel,
  counts: Parameters<typeof parcelAfter>[2],
): Promise<ShownParcel | undefined> {
  const { table, files } = c.var.deps
  const { id, unitName, kanwil } = stored.head
  const [events, personal] = await Promise.all([readEvents(table, id), readPersonal(table, id)])
  const past = parcelAfter(events, personal, counts)
  if (!past) return undefined
  const { record, event, createdAt, submittedAt, verifiedAt } = past
  const boundary: Boundary | null =
    record.boundary === null ? null : await findBoundary(table, files, id, record.boundary)
  const area = boundary && areaOf(boundary)
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
  }
}

/** Headers of an answer that shows a parcel. */
export const headersOf = (version: number): Record<string, string> => ({
  'Content-Type': 'application/geo+json',
  ETag: etagOf(version),
  'Cache-Control': 'private, no-cache',
  Vary: 'Accept-Language, Authorization',
})

type Carry = (request: Idempotency | undefined) => Promise<Response>

/**
 * Carry out a POST once: when the same request (caller, key, body) came before, say the first answer
 * again, whatever has happened since.
 */
export async function once(
  c: Ctx,
  again: (answer: Answer) => Promise<Response>,
  carry: Carry,
): Promise<Response> {
  const request = await idempotencyOf(c)
  if (!request) return carry(undefined)
  const { table } = c.var.deps
  const known = await findAnswer(table, request)
  if (known) return again(known)
  try {
    return await carry(request)
  } catch (refusal) {
    const answer =
      refusal instanceof AlreadyAnswered || isRefusal(refusal)
        ? await findAnswer(table, request)
        : undefined
    if (answer) return again(answer) // a twin of this request was faster
    throw refusal
  }
}

const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && error.name === 'Refusal'
