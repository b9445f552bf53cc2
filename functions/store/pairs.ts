import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Boundary } from '../domain/boundary.ts'
import { decodeOutline, outlineOf } from '../domain/outline.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { SharedLand } from '../domain/shared-land.ts'
import type { Write } from './change.ts'
import { NumbersMoved } from './numbers.ts'
import type { Table } from './table.ts'
import { pause } from './transient.ts'

/**
 * Two parcels on the same land: an item of its own, with the parcel that was there, so that a
 * newcomer's claim never touches its neighbour's record. The newcomer's record names the other.
 */
export interface Pair extends Omit<SharedLand, 'parcel'> {
  /** The parcel that was there, and the one that came. */
  holder: string
  newcomer: string
  /** The common land in at most 16 corners. */
  outline: Boundary | null
  /** Instant of the submission that made it. */
  at: string
}

const partitionOf = (id: string): string => `L#${id}`
const PREFIX = 'O#'
const keyOf = (holder: string, newcomer: string) => ({
  pk: partitionOf(holder),
  sk: `${PREFIX}${newcomer}`,
})

const fromItem = (item: Record<string, unknown>): Pair => {
  const { pk: _pk, sk: _sk, outline, ...pair } = item
  return { ...pair, outline: decodeOutline(outline as Uint8Array) } as Pair
}

/** The other of the two changed the pair between the read and the write: plan again. */
const moved = (): Refusal => new NumbersMoved()

const packed = ({ outline }: Pick<Pair, 'outline'>): Uint8Array =>
  outline ? outlineOf(outline).bytes : new Uint8Array()

/** The write that records a pair. */
export const pairStart = ({ name: TableName }: Table, pair: Pair): Write => ({
  item: {
    Put: {
      TableName,
      Item: { ...pair, outline: packed(pair), ...keyOf(pair.holder, pair.newcomer) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  refused: moved,
})

const pairUpdate = (
  { name: TableName }: Table,
  { holder, newcomer }: Pair,
  values: Record<string, unknown>,
): Write => ({
  item: {
    Update: {
      TableName,
      Key: keyOf(holder, newcomer),
      UpdateExpression: `SET ${Object.keys(values)
        .map((name) => `#${name} = :${name}`)
        .join(', ')}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: Object.fromEntries(
        Object.keys(values).map((name) => [`#${name}`, name]),
      ),
      ExpressionAttributeValues: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [`:${name}`, value]),
      ),
    },
  },
  refused: moved,
})

/** The write that measures a pair anew; its decision stays. */
export const pairRenewal = (table: Table, pair: Pair): Write =>
  pairUpdate(table, pair, { areaM2: pair.areaM2, outline: packed(pair) })

/** The write of the word of headquarters. */
export const pairDecision = (
  table: Table,
  pair: Pair,
  decision: NonNullable<Pair['decision']>,
): Write => pairUpdate(table, pair, { decision })

/** The write that ends a pair: the land is no longer shared. */
export const pairEnd = ({ name: TableName }: Table, { holder, newcomer }: Pair): Write => ({
  item: { Delete: { TableName, Key: keyOf(holder, newcomer) } },
})

/** Parcels that came onto the land of this one. One read unit while there are few. */
export async function newcomersOf({ client, name }: Table, holder: string): Promise<Pair[]> {
  const pairs: Pair[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': partitionOf(holder), ':prefix': PREFIX },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    )
    pairs.push(...(page.Items ?? []).map(fromItem))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return pairs
}

/** The pairs that a newcomer's record names and that still stand. */
export async function pairsNamed(
  { client, name }: Table,
  newcomer: string,
  shared: readonly SharedLand[],
): Promise<Pair[]> {
  const pairs: Pair[] = []
  let Keys: Record<string, unknown>[] = shared.map(({ parcel }) => keyOf(parcel, newcomer))
  for (let read = 1; Keys.length > 0; read += 1) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true } } }),
    )
    pairs.push(...(Responses?.[name] ?? []).map(fromItem))
    Keys = UnprocessedKeys?.[name]?.Keys ?? []
    if (Keys.length > 0) await pause(read) // the table is busy
  }
  return pairs
}
