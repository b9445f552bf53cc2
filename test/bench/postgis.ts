import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Boundary } from '../../functions/domain/boundary.ts'

const run = promisify(execFile)

/** A PostGIS of this run alone, reachable by a socket in its own folder. */
export interface PostGis {
  /** Such as `3.3.2 on PostgreSQL 15.18, GEOS 3.11.1`. */
  version: string
  /** Rows of the last statement, as texts. */
  query: (sql: string) => Promise<string[][]>
  /** Fill a table; a value is what COPY's text format takes, without tabs and line ends. */
  copy: (table: string, rows: AsyncIterable<readonly string[]>) => Promise<void>
  /** Resolves when the server is gone and its folder with it. */
  stop: () => Promise<void>
}

/** How to get what is missing. */
export const INSTALL_POSTGIS =
  'PostGIS is not installed, so nothing was compared with it (Debian: apt-get install postgresql-15-postgis-3).'

/** Where Debian, Homebrew and others keep the server's programs and the extension. */
async function programs(): Promise<string | undefined> {
  try {
    const { stdout } = await run('pg_config', ['--bindir', '--sharedir'])
    const [bin = '', share = ''] = stdout.trim().split('\n')
    const isThere =
      existsSync(join(bin, 'initdb')) && existsSync(join(share, 'extension', 'postgis.control'))
    return isThere ? bin : undefined
  } catch {
    return undefined
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
async function account(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)),
  )
  return { uid: uid!, gid: gid! }
}

/** A boundary as PostGIS reads it. */
export function wktOf(boundary: Boundary): string {
  const rings = (part: readonly (readonly (readonly [number, number])[])[]): string =>
    `(${part.map((ring) => `(${ring.map(([lng, lat]) => `${lng} ${lat}`).join(',')})`).join(',')})`
  return boundary.type === 'Polygon'
    ? `SRID=4326;POLYGON${rings(boundary.coordinates)}`
    : `SRID=4326;MULTIPOLYGON(${boundary.coordinates.map(rings).join(',')})`
}

const ATTEMPTS = 100 // of 100 ms

/** Start an empty PostGIS; undefined when it is not installed on this machine. */
export async function startPostGis(): Promise<PostGis | undefined> {
  const bin = await programs()
  if (!bin) return undefined
  const user = await account()
  const folder = await mkdtemp(join(tmpdir(), 'petak-postgis-'))
  if (user) await chown(folder, user.uid, user.gid)
  const options = { cwd: folder, ...user }
  const data = join(folder, 'data')
  await run(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'bench', '-N'], options)
  const settings = {
    listen_addresses: '', // the socket alone
    unix_socket_directories: folder,
    shared_buffers: '256MB',
    maintenance_work_mem: '512MB',
    max_wal_size: '8GB',
    fsync: 'off', // its data end with this run
    jit: 'off',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...flags], {
    ...options,
    stdio: 'ignore',
  })
  const ended = once(server, 'exit')
  const end = () => server.kill('SIGINT')
  process.once('exit', end)
  const stop = async () => {
    end()
    await ended
    process.off('exit', end)
    await rm(folder, { recursive: true })
  }
  const psql = ['-h', folder, '-U', 'bench', '-d', 'postgres', '-X', '-q', '-v', 'ON_ERROR_STOP=1']
  const query = async (sql: string): Promise<string[][]> => {
    const child = spawn(join(bin, 'psql'), [...psql, '-A', '-t', '-F', '\t', '-f', '-'])
    child.stdin.end(sql)
    let [said, wrong] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (wrong += text))
    const [code] = await once(child, 'close')
    if (code !== 0) throw new Error(`psql: ${wrong.trim()}`)
    const lines = said.split('\n').filter(Boolean)
    return lines.map((line) => line.split('\t'))
  }
  const copy: PostGis['copy'] = async (table, rows) => {
    const child = spawn(join(bin, 'psql'), [...psql, '-c', `COPY ${table} FROM STDIN`], {
      stdio: ['pipe', 'ignore', 'inherit'],
    })
    const closed = once(child, 'close')
    let chunk = ''
    for await (const row of rows) {
      chunk += `${row.join('\t')}\n`
      if (chunk.length < 1 << 20) continue
      if (!child.stdin.write(chunk)) await once(child.stdin, 'drain')
      chunk = ''
    }
    child.stdin.end(chunk)
    await finished(child.stdin)
    const [code] = await closed
    if (code !== 0) throw new Error(`Rows of ${table} could not be copied.`)
  }
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await query('SELECT 1')
        break
      } catch (error) {
        if (attempt === ATTEMPTS) throw error
        await sleep(100)
      }
    }
    const [[version = '']] = (await query(
      `CREATE EXTENSION postgis;
       SELECT postgis_lib_version() || ' on PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)
         || ', GEOS ' || split_part(postgis_geos_version(), '-', 1)`,
    )) as [string[]]
    return { version, query, copy, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
