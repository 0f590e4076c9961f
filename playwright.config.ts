import { defineConfig } from '@playwright/test'
import { chooseEngine } from './scripts/setup/engine.mjs'

// Playwright asks the electron package for its executable, and the package asks this variable: here, because
// Playwright reads this file in each of its processes before any test starts.
Object.assign(process.env, chooseEngine().environment)

const report = process.env['BRIEFING_READER_E2E_REPORT']

/**
 * Tests of the built program through `_electron.launch`, on whichever engine is here; no browser of
 * Playwright's own is used or downloaded.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  globalSetup: './e2e/say-engine.ts',
  outputDir: 'test-results',
  // Most of a test is waiting for a window: two at once keep both cores at work.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ...(report === undefined ? [] : [['json', { outputFile: report }] as const])]
})
