import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on a page, one line for each fault and its first place. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe) // not as a script of the page, which its content security policy refuses
  const { violations } = (await page.evaluate('axe.run(document)')) as AxeResults
  return violations.map(({ id, help, nodes }) => `${id}: ${help} ${String(nodes[0]?.target)}`)
}

/** Whether a person could move the page sideways, which nobody looks for. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
