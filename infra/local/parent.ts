import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** Name and parent of a process, as Linux tells it by files and other systems by `ps`. */
async function processOf(pid: number): Promise<{ name: string; parent: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (stat) {
    const [, name = '', parent] = /\((.*)\) \S (\d+)/s.exec(stat) ?? []
    return { name, parent: Number(parent) }
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'ppid=,comm=', '-p', String(pid)])
  const [, parent, name = ''] = /^\s*(\d+)\s+(?:.*\/)?(.*)$/m.exec(stdout) ?? []
  return { name, parent: Number(parent) }
}

/** Process ids of those who started this program: its parent and, if that is a shell, the shell's. */
async function starters(): Promise<number[]> {
  const parent = process.ppid
  const { name, parent: before } = await processOf(parent)
  return /^-?(ba|da|z)?sh$/.test(name) ? [parent, before] : [parent]
}

const EVERY = 500 // ms

/**
 * Call `end` once npm is gone that started this program: an npm that is killed tells its script
 * nothing. Does nothing when npm did not start it.
 */
export async function endWithNpm(end: () => void): Promise<void> {
  if (!process.env.npm_lifecycle_event) return
  const watched = await starters().catch(() => [process.ppid]) // no ps here
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0)
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM'
    }
  }
  const [parent] = watched
  const timer = setInterval(() => {
    if (process.ppid === parent && watched.every(isAlive)) return
    clearInterval(timer)
    end()
  }, EVERY)
  timer.unref()
}
