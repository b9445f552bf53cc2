import { connectTable } from '../../functions/store/client.ts'
import { connectS3, type Files } from '../../functions/store/files.ts'
import type { Table } from '../../functions/store/table.ts'
import { localFiles, localTable } from './clients.ts'
import { NAMES } from './registry.ts'
import { findRunning } from './running.ts'

/** What to say when `findStores` finds none. */
export const NO_REGISTRY =
  'No registry of yours runs here. Start it with npm start (or set PORT), or name one on AWS with TABLE_NAME, DOCUMENT_BUCKET and PROOF_BUCKET.'

/** The stores of AWS when TABLE_NAME is set, else those of the registry that runs on PORT. */
export async function findStores(): Promise<{ table: Table; files: Files } | undefined> {
  const { TABLE_NAME, DOCUMENT_BUCKET: bucket, PROOF_BUCKET: proofBucket } = process.env
  if (TABLE_NAME) {
    if (!bucket || !proofBucket) return undefined
    const files = { s3: connectS3(), bucket, proofBucket, origin: '' }
    return { table: connectTable(TABLE_NAME), files }
  }
  const running = await findRunning(Number(process.env.PORT || 3000))
  if (!running) return undefined
  const table = await localTable(running.stores, NAMES.table)
  return { table, files: await localFiles(running.stores, NAMES.buckets) }
}
