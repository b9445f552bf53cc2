import type { Boundary } from '../functions/domain/boundary.ts'
import type { ParcelProperties } from '../functions/domain/parcel.ts'
import type { Role } from '../functions/domain/permissions.ts'
import type { OverlapDecision, OverlapReason } from '../functions/domain/shared-land.ts'
import type { Retirement, ReturnNotice, Verification } from '../functions/domain/record.ts'
import type { InferOutput } from 'valibot'
import type { ParcelFeature as Served } from '../functions/parcels/feature.ts'
import type {
  ListedParcel as Listed,
  ParcelList as ListSchema,
} from '../functions/parcels/listed.ts'
import { type Answer, request, type RequestOptions } from './request.ts'

export { type Answer, ProblemError, type ProblemFault, request } from './request.ts'

/** A parcel as served: an RFC 7946 Feature, WGS 84, longitude first; the type of the API itself. */
export type ParcelFeature = Served

/** What the registry found about a parcel, in the language of the page. Only insiders are told. */
export type ServedFinding = NonNullable<Served['properties']['findings']>[number]

/** A parcel in a list: the outline of at most 16 corners stands for its boundary. */
export type ListedParcel = Listed

/** One page of a list of parcels. */
export type ParcelList = InferOutput<typeof ListSchema>

/** What to list. */
export interface ParcelFilter {
  upt?: string
  kanwil?: string
  /** One, or several joined by commas. */
  state?: string
  /** One, or several joined by commas. */
  status?: string
  q?: string
  /** Those that wait for headquarters to decide on shared land. */
  waitsFor?: 'pusat'
  /** `west,south,east,north` in degrees: submitted parcels whose boxes meet this view. */
  bbox?: string
  /** Whole boundaries in place of outlines, with `bbox`. */
  geometry?: 'exact'
  limit?: number
  cursor?: string
}

/** A place in the books: its id and its name. */
export interface Named {
  id: string
  name: string
}

/** Who is signed in, with the roles that are in force today. */
export interface Me {
  /** The registry's own id of the member. */
  id: string
  name: string
  roles: { role: Role; units: Named[]; kanwil: Named[] }[]
  /** The day in Jakarta, such as `2026-01-15`. */
  today: string
}

type Signal = Pick<RequestOptions, 'signal'>

const query = (values: object): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== '') search.set(name, String(value))
  return `${search}` && `?${search}` // `size` came with Chrome 113
}

const at = (id: string): string => `/parcels/${encodeURIComponent(id)}`

/** Who is signed in. */
export const fetchMe = (options: Pick<RequestOptions, 'waitsForSignIn'> = {}) =>
  request<Me>('/me', options)

/** One page of parcels that the caller may read. */
export const listParcels = (filter: ParcelFilter, { signal }: Signal = {}) =>
  request<ParcelList>(`/parcels${query(filter)}`, { signal })

/** The page that follows, by the `next` of the one before; null after the last. */
export const nextParcels = ({ next }: ParcelList, { signal }: Signal = {}) =>
  next ? request<ParcelList>(next.replace(/^.*?\/api(?=\/)/, ''), { signal }) : null

/** One parcel, now or as known at an instant. */
export const fetchParcel = (id: string, { asOf, signal }: Signal & { asOf?: string } = {}) =>
  request<ParcelFeature>(at(id) + query({ asOf }), { signal })

/** Make a draft; it needs its unit and a name. Pass the same key to repeat safely. */
export const createDraft = (
  draft: { properties: ParcelProperties; geometry: Boundary | null },
  idempotencyKey?: string,
) =>
  request<ParcelFeature>('/parcels', {
    method: 'POST',
    body: { type: 'Feature', ...draft },
    contentType: 'application/geo+json',
    idempotencyKey,
  })

/** Change a parcel by an RFC 7396 merge patch on its Feature, such as `{properties: {name}}`. */
export const changeParcel = (id: string, patch: object, etag: string, { signal }: Signal = {}) =>
  request<ParcelFeature>(at(id), {
    method: 'PATCH',
    body: patch,
    contentType: 'application/merge-patch+json',
    ifMatch: etag,
    signal,
  })

/** The steps of a parcel and what each wants to be told. */
export interface Steps {
  handover: Record<string, never>
  submission: { duplicateReason?: string; overlapReason?: OverlapReason }
  return: Sent<ReturnNotice>
  verification: Sent<Verification>
  reopening: { reason: string; cause?: 'pengukuran-ulang' }
  retirement: Sent<Retirement>
}

/** As sent: lists may be left out. */
type Sent<T> = { [K in keyof T as T[K] extends readonly unknown[] ? never : K]: T[K] } & {
  [K in keyof T as T[K] extends readonly unknown[] ? K : never]?: T[K]
}

/** Take a step with a parcel; answers with the parcel after it. */
export const takeStep = <S extends keyof Steps>(
  id: string,
  step: S,
  body: Steps[S],
  etag: string,
): Promise<Answer<ParcelFeature>> =>
  request<ParcelFeature>(`${at(id)}/${step}`, { method: 'POST', body, ifMatch: etag })

/** Say whether a newcomer stays recorded on the land of another parcel. */
export const decideOverlap = (
  id: string,
  other: string,
  body: OverlapDecision,
  etag: string,
): Promise<Answer<ParcelFeature>> =>
  request<ParcelFeature>(`${at(id)}/overlaps/${encodeURIComponent(other)}/decision`, {
    method: 'POST',
    body,
    ifMatch: etag,
  })

/** Rows of a reference table, by parent or by words. */
export const fetchReference = <Row = Named>(
  table: 'kanwil' | 'upt' | 'wilayah' | 'kode-barang',
  filter: { parent?: string; q?: string } = {},
  { signal }: Signal = {},
) =>
  request<{ source: string; validFrom: string; rows: Row[] }>(
    `/reference/${table}${query(filter)}`,
    { signal },
  )
