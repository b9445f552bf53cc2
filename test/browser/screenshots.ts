import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { startRegistry } from '../../infra/local/registry.ts'
import { launch, type Look, settled, signIn, speak, windowOf } from './chromium.ts'
import { SCREENS } from './screens.ts'

const folder = fileURLToPath(new URL('screenshots', import.meta.url))

/** Open the page as an account; screens of one account and look share a window and a sign-in. */
async function windows(browser: Browser, origin: string, password: string) {
  const open = new Map<string, Promise<Page>>()
  const start = async (account: string, look: Look): Promise<Page> => {
    const context = await browser.newContext(windowOf(look))
    const page = await context.newPage()
    await speak(page, look.language ?? 'id')
    await page.goto(origin)
    if (account) await signIn(page, account, password)
    return page
  }
  return (account: string, look: Look): Promise<Page> => {
    const key = JSON.stringify([account, look])
    const page = open.get(key) ?? start(account, look)
    open.set(key, page)
    return page
  }
}

/** Draw every screen of `SCREENS` whose name holds one of the words of the command line, or all. */
async function run(words: readonly string[]): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'petak-screenshots-'))
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const registry = await startRegistry({ port: 0, dataDir, demo: true, say, log: () => {} })
  const browser = await launch()
  try {
    await registry.open()
    await mkdir(folder, { recursive: true })
    const origin = `http://localhost:${registry.port}`
    const windowFor = await windows(browser, origin, registry.password)
    for (const { name, account, look, show } of SCREENS) {
      if (words.length > 0 && !words.some((word) => name.includes(word))) continue
      const page = await windowFor(account, look)
      try {
        await show(page, origin)
        await settled(page)
        await page.screenshot({ path: join(folder, `${name}.png`) })
        say(name)
      } catch (error) {
        process.exitCode = 1
        say(`${name} failed: ${String(error)}`)
      }
    }
  } finally {
    await browser.close()
    await registry.stop()
    await rm(dataDir, { recursive: true })
  }
}

await run(process.argv.slice(2))
