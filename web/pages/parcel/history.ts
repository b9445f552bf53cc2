import { useEffect, useState } from 'preact/hooks'
import type { Json } from '../../../functions/domain/canonical.ts'
import { applyChanges } from '../../../functions/domain/diff.ts'
import type { Event } from '../../../functions/domain/history.ts'
import type { ParcelRecord } from '../../../functions/domain/record.ts'
import { request } from '../../request.ts'

/** The chain of a parcel as the registry tells it: events oldest first, and who the members are. */
export interface History {
  events: readonly Event[]
  members: Readonly<Record<string, string>>
  /** Personal values that were not erased, by hash. */
  personal: Readonly<Record<string, unknown>>
}

/** The history of a parcel. */
export const fetchHistory = async (id: string, signal?: AbortSignal): Promise<History> => {
  const path = `/parcels/${encodeURIComponent(id)}/events`
  const { data } = await request<Partial<History>>(path, { signal })
  return { events: data.events ?? [], members: data.members ?? {}, personal: data.personal ?? {} }
}

/** The history of a parcel, read anew with each of its versions. */
export function useHistory(id: string, version: number | undefined, isOpen = true) {
  const [history, setHistory] = useState<History>()
  const [error, setError] = useState<unknown>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (!isOpen || version === undefined) return
    const leaving = new AbortController()
    setError(undefined)
    fetchHistory(id, leaving.signal).then(setHistory, (failure: unknown) => {
      if (!leaving.signal.aborted) setError(failure)
    })
    return () => leaving.abort()
  }, [id, version, isOpen, turn])
  return { history, error, retry: () => setTurn((before) => before + 1) }
}

/** One field that came, went or changed, over any number of events. */
export interface FieldChange {
  pointer: string
  before: unknown
  after: unknown
}

const BOOKKEEPING =
  /^\/(state|handover|returned|verification|retirement|resurvey|duplicates|overlaps|documents|standing|passed|idleCase|pastCases|legalIdle|reports|photos)(\/|$)|^\/properties$|^$/

const isContainer = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !('personal' in value) &&
  Object.keys(value).length === 0

const reveal = (value: unknown, { personal }: History): unknown => {
  if (typeof value !== 'object' || value === null || !('personal' in value)) return value
  const hash = String(value.personal)
  return Object.hasOwn(personal, hash) ? personal[hash] : { erased: true }
}

/** What some events changed in all: one line per field, what stood before them and what stands now. */
export function changesOf(events: readonly Event[], history: History): FieldChange[] {
  const changes = new Map<string, FieldChange>()
  for (const event of events)
    for (const { pointer, before, after } of event.changes) {
      if (isContainer(before) || isContainer(after)) continue // its members tell the rest
      const known = changes.get(pointer)
      if (known) known.after = reveal(after, history)
      else
        changes.set(pointer, {
          pointer,
          before: reveal(before, history),
          after: reveal(after, history),
        })
    }
  return [...changes.values()].filter(
    ({ before, after }) => JSON.stringify(before) !== JSON.stringify(after),
  )
}

/** Without state, marks and the like: what an officer wrote. */
export const contentOnly = (changes: readonly FieldChange[]): FieldChange[] =>
  changes.filter(({ pointer }) => !BOOKKEEPING.test(pointer))

const DOCUMENT = /^\/documents\/([0-9a-f-]{36})\/(\w+)/

/** What the history says of each document, by its id. */
export function documentsIn({ events }: History): Map<string, Record<string, unknown>> {
  const found = new Map<string, Record<string, unknown>>()
  for (const { pointer, after } of events.flatMap(({ changes }) => changes)) {
    const [, id = '', member = ''] = DOCUMENT.exec(pointer) ?? []
    if (id) found.set(id, { ...found.get(id), [member]: after })
  }
  return found
}

/** Ids of the documents that an event brought or changed. */
export const documentsOf = ({ changes }: Event): string[] => [
  ...new Set(changes.flatMap(({ pointer }) => DOCUMENT.exec(pointer)?.[1] ?? [])),
]

/** The last event after which the record had been judged, and those that came since. */
export function sinceJudged(events: readonly Event[]): {
  judged: Event | undefined
  since: readonly Event[]
} {
  const judgements = events.filter(({ action }) => action === 'verified' || action === 'returned')
  const at = events.indexOf(judgements.at(-1)!) // -1 before the first
  return { judged: events[at], since: events.slice(at + 1) }
}

/** The record as the event left it; nothing where the history does not hold, which is said elsewhere. */
export function recordAfter({ version }: Event, { events }: History): ParcelRecord | undefined {
  try {
    return events
      .filter((each) => each.version <= version)
      .reduce<Json | undefined>(
        (record, { changes }) => applyChanges(record, changes),
        undefined,
      ) as unknown as ParcelRecord
  } catch {
    return undefined
  }
}
