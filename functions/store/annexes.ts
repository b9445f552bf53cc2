import { GetCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { ParcelRecord } from '../domain/record.ts'
import type { Photo, Report } from '../domain/report.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Write } from './change.ts'
import type { Table } from './table.ts'

/**
 * What belongs to a parcel's record and history but grows without end, so that it stands in items of
 * its own and is never read with the parcel: reports by the end of their period, and photos.
 */
interface Annexed {
  reports: Report
  photos: Photo
}

/** Parts of a record that stand in items of their own. */
export type AnnexName = 'reports' | 'photos'

/** The partition of a parcel, whose head and history stand there too. */
const partitionOf = (id: string): string => `L#${id}`

const PREFIX: { [N in AnnexName]: string } = { reports: 'Z#', photos: 'F#' }

const KEY: { [N in AnnexName]: (entry: Annexed[N]) => string } = {
  reports: ({ period, id }) => `${PREFIX.reports}${period.until}#${id}`,
  photos: ({ id }) => `${PREFIX.photos}${id}`,
}

/** Names of the annexes that a change writes to. */
export const annexesIn = (record: ParcelRecord): AnnexName[] =>
  (['reports', 'photos'] as const).filter((name) => record[name] !== undefined)

/** The writes of the entries that a change puts into the annexes of a parcel, whole each. */
export function annexWrites(TableName: string, id: string, record: ParcelRecord): Write[] {
  const pk = partitionOf(id)
  const put = (sk: string, entry: Report | Photo): Write => ({
    item: { Put: { TableName, Item: { pk, sk, entry } } },
  })
  return [
    ...Object.values(record.reports ?? {}).map((report) => put(KEY.reports(report), report)),
    ...Object.values(record.photos ?? {}).map((photo) => put(KEY.photos(photo), photo)),
  ]
}

/**
 * The record as a change finds it: an annex that holds anything is told as an empty one where the
 * change brings no old entry, so that its history adds to it rather than beginning it anew.
 */
export const withAnnexes = (
  record: ParcelRecord,
  names: readonly AnnexName[] = [],
): ParcelRecord => ({
  ...record,
  ...(names.includes('reports') && { reports: record.reports ?? {} }),
  ...(names.includes('photos') && { photos: record.photos ?? {} }),
})

/** All entries of one annex by id, strongly consistent: for a recount, not for a request. */
export async function wholeAnnex<N extends AnnexName>(
  { client, name: TableName }: Table,
  id: string,
  name: N,
): Promise<Record<string, Annexed[N]>> {
  const found: Record<string, Annexed[N]> = {}
  const pages = paginateQuery(
    { client },
    {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': partitionOf(id), ':prefix': PREFIX[name] },
      ConsistentRead: true,
    },
  )
  for await (const { Items = [] } of pages)
    for (const { entry } of Items) found[(entry as Annexed[N]).id] = entry as Annexed[N]
  return found
}

/** One photo of a parcel, strongly consistent, or undefined. */
export async function findPhoto(
  { client, name: TableName }: Table,
  id: string,
  photo: string,
): Promise<Photo | undefined> {
  const Key = { pk: partitionOf(id), sk: `${PREFIX.photos}${photo}` }
  const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
  return Item?.entry as Photo | undefined
}

/** Which reports to list: those whose period ends within these days, below the last one that was listed. */
export interface ReportQuery {
  from?: string | undefined
  until?: string | undefined
  /** `until#id` of the last report of the page before. */
  below?: string | undefined
  limit: number
}

/** Reports of a parcel, strongly consistent, by the end of their period, the newest first. */
export async function reportPage(
  { client, name: TableName }: Table,
  id: string,
  { from = '', until = '9999-12-31', below, limit }: ReportQuery,
): Promise<{ reports: Report[]; next?: string }> {
  if (from > until) return { reports: [] }
  const last = `${PREFIX.reports}${until}#~` // a tilde sorts behind all ids
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': partitionOf(id),
        ':first': `${PREFIX.reports}${from}`,
        ':last': last,
      },
      ...(below !== undefined && {
        ExclusiveStartKey: { pk: partitionOf(id), sk: `${PREFIX.reports}${below}` },
      }),
      ScanIndexForward: false,
      Limit: limit,
      ConsistentRead: true,
    }),
  )
  const reports = Items.map(({ entry }) => entry as Report)
  const next = LastEvaluatedKey && String(LastEvaluatedKey.sk).slice(PREFIX.reports.length)
  return { reports, ...(next !== undefined && { next }) }
}

/** Where a report stands, by its id alone: the end of its period. */
const reportAt = (id: string, report: string) => ({ pk: partitionOf(id), sk: `Y#${report}` })

/** The write that lets a new report be found by its id, once. */
export const reportWrite = (
  TableName: string,
  id: string,
  { id: report, period }: Report,
  refused: () => Refusal,
): Write => ({
  item: {
    Put: {
      TableName,
      Item: { ...reportAt(id, report), until: period.until },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  refused,
})

/** One report of a parcel, strongly consistent, or undefined. */
export async function findReport(
  { client, name: TableName }: Table,
  id: string,
  report: string,
): Promise<Report | undefined> {
  const read = async (Key: { pk: string; sk: string }) =>
    (await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item
  const at = await read(reportAt(id, report))
  if (!at) return undefined
  const item = await read({
    pk: partitionOf(id),
    sk: `${PREFIX.reports}${String(at.until)}#${report}`,
  })
  return item?.entry as Report | undefined
}
