import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Due } from '../domain/clocks.ts'
import type { CaseState, IdleCase } from '../domain/idle-case.ts'
import { isOpenCase } from '../domain/idle-case.ts'
import type { ParcelRecord } from '../domain/record.ts'
import type { IdleState, Problem, UseStatus } from '../domain/standing.ts'
import type { Status } from '../domain/status.ts'
import type { Write } from './change.ts'
import type { Table } from './table.ts'

/** What a due item tells of an open idle case. */
interface DueCase extends Pick<IdleCase, 'due' | 'escalated'> {
  state: CaseState
  since: string
  areaM2: number | null
  openedOn: string
}

/** Where a parcel's due item stands. */
export interface DueKey {
  kanwil: string
  /** The day on which something happens to the parcel by itself. */
  day: string
  parcel: string
}

/** The next that happens to a parcel by itself, and what a list shows of the parcel. */
export interface DueItem extends DueKey, Due {
  upt: string
  name: string
  unitName: string
  areaM2: number | null
  status: Status
  use: UseStatus
  idle: IdleState | null
  problem: Problem | null
  /** Day from which the facts speak that make its use status. */
  since: string
  idleCase?: DueCase
}

/** A parcel of which a due item tells. */
export interface DueParcel {
  id: string
  upt: string
  kanwil: string
  unitName: string
  areaM2: number | null
  status: Status
  record: ParcelRecord
}

/** The due item of a parcel by its next due day; null where nothing happens to it by itself. */
export function dueItem(
  due: Due | null,
  { id, upt, kanwil, unitName, areaM2, status, record }: DueParcel,
): DueItem | null {
  const { standing, idleCase, properties } = record
  if (!due || !standing) return null
  return {
    ...due,
    parcel: id,
    upt,
    kanwil,
    unitName,
    areaM2,
    status,
    name: properties.name,
    use: standing.use,
    idle: standing.idle,
    problem: standing.problem,
    since: standing.why.since,
    ...(isOpenCase(idleCase) && {
      idleCase: {
        state: idleCase.state,
        since: idleCase.since,
        areaM2: idleCase.areaM2,
        openedOn: idleCase.openedOn,
        ...(idleCase.due && { due: idleCase.due }),
        ...(idleCase.escalated && { escalated: idleCase.escalated }),
      },
    }),
  }
}

export const duesPartition = (kanwil: string): string => `T#${kanwil}`
export const dueAt = ({ day, parcel }: Pick<DueKey, 'day' | 'parcel'>): string => `${day}#${parcel}`
const keyOf = (due: DueKey) => ({ pk: duesPartition(due.kanwil), sk: dueAt(due) })

/** Writes that put a parcel's one due item where it belongs now: at most two. */
export function dueWrites(
  TableName: string,
  before: DueKey | null,
  after: DueItem | null,
): Write[] {
  const isGone =
    before && (!after || dueAt(before) !== dueAt(after) || before.kanwil !== after.kanwil)
  return [
    ...(isGone ? [{ item: { Delete: { TableName, Key: keyOf(before) } } }] : []),
    ...(after ? [{ item: { Put: { TableName, Item: { ...keyOf(after), due: after } } } }] : []),
  ]
}

/** Which due items of a Kanwil to read, by day. */
export interface DuesAsked {
  kanwil: string
  /** The last day. */
  until?: string | undefined
  /** The key of the last item that was read, such as `2027-01-04#<parcel>`. */
  after?: string | undefined
  limit: number
}

/** Due items of one Kanwil by day: one query, strongly consistent. */
export async function listDues(
  { client, name }: Table,
  { kanwil, until, after, limit }: DuesAsked,
): Promise<{ dues: DueItem[]; isLast: boolean }> {
  const from = after === undefined ? ' ' : `${after}!` // just after that key; none is below ' '
  const to = until === undefined ? '~' : `${until}$` // '$' comes after the '#' of that day's keys
  if (from > to) return { dues: [], isLast: true }
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': duesPartition(kanwil), ':from': from, ':to': to },
      ConsistentRead: true,
      Limit: limit,
    }),
  )
  return { dues: Items.map(({ due }) => due as DueItem), isLast: LastEvaluatedKey === undefined }
}
