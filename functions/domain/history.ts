import * as v from 'valibot'
import { canonical, hashOf, sha256Hex, type Json } from './canonical.ts'
import { applyChanges, Change, diff, Hash, isContainer, isErased } from './diff.ts'
import { type Leaf, PersonalLeaf, step } from './diff.ts'
import type { Phrase } from './phrase.ts'

/** One step in the life of a subject, chained to the step before it. */
export const Event = v.strictObject({
  /** Whose history it is, such as `parcel:<uuid>`, `unit:<id>` or `member:<id>`. */
  subject: v.string(),
  /** 1 for the first event of a subject, then one more each. */
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** Instant in UTC with milliseconds; later than that of the event before. */
  at: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/), v.isoTimestamp()),
  actor: v.strictObject({ member: v.string(), role: v.string() }),
  action: v.string(),
  reason: v.optional(v.string()),
  changes: v.array(Change),
  /** Hash of the event before it; null for the first. */
  previous: v.nullable(Hash),
  /** SHA-256 of the canonical JSON (RFC 8785) of all the other members. */
  hash: Hash,
})
export type Event = v.InferOutput<typeof Event>

/** What the next event needs to know of the last one. */
export type ChainEnd = Pick<Event, 'subject' | 'version' | 'at' | 'hash'>

/** What a change wants recorded; the chain adds version, time, link and hash. */
export type Draft = Pick<Event, 'subject' | 'actor' | 'action' | 'reason' | 'changes'>

/** The hash that an event ought to carry: of all its other members. */
export const eventHash = (event: Event): string => hashOf({ ...event, hash: undefined })

/** Chain a draft to the event before it (null for the first of its subject). */
export function sealEvent(draft: Draft, previous: ChainEnd | null, now: Date): Event {
  if (previous && previous.subject !== draft.subject)
    throw new TypeError(`An event of ${draft.subject} cannot follow one of ${previous.subject}.`)
  const earliest = previous ? Date.parse(previous.at) + 1 : -Infinity // clocks of two servers differ
  const { subject, actor, action, reason, changes } = draft
  const content = {
    subject,
    version: (previous?.version ?? 0) + 1,
    at: new Date(Math.max(now.getTime(), earliest)).toISOString(),
    actor,
    action,
    ...(reason !== undefined && { reason }),
    changes,
    previous: previous?.hash ?? null,
  }
  return { ...content, hash: hashOf(content) }
}

/** Whether a chain holds together; if not, at which version it first fails, and how. */
export type ChainVerdict = { ok: true } | { ok: false; at: number; reason: Phrase }

function faultOf(event: unknown, before: Event | undefined, subject: string): Phrase | undefined {
  const version = (before?.version ?? 0) + 1
  if (!v.is(Event, event)) return { id: 'Bentuk peristiwa rusak.', en: 'The event is malformed.' }
  if (event.subject !== subject)
    return {
      id: `Peristiwa ini milik ${event.subject}, bukan ${subject}.`,
      en: `The event belongs to ${event.subject}, not to ${subject}.`,
    }
  if (event.version !== version)
    return {
      id: `Di sini seharusnya versi ${version}, tetapi tercatat versi ${event.version}: ada peristiwa yang hilang, berulang, disisipkan atau berpindah.`,
      en: `Version ${version} belongs here but version ${event.version} is recorded: an event is missing, repeated, inserted or moved.`,
    }
  if (event.hash !== eventHash(event))
    return {
      id: 'Isi peristiwa tidak cocok dengan hash-nya: isinya telah diubah.',
      en: 'The event does not match its hash: its content was changed.',
    }
  if (event.previous !== (before?.hash ?? null))
    return {
      id: 'Peristiwa ini tidak tersambung dengan peristiwa sebelumnya.',
      en: 'The event is not linked to the one before it.',
    }
  if (before && event.at <= before.at)
    return {
      id: 'Waktu peristiwa ini tidak sesudah peristiwa sebelumnya.',
      en: 'The event is not later than the one before it.',
    }
  return undefined
}

