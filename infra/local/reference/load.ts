import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { dayOf } from '../../../functions/domain/calendar.ts'
import { isReferenceTable, REFERENCE_TABLES } from '../../../functions/domain/reference.ts'
import { readReferenceFile, type ReferenceFile } from '../../../functions/domain/reference-file.ts'
import { Refusal } from '../../../functions/domain/refusal.ts'
import { connectTable } from '../../../functions/store/client.ts'
import { loadReference } from '../../../functions/store/reference-load.ts'
import type { Table } from '../../../functions/store/table.ts'
import { localTable } from '../clients.ts'
import { findRunning } from '../running.ts'
import { BUNDLED, readRegions } from './bundled.ts'
import { planLoad } from './plan.ts'

const USAGE = `Usage: npm run reference:load -- TABLE FILE [--source "..."] [--valid-from 2026-01-01] [--dry-run] [--yes]
       npm run reference:load -- wilayah --villages [--dry-run] [--yes]
TABLE is one of ${REFERENCE_TABLES.join(', ')}; FILE is CSV with a header.
It goes to the registry that runs on PORT (3000), or to the DynamoDB table TABLE_NAME on AWS.`

const MOST_SHOWN = 20 // keys or faults of a kind

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** A command that cannot be carried out, in one line. */
class Stop extends Error {}

function optionsOf(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        'valid-from': { type: 'string' },
        villages: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n${USAGE}`)
  }
}

async function tableToLoad(): Promise<Table> {
  const { TABLE_NAME, PORT } = process.env
  if (TABLE_NAME) return connectTable(TABLE_NAME)
  const port = Number(PORT || 3000)
  const running = await findRunning(port)
  if (!running)
    throw new Stop(
      `No registry of yours runs on port ${port}. Start it with npm start, or set PORT.`,
    )
  const { NAMES } = await import('../registry.ts') // takes its time: everything that npm start needs
  return localTable(running.stores, NAMES.table)
}

const shown = (keys: readonly string[]): string =>
  keys.length === 0
    ? ''
    : `: ${keys.slice(0, MOST_SHOWN).join(', ')}${keys.length > MOST_SHOWN ? ', ...' : ''}`

async function isWanted(yes: boolean): Promise<boolean> {
  if (yes) return true
  if (!process.stdin.isTTY) throw new Stop('Nothing was loaded. Say --yes to load it.')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question('Load it? (yes/no) ')
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

async function run(args: string[]): Promise<void> {
  const { values, positionals } = optionsOf(args)
  const [name = '', path] = positionals
  const bundled = values.villages && name === 'wilayah'
  if (!isReferenceTable(name) || positionals.length > 2 || (path === undefined) !== bundled)
    throw new Stop(USAGE)
  const validFrom =
    values['valid-from'] ?? (bundled ? BUNDLED.wilayah.validFrom : dayOf(new Date()))
  if (!/^\d{4}-\d{2}-\d{2}$/.test(validFrom) || Number.isNaN(Date.parse(validFrom)))
    throw new Stop(`--valid-from is "${validFrom}", but a date is like 2026-01-01.`)
  const source =
    values.source ??
    (path === undefined ? `${BUNDLED.wilayah.source}, desa/kelurahan` : basename(path))

  const file: ReferenceFile =
    path === undefined
      ? { rows: await readRegions({ villages: true }), faults: [] }
      : readReferenceFile(name, await readText(path))
  const table = await tableToLoad()
  const plan = await planLoad(table, name, file)
  if (plan.faults.length > 0) {
    for (const { line, detail } of plan.faults.slice(0, MOST_SHOWN))
      say(line > 0 ? `line ${line}: ${detail.en}` : detail.en)
    const more = plan.faults.length - MOST_SHOWN
    if (more > 0) say(`and ${more} more`)
    throw new Stop(`Nothing was loaded: ${plan.faults.length} faults.`)
  }
  say(`${name}: ${plan.rows.length} rows, valid from ${validFrom}, source: ${source}`)
  for (const change of ['added', 'changed', 'removed'] as const)
    say(`${change} ${plan[change].length}${shown(plan[change])}`)
  if (values['dry-run']) return say('Dry run: nothing was loaded.')
  if (!(await isWanted(values.yes))) return say('Nothing was loaded.')
  const { changed } = await loadReference(table, name, plan.rows, { source, validFrom }, new Date())
  say(changed ? 'Loaded. A running registry sees it within a minute.' : 'It was loaded before.')
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new Stop(`${path} cannot be read: ${(error as Error).message}`)
  }
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  const known = error instanceof Stop || error instanceof Refusal
  process.stderr.write(`${known ? (error as Error).message : String((error as Error).stack)}\n`)
  process.exitCode = 1
}
