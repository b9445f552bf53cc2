import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { Refusal } from '../domain/refusal.ts'
import type { Write } from './change.ts'
import { EXPIRY_ATTRIBUTE, type Table } from './table.ts'

/** A POST that may come again: who sent it, under which key, and the hash of what it said. */
export interface Idempotency {
  caller: string
  key: string
  requestHash: string
  /** Epoch seconds now; records live seven days. */
  now: number
}

/** What was answered the first time: enough to say it again from the history. */
export interface Answer {
  status: number
  location?: string
  /** The subject and version that the answer showed. */
  subject: string
  version: number
  /** A small body that the history does not hold, such as where to upload. */
  body?: unknown
}

const LIFETIME = 7 * 24 * 60 * 60 // seconds

/** The same request was carried out by somebody faster; `findAnswer` tells its answer. */
export class AlreadyAnswered extends Refusal {
  constructor() {
    super('busy', {
      id: 'Permintaan yang sama sedang dikerjakan.',
      en: 'The same request is being carried out.',
    })
  }
}

const keyOf = ({ caller, key }: Idempotency) => ({ pk: `I#${caller}#${key}`, sk: 'I' })

/** The write that makes a repeated POST harmless. */
export const idempotencyWrite = (
  TableName: string,
  request: Idempotency,
  answer: Answer,
): Write => ({
  item: {
    Put: {
      TableName,
      Item: {
        ...keyOf(request),
        requestHash: request.requestHash,
        answer,
        [EXPIRY_ATTRIBUTE]: request.now + LIFETIME,
      },
      ConditionExpression: 'attribute_not_exists(pk) OR #expires < :now', // TTL removes late
      ExpressionAttributeNames: { '#expires': EXPIRY_ATTRIBUTE },
      ExpressionAttributeValues: { ':now': request.now },
    },
  },
  refused: () => new AlreadyAnswered(),
})

/**
 * What the same request was answered before, or undefined when it is new.
 * @throws Refusal `idempotency-key-reused` when the key came with another request
 */
export async function findAnswer(
  { client, name }: Table,
  request: Idempotency,
): Promise<Answer | undefined> {
  const get = new GetCommand({ TableName: name, Key: keyOf(request), ConsistentRead: true })
  const { Item } = await client.send(get)
  if (!Item || Number(Item[EXPIRY_ATTRIBUTE]) < request.now) return undefined
  if (Item.requestHash !== request.requestHash)
    throw new Refusal('idempotency-key-reused', {
      id: 'Idempotency-Key ini sudah dipakai untuk kiriman lain. Buat kunci baru untuk kiriman baru.',
      en: 'This Idempotency-Key came before with another request. Use a new key for a new request.',
    })
  return Item.answer as Answer
}
