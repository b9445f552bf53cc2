import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import {
  decodeEntries,
  decodeStandings,
  encodeEntries,
  encodeStandings,
  type Entry,
  type Standing,
} from '../../domain/cellpage.ts'
import {
  cellAround,
  codeOfKey,
  keyOfCode,
  PARTITION_ZOOM,
  quadkeyOf,
  type Range,
  rangeOfQuadkey,
  zoomOf,
} from '../../domain/quadkey.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Write } from '../change.ts'
import type { Table } from '../table.ts'
import { pause } from '../transient.ts'

/** A page as it was read. */
export interface Page<Row> {
  /** Goes up with each write, and never starts again at a key; 0 while the page is not there. */
  version: number
  rows: Row[]
}

/** A leaf of the index: a cell with its geometry page and its status page. */
export interface Leaf extends Range {
  /** Quadkey at z9. */
  partition: string
  geometry: Page<Entry>
  standings: Page<Standing>
}

/** Somebody else changed a page between the read and the write, or in the middle of the read: plan again. */
export class PagesMoved extends Refusal {
  constructor() {
    super('busy', {
      id: 'Lahan di sekitarnya sedang dicatat oleh kiriman lain. Coba lagi sebentar.',
      en: 'Another request is registering land around it. Try again in a moment.',
    })
  }
}

const moved = (): Refusal => new PagesMoved()

export const partitionKey = (quadkey: string): string => `P#${quadkey}`

/** The partition in which a code lies. */
export const partitionOfCode = (code: number): string => quadkeyOf(code, PARTITION_ZOOM)

/** Keys of the two pages of a leaf: by its last code, so that the first leaf from a code on has it. */
export const leafKeys = (partition: string, end: number) => ({
  geometry: { pk: partitionKey(partition), sk: `${keyOfCode(end)}#G` },
  standings: { pk: partitionKey(partition), sk: `${keyOfCode(end)}#S` },
})

/** Above every code in the order of keys, and below the versions of cells. */
export const AFTER_LEAVES = '4'

/** A page as it lies in the table. */
interface PageItem {
  pk: string
  sk: string
  zoom: number
  version: number
  bytes: Uint8Array
}

/** The write of a page, valid only if nobody else changed it since it was read. */
export function pageWrite(
  table: Table,
  key: { pk: string; sk: string },
  read: number,
  content: Record<string, unknown>,
): Write {
  const condition =
    read > 0
      ? {
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':version': read },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }
  const Item = { version: read + 1, ...key, ...content }
  return { item: { Put: { TableName: table.name, Item, ...condition } }, refused: moved }
}

/** The check that nobody changed a page since it was read. */
export function pageCheck(table: Table, Key: { pk: string; sk: string }, read: number): Write {
  const condition =
    read > 0
      ? {
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':version': read },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }
  return { item: { ConditionCheck: { TableName: table.name, Key, ...condition } }, refused: moved }
}

/** What a leaf's pages hold, as attributes of their items. */
export const geometryOf = (cell: Range, entries: readonly Entry[]) => ({
  zoom: zoomOf(cell),
  bytes: encodeEntries(entries),
})
export const standingsOf = (cell: Range, standings: readonly Standing[]) => ({
  zoom: zoomOf(cell),
  bytes: encodeStandings(standings),
})

export const geometryWrite = (table: Table, leaf: Leaf, entries: readonly Entry[]): Write =>
  pageWrite(
    table,
    leafKeys(leaf.partition, leaf.end).geometry,
    leaf.geometry.version,
    geometryOf(leaf, entries),
  )
export const standingsWrite = (table: Table, leaf: Leaf, standings: readonly Standing[]): Write =>
  pageWrite(
    table,
    leafKeys(leaf.partition, leaf.end).standings,
    leaf.standings.version,
    standingsOf(leaf, standings),
  )

/** Leaves by the items of their pages, in the order of their codes; halves of torn reads are left out. */
export function leavesOf(partition: string, items: readonly Record<string, unknown>[]): Leaf[] {
  const halves = new Map<string, PageItem>()
  const leaves: Leaf[] = []
  for (const item of items as unknown as PageItem[]) {
    const [end = '', kind = ''] = item.sk.split('#')
    halves.set(item.sk, item)
    if (kind !== 'S') continue
    const [geometry, standings] = [halves.get(`${end}#G`), item]
    if (!geometry || geometry.zoom !== standings.zoom) continue
    leaves.push({
      partition,
      ...cellAround(codeOfKey(end), geometry.zoom),
      geometry: { version: geometry.version, rows: decodeEntries(geometry.bytes) },
      standings: { version: standings.version, rows: decodeStandings(standings.bytes) },
    })
  }
  return leaves
}

/** The leaf of a partition that holds nothing yet. */
export const emptyLeaf = (partition: string): Leaf => ({
  partition,
  ...rangeOfQuadkey(partition),
  geometry: { version: 0, rows: [] },
  standings: { version: 0, rows: [] },
})

const MOST_ANSWERS = 8 // parts in which a busy table gives a batch

/** Items by their keys (any number), strongly consistent or not; those that are not there are left out. */
export async function readItems(
  { client, name }: Table,
  keys: readonly { pk: string; sk: string }[],
  ConsistentRead: boolean,
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  let Keys: Record<string, unknown>[] = [...keys]
  for (let read = 1; Keys.length > 0; read += 1) {
    const request = { [name]: { Keys: Keys.slice(0, 100), ConsistentRead } }
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: request }),
    )
    found.push(...(Responses?.[name] ?? []))
    const left = UnprocessedKeys?.[name]?.Keys ?? []
    Keys = [...left, ...Keys.slice(100)]
    if (left.length === 0) read = 0
    else if (read === MOST_ANSWERS) throw new PagesMoved()
    else await pause(read)
  }
  return found
}
