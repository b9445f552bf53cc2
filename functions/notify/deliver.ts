import { type DigestLine, toldTo } from '../domain/digest.ts'
import type { Member } from '../domain/member.ts'
import { addDays } from '../domain/working-days.ts'
import type { Write } from '../store/change.ts'
import { listMembers } from '../store/members.ts'
import { type Outgoing, outboxKey, waiting } from '../store/outbox.ts'
import type { Table } from '../store/table.ts'
import { together } from '../store/together.ts'
import {
  type DigestKey,
  digestKey,
  findDigest,
  MOST_LINES,
  UNSENT,
  unsentAt,
} from '../store/digests.ts'

/** What a delivery did. */
export interface Delivered {
  /** Changes of parcels that now stand in digests. */
  outgoing: number
  /** Digests that got lines. */
  digests: DigestKey[]
  /** Changes that nobody is there to be told of: they wait. */
  unheard: number
}

const PAGE = 25
const MOST_MEMBERS = 60 // of one transaction, which holds 100 items

/** A change of a parcel and whom it is still to be given to. */
interface Parcel {
  outgoing: Outgoing
  lines: Map<string, DigestLine[]>
}

/** What is known while delivering: the digest into which each member's next lines go. */
interface Work {
  table: Table
  members: readonly Member[]
  day: string
  now: string
  places: Map<string, { day: string; lines: number }>
  touched: Map<string, DigestKey>
}

/** The first digest from the delivery's day on whose mail nobody has claimed yet. */
async function placeOf({ table, places, day: first }: Work, member: string) {
  const known = places.get(member)
  if (known) return known
  for (let day = first; ; day = addDays(day, 1)) {
    const digest = await findDigest(table, member, day)
    if (digest?.sending) continue
    const place = { day, lines: digest?.lines.length ?? 0 }
    places.set(member, place)
    return place
  }
}

function toGive({ members }: Work, outgoing: Outgoing): Parcel {
  const { parcel, name, unitName, given = [] } = outgoing
  const lines = [...toldTo(members, outgoing, outgoing.notices, outgoing.day)]
    .filter(([member]) => !given.includes(member))
    .map(([member, notices]): [string, DigestLine[]] => [
      member,
      notices.map(({ kind, clock, key, day }) => ({
        parcel,
        name,
        unitName,
        kind,
        clock,
        key,
        day,
      })),
    ])
  return { outgoing, lines: new Map(lines) }
}

/** Take a change out of the outbox; of one with too many readers, note who has it by now. */
function taken(TableName: string, { outgoing, lines }: Parcel, members: readonly string[]): Write {
  const Key = outboxKey(outgoing)
  const { given = [] } = outgoing
  const ConditionExpression = 'outgoing.#version = :version AND size(outgoing.given) = :given'
  const fresh = 'outgoing.#version = :version AND attribute_not_exists(outgoing.given)'
  const guard = {
    TableName,
    Key,
    ConditionExpression: given.length > 0 ? ConditionExpression : fresh,
    ExpressionAttributeNames: { '#version': 'version' },
  }
  const values = {
    ':version': outgoing.version,
    ...(given.length > 0 && { ':given': given.length }),
  }
  if ([...lines.keys()].every((member) => members.includes(member)))
    return { item: { Delete: { ...guard, ExpressionAttributeValues: values } } }
  return {
    item: {
      Update: {
        ...guard,
        UpdateExpression: 'SET outgoing.given = :now',
        ExpressionAttributeValues: { ...values, ':now': [...given, ...members] },
      },
    },
  }
}

async function added(work: Work, member: string, lines: readonly DigestLine[]): Promise<Write> {
  const place = await placeOf(work, member)
  const room = lines.slice(0, Math.max(0, MOST_LINES - place.lines))
  return {
    item: {
      Update: {
        TableName: work.table.name,
        Key: digestKey(member, place.day),
        UpdateExpression:
          'SET #lines = list_append(if_not_exists(#lines, :none), :lines), #more = if_not_exists(#more, :zero) + :more, #since = if_not_exists(#since, :now), listOf = :unsent, listAt = :at',
        ConditionExpression: 'attribute_not_exists(sending)', // else its mail is on the way
        ExpressionAttributeNames: { '#lines': 'lines', '#more': 'more', '#since': 'since' },
        ExpressionAttributeValues: {
          ':none': [],
          ':lines': room,
          ':zero': 0,
          ':more': lines.length - room.length,
          ':now': work.now,
          ':unsent': UNSENT,
          ':at': unsentAt(member, place.day),
        },
      },
    },
  }
}

/** Move a batch from the outbox into digests, all together or not at all; false: somebody was faster. */
async function move(work: Work, batch: readonly Parcel[]): Promise<boolean> {
  const all = new Map<string, DigestLine[]>()
  for (const { lines } of batch)
    for (const [member, own] of lines) all.set(member, [...(all.get(member) ?? []), ...own])
  const members = [...all.keys()].slice(0, MOST_MEMBERS)
  const writes = [
    ...batch.map((parcel) => taken(work.table.name, parcel, members)),
    ...(await Promise.all(members.map((member) => added(work, member, all.get(member)!)))),
  ]
  if (!(await together(work.table, writes))) {
    work.places.clear() // mail was claimed, or another delivery took the same
    return false
  }
  for (const member of members) {
    const place = work.places.get(member)!
    place.lines = Math.min(MOST_LINES, place.lines + all.get(member)!.length)
    work.touched.set(unsentAt(member, place.day), { member, day: place.day })
  }
  return true
}

/** Parcels that go together: no more members than one transaction holds, or one parcel with more. */
function batched(parcels: readonly Parcel[]): Parcel[][] {
  const batches: { parcels: Parcel[]; members: Set<string> }[] = []
  for (const parcel of parcels) {
    const last = batches.at(-1)
    const members = new Set([...(last?.members ?? []), ...parcel.lines.keys()])
    if (last && members.size <= MOST_MEMBERS) {
      last.parcels.push(parcel)
      last.members = members
    } else batches.push({ parcels: [parcel], members: new Set(parcel.lines.keys()) })
  }
  return batches.map((batch) => batch.parcels)
}

/**
 * Put what waits in the outbox into digests, one for each person and day: a change leaves the outbox in
 * the very transaction that puts it into the digests of all whom it concerns. One query when nothing
 * waits. What is added after a person's mail was claimed stands in the next day's digest.
 */
export async function deliver(
  { table, now }: { table: Table; now: () => Date },
  day: string,
): Promise<Delivered> {
  let page = await waiting(table, PAGE)
  if (page.outgoing.length === 0) return { outgoing: 0, digests: [], unheard: 0 }
  const work: Work = {
    table,
    members: await listMembers(table),
    day,
    now: now().toISOString(),
    places: new Map(),
    touched: new Map(),
  }
  let done = 0
  let passed: Outgoing | undefined // the last that nobody is there to be told of
  let unheard = 0
  for (;;) {
    const parcels = page.outgoing.map((outgoing) => toGive(work, outgoing))
    const heard = parcels.filter(({ lines }) => lines.size > 0)
    for (const batch of batched(heard)) if (await move(work, batch)) done += batch.length
    if (heard.length === 0) {
      unheard += parcels.length
      passed = page.outgoing.at(-1)
      if (page.isLast) break
    }
    page = await waiting(table, PAGE, passed)
    if (page.outgoing.length === 0) break
  }
  return { outgoing: done, digests: [...work.touched.values()], unheard }
}
