import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Notice } from '../domain/notice.ts'
import type { Write } from './change.ts'
import type { Table } from './table.ts'

/** What people have to be told of one change of a parcel. It waits here until it stands in their digests. */
export interface Outgoing {
  /** The day by which was judged. */
  day: string
  parcel: string
  /** Version of the event that it belongs to. */
  version: number
  upt: string
  kanwil: string
  name: string
  unitName: string
  notices: readonly Notice[]
  /** Members who have it already, where they are too many for one transaction. */
  given?: string[]
}

/** One partition: whatever lies in it was not yet given to anybody, on whichever day it was written. */
export const OUTBOX = 'X'
export const outboxKey = ({ day, parcel, version }: Outgoing) => ({
  pk: OUTBOX,
  sk: `${day}#${parcel}#${String(version).padStart(9, '0')}`,
})

/** The write that puts a change's notices into the outbox, in the transaction of that change. */
export const outboxWrites = (TableName: string, outgoing: Outgoing): Write[] =>
  outgoing.notices.length === 0
    ? []
    : [{ item: { Put: { TableName, Item: { ...outboxKey(outgoing), outgoing } } } }]

/** What waits, the earliest first: a page of at most `limit`, strongly consistent. */
export async function waiting(
  { client, name: TableName }: Table,
  limit: number,
  after?: Outgoing,
): Promise<{ outgoing: Outgoing[]; isLast: boolean }> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': OUTBOX },
      ConsistentRead: true,
      Limit: limit,
      ...(after && { ExclusiveStartKey: outboxKey(after) }),
    }),
  )
  return {
    outgoing: Items.map((item) => item.outgoing as Outgoing),
    isLast: LastEvaluatedKey === undefined,
  }
}
