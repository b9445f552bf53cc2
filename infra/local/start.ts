import { resolve } from 'node:path'
import { ACCOUNTS } from './accounts.ts'
import { StartFailure } from './failure.ts'
import { endWithNpm } from './parent.ts'
import { startRegistry } from './registry.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** End with one line on what is wrong and what to do. */
function fail(error: unknown): never {
  const line =
    error instanceof StartFailure
      ? `Petak did not start. ${error.message}`
      : `Petak failed. ${String((error as Error).stack)}`
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

function portOf(text: string | undefined): number {
  const port = Number(text || 3000)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new StartFailure(`PORT is "${text}", but a port is a number from 1 to 65535.`)
}

/** Reads PORT (3000), DATA_DIR (.data) and DEMO (0: no demo parcels). */
async function start(): Promise<void> {
  const dataDir = resolve(process.env.DATA_DIR || '.data')
  const log = (entry: Readonly<Record<string, unknown>>) => say(JSON.stringify(entry))
  const demo = process.env.DEMO !== '0'
  const starting = startRegistry({ port: portOf(process.env.PORT), dataDir, demo, say, log })

  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(0), 5_000).unref() // what hangs goes with us: children watch a pipe
    void starting
      .then((registry) => registry.stop())
      .catch(() => undefined)
      .then(() => process.exit(0))
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  process.on('SIGHUP', end)
  void endWithNpm(end)

  const registry = await starting
  if (ending) return
  void registry.broken.then(() => {
    if (!ending) fail(new StartFailure('DynamoDB Local ended by itself. Start Petak again.'))
  })
  await registry.open()

  const accounts = ACCOUNTS.map(({ account }) => account).join(', ')
  say(`
Petak is at http://localhost:${registry.port}

  Accounts  ${accounts}
  Password  ${registry.password}
  Data      ${dataDir}

Stop with Ctrl-C.`)
}

await start().catch(fail)
