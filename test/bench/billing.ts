/** What one call to the table costs on AWS. */
export interface Bill {
  readUnits: number
  writeUnits: number
}

type Item = Record<string, unknown>
interface Consumed {
  CapacityUnits?: number
  GlobalSecondaryIndexes?: Record<string, { CapacityUnits?: number }>
}
interface Input {
  ConsistentRead?: boolean
  RequestItems?: Record<string, { Keys?: Item[]; ConsistentRead?: boolean }>
  TransactItems?: Record<string, { Item?: Item }>[]
}
interface Output {
  ConsumedCapacity?: Consumed | Consumed[]
  Item?: Item
  Items?: Item[]
  ScannedCount?: number
  Responses?: Record<string, Item[]>
  UnprocessedKeys?: Record<string, { Keys?: Item[] }>
}

const utf8 = new TextEncoder()

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0)

/** Bytes of a value as DynamoDB counts them (Developer Guide, "DynamoDB item sizes and formats"). */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return utf8.encode(value).length
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).length / 2) + 1
  if (value instanceof Uint8Array) return value.length
  if (typeof value !== 'object' || value === null) return 1
  const isList = Array.isArray(value) || value instanceof Set
  const values: unknown[] = isList ? [...value] : Object.values(value)
  const names = isList ? [] : Object.keys(value)
  return 3 + values.length + sum(values.map(sizeOf)) + sum(names.map(sizeOf))
}

/** Bytes of an item, its attribute names included; what is undefined is not stored. */
function itemSize(item: Item): number {
  const stored = Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined))
  return sizeOf(stored) - 3 - Object.keys(stored).length
}

/**
 * Units of a transaction: each item twice, by its size, a check as well; indexes once. Updates and
 * checks here are of items below 1 KB: counters, versions of cells, coarse pages that are not there.
 */
function ofTransaction({ TransactItems = [] }: Input, consumed: readonly Consumed[]): number {
  const items = TransactItems.flatMap((each) => Object.values(each))
  const kilobytes = items.map(({ Item }) => (Item ? Math.ceil(itemSize(Item) / 1024) : 1))
  const indexes = consumed.flatMap(({ GlobalSecondaryIndexes = {} }) =>
    Object.values(GlobalSecondaryIndexes).map(({ CapacityUnits = 0 }) => CapacityUnits),
  )
  return 2 * sum(kilobytes) + sum(indexes)
}

/** Items that were asked for and are not there: each costs what reading a small one does. */
const missing = ({ RequestItems = {} }: Input, { Responses, UnprocessedKeys }: Output): number =>
  sum(
    Object.entries(RequestItems).map(([table, { Keys = [], ConsistentRead }]) => {
      const got = Responses?.[table]?.length ?? 0
      const left = UnprocessedKeys?.[table]?.Keys?.length ?? 0
      return (Keys.length - got - left) * (ConsistentRead ? 1 : 0.5)
    }),
  )

/**
 * What a call costs on AWS, by what DynamoDB Local says of it and by what that leaves out: it counts
 * transactions once, and items that are not there and queries that find nothing not at all.
 */
export function billOf(commandName: string, input: object, output: object): Bill {
  const [asked, answered] = [input as Input, output as Output]
  const consumed = [answered.ConsumedCapacity ?? []].flat()
  const units = sum(consumed.map(({ CapacityUnits = 0 }) => CapacityUnits))
  if (commandName.startsWith('TransactWrite'))
    return { readUnits: 0, writeUnits: ofTransaction(asked, consumed) }
  const least = asked.ConsistentRead ? 1 : 0.5
  if (commandName.startsWith('BatchGet'))
    return { readUnits: units + missing(asked, answered), writeUnits: 0 }
  if (/^(Get|Query|Scan)/.test(commandName))
    return { readUnits: Math.max(units, least), writeUnits: 0 }
  return { readUnits: 0, writeUnits: units }
}
