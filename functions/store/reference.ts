import { gunzipSync, gzipSync } from 'node:zlib'
import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { Commodity } from '../domain/commodities.ts'
import {
  type AssetCode,
  type Kanwil,
  keyOf,
  parentOf,
  type ReferenceRow,
  type ReferenceSource,
  type ReferenceTable,
  type Region,
  type Unit,
} from '../domain/reference.ts'
import type { Table } from './table.ts'

/** Which version of a reference table is in force, and where it comes from. */
export interface ActiveReference extends ReferenceSource {
  version: string
  rows: number
  /** SHA-256 of the rows as canonical text, hexadecimal. */
  sha256: string
  loadedAt: string
}

/** A reference table as a reader sees it: never half of one version and half of another. */
export interface ReferenceContent<T extends ReferenceTable> extends ActiveReference {
  content: ReferenceRow<T>[]
}

/** How long a process believes what it read of the pointer, in ms. */
const BELIEVED_FOR = 60_000
/** Groups of a version that a process keeps in memory: they never change. */
const MOST_KEPT = 60
/** Times that a whole table is read when a load comes between. */
const MOST_READS = 5

export const pointerKey = (name: ReferenceTable) => ({ pk: `R#${name}`, sk: '!' })
export const rowsKey = (name: ReferenceTable, version: string): string => `R#${name}#${version}`

const ALL = '-' // the group of provinces, and of every table but wilayah

/** The group in which the regions just below `parent` lie. */
const groupBelow = (parent: string): string => parentOf(parent) || parent || ALL

/**
 * Rows lie in groups, one item each: regencies and districts by province, villages by regency, any
 * other table whole. So every lookup is one GetItem, and 91,600 regions are 553 items.
 */
export const groupOf = (row: ReferenceRow): string =>
  'level' in row ? groupBelow(row.parent) : ALL

/** A group as it is stored. Names repeat: gzip makes a tenth of them (the largest is 13 KB). */
export const pack = (rows: readonly ReferenceRow[]): Uint8Array => gzipSync(JSON.stringify(rows))
const unpack = (packed: unknown): ReferenceRow[] =>
  JSON.parse(gunzipSync(packed as Uint8Array).toString()) as ReferenceRow[]

/** What this process believes of a table: its version until some time, and groups that it read. */
interface Belief {
  active: ActiveReference | undefined
  until: number // performance.now()
  groups: Map<string, ReferenceRow[]>
}

const beliefs = new WeakMap<Table['client'], Map<string, Belief>>()

function beliefsOf({ client }: Table): Map<string, Belief> {
  const known = beliefs.get(client) ?? new Map<string, Belief>()
  beliefs.set(client, known)
  return known
}

async function freshBelief(table: Table, name: ReferenceTable): Promise<Belief> {
  const Key = pointerKey(name)
  const get = new GetCommand({ TableName: table.name, Key, ConsistentRead: true })
  const active = (await table.client.send(get)).Item?.active as ActiveReference | undefined
  const known = beliefsOf(table)
  const before = known.get(`${table.name}/${name}`)
  const isSame = active !== undefined && before?.active?.version === active.version
  const groups = isSame ? before.groups : new Map<string, ReferenceRow[]>()
  const belief = { active, until: performance.now() + BELIEVED_FOR, groups }
  known.set(`${table.name}/${name}`, belief)
  return belief
}

async function beliefIn(table: Table, name: ReferenceTable): Promise<Belief> {
  const belief = beliefsOf(table).get(`${table.name}/${name}`)
  return belief?.active && belief.until > performance.now() ? belief : freshBelief(table, name)
}

/** The version in force, read strongly consistent: one read unit. */
export const readActive = async (
  table: Table,
  name: ReferenceTable,
): Promise<ActiveReference | undefined> => (await freshBelief(table, name)).active

async function groupIn(
  table: Table,
  name: ReferenceTable,
  { active, groups }: Belief,
  group: string,
): Promise<ReferenceRow[] | undefined> {
  if (!active) return undefined
  const kept = groups.get(group)
  if (kept) return kept
  const Key = { pk: rowsKey(name, active.version), sk: group }
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key }))
  if (!Item) return undefined
  const rows = unpack(Item.rows)
  if (groups.size >= MOST_KEPT) groups.clear()
  groups.set(group, rows)
  return rows
}

async function readGroup(
  table: Table,
  name: ReferenceTable,
  group: string,
): Promise<ReferenceRow[]> {
  const belief = await beliefIn(table, name)
  const rows = await groupIn(table, name, belief, group)
  if (rows) return rows
  const now = await freshBelief(table, name) // the version may have been replaced and cleared away
  if (now.active?.version === belief.active?.version) return []
  return (await groupIn(table, name, now, group)) ?? []
}

const find = async (
  table: Table,
  name: ReferenceTable,
  key: string,
): Promise<ReferenceRow | undefined> =>
  (await readGroup(table, name, ALL)).find((row) => keyOf(row) === key)

/** One unit by its id: one GetItem of some 2 read units, none while this process remembers. */
export const findUnit = async (table: Table, id: string): Promise<Unit | undefined> =>
  (await find(table, 'upt', id)) as Unit | undefined

/** One regional office by its id. */
export const findKanwil = async (table: Table, id: string): Promise<Kanwil | undefined> =>
  (await find(table, 'kanwil', id)) as Kanwil | undefined

/** One kind of land by its code with dots. */
export const findAssetCode = async (table: Table, code: string): Promise<AssetCode | undefined> =>
  (await find(table, 'kode-barang', code)) as AssetCode | undefined

/** Every commodity of the food programme; none while the table was never loaded. */
export const readCommodities = async (table: Table): Promise<Commodity[]> =>
  (await readGroup(table, 'komoditas', ALL)) as Commodity[]

/** The regions just below one, by code; the provinces for ''. One GetItem of at most 2 read units. */
export const childrenOf = async (table: Table, parent: string): Promise<Region[]> =>
  ((await readGroup(table, 'wilayah', groupBelow(parent))) as Region[]).filter(
    (region) => region.parent === parent,
  )

/** One region by its Kemendagri code, such as `12.75.01`. */
export const findRegion = async (table: Table, code: string): Promise<Region | undefined> =>
  (await childrenOf(table, parentOf(code))).find((region) => region.code === code)

/**
 * A whole table with its source; undefined when none was ever loaded. `wilayah` with villages is
 * some 9 MB: ask for `childrenOf` on a request's path.
 */
export async function readReference<T extends ReferenceTable>(
  table: Table,
  name: T,
): Promise<ReferenceContent<T> | undefined> {
  for (let read = 1; read <= MOST_READS; read += 1) {
    const belief = await freshBelief(table, name)
    const { active } = belief
    if (!active) return undefined
    const content =
      name === 'wilayah'
        ? await readGroups(table, rowsKey(name, active.version))
        : await groupIn(table, name, belief, ALL)
    if (content?.length === active.rows) return { ...active, content: content as ReferenceRow<T>[] } // else a load came between
  }
  throw new Error(`The rows of the reference table ${name} do not agree with their count.`)
}

async function readGroups({ client, name }: Table, pk: string): Promise<ReferenceRow[]> {
  const rows: ReferenceRow[] = []
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    },
  )
  for await (const { Items = [] } of pages)
    for (const item of Items) rows.push(...unpack(item.rows))
  return rows
}
