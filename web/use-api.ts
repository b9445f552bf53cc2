import type { NewReport, Photo, Report } from '../functions/domain/report.ts'
import type { Phrase } from '../functions/domain/phrase.ts'
import type { Block, NewBlock, NewPlan, NonUse, Plan } from '../functions/domain/use.ts'
import type { InferInput } from 'valibot'
import type { Part } from './documents/upload.ts'
import { type Answer, request, type RequestOptions } from './request.ts'

const at = (parcel: string, more: string): string =>
  `/parcels/${encodeURIComponent(parcel)}/${more}`

/** What is announced of a photo before it is sent. */
export interface NewPhoto {
  name: string
  contentType: string
  /** Bytes. */
  size: number
  sha256: string
  taken?: Photo['taken']
}

/** A report as it is sent: lists may be left out. */
export type SentReport = InferInput<typeof NewReport>

/** Announce a photo; the same key answers with the same id and fresh addresses of what is missing. */
export const announcePhoto = async (parcel: string, photo: NewPhoto, idempotencyKey: string) =>
  (
    await request<{ id: string; upload: { parts: Part[] } }>(at(parcel, 'photos'), {
      method: 'POST',
      body: photo,
      idempotencyKey,
    })
  ).data

/** The photo has arrived whole: have it checked and kept. */
export const completePhoto = async (parcel: string, photo: string) =>
  (
    await request<Photo>(at(parcel, `photos/${encodeURIComponent(photo)}/completion`), {
      method: 'POST',
      body: {},
    })
  ).data

/** Send a report; the same report sent again is answered as it was the first time. */
export const sendReport = async (parcel: string, report: SentReport, idempotencyKey: string) =>
  (await request<Report>(at(parcel, 'reports'), { method: 'POST', body: report, idempotencyKey }))
    .data

/** A crop, an animal or another thing that is harvested, from the reference table. */
export interface Commodity {
  id: string
  name: Phrase | string
  group: string
  unit: NonNullable<NonNullable<NewReport['entries'][number]['harvest']>['unit']>
}

/** All commodities of the reference table. */
export const fetchCommodities = async ({ signal }: Pick<RequestOptions, 'signal'> = {}) =>
  (await request<{ rows: Commodity[] }>('/reference/komoditas', { signal })).data.rows

/** Record a block of use. */
export const addBlock = (
  parcel: string,
  block: NewBlock,
  idempotencyKey: string,
): Promise<Answer<Block>> =>
  request(at(parcel, 'blocks'), { method: 'POST', body: block, idempotencyKey })

/** Change a block by a merge patch, or end it with `{ended: {on, reason}}`; on the parcel's ETag. */
export const changeBlock = (
  parcel: string,
  block: string,
  patch: object,
  ifMatch: string,
): Promise<Answer<Block>> =>
  request(at(parcel, `blocks/${encodeURIComponent(block)}`), {
    method: 'PATCH',
    body: patch,
    contentType: 'application/merge-patch+json',
    ifMatch,
  })

/** Record a plan of use or of pemanfaatan. */
export const addPlan = (
  parcel: string,
  plan: NewPlan,
  idempotencyKey: string,
): Promise<Answer<Plan>> =>
  request(at(parcel, 'plans'), { method: 'POST', body: plan, idempotencyKey })

/** Say how a plan came out. */
export const closePlan = (
  parcel: string,
  plan: string,
  body: { outcome: 'terlaksana' | 'batal'; reason?: string },
  idempotencyKey: string,
): Promise<Answer<Plan>> =>
  request(at(parcel, `plans/${encodeURIComponent(plan)}/closing`), {
    method: 'POST',
    body,
    idempotencyKey,
  })

/** Say why the land, or what its blocks leave of it, is not used. */
export const stateNonUse = (parcel: string, nonUse: NonUse): Promise<Answer<NonUse>> =>
  request(at(parcel, 'non-use'), { method: 'PUT', body: nonUse })