/**
 * Check a whole chain, oldest event first: every hash, link, version and time, and that all belong to
 * `subject` (the first event's own, if not given: then a whole foreign chain passes).
 *
 * A tail that was cut and a chain that was rewritten from its start are found by the anchors alone.
 */
export function verifyChain(events: readonly unknown[], subject?: string): ChainVerdict {
  const [first] = events
  if (first === undefined)
    return { ok: false, at: 1, reason: { id: 'Tidak ada peristiwa.', en: 'There is no event.' } }
  const owner = subject ?? String((first as Partial<Event> | null)?.subject)
  let before: Event | undefined
  for (const [index, event] of events.entries()) {
    const reason = faultOf(event, before, owner)
    if (reason) return { ok: false, at: index + 1, reason }
    before = event as Event
  }
  return { ok: true }
}

/**
 * The record that a chain leads to, oldest event first; undefined where there is none. Give it the
 * events up to an instant for the record as it was known then.
 *
 * Throws a RangeError when an event's changes do not fit what the events before it left.
 */
export function replay(events: readonly Pick<Event, 'changes'>[]): Json | undefined {
  return events.reduce<Json | undefined>(
    (record, { changes }) => applyChanges(record, changes),
    undefined,
  )
}

/** Where one salted value is kept outside the chain, by its hash. */
export type Personal = Record<string, { salt: string; value: Json }>

const SALT = /^[0-9a-f]{32}$/ // one length only, or a digit could move between salt and value

/** The hash under which a personal value is kept: SHA-256 of its salt and its canonical JSON. */
export function personalHash(salt: string, value: Json): string {
  if (!SALT.test(salt)) throw new TypeError('A salt is 16 bytes in lower-case hexadecimal.')
  return sha256Hex(salt + canonical(value))
}

/**
 * Take personal values out of changes. `salt` gives 16 fresh random bytes in hexadecimal each time, so
 * that equal values do not show as equal. Containers stay: only what is in them can be personal.
 */
export function conceal(
  changes: readonly Change[],
  isPersonal: (pointer: string) => boolean,
  salt: () => string,
): { changes: Change[]; personal: Personal } {
  const personal: Personal = {}
  const hide = (value: Leaf): Leaf => {
    if (isContainer(value)) return value
    const fresh = salt()
    const hash = personalHash(fresh, value)
    personal[hash] = { salt: fresh, value }
    return { personal: hash }
  }
  const concealed = changes.map((change) => {
    if (!isPersonal(change.pointer)) return change
    const { pointer, before, after } = change
    return {
      pointer,
      ...(before !== undefined && { before: hide(before) }),
      ...(after !== undefined && { after: hide(after) }),
    }
  })
  return { changes: concealed, personal }
}

/** Put personal values back into events or a record; `{erased: true}` stands where one is gone. */
export function reveal<T>(json: T, personal: Personal): T
export function reveal(json: Json | undefined, personal: Personal): Json | undefined {
  if (!isContainer(json)) return json
  if (Array.isArray(json)) return json.map((each) => reveal(each, personal))
  if (v.is(PersonalLeaf, json)) {
    const { personal: hash } = json
    return Object.hasOwn(personal, hash) ? personal[hash]!.value : { erased: true }
  }
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, reveal(value, personal)]),
  )
}

const erasures = (json: Json | undefined, pointer = ''): string[] =>
  isErased(json)
    ? [pointer]
    : isContainer(json)
      ? Object.entries(json).flatMap(([name, value]) => erasures(value, pointer + step(name)))
      : []

/**
 * Pointers at which a stored record is not what its history leads to. Where a personal value was
 * erased, the record may hold anything or nothing.
 *
 * Throws a RangeError when the events do not fit one another (see `replay`).
 */
export function departures(
  events: readonly Event[],
  personal: Personal,
  record: Json | undefined,
): string[] {
  const told = replay(reveal(events, personal))
  const erased = erasures(told)
  const isFree = (pointer: string): boolean =>
    erased.some((gone) => pointer === gone || pointer.startsWith(`${gone}/`))
  return diff(told, record)
    .map(({ pointer }) => pointer)
    .filter((pointer) => !isFree(pointer))
}
