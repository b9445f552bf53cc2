import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb'
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { connectTable } from '../../functions/store/client.ts'
import { connectS3, type Files } from '../../functions/store/files.ts'
import { type Table, TABLE_DEFINITION } from '../../functions/store/table.ts'

/** How to reach the stores of one machine. */
export interface Stores {
  dynamodb: string
  s3: string
  /** Also names DynamoDB Local's file: who does not know it finds an empty database. */
  accessKeyId: string
  secretAccessKey: string
}

/** The region that local stores are told; it names no place. */
export const REGION = 'ap-southeast-3'

const configOf = ({ accessKeyId, secretAccessKey }: Stores, endpoint: string) => ({
  endpoint,
  region: REGION,
  credentials: { accessKeyId, secretAccessKey },
})

/** The table `name`, made from its definition if it is not there yet. */
export async function localTable(stores: Stores, name: string): Promise<Table> {
  const table = connectTable(name, configOf(stores, stores.dynamodb))
  try {
    await table.client.send(new CreateTableCommand({ ...TABLE_DEFINITION, TableName: name }))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error // else it is there already
  }
  await table.client.send(new DescribeTableCommand({ TableName: name }))
  return table
}

/**
 * Let a table answer a transaction only when it is on disk.
 *
 * DynamoDB Local answers while SQLite still commits (its `commitTransaction` does not wait for the job),
 * so that a kill loses what was acknowledged. All its jobs stand in one queue: once a read is answered,
 * the commit before it is done. The read has a client of its own, as it is no cost of the request.
 */
export function durable({ client, name }: Table, stores: Stores): Table {
  const reader = new DynamoDBClient(configOf(stores, stores.dynamodb))
  const nothing = { pk: { S: '-' }, sk: { S: '-' } }
  const read = new GetItemCommand({ TableName: name, Key: nothing, ConsistentRead: true })
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const answer = await next(args)
        if (commandName.startsWith('TransactWrite')) await reader.send(read)
        return answer
      },
    { step: 'finalizeRequest', priority: 'low', name: 'durable' },
  )
  return { client, name }
}

/** The two buckets, made if they are not there yet; presigned URLs lead to the page's own origin. */
export async function localFiles(
  stores: Stores,
  { bucket, proofBucket }: { bucket: string; proofBucket: string },
): Promise<Files> {
  const s3 = connectS3({ ...configOf(stores, stores.s3), forcePathStyle: true })
  for (const Bucket of [bucket, proofBucket]) await s3.send(new CreateBucketCommand({ Bucket }))
  return { s3, bucket, proofBucket, origin: '' }
}
