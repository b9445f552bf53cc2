import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Language } from '../../functions/domain/phrase.ts'

/** Width and height in CSS pixels of the two screens that Petak is looked at on. */
export const SIZES = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const
export type Size = keyof typeof SIZES

/** How a page is opened. */
export interface Look {
  size?: Size
  language?: Language
  dark?: boolean
}

/** The Chromium of this machine, without the services that it would call by itself. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** A browser window of its own: nothing of another one's session or storage is in it. */
export const windowOf = ({ size = 'desktop', language = 'id', dark = false }: Look) =>
  ({
    viewport: SIZES[size],
    isMobile: size === 'phone',
    hasTouch: size === 'phone',
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    colorScheme: dark ? 'dark' : 'light',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  }) satisfies BrowserContextOptions

/** Choose the language before the page is first drawn, as a person has on an earlier visit. */
export const speak = (page: Page, language: Language): Promise<unknown> =>
  page.addInitScript((chosen) => {
    if (location.protocol === 'http:') localStorage.setItem('petak.language', chosen)
  }, language)

/** Sign in through the page and the provider's form, and be where the sign-in began. */
export async function signIn(page: Page, account: string, password: string): Promise<void> {
  await page.getByRole('button', { name: /^(Masuk|Sign in)$/ }).click()
  await fillSignIn(page, account, password)
  await page.getByRole('navigation', { name: /^(Halaman|Pages)$/ }).waitFor()
}

/** Fill in the provider's form, in the window that shows it. */
export async function fillSignIn(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel(/^(Akun|Account)$/).selectOption(account)
  await page.getByLabel(/^(Kata sandi|Password)$/).fill(password)
  await page.getByRole('button', { name: /^(Masuk|Sign in)$/ }).click()
}

/** Wait until nothing on the page is still being loaded. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(
    () => !document.querySelector('.skeleton, [aria-busy="true"], progress.map-progress'),
  )
  await page.evaluate(() => document.fonts.ready)
}
