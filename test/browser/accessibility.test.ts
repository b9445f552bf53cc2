import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ISSUER } from '../../infra/local/openid.ts'
import { seedDemo } from '../../infra/local/demo/seed.ts'
import { test } from './browser.ts'
import { settled } from './chromium.ts'
import { SCREENS } from './screens.ts'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on a page, one line for each fault and its first place. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe) // not as a script of the page, which its content security policy refuses
  const { violations } = (await page.evaluate('axe.run(document)')) as AxeResults
  return violations.map(({ id, help, nodes }) => `${id}: ${help} ${String(nodes[0]?.target)}`)
}

/** Whether a person could move the page sideways, which nobody looks for. */
const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)

test(
  'axe finds nothing on any screen, and none is wider than its window',
  {
    timeout: 600_000,
  },
  async ({ deps, site, visit }) => {
    await seedDemo(deps, ISSUER)
    const expecting = [/404 GET \/api\/anchors\/latest/] // none was made yet
    const open = new Map<string, Promise<Page>>()
    const faults: string[] = []
    for (const { name, account, look, show } of SCREENS) {
      const key = JSON.stringify([account, look])
      const window = open.get(key) ?? visit({ ...look, ...(account && { account }), expecting })
      open.set(key, window)
      const page = await window
      await show(page, site)
      await settled(page)
      faults.push(...(await findings(page)).map((finding) => `${name}: ${finding}`))
      if (await isTooWide(page)) faults.push(`${name}: wider than its window`)
    }
    expect(faults).toEqual([])
  },
)
