import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/stores.ts',
    testTimeout: 120_000, // ms; many tests go through real stores and Chromium on two cores
    hookTimeout: 60_000,
    retry: process.env.CI ? 1 : 0, // two cores for Chromium, Java and the registry are slow at times
  },
})
