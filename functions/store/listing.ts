import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { ListEntry } from '../parcels/table.ts'
import { LIST_INDEX, OPEN_PARCELS, OWN_PARCELS, type Table } from './table.ts'

/** A parcel as the list index shows it. */
export interface ListedEntry {
  id: string
  upt: string
  kanwil: string
  entry: ListEntry
}

/** How far a walk through the list index came. */
export interface ListedCursor {
  half: string
  after: string
}

const HALVES = [OPEN_PARCELS, OWN_PARCELS]

/**
 * A page of a walk through all parcels, by Kanwil and unit, open ones first: one query of the index. The
 * cursor is the key of the last one, so a walk may go on days later; null after the last page.
 */
export async function walkParcels(
  { client, name: TableName }: Table,
  cursor: ListedCursor = { half: OPEN_PARCELS, after: ' ' },
  limit = 100,
): Promise<{ entries: ListedEntry[]; cursor: ListedCursor | null }> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: LIST_INDEX,
      KeyConditionExpression: 'listOf = :half AND listAt > :after',
      ExpressionAttributeValues: { ':half': cursor.half, ':after': cursor.after },
      Limit: limit,
    }),
  )
  const entries = Items.map(({ listAt, entry }) => {
    const [kanwil = '', upt = '', id = ''] = String(listAt).split('#')
    return { id, upt, kanwil, entry: entry as ListEntry }
  })
  if (LastEvaluatedKey)
    return { entries, cursor: { half: cursor.half, after: String(LastEvaluatedKey.listAt) } }
  const next = HALVES[HALVES.indexOf(cursor.half) + 1]
  return { entries, cursor: next === undefined ? null : { half: next, after: ' ' } }
}
