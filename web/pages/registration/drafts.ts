import { forget, keep, kept, keptBy, type Kept } from '../../documents/database.ts'
import type { Content } from './content.ts'

/** A registration that is being prepared, as this browser keeps it. */
export interface Draft extends Kept {
  /** Id of the parcel, once the registry has the draft. */
  id?: string
  /** Version that the registry last answered with, for If-Match. */
  etag?: string
  /** What the registry had then. */
  base?: Content
  /** What the person sees and changes. */
  mine: Content
  /** What was typed and could not be understood yet, by pointer; it is never sent. */
  typed: Record<string, string>
  /** The first save as it was tried, so that a repeat is the same request and makes no second draft. */
  creation?: { key: string; body: Content }
  /** Instants, UTC. */
  startedAt: string
  changedAt: string
  savedAt?: string
}

/** A new, empty registration of one account. */
export function newDraft(account: string, properties: Content['properties'] = {}): Draft {
  const now = new Date().toISOString()
  return {
    key: crypto.randomUUID(),
    account,
    mine: { properties, geometry: null },
    typed: {},
    startedAt: now,
    changedAt: now,
  }
}

/** Keep a draft in this browser. Rejects when the browser has no room or no database. */
export const keepDraft = (draft: Draft): Promise<void> => keep('drafts', draft)

/** The drafts that this account keeps here, the latest first. */
export async function draftsOf(account: string): Promise<Draft[]> {
  const drafts = await keptBy<Draft>('drafts', account)
  return drafts.sort((a, b) => b.changedAt.localeCompare(a.changedAt))
}

/** The draft with this address: its own key, or the id of its parcel. */
export async function findDraft(account: string, address: string): Promise<Draft | undefined> {
  const draft = await kept<Draft>('drafts', address)
  if (draft?.account === account) return draft
  return (await draftsOf(account)).find(({ id }) => id === address)
}

/** Forget a draft here; what the registry has of it stays there. */
export const forgetDraft = (key: string): Promise<void> => forget('drafts', key)
