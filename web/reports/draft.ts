import type { Fix } from '../../functions/domain/report.ts'
import { forget, keep, kept, keptBy, type Kept } from '../documents/database.ts'

/** A photo of a report, kept in this browser until the registry has it. */
export interface DraftPhoto {
  key: string
  name: string
  contentType: 'image/jpeg' | 'image/png'
  file: Blob
  /** Told by the phone when it was taken. */
  taken?: { at?: string; fix?: Fix }
  /** Makes a repeated announcement harmless. */
  announceKey: string
  /** Id that the registry gave, once it has the photo whole. */
  id?: string
}

/** What was typed of one block; areas, amounts and days as they were written. */
export interface DraftEntry {
  told: 'same' | 'changed'
  commodity: string
  plantedArea: string
  plantedOn: string
  harvestedArea: string
  harvestedOn: string
  amount: string
  kitchen: string
  vendor: string
  sold: string
  stock: string
  soldIdr: string
  ntpn: string
  wbp: string
  tpp: string
  obstacles: string
}

/** A report that is being written; its key is the id that the report will have. */
export interface ReportDraft extends Kept {
  parcel: string
  parcelName: string
  /** Plain dates, as typed. */
  from: string
  until: string
  entries: Record<string, DraftEntry>
  photos: DraftPhoto[]
  /** The officer's word, where no photo tells time and place. */
  isStated: boolean
  statement: string
  /** The registry took none of its photos as evidence: it rests on the officer's word after all. */
  isWordAsked?: boolean
  /** Instants, UTC. */
  startedAt: string
  changedAt: string
}

/** Nothing told of a block yet but that it is told. */
export const emptyEntry = (told: DraftEntry['told']): DraftEntry => ({
  told,
  commodity: '',
  plantedArea: '',
  plantedOn: '',
  harvestedArea: '',
  harvestedOn: '',
  amount: '',
  kitchen: '',
  vendor: '',
  sold: '',
  stock: '',
  soldIdr: '',
  ntpn: '',
  wbp: '',
  tpp: '',
  obstacles: '',
})

/** Keep a report that is being written. Rejects when the browser has no room or no database. */
export const keepDraft = (draft: ReportDraft): Promise<void> => keep('report-drafts', draft)

/** Forget a report that is being written. */
export const forgetDraft = (key: string): Promise<void> => forget('report-drafts', key)

/** The report with this key, if this account writes it here. */
export async function findDraft(account: string, key: string): Promise<ReportDraft | undefined> {
  const draft = await kept<ReportDraft>('report-drafts', key)
  return draft?.account === account ? draft : undefined
}

/** The report of a parcel that this account was writing last, if any. */
export const lastDraftOf = async (
  account: string,
  parcel: string,
): Promise<ReportDraft | undefined> =>
  (await keptBy<ReportDraft>('report-drafts', account))
    .filter((draft) => draft.parcel === parcel)
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt))[0]
