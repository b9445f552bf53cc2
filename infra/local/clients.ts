import {
  CreateTableCommand,
  DescribeTableCommand,
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

const credentialsOf = ({ accessKeyId, secretAccessKey }: Stores) => ({
  accessKeyId,
  secretAccessKey,
})

/** The table `name`, made from its definition if it is not there yet. */
export async function localTable(stores: Stores, name: string): Promise<Table> {
  const table = connectTable(name, {
    endpoint: stores.dynamodb,
    region: REGION,
    credentials: credentialsOf(stores),
  })
  try {
    await table.client.send(new CreateTableCommand({ ...TABLE_DEFINITION, TableName: name }))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error // else it is there already
  }
  await table.client.send(new DescribeTableCommand({ TableName: name }))
  return table
}

/** The two buckets, made if they are not there yet; presigned URLs lead to the page's own origin. */
export async function localFiles(
  stores: Stores,
  { bucket, proofBucket }: { bucket: string; proofBucket: string },
): Promise<Files> {
  const s3 = connectS3({
    endpoint: stores.s3,
    region: REGION,
    credentials: credentialsOf(stores),
    forcePathStyle: true,
  })
  for (const Bucket of [bucket, proofBucket]) await s3.send(new CreateBucketCommand({ Bucket }))
  return { s3, bucket, proofBucket, origin: '' }
}
