import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import type { Boundary } from '../domain/boundary.ts'
import { decodeOutline, outlineOf } from '../domain/outline.ts'
import { Refusal } from '../domain/refusal.ts'
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
const MARK = 'DO' // after the documents (`D#`), so that one query reads both
const PREFIX = `${MARK}#`
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

/** Newcomers that a parcel may have at a time: it renews or ends all of them in one transaction. */
const MOST_NEWCOMERS = 40

const crowded = (): Refusal =>
  new Refusal('invalid-input', {
    id: `Pada bidang lain di tanah ini sudah tercatat ${MOST_NEWCOMERS} tumpang tindih. Selesaikan dahulu yang ada.`,
    en: `${MOST_NEWCOMERS} parcels overlap the other one on this land already. Settle those first.`,
  })

const put = (TableName: string, pair: Pair, isNew: boolean): Write => ({
  item: {
    Put: {
      TableName,
      Item: { ...pair, outline: packed(pair), ...keyOf(pair.holder, pair.newcomer) },
      ConditionExpression: isNew ? 'attribute_not_exists(pk)' : 'attribute_exists(pk)',
    },
  },
  refused: moved,
})

const mark = (holder: string) => ({ pk: partitionOf(holder), sk: MARK })

/** The writes that record a pair; the holder sees by its mark that somebody came. */
export const pairStart = ({ name: TableName }: Table, pair: Pair): Write[] => [
  put(TableName, pair, true),
  {
    item: {
      Update: {
        TableName,
        Key: mark(pair.holder),
        UpdateExpression: 'ADD came :one, standing :one',
        ConditionExpression: 'attribute_not_exists(standing) OR standing < :most',
        ExpressionAttributeValues: { ':one': 1, ':most': MOST_NEWCOMERS },
      },
    },
    refused: crowded,
  },
]

/** The write of a pair with other land, for which nothing that was said before holds. */
export const pairRestart = ({ name }: Table, pair: Pair): Write => put(name, pair, false)

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

/**
 * The writes by which a parcel ends pairs in which it stands. With `came`, as it was read, they hold
 * only if nobody came onto its own land since: a parcel that is in the index has to know of all.
 */
export function pairEnds(
  { name: TableName }: Table,
  id: string,
  ending: readonly Pair[],
  came?: number,
): Write[] {
  const ends = ending.map(({ holder, newcomer }): Write => ({
    item: { Delete: { TableName, Key: keyOf(holder, newcomer) } },
  }))
  const others = ending.filter(({ holder }) => holder !== id)
  const fewer = others.map(({ holder }): Write => ({
    item: {
      Update: {
        TableName,
        Key: mark(holder),
        UpdateExpression: 'ADD standing :less',
        ExpressionAttributeValues: { ':less': -1 },
      },
    },
  }))
  const own = ending.length - others.length
  return [...ends, ...fewer, ...(came === undefined ? [] : [sameMark(TableName, id, came, own)])]
}

/** That a parcel's mark still stands, less the pairs that it ends itself. */
function sameMark(TableName: string, id: string, came: number, own: number): Write {
  const Key = mark(id)
  if (came === 0)
    return {
      item: { ConditionCheck: { TableName, Key, ConditionExpression: 'attribute_not_exists(pk)' } },
      refused: moved,
    }
  const same = {
    TableName,
    Key,
    ConditionExpression: 'came = :came',
    ExpressionAttributeValues: { ':came': came, ...(own > 0 && { ':less': -own }) },
  }
  return {
    item:
      own > 0
        ? { Update: { ...same, UpdateExpression: 'ADD standing :less' } }
        : { ConditionCheck: same },
    refused: moved,
  }
}

/** Parcels that came onto the land of a parcel, and how many ever did: its mark. */
export interface Newcomers {
  pairs: Pair[]
  came: number
}

/** Who came onto the land of a parcel, by the items of its partition. */
export function newcomersAmong(items: readonly Record<string, unknown>[]): Newcomers {
  const own = items.find(({ sk }) => sk === MARK)
  const pairs = items.filter(({ sk }) => String(sk).startsWith(PREFIX)).map(fromItem)
  return { pairs, came: Number(own?.came ?? 0) }
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
