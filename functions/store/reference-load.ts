import { createHash, randomUUID } from 'node:crypto'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DeleteCommand,
  paginateQuery,
  PutCommand,
} from '@aws-sdk/lib-dynamodb'
import {
  keyOf,
  type ReferenceRow,
  type ReferenceSource,
  type ReferenceTable,
} from '../domain/reference.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  type ActiveReference,
  groupOf,
  pack,
  pointerKey,
  readActive,
  rowsKey,
} from './reference.ts'
import type { Table } from './table.ts'
import { retried } from './transient.ts'

const BATCH = 25 // items; DynamoDB takes no more at once
const AT_ONCE = 8 // batches under way

type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number]

async function writeBatch({ client, name }: Table, requests: WriteRequest[]): Promise<void> {
  let left = requests
  for (let pause = 20; left.length > 0; pause = Math.min(pause * 2, 2_000)) {
    const batch = left
    const answer = await retried(() =>
      client.send(new BatchWriteCommand({ RequestItems: { [name]: batch } })),
    )
    left = (answer.UnprocessedItems?.[name] ?? []) as WriteRequest[]
    if (left.length > 0)
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random() / 2)))
  }
}

async function writeAll(table: Table, requests: WriteRequest[]): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < requests.length) {
      const from = next
      next += BATCH
      await writeBatch(table, requests.slice(from, from + BATCH))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

const sorted = (rows: readonly ReferenceRow[]): ReferenceRow[] =>
  [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

/** One text per row, whatever the order in which its members were written. */
export const rowText = (row: ReferenceRow): string =>
  JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))

/** SHA-256 of a table's rows, hexadecimal; their order does not matter. */
export const hashRows = (rows: readonly ReferenceRow[]): string =>
  createHash('sha256').update(sorted(rows).map(rowText).join('\n')).digest('hex')

/** Versions of a table that were begun: the one in force, and what an interrupted load left behind. */
async function begunVersions({ client, name }: Table, reference: ReferenceTable) {
  const versions: string[] = []
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :v)',
      ExpressionAttributeValues: { ':pk': `R#${reference}`, ':v': 'V#' },
      ConsistentRead: true,
    },
  )
  for await (const { Items = [] } of pages)
    for (const { sk } of Items) versions.push((sk as string).slice('V#'.length))
  return versions
}

async function removeVersion(table: Table, reference: ReferenceTable, version: string) {
  const pk = rowsKey(reference, version)
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ProjectionExpression: 'pk, sk',
    },
  )
  const requests: WriteRequest[] = []
  for await (const { Items = [] } of pages)
    for (const { sk } of Items) requests.push({ DeleteRequest: { Key: { pk, sk } } })
  await writeAll(table, requests)
  const Key = { pk: `R#${reference}`, sk: `V#${version}` }
  await table.client.send(new DeleteCommand({ TableName: table.name, Key }))
}

/** What a load did. */
export interface Loaded {
  active: ActiveReference
  /** False when the very same rows and source were in force already. */
  changed: boolean
}

/**
 * Put a reference table in force: write all rows beside the old ones, switch the pointer, clear the
 * old ones away. Readers see the old table or the new one, and a load that is cut off changes
 * nothing; the next load clears up after it.
 *
 * @throws Refusal `stale` when another load of the same table came first
 */
export async function loadReference<T extends ReferenceTable>(
  table: Table,
  reference: T,
  rows: readonly ReferenceRow<T>[],
  { source, validFrom }: ReferenceSource,
  now: Date,
): Promise<Loaded> {
  const sha256 = hashRows(rows)
  const old = await readActive(table, reference)
  if (old?.sha256 === sha256 && old.source === source && old.validFrom === validFrom)
    return { active: old, changed: false }

  const loadedAt = now.toISOString()
  const version = randomUUID()
  const begun = { pk: `R#${reference}`, sk: `V#${version}` }
  await table.client.send(new PutCommand({ TableName: table.name, Item: begun }))

  const groups = new Map<string, ReferenceRow[]>()
  for (const row of sorted(rows)) {
    const group = groups.get(groupOf(row)) ?? []
    groups.set(groupOf(row), group)
    group.push(row)
  }
  const pk = rowsKey(reference, version)
  await writeAll(
    table,
    [...groups].map(([sk, group]) => ({ PutRequest: { Item: { pk, sk, rows: pack(group) } } })),
  )

  const active = { source, validFrom, version, rows: rows.length, sha256, loadedAt }
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...pointerKey(reference), active },
        ...(old
          ? {
              ConditionExpression: 'active.version = :old',
              ExpressionAttributeValues: { ':old': old.version },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      }),
    )
  } catch (cause) {
    if (!(cause instanceof ConditionalCheckFailedException)) throw cause
    await removeVersion(table, reference, version)
    throw new Refusal(
      'stale',
      {
        id: `Tabel ${reference} sedang dimuat oleh orang lain. Periksa isinya, lalu ulangi.`,
        en: `Someone else loaded the table ${reference} meanwhile. Look at it, then repeat.`,
      },
      { cause },
    )
  }
  await readActive(table, reference) // this process sees it at once
  for (const other of await begunVersions(table, reference))
    if (other !== version) await removeVersion(table, reference, other)
  return { active, changed: true }
}
