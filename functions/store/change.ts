import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Json } from '../domain/canonical.ts'
import { type Change, diff } from '../domain/diff.ts'
import { conceal, type Event, sealEvent } from '../domain/history.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Answer, type Idempotency, idempotencyWrite } from './idempotency.ts'
import type { Table } from './table.ts'
import { cancellations } from './transient.ts'

/** A subject's place in its chain of events, kept on its head item (`sk` = `H`). */
export interface Chain {
  subject: string
  version: number
  hash: string
  /** Instant of the newest event. */
  at: string
}

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** One more write of the transaction, and what it means when its condition does not hold. */
export interface Write {
  item: TransactItem
  refused?: () => Refusal
}

/** Everything that one change of one subject writes, all together or not at all. */
export interface Commit {
  /** Partition of the subject, such as `L#<id>`. */
  pk: string
  subject: string
  /** The chain as it was read; null for a new subject. */
  chain: Chain | null
  /** The subject's record before and after; their difference is what the event tells. */
  before: Json | undefined
  after: Json
  actor: Event['actor']
  action: string
  reason?: string | undefined
  /** Pointers whose values are personal and stand outside the chain, so that they can be erased. */
  isPersonal?: (pointer: string) => boolean
  /** The head item as of its event, without keys and chain. */
  head: (event: Event) => Record<string, unknown>
  /** Further writes, if need be once it is known which version the event makes, and when. */
  writes?: readonly Write[] | ((event: Event) => readonly Write[])
  idempotency?: { request: Idempotency; answer: (event: Event) => Answer } | undefined
}

/** What a change needs from outside: never read from the clock or the machine by itself. */
export interface Surroundings {
  table: Table
  now: () => Date
  random: (bytes: number) => Uint8Array
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const padded = (version: number): string => String(version).padStart(9, '0')

export const eventKey = (version: number): string => `E#${padded(version)}`

/** Where the personal values of one event stand, by hash; each can be taken out by itself. */
export const PERSONAL = 'P#'
const personalKey = (version: number): string => `${PERSONAL}${padded(version)}`

const stale = (): Refusal =>
  new Refusal('stale', {
    id: 'Sementara itu data ini sudah diubah. Muat ulang, lihat perubahannya, lalu ulangi.',
    en: 'This was changed in the meantime. Load it again, look at the change, then repeat.',
  })

const MOST_ITEMS = 100 // of one transaction

const tooMuch = (): Refusal =>
  new Refusal('too-large', {
    id: 'Perubahan ini menyentuh lebih dari 100 catatan sekaligus: nomor, sel peta, tumpang tindih. Kurangi nomornya, atau pecah bidangnya.',
    en: 'This change touches more than 100 records at once: numbers, map cells, overlaps. Take numbers away, or divide the parcel.',
  })

/** Whether the event of this version was written by the attempt that carried the token. */
async function isOurs(table: Table, pk: string, version: number, token: string): Promise<boolean> {
  const Key = { pk, sk: eventKey(version) }
  const get = new GetCommand({ TableName: table.name, Key, ConsistentRead: true })
  return (await table.client.send(get)).Item?.token === token
}

/**
 * Write one change: head (guarded by the version), event, further items and the idempotency record
 * in a single transaction. The client tries conflicts and throttles again; a timeout whose write did
 * arrive is recognised by the token that stands beside the event.
 *
 * @throws Refusal `stale` when the subject moved on, or whatever a write's `refused` says
 * @throws AlreadyAnswered (see idempotency.ts) when the same request was carried out before
 */
export async function commit({ table, now, random }: Surroundings, change: Commit): Promise<Event> {
  const { pk, chain } = change
  const seen: Change[] = diff(change.before, change.after)
  const salt = (): string => hex(random(16))
  const { changes, personal } = conceal(seen, change.isPersonal ?? (() => false), salt)
  const { subject, actor, action, reason } = change
  const event = sealEvent(
    { subject, actor, action, changes, ...(reason !== undefined && { reason }) },
    chain,
    now(),
  )
  const TableName = table.name
  const token = hex(random(16))
  const newChain: Chain = { subject, version: event.version, hash: event.hash, at: event.at }
  const all: Write[] = [
    {
      item: {
        Put: {
          TableName,
          Item: { ...change.head(event), pk, sk: 'H', chain: newChain },
          ...(chain
            ? {
                ConditionExpression: '#chain.#hash = :hash',
                ExpressionAttributeNames: { '#chain': 'chain', '#hash': 'hash' },
                ExpressionAttributeValues: { ':hash': chain.hash },
              }
            : { ConditionExpression: 'attribute_not_exists(pk)' }),
        },
      },
      refused: stale,
    },
    {
      item: {
        Put: {
          TableName,
          Item: { pk, sk: eventKey(event.version), event, token },
          ConditionExpression: 'attribute_not_exists(pk)', // no event is ever written over
        },
      },
      refused: stale,
    },
    ...(Object.keys(personal).length > 0
      ? [{ item: { Put: { TableName, Item: { pk, sk: personalKey(event.version), personal } } } }]
      : []),
    ...(typeof change.writes === 'function' ? change.writes(event) : (change.writes ?? [])),
    ...(change.idempotency
      ? [idempotencyWrite(TableName, change.idempotency.request, change.idempotency.answer(event))]
      : []),
  ]
  if (all.length > MOST_ITEMS) throw tooMuch()
  const TransactItems = all.map(({ item }) => item)
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken: token }))
  } catch (error) {
    const failed = cancellations(error)?.indexOf('ConditionalCheckFailed') ?? -1
    if (failed < 0) throw error
    if (!(await isOurs(table, pk, event.version, token))) throw all[failed]?.refused?.() ?? error
  }
  return event
}
