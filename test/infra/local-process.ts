import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { withdraw } from '../../infra/local/running.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a program did that has ended. */
export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** A program of `infra/local` that runs by itself. */
export interface Running {
  child: ChildProcess
  ended: Promise<Ended>
  said: () => string
}

/** Run `infra/local/<script>`; it is killed when the test is over. */
export const run = (script: string, args: string[], env: Record<string, string>): Running =>
  runCommand(process.execPath, [join(root, 'infra/local', script), ...args], env)

/** Run a command in the repository's folder; it is killed when the test is over. */
export function runCommand(command: string, args: string[], env: Record<string, string>): Running {
  const { NODE_ENV: _, npm_lifecycle_event: __, ...inherited } = process.env
  const child = spawn(command, args, {
    cwd: root,
    env: { ...inherited, DEMO: '0', ...env },
  })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (chunk: Buffer) => (said[stream] += chunk.toString()))
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, ...said })),
  )
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, ended, said: () => said.stdout + said.stderr }
}

/** Start the registry and wait until it is well. */
export async function start(port: number, dataDir: string): Promise<Running> {
  return up(port, run('start.ts', [], { PORT: String(port), DATA_DIR: dataDir }))
}

/** Wait until the registry on `port` is well. */
export async function up(port: number, running: Running): Promise<Running> {
  onTestFinished(() => withdraw(port)) // the note of one that was killed
  for (const end = Date.now() + 90_000; Date.now() < end;) {
    const health = await fetch(`http://localhost:${port}/api/health`).catch(() => undefined)
    if (health?.ok) return running
    if (running.child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The registry did not come up: ${running.said()}`)
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** An empty folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'petak-local-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Whether nobody answers at this address any more. */
export const isGone = (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    () => false,
    () => true,
  )
