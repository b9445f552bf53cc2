import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { test as base } from '../stack.ts'
import { launch, type Look, speak, windowOf } from './chromium.ts'

/** How a window is opened: as whom, where, and what may go wrong in it. */
export interface Visit extends Look {
  /** Signed in as this account; without one at the door. */
  account?: string
  path?: string
  /** Refusals that belong to the test, such as `409 POST /api/parcels`; any other one fails it. */
  expecting?: readonly RegExp[]
}

interface Browsing {
  /** Open a window of its own at the site. */
  visit: (visit?: Visit) => Promise<Page>
}

const chromium = launch() // one for all tests of a file
afterAll(async () => (await chromium).close())

/** What the test fails for: errors of the page, and requests that went wrong unexpectedly. */
function watch(context: BrowserContext, expecting: readonly RegExp[], faults: string[]): void {
  const tell = (fault: string) => {
    if (!expecting.some((pattern) => pattern.test(fault))) faults.push(fault)
  }
  context.on('weberror', (error) => tell(`error: ${error.error().stack}`))
  context.on('console', (message) => {
    const isAnswer = message.text().startsWith('Failed to load resource') // told by the answer itself
    if (message.type() === 'error' && !isAnswer) tell(`console: ${message.text()}`)
  })
  context.on('response', (answer) => {
    if (answer.status() < 400) return
    const { pathname } = new URL(answer.url())
    tell(`${answer.status()} ${answer.request().method()} ${pathname}`)
  })
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    if (/ERR_ABORTED|ERR_INTERNET_DISCONNECTED/.test(why)) return // left behind, or taken offline
    tell(`${why} ${request.method()} ${request.url()}`)
  })
}

/** What each window of a failed test showed last, to be looked at. */
async function keepPictures(windows: readonly BrowserContext[], name: string): Promise<void> {
  for (const [at, page] of windows.flatMap((context) => context.pages()).entries()) {
    const path = `node_modules/.petak/failed/${name.replace(/\W+/g, '-')}-${at + 1}.png`
    await page.screenshot({ path }).then(
      () => console.log(path, page.url()),
      () => {}, // a window that hangs shows nothing
    )
  }
}

/** The registry's test with a browser: real time, a built page, and windows that watch for faults. */
export const test = base.extend<Browsing>({
  visit: async ({ site, clock, tokenOf, task }, use) => {
    let ahead = 0 // ms: the clock runs, as the page and the provider have one of their own
    Object.defineProperty(clock, 'now', {
      get: () => new Date(Date.now() + ahead),
      set: (now: Date) => {
        ahead = now.getTime() - Date.now()
      },
    })
    const faults: string[] = []
    const windows: BrowserContext[] = []
    await use(async ({ account, path = '/', expecting = [], ...look } = {}) => {
      const context = await (await chromium).newContext(windowOf(look))
      windows.push(context)
      context.setDefaultTimeout(30_000) // ms
      watch(context, expecting, faults)
      const page = await context.newPage()
      await speak(page, look.language ?? 'id')
      await page.goto(`${site}${account ? '/petak.svg' : path}`)
      if (account) {
        const accessToken = await tokenOf(account)
        const tokens = { accessToken, expiresAt: Date.now() + 3600_000, subject: account }
        await page.evaluate(
          (kept) => sessionStorage.setItem('petak.tokens', kept),
          JSON.stringify(tokens),
        )
        await page.goto(site + path)
      }
      return page
    })
    if (task.result?.errors?.length) await keepPictures(windows, task.id)
    await Promise.all(windows.map((context) => context.close()))
    expect(faults, 'what went wrong in the page').toEqual([])
  },
})
