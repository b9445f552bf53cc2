import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ISSUER } from '../../infra/local/openid.ts'
import { seedDemo } from '../../infra/local/demo/seed.ts'
import { findings, isTooWide } from './axe.ts'
import { test } from './browser.ts'
import { settled, type Size } from './chromium.ts'
import { SCREENS } from './screens.ts'

/** The test of all screens of one size; a file for each, as two browsers work side by side. */
export const tryScreens = (size: Size) =>
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
      for (const { name, account, look, show } of SCREENS.filter(
        (screen) => screen.look.size === size,
      )) {
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
