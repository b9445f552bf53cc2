import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Write } from './change.ts'
import type { Table } from './table.ts'

const partition = (from: string): string => `J#${from}`

/** What keeps each parcel's list of those that name it as their predecessor, when `id` names others. */
export function linkWrites(
  { name: TableName }: Table,
  id: string,
  before: readonly string[] = [],
  after: readonly string[] = [],
): Write[] {
  const key = (from: string) => ({ pk: partition(from), sk: id })
  const come = after.filter((from) => !before.includes(from))
  const gone = before.filter((from) => !after.includes(from))
  return [
    ...come.map((from) => ({ item: { Put: { TableName, Item: key(from) } } })),
    ...gone.map((from) => ({ item: { Delete: { TableName, Key: key(from) } } })),
  ]
}

/** Ids of the parcels that name this one as their predecessor: one query, strongly consistent. */
export async function namedBy({ client, name }: Table, id: string): Promise<string[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition(id) },
      ConsistentRead: true,
    }),
  )
  return Items.map(({ sk }) => String(sk))
}
