import { randomBytes } from 'node:crypto'
import { sesMail } from './store/ses.ts'
import { optionalSetting, setting } from './setting.ts'
import { connectTable } from './store/client.ts'
import { connectS3 } from './store/files.ts'
import { isSwept, sweep, type SweepDeps } from './sweep/sweep.ts'

const mailFrom = optionalSetting('MAIL_FROM') // without it, digests stand on the page alone
const deps: SweepDeps = {
  table: connectTable(setting('TABLE_NAME')),
  files: { s3: connectS3(), bucket: '', proofBucket: '', origin: '' }, // no file is touched
  now: () => new Date(),
  random: randomBytes,
  log: (entry) => console.log(JSON.stringify(entry)),
  ...(mailFrom && { mail: sesMail(mailFrom) }),
  origin: setting('SITE_ORIGIN'),
}
const budgetMs = Number(setting('BUDGET_SECONDS')) * 1000

/**
 * Lambda: the nightly sweep. It is called several times a night: the first does the work, the next go on
 * where its time ended, and once all is done each is one read.
 */
export async function handler(): Promise<void> {
  if (await isSwept(deps)) return
  const report = await sweep(deps, { budgetMs })
  const { failed, told } = report
  console.log(JSON.stringify({ message: 'swept', ...report, failed: failed.length }))
  if (failed.length > 0 || told.unsent > 0)
    throw new Error(`${failed.length} parcels were not swept, ${told.unsent} mails not sent.`) // alarms
}
