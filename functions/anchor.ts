import { KMSClient } from '@aws-sdk/client-kms'
import { setting } from './setting.ts'
import { makeAnchor } from './store/anchors.ts'
import { connectTable } from './store/client.ts'
import { connectS3 } from './store/files.ts'
import { kmsSigner } from './store/signer.ts'

const table = connectTable(setting('TABLE_NAME'))
const proofBucket = setting('PROOF_BUCKET')
const keyId = setting('SIGNING_KEY_ID')
const retainDays = Number(setting('RETAIN_DAYS'))
const files = { s3: connectS3(), bucket: '', proofBucket, origin: '' } // no other bucket is touched
const kms = new KMSClient({})

/** Lambda: sign today's Merkle root over all chains. Runs once a day and may be repeated at will. */
export async function handler(): Promise<void> {
  const sign = await kmsSigner(kms, keyId)
  const now = () => new Date()
  const { anchor, fresh, lost } = await makeAnchor({ table, files, sign, now, retainDays })
  const { date, count, root } = anchor
  console.log(JSON.stringify({ message: 'anchored', date, count, root, fresh, lost }))
  if (lost.length > 0) throw new Error(`${lost.length} chains were cut, rewritten or removed.`) // alarms
}
