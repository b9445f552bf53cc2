import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { LedgerEntry } from '../domain/ledger.ts'
import type { Write } from './change.ts'
import type { Table } from './table.ts'

/** The parcel of a ledger entry, and the version of its event that saw the deadline pass. */
export interface LedgerPlace {
  parcel: string
  version: number
  upt: string
  kanwil: string
  name: string
  unitName: string
}

/** A deadline that passed, and of which parcel. */
export interface ParcelLedgerEntry extends LedgerEntry, LedgerPlace {}

const partition = (kanwil: string): string => `W#${kanwil}`

/**
 * Writes of what passed, in the transaction that noted it: one item for each deadline's day, since the
 * evidence of many blocks runs out together.
 */
export function ledgerWrites(
  TableName: string,
  place: LedgerPlace,
  entries: readonly LedgerEntry[],
): Write[] {
  const byDay = new Map<string, LedgerEntry[]>()
  for (const entry of entries) byDay.set(entry.day, [...(byDay.get(entry.day) ?? []), entry])
  return [...byDay].map(([day, passed]) => {
    const sk = `${day}#${place.parcel}#${String(place.version).padStart(9, '0')}`
    return {
      item: { Put: { TableName, Item: { pk: partition(place.kanwil), sk, place, passed } } },
    }
  })
}

/** Which part of the ledger of a Kanwil to read, by the deadlines' days. */
export interface LedgerAsked {
  kanwil: string
  from?: string | undefined
  until?: string | undefined
  /** Key of the last item that was read. */
  after?: string | undefined
  limit: number
}

/** What passed in one Kanwil, the earliest first: one query; `at` is the key to go on after. */
export async function readLedger(
  { client, name: TableName }: Table,
  { kanwil, from = ' ', until, after, limit }: LedgerAsked,
): Promise<{ groups: { at: string; entries: ParcelLedgerEntry[] }[]; isLast: boolean }> {
  const start = after === undefined ? from : `${after}!`
  const end = until === undefined ? '~' : `${until}$` // '$' comes after the '#' of that day's keys
  if (start > end) return { groups: [], isLast: true }
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :start AND :end',
      ExpressionAttributeValues: { ':pk': partition(kanwil), ':start': start, ':end': end },
      Limit: limit,
    }),
  )
  const groups = Items.map(({ sk, place, passed }) => ({
    at: String(sk),
    entries: (passed as LedgerEntry[]).map((entry) => ({ ...entry, ...(place as LedgerPlace) })),
  }))
  return { groups, isLast: LastEvaluatedKey === undefined }
}
