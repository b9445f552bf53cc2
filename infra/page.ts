import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'web/dist')
const SOURCES = ['web', 'functions/domain', 'package-lock.json']

/** When a file, or anything below a folder, last changed, in milliseconds since 1970. */
async function changedAt(path: string): Promise<number> {
  const entry = await stat(path).catch(() => undefined)
  if (!entry || path === dist) return 0
  if (!entry.isDirectory()) return entry.mtimeMs
  const names = await readdir(path)
  const inside = await Promise.all(names.map((name) => changedAt(join(path, name))))
  return Math.max(entry.mtimeMs, ...inside)
}

async function isBuilt(): Promise<boolean> {
  const built = await stat(join(dist, 'index.html')).catch(() => undefined)
  const sources = await Promise.all(SOURCES.map((path) => changedAt(join(root, path))))
  return built !== undefined && built.mtimeMs > Math.max(...sources)
}

/**
 * Build the page unless it is newer than everything it is made of.
 *
 * @param say hears one line before a build, which takes some seconds
 * @returns the folder with the built page
 */
export async function buildPage(say: (line: string) => void): Promise<string> {
  if (await isBuilt()) return dist

  say('Building the page ...')
  process.env.NODE_ENV = 'production' // whoever builds it, it is the same page
  const { build } = await import('vite')
  // beside its place, then moved: another start may be serving or building it right now
  const fresh = join(root, `node_modules/.petak/page-${process.pid}`)
  await build({
    configFile: join(root, 'web/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: fresh, emptyOutDir: true },
  })
  if (await isBuilt()) {
    await rm(fresh, { recursive: true }) // another one was sooner, and may be serving it already
    return dist
  }
  await mkdir(dist, { recursive: true })
  await rename(dist, `${fresh}-old`)
  await rename(fresh, dist)
  await rm(`${fresh}-old`, { recursive: true })
  const now = new Date()
  await utimes(join(dist, 'index.html'), now, now) // moving it has just changed the folder around it
  return dist
}

if (import.meta.main) await buildPage(console.error)
