import { paginateScan } from '@aws-sdk/lib-dynamodb'
import type { Files } from '../files.ts'
import { headFrom } from '../heads.ts'
import type { Table } from '../table.ts'
import { boundaryAmong, type Indexed, indexedOf, isDue, type StoredHead } from './expected.ts'

/** Where the parcels and the index lie. */
export interface Sources {
  table: Table
  files: Files
}

/** Everything in the table that concerns the index, read once from end to end. */
export interface Census {
  heads: StoredHead[]
  /** What has to stand in the index, of parcels whose heads say where. */
  indexed: Indexed[]
  /** Parcels whose boundary was not found. */
  lost: string[]
  /** Items of the index by partition, in the order of their keys. */
  pages: Map<string, Record<string, unknown>[]>
  /** Partitions that the directory names. */
  directory: string[]
}

interface Item {
  pk: string
  sk: string
  [name: string]: unknown
}

const FILTER =
  '(begins_with(pk, :parcel) AND (sk = :head OR begins_with(sk, :boundary))) OR begins_with(pk, :page) OR pk = :all'

/** Read the whole table, for jobs and the command line: it scans, whether the registry serves or not. */
export async function takeCensus({ table, files }: Sources): Promise<Census> {
  const census: Census = { heads: [], indexed: [], lost: [], pages: new Map(), directory: [] }
  const boundaries = new Map<string, Item[]>()
  const pages = paginateScan(
    { client: table.client },
    {
      TableName: table.name,
      ConsistentRead: true,
      FilterExpression: FILTER,
      ExpressionAttributeValues: {
        ':parcel': 'L#',
        ':head': 'H',
        ':boundary': 'B',
        ':page': 'P#',
        ':all': 'P',
      },
    },
  )
  for await (const { Items = [] } of pages)
    for (const item of Items as Item[]) {
      const { pk, sk } = item
      if (pk === 'P') census.directory = [...(item.quadkeys as Set<string>)]
      else if (pk.startsWith('P#')) {
        const partition = pk.slice('P#'.length)
        census.pages.set(partition, [...(census.pages.get(partition) ?? []), item])
      } else if (sk === 'H') census.heads.push(headFrom(item))
      else boundaries.set(pk, [...(boundaries.get(pk) ?? []), item])
    }
  for (const items of census.pages.values())
    items.sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1))
  for (const head of census.heads) {
    if (!head.cells || !isDue(head)) continue
    const own = boundaries.get(`L#${head.id}`) ?? []
    const boundary = await boundaryAmong(files, own, head.cells.boundary)
    if (boundary) census.indexed.push(indexedOf(head, boundary, head.cells.since))
    else census.lost.push(head.id)
  }
  return census
}
