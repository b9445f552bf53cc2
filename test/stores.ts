import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Stores } from '../infra/local/clients.ts'
import { startDynamo } from '../infra/local/dynamodb.ts'
import { startS3 } from '../infra/local/s3.ts'

declare module 'vitest' {
  interface ProvidedContext {
    stores: Stores
  }
}

/** One DynamoDB Local and one S3 server for the whole run; both keep nothing. */
export default async function (project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'petak-test-'))
  const [dynamo, s3] = await Promise.all([startDynamo(), startS3(folder)])
  project.provide('stores', {
    dynamodb: dynamo.endpoint,
    s3: s3.endpoint,
    accessKeyId: 'PETAKTEST',
    secretAccessKey: 'of-the-tests',
  })
  return async () => {
    await Promise.all([dynamo.stop(), s3.stop()])
    await rm(folder, { recursive: true })
  }
}
