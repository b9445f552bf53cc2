import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/stores.ts',
    testTimeout: 30_000, // ms; many tests go through real stores
    hookTimeout: 60_000,
    retry: process.env.CI ? 2 : 0, // two cores for Chromium, Java and the registry are slow at times
  },
})
