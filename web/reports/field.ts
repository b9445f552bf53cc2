import type { Report } from '../../functions/domain/report.ts'
import type { Block } from '../../functions/domain/use.ts'
import { fetchParcel, ProblemError } from '../api.ts'
import { forget, keep, kept, keptBy, type Kept } from '../documents/database.ts'
import { fetchReports, fetchUse } from '../idle-api.ts'
import { type Commodity, fetchCommodities } from '../use-api.ts'

/** What an officer needs of a parcel in the field; this browser keeps it for when the link is gone. */
export interface FieldData extends Kept {
  parcel: { id: string; name: string; upt: string; unitName: string; state: string }
  blocks: (Block & { running: boolean; provedUntil?: string })[]
  /** The newest first. */
  reports: Report[]
  commodities: Commodity[]
  /** Instant at which the registry told it, UTC. */
  loadedAt: string
}

const keyOf = (account: string, parcel: string): string => `${account} ${parcel}`

/** A table that is not there yet leaves its list empty; the report works without it. */
const orNone = async <T>(asked: Promise<T[]>): Promise<T[]> => {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return []
    throw error
  }
}

async function fetchField(account: string, id: string, signal: AbortSignal): Promise<FieldData> {
  const [{ data }, use, reports, commodities] = await Promise.all([
    fetchParcel(id, { signal }),
    fetchUse(id, { signal }),
    fetchReports(id, { signal }),
    orNone(fetchCommodities({ signal })),
  ])
  const { name, upt, uptName, state } = data.properties
  return {
    key: keyOf(account, id),
    account,
    parcel: { id, name, upt, unitName: uptName, state },
    blocks: use.blocks ?? [],
    reports: reports.reports.filter(({ withdrawn }) => !withdrawn),
    commodities,
    loadedAt: new Date().toISOString(),
  }
}

const MOST_WAIT = 8000 // ms after which a slow link is given what was kept

/**
 * What is known of a parcel: from the registry, else as it was last told here. `isOld` says which.
 *
 * @throws ProblemError where neither the registry nor this browser has it
 */
export async function loadField(
  account: string,
  id: string,
  signal: AbortSignal,
): Promise<{ field: FieldData; isOld: boolean }> {
  const here = await kept<FieldData>('fields', keyOf(account, id)).catch(() => undefined)
  const asked = fetchField(account, id, signal).then(async (field) => {
    await keep('fields', field).catch(() => {}) // without room it is asked for again
    return { field, isOld: false }
  })
  if (!here) return asked
  const old = { field: here, isOld: true }
  const slow = new Promise<typeof old>((resolve) => setTimeout(() => resolve(old), MOST_WAIT))
  const fallen = asked.catch((error: unknown) => {
    const isAway = !(error instanceof ProblemError) || error.status === 0 || error.status >= 500
    if (isAway) return old
    throw error
  })
  return Promise.race([fallen, slow])
}

/** Forget what this browser keeps of parcels for an account, as it signs out. */
export async function forgetFields(account: string): Promise<void> {
  const fields = await keptBy<FieldData>('fields', account)
  await Promise.all(fields.map(({ key }) => forget('fields', key)))
}
