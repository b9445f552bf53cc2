import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Boundary } from '../domain/boundary.ts'
import { type Event, type Personal, replay, reveal } from '../domain/history.ts'
import type { ParcelRecord } from '../domain/record.ts'
import { type PackedBoundary, unpackBoundary } from '../store/boundaries.ts'
import { PERSONAL } from '../store/change.ts'
import type { Files } from '../store/files.ts'
import type { Table } from '../store/table.ts'
import { partitionOf } from './table.ts'

async function queryAll(
  { client, name }: Table,
  id: string,
  prefix: string,
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': partitionOf(id), ':prefix': prefix },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    )
    found.push(...(page.Items ?? []))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return found
}

/** What a parcel's chain says, and what it says of persons. */
export interface History {
  /** Oldest first, as they were sealed. */
  events: Event[]
  /** The personal values that have not been erased, by hash. */
  personal: Personal
}

/** The whole chain of a parcel with its personal values. */
export async function readHistory(table: Table, id: string): Promise<History> {
  const events = (await queryAll(table, id, 'E#')).map(({ event }) => event as Event)
  const values = await queryAll(table, id, PERSONAL) // after the events, or a new one's would look erased
  return { events, personal: Object.assign({}, ...values.map(({ personal }) => personal)) }
}

/** A parcel as it was known after one of its events. */
export interface PastParcel {
  id: string
  record: ParcelRecord
  /** The event that made it so. */
  event: Event
  /** Instants of the events that count for a reader. */
  createdAt: string
  submittedAt?: string
  verifiedAt?: string
}

/** The parcel as known after the last event for which `counts` holds; undefined before the first. */
export function parcelAfter(
  events: readonly Event[],
  personal: Personal,
  counts: (event: Event) => boolean,
): PastParcel | undefined {
  const known = events.filter(counts)
  const event = known.at(-1)
  if (!event) return undefined
  const lastOf = (action: string): string | undefined =>
    known.filter((each) => each.action === action).at(-1)?.at
  const submittedAt = lastOf('submitted')
  const verifiedAt = lastOf('verified')
  return {
    id: event.subject.slice('parcel:'.length),
    record: reveal(replay(known), personal) as unknown as ParcelRecord,
    event,
    createdAt: known[0]!.at,
    ...(submittedAt && { submittedAt }),
    ...(verifiedAt && { verifiedAt }),
  }
}

/** A boundary of this parcel, present or past, by its hash. */
export async function findBoundary(
  table: Table,
  files: Files,
  id: string,
  hash: string,
): Promise<Boundary> {
  const pk = partitionOf(id)
  for (const sk of ['B', `B#${hash}`]) {
    const get = new GetCommand({ TableName: table.name, Key: { pk, sk }, ConsistentRead: true })
    const packed = (await table.client.send(get)).Item as PackedBoundary | undefined
    if (packed?.hash === hash) return unpackBoundary(files, packed)
  }
  throw new Error(`Parcel ${id} has lost its boundary ${hash}.`)
}
