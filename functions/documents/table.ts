import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { NewDocument } from '../domain/document.ts'
import type { DocumentFacts, Mark } from '../domain/record.ts'
import type { Write } from '../store/change.ts'
import { AlreadyAnswered, type Idempotency, idempotencyWrite } from '../store/idempotency.ts'
import type { Table } from '../store/table.ts'
import { cancellations } from '../store/transient.ts'
import { notFound } from '../operation.ts'
import type { Upload } from './bucket.ts'

/** A document's item: an upload under way, or the facts of a file that is kept. */
export interface DocumentItem {
  id: string
  upload?: NewDocument & Mark & Upload
  facts?: DocumentFacts
}

const keyOf = (parcel: string, id: string) => ({ pk: `L#${parcel}`, sk: `D#${id}` })

/** All documents of a parcel, those under way included. */
export async function listDocuments(
  { client, name }: Table,
  parcel: string,
): Promise<DocumentItem[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :documents)',
      ExpressionAttributeValues: { ':pk': `L#${parcel}`, ':documents': 'D#' },
      ConsistentRead: true,
    }),
  )
  return Items as unknown as DocumentItem[]
}

/** One document, or undefined. */
export async function findDocument(
  { client, name }: Table,
  parcel: string,
  id: string,
): Promise<DocumentItem | undefined> {
  const get = new GetCommand({ TableName: name, Key: keyOf(parcel, id), ConsistentRead: true })
  return (await client.send(get)).Item as DocumentItem | undefined
}

/** Note that an upload has begun, once for each request. */
export async function insertUpload(
  { client, name: TableName }: Table,
  parcel: string,
  item: DocumentItem,
  request: Idempotency | undefined,
): Promise<void> {
  const Put = { TableName, Item: { ...keyOf(parcel, item.id), ...item } }
  const location = `/api/parcels/${parcel}/documents/${item.id}`
  const answer = { status: 201, location, subject: `document:${item.id}`, version: 0 }
  const writes = [
    { item: { Put } },
    ...(request ? [idempotencyWrite(TableName, request, answer)] : []),
  ]
  const command = new TransactWriteCommand({
    TransactItems: writes.map(({ item: write }) => write),
  })
  try {
    await client.send(command)
  } catch (error) {
    if (cancellations(error)?.[1] === 'ConditionalCheckFailed') throw new AlreadyAnswered()
    throw error
  }
}

/**
 * Forget an upload that was given up or whose file was not what was announced.
 * @throws Refusal `not-found` when its file was verified and kept meanwhile
 */
export async function deleteUpload(
  { client, name: TableName }: Table,
  parcel: string,
  id: string,
): Promise<void> {
  const Key = keyOf(parcel, id)
  const ConditionExpression = 'attribute_not_exists(facts)'
  try {
    await client.send(new DeleteCommand({ TableName, Key, ConditionExpression }))
  } catch (error) {
    throw error instanceof ConditionalCheckFailedException ? notFound() : error
  }
}

/**
 * The writes that keep a document's facts, and its hash in the index of equal files; refused when the
 * document was given up meanwhile.
 *
 * @param version of the parcel's event that tells of it, by which a reader knows a torn read
 */
export const factsWrites = (
  TableName: string,
  parcel: string,
  facts: DocumentFacts,
  version: number,
): Write[] => [
  {
    item: {
      Put: {
        TableName,
        Item: { ...keyOf(parcel, facts.id), id: facts.id, facts, version },
        ConditionExpression: 'attribute_exists(pk)',
      },
    },
    refused: notFound,
  },
  {
    item: {
      Put: {
        TableName,
        Item: { pk: `F#${facts.sha256}`, sk: `${parcel}#${facts.id}`, parcel, document: facts.id },
      },
    },
  },
]

/** Other parcels that carry the same file: at most 25, enough to warn. */
export async function parcelsWithFile(
  { client, name }: Table,
  sha256: string,
  except: string,
): Promise<string[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :file',
      ExpressionAttributeValues: { ':file': `F#${sha256}` },
      Limit: 25,
    }),
  )
  const parcels = Items.flatMap(({ parcel = [] }) => parcel as string) // a photo's claim names none
  return [...new Set(parcels)].filter((id) => id !== except)
}

/** Note who was given a document to read, and when. */
export async function logReading(
  { client, name: TableName }: Table,
  parcel: string,
  reading: { document: string; by: string; at: string; id: string },
): Promise<void> {
  const { at, id } = reading
  const Item = { pk: `L#${parcel}`, sk: `W#${at}#${id}`, ...reading }
  await client.send(new PutCommand({ TableName, Item }))
}
