import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Stores } from './clients.ts'

/** What a running registry tells other programs of the same user. */
export interface Running {
  dataDir: string
  stores: Stores
}

const noteOf = (port: number): string => join(tmpdir(), `petak-${userInfo().uid}-${port}.json`)

/** Leave a note for `npm run token` and the like, readable by this user alone. */
export async function announce(port: number, running: Running): Promise<void> {
  await rm(noteOf(port), { force: true }) // a note of a registry that was killed
  await writeFile(noteOf(port), JSON.stringify(running), { mode: 0o600, flag: 'wx' })
}

/** Take the note away. */
export const withdraw = (port: number): Promise<void> => rm(noteOf(port), { force: true })

/** What the registry on `port` left; undefined when none runs there, or it is another user's. */
export async function findRunning(port: number): Promise<Running | undefined> {
  try {
    const { uid } = await stat(noteOf(port))
    if (uid !== userInfo().uid && userInfo().uid !== -1) return undefined // -1: no such thing here
    const health = await fetch(`http://127.0.0.1:${port}/api/health`)
    if (!health.ok) return undefined
    return JSON.parse(await readFile(noteOf(port), 'utf8')) as Running
  } catch {
    return undefined
  }
}
