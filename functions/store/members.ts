import { createHash } from 'node:crypto'
import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { dayOf } from '../domain/calendar.ts'
import { Member, rolesOn } from '../domain/member.ts'
import type { Caller } from '../domain/permissions.ts'
import type { Identity } from '../identity.ts'
import { type Chain, type Commit, commit, type Surroundings } from './change.ts'
import { LIST_INDEX, type Table } from './table.ts'

/** A member and the end of their chain. */
export interface StoredMember {
  member: Member
  chain: Chain
}

/** The registry's own id of an identity: no issuer or subject needs to be quoted in an address. */
export const memberId = ({ issuer, subject }: Identity): string =>
  createHash('sha256').update(`${issuer}\n${subject}`).digest('hex').slice(0, 32)

const keyOf = (id: string) => ({ pk: `M#${id}`, sk: 'H' })

/** Read one member, strongly consistent, or undefined. */
export async function findMember(
  { client, name }: Table,
  id: string,
): Promise<StoredMember | undefined> {
  const get = new GetCommand({ TableName: name, Key: keyOf(id), ConsistentRead: true })
  const { Item } = await client.send(get)
  return Item && { member: v.parse(Member, Item.member), chain: Item.chain as Chain }
}

/** All members by name; some hundreds, so one query of the list index. */
export async function listMembers({ client, name }: Table): Promise<Member[]> {
  const found: Member[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        IndexName: LIST_INDEX,
        KeyConditionExpression: 'listOf = :members',
        ExpressionAttributeValues: { ':members': 'anggota' },
        ExclusiveStartKey,
      }),
    )
    found.push(...(page.Items ?? []).map(({ entry }) => v.parse(Member, entry)))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return found
}

/** Names of members by id, for the pages that show who did something; unknown ids are left out. */
export async function memberNames(
  { client, name }: Table,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  const Keys = [...new Set(ids)].slice(0, 100).map(keyOf)
  if (Keys.length === 0) return names
  const { Responses } = await client.send(
    new BatchGetCommand({ RequestItems: { [name]: { Keys } } }),
  )
  for (const { member } of Responses?.[name] ?? []) {
    const { id, name: called } = v.parse(Member, member)
    names[id] = called
  }
  return names
}

/** Who a member is. What they may do is an act of office and stays in the chain. */
const isPersonal = (pointer: string): boolean => /^\/(name|subject|email)$/.test(pointer)

/** Write a member, new or changed, with its event. */
export async function saveMember(
  around: Surroundings,
  stored: StoredMember | undefined,
  member: Member,
  event: Pick<Commit, 'actor' | 'action' | 'idempotency'>,
): Promise<StoredMember> {
  const { subject, version, hash, at } = await commit(around, {
    ...event,
    pk: keyOf(member.id).pk,
    subject: `member:${member.id}`,
    chain: stored?.chain ?? null,
    before: stored?.member,
    after: member,
    isPersonal,
    head: () => ({
      member,
      listOf: 'anggota',
      listAt: `${member.name.toLowerCase()}#${member.id}`,
      entry: member,
    }),
  })
  seenBy(around.table).delete(member.id)
  return { member, chain: { subject, version, hash, at } }
}

const TRUSTED_FOR = 30_000 // ms: a removal has to work within a minute
interface Seen {
  member: Member | undefined
  at: number
}
const seen = new WeakMap<Table, Map<string, Seen>>()
const seenBy = (table: Table): Map<string, Seen> => {
  const known = seen.get(table) ?? new Map<string, Seen>()
  seen.set(table, known)
  return known
}

/** Who asks, with the roles in force today. A membership is read again after 30 seconds at the latest. */
export async function findCaller(table: Table, identity: Identity, now: Date): Promise<Caller> {
  const id = memberId(identity)
  const known = seenBy(table)
  let entry = known.get(id)
  if (!entry || Math.abs(now.getTime() - entry.at) > TRUSTED_FOR) {
    const stored = await findMember(table, id)
    entry = { member: stored?.member, at: now.getTime() }
    known.set(id, entry)
  }
  const { member } = entry
  return {
    member: id,
    name: member?.name ?? identity.subject,
    roles: member ? rolesOn(member, dayOf(now)) : [],
  }
}
