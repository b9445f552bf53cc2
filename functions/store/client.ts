import { AsyncLocalStorage } from 'node:async_hooks'
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Table } from './table.ts'
import { RETRY, retried } from './transient.ts'

/** What one request cost: DynamoDB units and calls. */
export interface Usage {
  readUnits: number
  writeUnits: number
  requests: number
}

const usage = new AsyncLocalStorage<Usage>()

/** Run `work` and count what its calls to the table cost, indexes included. */
export async function metered<T>(work: () => Promise<T>): Promise<{ result: T; used: Usage }> {
  const used: Usage = { readUnits: 0, writeUnits: 0, requests: 0 }
  return { result: await usage.run(used, work), used }
}

interface Consumed {
  CapacityUnits?: number
  ReadCapacityUnits?: number
  WriteCapacityUnits?: number
}

const CONNECTS_WITHIN = 2_000 // ms
const ANSWERS_WITHIN = 5_000 // ms; a transaction of 100 items takes some 100

const READS = /^(BatchGet|Get|Query|Scan|TransactGet)/

/**
 * A client of the one table. Every call is metered; conflicts, throttles and timeouts are tried again
 * with jitter, and what still fails then becomes `busy` (see transient.ts). The SDK's own retries are
 * off: they know no conflicts, and the two together would multiply.
 */
export function connectTable(name: string, config: DynamoDBClientConfig = {}): Table {
  const raw = new DynamoDBClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: CONNECTS_WITHIN,
      requestTimeout: ANSWERS_WITHIN,
      throwOnRequestTimeout: true,
    },
    ...config,
  })
  raw.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input = { ReturnConsumedCapacity: 'INDEXES', ...args.input }
        const answer = await next({ ...args, input })
        const counter = usage.getStore()
        if (counter) {
          const output = answer.output as { ConsumedCapacity?: Consumed | Consumed[] }
          counter.requests += 1
          for (const consumed of [output.ConsumedCapacity ?? []].flat()) {
            const units = consumed.CapacityUnits ?? 0
            if (READS.test(commandName)) counter.readUnits += units
            else counter.writeUnits += units
          }
        }
        return answer
      },
    { step: 'initialize', name: 'meter' },
  )
  raw.middlewareStack.add((next) => (args) => retried(() => next(args)), RETRY)
  const client = DynamoDBDocumentClient.from(raw, {
    marshallOptions: { removeUndefinedValues: true },
  })
  return { client, name }
}
