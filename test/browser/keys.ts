import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const MOST_STOPS = 250 // presses of Tab; the longest page has some 90 stops

/** What Tab has come to: whether a person sees where the focus is, or why not. */
function lookAtFocus(): { name: string; isSeen: boolean } | undefined {
  const focused = document.activeElement
  if (!focused || focused === document.body) return undefined // on the way around
  const shown = focused.closest('label.file-button') ?? focused // the control itself is hidden there
  const { outlineStyle, outlineWidth } = getComputedStyle(shown)
  const hasRing = outlineStyle === 'auto' || (outlineStyle !== 'none' && outlineWidth >= '2px')
  const { top, bottom, left, right } = shown.getBoundingClientRect()
  const within = (place: number, size: number) => Math.min(Math.max(place, 1), size - 1)
  const middle = [within((left + right) / 2, innerWidth), within((top + bottom) / 2, innerHeight)]
  const there = document.elementFromPoint(...(middle as [number, number]))
  const isOpen = there !== null && (shown.contains(there) || there.contains(shown)) // not covered
  const isPlaceOnly = focused.matches('h1, h2, main, [tabindex="-1"]') // read from, not operated
  return {
    name: `${focused.outerHTML.slice(0, 150)} under ${there?.outerHTML.slice(0, 100)}`,
    isSeen: isPlaceOnly || (hasRing && isOpen),
  }
}

const hasFocus = async (page: Page, target: Locator): Promise<boolean> =>
  (await target.and(page.locator(':focus')).count()) > 0

/** Press Tab until `target` has the focus; at each stop on the way the focus has to be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor({ state: 'attached' })
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (stops > 0) {
      const stop = await page.evaluate(lookAtFocus)
      expect(stop?.isSeen ?? true, `seen: ${stop?.name}`).toBe(true)
    }
    if (await hasFocus(page, target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not come to ${target}`)
}

/** Wait until the page itself has moved the focus there. */
export const focusAt = (target: Locator): Promise<void> =>
  target.and(target.page().locator(':focus')).waitFor()

/** Go to a button, a link or a fold, and press it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Go to a field, whose content is then chosen, and type over it. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
  await expect.poll(() => field.inputValue()).toBe(text)
}

/** Go to a list of choices and down to the one that begins so. */
export async function pick(page: Page, list: Locator, beginning: string): Promise<void> {
  await list
    .locator('option')
    .filter({ hasText: new RegExp(`^${beginning}`) })
    .waitFor({ state: 'attached' })
  await tabTo(page, list)
  const count = await list.locator('option').count()
  const chosen = () =>
    list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label ?? '')
  for (let at = 0; at < count && !(await chosen()).startsWith(beginning); at++)
    await page.keyboard.press('ArrowDown')
  expect(await chosen()).toContain(beginning)
}

/** Go to a group of round buttons and down to one of them. */
export async function mark(page: Page, group: Locator, choice: Locator): Promise<void> {
  await tabTo(page, group.getByRole('radio'))
  const count = await group.getByRole('radio').count()
  for (let at = 0; at < count && !(await choice.isChecked()); at++)
    await page.keyboard.press('ArrowDown')
  expect(await choice.isChecked()).toBe(true)
}

/** Go to the control that takes files, open the chooser from there and choose a PDF. */
export async function give(page: Page, control: Locator, name: string, pdf: Uint8Array) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser', { timeout: 30_000 }), // asked for well before it opens
    tabTo(page, control).then(() => page.keyboard.press('Enter')),
  ])
  await chooser.setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(pdf) })
}
