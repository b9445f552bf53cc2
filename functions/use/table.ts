import {
  DeleteCommand,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import type { Upload } from '../documents/bucket.ts'
import type { Mark } from '../domain/record.ts'
import type { NewPhoto, Photo } from '../domain/report.ts'
import type { Write } from '../store/change.ts'
import { AlreadyAnswered, type Idempotency, idempotencyWrite } from '../store/idempotency.ts'
import { EXPIRY_ATTRIBUTE, type Table } from '../store/table.ts'
import { cancellations } from '../store/transient.ts'

/** A photo that is on its way. */
export type PhotoUpload = { id: string } & NewPhoto & Mark & Upload

const LIVES = 8 * 24 * 60 * 60 // seconds; what was sent is removed from incoming/ after seven days

const keyOf = (parcel: string, id: string) => ({ pk: `L#${parcel}`, sk: `U#${id}` })

/** Note that a photo was announced, once for each request. */
export async function insertUpload(
  { client, name: TableName }: Table,
  parcel: string,
  upload: PhotoUpload,
  request: Idempotency | undefined,
  now: Date,
): Promise<void> {
  const expires = Math.floor(now.getTime() / 1000) + LIVES
  const Item = { ...keyOf(parcel, upload.id), upload, [EXPIRY_ATTRIBUTE]: expires }
  const location = `/api/parcels/${parcel}/photos/${upload.id}`
  const answer = { status: 201, location, subject: `photo:${upload.id}`, version: 0 }
  const writes: Write[] = [
    { item: { Put: { TableName, Item } } },
    ...(request ? [idempotencyWrite(TableName, request, answer)] : []),
  ]
  const TransactItems = writes.map(({ item }) => item)
  try {
    await client.send(new TransactWriteCommand({ TransactItems }))
  } catch (error) {
    if (cancellations(error)?.[1] === 'ConditionalCheckFailed') throw new AlreadyAnswered()
    throw error
  }
}

/** A photo that is on its way, or undefined. */
export async function findUpload(
  { client, name: TableName }: Table,
  parcel: string,
  id: string,
): Promise<PhotoUpload | undefined> {
  const get = new GetCommand({ TableName, Key: keyOf(parcel, id), ConsistentRead: true })
  return (await client.send(get)).Item?.upload as PhotoUpload | undefined
}

/** How many photos of a parcel are on their way. */
export async function countUploads(
  { client, name: TableName }: Table,
  parcel: string,
  now: Date,
): Promise<number> {
  const { Count = 0 } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :uploads)',
      FilterExpression: '#expires > :now', // TTL removes late
      ExpressionAttributeNames: { '#expires': EXPIRY_ATTRIBUTE },
      ExpressionAttributeValues: {
        ':pk': `L#${parcel}`,
        ':uploads': 'U#',
        ':now': Math.floor(now.getTime() / 1000),
      },
      Select: 'COUNT',
    }),
  )
  return Count
}

/** Forget a photo whose file was not what was announced. */
export async function deleteUpload(
  { client, name: TableName }: Table,
  parcel: string,
  id: string,
): Promise<void> {
  await client.send(new DeleteCommand({ TableName, Key: keyOf(parcel, id) }))
}

/** The write that forgets an upload, as its photo is kept now. */
export const uploadEnd = (TableName: string, parcel: string, id: string): Write => ({
  item: { Delete: { TableName, Key: keyOf(parcel, id) } },
})

/** The write that puts a photo, and the report that it serves, into the index of equal files. */
export const photoIndexWrite = (
  TableName: string,
  parcel: string,
  { id, sha256, report }: Photo,
): Write => ({
  item: {
    Put: {
      TableName,
      Item: {
        pk: `F#${sha256}`,
        sk: `${parcel}#${id}`,
        parcel,
        photo: id,
        ...(report !== undefined && { report }),
      },
    },
  },
})

const CLAIM = 'photo' // beside the keys of the index, which begin with a parcel's id
const claimOf = (sha256: string) => ({ pk: `F#${sha256}`, sk: CLAIM })

/** Whether a file was ever kept as a photo. Ask before `isUsedElsewhere`, which then sees that photo. */
export async function isClaimed(
  { client, name: TableName }: Table,
  sha256: string,
): Promise<boolean> {
  const get = new GetCommand({ TableName, Key: claimOf(sha256), ConsistentRead: true })
  return (await client.send(get)).Item !== undefined
}

/** The write by which the first photo of a file is the first: of two at the same moment one is refused. */
export const claimWrite = (
  TableName: string,
  sha256: string,
  refused: NonNullable<Write['refused']>,
): Write => ({
  item: {
    Put: {
      TableName,
      Item: claimOf(sha256),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  refused,
})

/**
 * Whether the very same file stands at another parcel, or serves another report of this one (rule H04).
 * Nothing but that is told of where.
 */
export async function isUsedElsewhere(
  { client, name: TableName }: Table,
  parcel: string,
  { id, sha256 }: Pick<Photo, 'id' | 'sha256'>,
  report?: string,
): Promise<boolean> {
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :file',
        ExpressionAttributeValues: { ':file': `F#${sha256}` },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    )
    for (const item of page.Items ?? []) {
      if (item.sk === CLAIM) continue
      if (item.parcel !== parcel) return true
      const serves = item.report as string | undefined
      if (serves !== undefined && serves !== report && item.photo !== id) return true
    }
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return false
}
