import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import type { NumberKind, RecordNumber } from '../domain/certificate.ts'
import type { Place } from '../domain/permissions.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Write } from './change.ts'
import type { Table } from './table.ts'
import { pause } from './transient.ts'

/** A parcel that holds a number. */
export interface Holder extends Place {
  /** When it was taken. */
  at: string
  /** Why it shares the number, when it was not the first. */
  reason?: string
}

/** A number and all who hold it, by parcel id. */
export interface HeldNumber {
  kind: NumberKind
  value: string
  holders: Record<string, Holder>
  version: number
}

const keyOf = (kind: NumberKind, value: string) => ({ pk: `U#${kind}#${value}`, sk: 'U' })

/** What stands on a parcel's head for each number it holds, such as `nib#02140401000027`. */
export const numberKey = ({ kind, value }: Pick<RecordNumber, 'kind' | 'value'>): string =>
  `${kind}#${value}`

/** Split what `numberKey` joined. */
export const fromNumberKey = (key: string): { kind: NumberKind; value: string } => {
  const at = key.indexOf('#')
  return { kind: key.slice(0, at) as NumberKind, value: key.slice(at + 1) }
}

const MOST_READS = 8 // at most 40 numbers come and 40 go: one is enough unless the table is busy

/** Who holds these numbers now, strongly consistent; numbers that nobody holds are left out. */
export async function findNumbers(
  { client, name }: Table,
  numbers: readonly Pick<RecordNumber, 'kind' | 'value'>[],
): Promise<HeldNumber[]> {
  const found: HeldNumber[] = []
  let Keys: Record<string, unknown>[] = numbers.map(({ kind, value }) => keyOf(kind, value))
  for (let read = 1; Keys.length > 0; read += 1) {
    if (read > MOST_READS) throw new NumbersMoved()
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({
        RequestItems: { [name]: { Keys: Keys.slice(0, 100), ConsistentRead: true } },
      }),
    )
    found.push(...((Responses?.[name] ?? []) as HeldNumber[]))
    const left = UnprocessedKeys?.[name]?.Keys ?? []
    Keys = [...left, ...Keys.slice(100)]
    if (left.length > 0) await pause(read) // the table is busy
  }
  return found
}

/** Somebody else took or left one of the numbers between the read and the write: plan again. */
export class NumbersMoved extends Refusal {
  constructor() {
    super('busy', {
      id: 'Nomor itu sedang dipakai kiriman lain. Coba lagi sebentar.',
      en: 'Another request is taking that number. Try again in a moment.',
    })
  }
}

/** The write that sets who holds a number, if nobody else changed that meanwhile. */
export function holdersWrite(
  table: Table,
  number: Pick<RecordNumber, 'kind' | 'value'>,
  known: HeldNumber | undefined,
  holders: Record<string, Holder>,
): Write {
  const { kind, value } = number
  const condition = known
    ? {
        ConditionExpression: 'version = :version',
        ExpressionAttributeValues: { ':version': known.version },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' }
  const version = (known?.version ?? 0) + 1
  const Item = { ...keyOf(kind, value), kind, value, holders, version }
  return {
    item: { Put: { TableName: table.name, Item, ...condition } },
    refused: () => new NumbersMoved(),
  }
}
