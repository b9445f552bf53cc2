import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Digest, DigestLine } from '../domain/digest.ts'
import { LIST_INDEX, type Table } from './table.ts'

/** Which digest, of whom. */
export interface DigestKey {
  member: string
  day: string
}

/** A digest as it is kept, and what became of its mail. */
export interface StoredDigest extends Digest {
  /** Instant at which its mail was claimed, and by which sender: from then on it is complete. */
  sending?: string
  sentAt?: string
  /** Why no mail went out: no address, or it is unknown whether it left. */
  unsent?: 'no-address' | 'unclear'
}

/** Lines that a digest holds; further ones are counted. */
export const MOST_LINES = 150
/** Under this key of the list index stand the digests whose mail did not go out yet. */
export const UNSENT = 'surat'

export const digestKey = (member: string, day: string) => ({ pk: `N#${member}`, sk: day })
export const unsentAt = (member: string, day: string): string => `${day}#${member}`

const fromItem = (item: Record<string, unknown>): StoredDigest => {
  const { pk, sk, lines, more, sending, sentAt, unsent } = item
  return {
    member: String(pk).slice('N#'.length),
    day: String(sk),
    lines: (lines ?? []) as DigestLine[],
    more: Number(more ?? 0),
    ...(sending !== undefined && { sending: String(sending) }),
    ...(sentAt !== undefined && { sentAt: String(sentAt) }),
    ...(unsent !== undefined && { unsent: unsent as 'no-address' | 'unclear' }),
  }
}

/** One person's digest of a day, strongly consistent. */
export async function findDigest(
  { client, name: TableName }: Table,
  member: string,
  day: string,
): Promise<StoredDigest | undefined> {
  const Key = digestKey(member, day)
  const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
  return Item && fromItem(Item)
}

/** One person's digests, the newest first. */
export async function listDigests(
  { client, name: TableName }: Table,
  member: string,
  { before = '~', limit }: { before?: string | undefined; limit: number },
): Promise<StoredDigest[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND sk < :before',
      ExpressionAttributeValues: { ':pk': `N#${member}`, ':before': before },
      ScanIndexForward: false,
      Limit: limit,
    }),
  )
  return Items.map(fromItem)
}

/** Members and days of the digests whose mail did not go out, up to a day; lags as the index does. */
export async function unsentDigests(
  { client, name: TableName }: Table,
  day: string,
): Promise<DigestKey[]> {
  const found: DigestKey[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new QueryCommand({
        TableName,
        IndexName: LIST_INDEX,
        KeyConditionExpression: 'listOf = :unsent AND listAt < :after',
        ExpressionAttributeValues: { ':unsent': UNSENT, ':after': `${day}$` },
        ExclusiveStartKey,
      }),
    )
    for (const { listAt } of page.Items ?? []) {
      const [of = '', member = ''] = String(listAt).split('#')
      found.push({ member, day: of })
    }
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return found
}

async function update(
  { client, name: TableName }: Table,
  { member, day }: DigestKey,
  expression: string,
  values: Record<string, unknown>,
  condition: string,
): Promise<boolean> {
  try {
    await client.send(
      new UpdateCommand({
        TableName,
        Key: digestKey(member, day),
        UpdateExpression: expression,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/**
 * Claim a mail, so that nobody else sends it; false when it is claimed already, which may have been by an
 * attempt of ours whose answer was lost.
 *
 * @param claim an instant, and what tells this sender from all others
 */
export const claimMail = (
  table: Table,
  key: DigestKey,
  claim: string,
  before?: string,
): Promise<boolean> =>
  update(
    table,
    key,
    'SET sending = :claim',
    { ':claim': claim, ...(before !== undefined && { ':before': before }) },
    before === undefined
      ? 'attribute_exists(pk) AND attribute_not_exists(sending)'
      : 'sending = :before AND attribute_not_exists(sentAt)',
  )

/** The mail of a digest is done with, and how; false when somebody else claimed it since. */
export const settleMail = (
  table: Table,
  key: DigestKey,
  claimed: string,
  how: 'sentAt' | 'unsent',
  value: string,
): Promise<boolean> =>
  update(
    table,
    key,
    `SET ${how} = :value REMOVE listOf, listAt`,
    { ':value': value, ':claimed': claimed },
    'sending = :claimed',
  )

/** Let go of a claimed mail that certainly did not leave. */
export const releaseMail = (table: Table, key: DigestKey, claimed: string): Promise<boolean> =>
  update(table, key, 'REMOVE sending', { ':claimed': claimed }, 'sending = :claimed')
