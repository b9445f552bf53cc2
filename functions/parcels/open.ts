import type { Boundary } from '../domain/boundary.ts'
import { may, type Role } from '../domain/permissions.ts'
import type { Refusal } from '../domain/refusal.ts'
import { authorise, type Ctx, notFound } from '../operation.ts'
import { type Answer, findAnswer, type Idempotency, AlreadyAnswered } from '../store/idempotency.ts'
import { featureOf, type ParcelFeature, type ShownParcel } from './feature.ts'
import { findBoundary, parcelAfter, readEvents, readPersonal } from './history.ts'
import { etagOf, idempotencyOf } from '../precondition.ts'
import { boundaryOf, findParcel, type StoredParcel } from './table.ts'
import { areaOf, toSquareDecimetres } from '../domain/area.ts'

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

/** A stored parcel, ready to be shown. */
export async function shownOf(c: Ctx, stored: StoredParcel): Promise<ShownParcel> {
  const { head, chain, record } = stored
  return {
    ...head,
    version: chain.version,
    at: chain.at,
    record,
    boundary: await boundaryOf(c.var.deps.files, stored),
  }
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
