import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Write } from './change.ts'
import type { Table } from './table.ts'
import { cancellations } from './transient.ts'

/** Do these writes all together; false when a condition does not hold, and nothing was written. */
export async function together({ client }: Table, writes: readonly Write[]): Promise<boolean> {
  const TransactItems = writes.map(({ item }) => item)
  try {
    await client.send(new TransactWriteCommand({ TransactItems }))
    return true
  } catch (error) {
    if (cancellations(error)?.includes('ConditionalCheckFailed')) return false
    throw error
  }
}
