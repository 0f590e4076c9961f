import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import type { BrowserCommandContext } from 'vitest/node'
import { findChromium } from './runtime/chromium/find.mjs'
import { corporaFolder } from './scripts/test/corpora-folder.mjs'

const isRoot = process.getuid?.() === 0
const chromium = findChromium()
/**
 * Of two cores vitest would leave one idle, while most tests wait for disks and processes. Tests of the page keep
 * one, since one page has the focus; those that differ must not run in one group.
 */
const onBothCores = { maxWorkers: 2, sequence: { groupOrder: 1 } }
const isSoak = process.env['FAULTS_SCALE'] === 'soak'

/** Found only when a test asks for it, it would be prepared then, and the page loaded anew in the middle of tests. */
const optimizeDeps = { include: ['pdfjs-dist'] }

/** Tests of the page run in a page. */
const browser = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  viewport: { width: 1280, height: 800 },
  provider: playwright({
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: isRoot ? ['--no-sandbox'] : []
    }
  }),
  instances: [{ browser: 'chromium' as const }],
  commands: {
    readCorpus: (_context: BrowserCommandContext, item: string) =>
      readFile(join(corporaFolder(), item), 'utf8')
  }
}

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'core', include: ['src/core/**/*.test.ts'], environment: 'node', ...onBothCores } },
      {
        test: {
          name: 'main',
          include: ['src/main/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          ...onBothCores
        }
      },
      {
        test: {
          name: 'runtime',
          include: ['runtime/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      },
      { test: { name: 'project', include: ['test/project/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'corpora',
          include: ['test/corpora/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          ...onBothCores
        }
      },
      {
        test: {
          name: 'trials',
          include: ['test/trials/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000
        }
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          environment: 'node',
          testTimeout: isSoak ? 12 * 3_600_000 : 240_000,
          hookTimeout: 120_000,
          ...onBothCores
        }
      },
      {
        plugins: [svelte()],
        optimizeDeps,
        test: { name: 'renderer', include: ['src/renderer/**/*.test.ts'], browser }
      },
      {
        plugins: [svelte()],
        test: { name: 'corpora-page', include: ['test/corpora-page/**/*.test.ts'], browser }
      }
    ]
  }
})
