import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import {
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

const MOST_ATTEMPTS = 5
/** Rows of a table that a process keeps in memory: all units, but not all villages. */
const MOST_KEPT = 2_000

/** How long a process believes what it read of the pointer, in ms. */
const BELIEVED_FOR = 60_000

export const POINTER = '!'
export const pointerKey = (name: ReferenceTable) => ({ pk: `R#${name}`, sk: POINTER })
export const rowsKey = (name: ReferenceTable, version: string): string => `R#${name}#${version}`

/**
 * Rows lie in groups, one item each: a unit, an office or a code alone, regions under the region
 * around them (`-` for provinces), so that a lookup and a list of children are one GetItem each and
 * 84,000 villages are 7,300 items.
 */
export const groupOf = (row: ReferenceRow): string =>
  'level' in row ? row.parent || PROVINCES : keyOf(row)
const PROVINCES = '-'

interface Believed {
  active: ActiveReference | undefined
  until: number // performance.now()
}

const believed = new WeakMap<Table['client'], Map<string, Believed>>()

function beliefs({ client }: Table): Map<string, Believed> {
  const known = believed.get(client) ?? new Map<string, Believed>()
  believed.set(client, known)
  return known
}

const beliefKey = (table: Table, name: ReferenceTable) => `${table.name}/${name}`

/** Forget what was believed of a table, as after a load. */
export const forgetReference = (table: Table, name: ReferenceTable): void =>
  void beliefs(table).delete(beliefKey(table, name))

/** The version in force, read strongly consistent: half a read unit rounded up to one. */
export async function readActive(
  table: Table,
  name: ReferenceTable,
): Promise<ActiveReference | undefined> {
  const get = new GetCommand({
    TableName: table.name,
    Key: pointerKey(name),
    ConsistentRead: true,
  })
  const active = (await table.client.send(get)).Item?.active as ActiveReference | undefined
  const until = performance.now() + BELIEVED_FOR
  beliefs(table).set(beliefKey(table, name), { active, until })
  return active
}

async function believedActive(
  table: Table,
  name: ReferenceTable,
): Promise<ActiveReference | undefined> {
  const belief = beliefs(table).get(beliefKey(table, name))
  if (belief?.active && belief.until > performance.now()) return belief.active
  return readActive(table, name)
}

async function readGroup<T extends ReferenceTable>(
  table: Table,
  name: T,
  group: string,
): Promise<ReferenceRow<T>[]> {
  const read = async ({ version }: ActiveReference) => {
    const Key = { pk: rowsKey(name, version), sk: group }
    const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key }))
    return Item?.rows as ReferenceRow<T>[] | undefined
  }
  const active = await believedActive(table, name)
  const rows = active && (await read(active))
  if (rows) return rows
  const now = await readActive(table, name) // the version may have been replaced and cleared away
  return now && now.version !== active?.version ? ((await read(now)) ?? []) : []
}

/** One unit by its id: one GetItem, half a read unit. */
export const findUnit = async (table: Table, id: string): Promise<Unit | undefined> =>
  (await readGroup(table, 'upt', id))[0]

/** One regional office by its id. */
export const findKanwil = async (
  table: Table,
  id: string,
): Promise<ReferenceRow<'kanwil'> | undefined> => (await readGroup(table, 'kanwil', id))[0]

/** One region by its Kemendagri code, such as `12.75.01`. */
export const findRegion = async (table: Table, code: string): Promise<Region | undefined> =>
  (await childrenOf(table, parentOf(code))).find((region) => region.code === code)

/** One kind of land by its code with dots. */
export const findAssetCode = async (
  table: Table,
  code: string,
): Promise<ReferenceRow<'kode-barang'> | undefined> =>
  (await readGroup(table, 'kode-barang', code))[0]

/** The regions just below one, by code; the provinces for ''. One GetItem. */
export const childrenOf = (table: Table, parent: string): Promise<Region[]> =>
  readGroup(table, 'wilayah', parent || PROVINCES)

const contents = new WeakMap<Table['client'], Map<string, ReferenceContent<ReferenceTable>>>()

/**
 * A whole table with its source; undefined when none was ever loaded. One read unit when this
 * process read the version before. `wilayah` with villages is some 9 MB: ask for `childrenOf` on a
 * request's path.
 */
export async function readReference<T extends ReferenceTable>(
  table: Table,
  name: T,
): Promise<ReferenceContent<T> | undefined> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const active = await readActive(table, name)
    if (!active) return undefined
    const known = contents.get(table.client) ?? new Map<string, ReferenceContent<ReferenceTable>>()
    contents.set(table.client, known)
    const kept = known.get(beliefKey(table, name))
    if (kept?.version === active.version) return kept as ReferenceContent<T> // never changes
    const content: ReferenceRow<T>[] = []
    const pages = paginateQuery(
      { client: table.client },
      {
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': rowsKey(name, active.version) },
      },
    )
    for await (const { Items = [] } of pages)
      for (const { rows } of Items) content.push(...(rows as ReferenceRow<T>[]))
    if (content.length !== active.rows) continue // a load came between
    if (content.length <= MOST_KEPT) known.set(beliefKey(table, name), { ...active, content })
    return { ...active, content }
  }
  throw new Error(`The rows of the reference table ${name} do not agree with their count.`)
}
