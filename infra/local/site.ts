import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extname, normalize } from 'node:path/posix'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { cacheControl } from '../headers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8', // the page imports verify-bundle.mjs
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/** Serves the built page from `folder`; an address without a file extension is a place in the page. */
export const createSite = (folder: string) =>
  new Hono().use(compress()).get('*', async (c) => {
    const path = normalize(c.req.path) // no '..' is left in an absolute path
    const file = extname(path) === '' ? '/index.html' : path
    const body = await readFile(join(folder, file)).catch(() => undefined)
    if (!body) return c.text('Not found', 404)
    return c.body(body, 200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': cacheControl(file),
    })
  })
