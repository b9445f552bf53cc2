import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { PlainDate } from '../../functions/domain/text.ts'
import { sweep, type SweepReport } from '../../functions/sweep/sweep.ts'
import { localFiles, localTable } from './clients.ts'
import { folderMail, mailFolder } from './mail.ts'
import { NAMES } from './registry.ts'
import { findRunning } from './running.ts'

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** What a sweep did, in words. */
export function inWords(report: SweepReport, asked: string | undefined): string {
  const { day, definition, due, derived, changed, failed, told } = report
  return [
    asked !== undefined && asked < day
      ? `The registry is at ${day} already; it was not taken back to ${asked}.`
      : `Judged by ${day}, with version ${definition} of the definitions.`,
    ...(derived > 0
      ? [`${plural(derived, 'parcel was', 'parcels were')} derived anew, as the settings changed.`]
      : []),
    `${plural(due, 'parcel was', 'parcels were')} due; ${changed} changed.`,
    `${plural(told.changes, 'change', 'changes')} told to ${plural(told.people, 'person', 'people')}, ${plural(told.sent, 'mail', 'mails')} sent.`,
    ...(failed.length > 0
      ? [`✗ ${plural(failed.length, 'parcel', 'parcels')} could not be swept: ${failed.join(', ')}`]
      : []),
  ].join('\n')
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { date: { type: 'string' } } })
  const { date } = values
  if (date !== undefined && !v.is(PlainDate, date)) {
    console.error(`"${date}" is no date. Write it like 2027-01-04.`)
    return 2
  }
  const port = Number(process.env.PORT || 3000)
  const running = await findRunning(port)
  if (!running) {
    console.error('No registry of yours runs here. Start it with npm start, or set PORT.')
    return 2
  }
  const report = await sweep(
    {
      table: await localTable(running.stores, NAMES.table),
      files: await localFiles(running.stores, NAMES.buckets),
      now: () => new Date(),
      random: randomBytes,
      log: (entry) => console.error(JSON.stringify(entry)),
      mail: folderMail(mailFolder(running.dataDir)),
      origin: `http://localhost:${port}`,
    },
    { date },
  )
  console.log(inWords(report, date))
  return report.failed.length === 0 ? 0 : 1
}

if (import.meta.main) process.exitCode = await main()
