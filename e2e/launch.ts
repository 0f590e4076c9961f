import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The project's folder; started with it, either engine runs the built program. */
const PROJECT_ROOT = resolve(import.meta.dirname, '..')

/** Chromium's sandbox refuses to work for root; everybody else gets it. */
const CAN_USE_SANDBOX = process.getuid?.() !== 0

/** A folder of its own for one person on one machine: a second launch with the same one is a restart. */
export interface Home {
  readonly folder: string
  readonly library: string
  readonly profile: string
}

/** The running program and its first window. */
export interface Reader {
  readonly app: ElectronApplication
  /** The main process, also when it is gone. */
  readonly main: ChildProcess
  readonly window: Page
  readonly home: Home
}

/** How to start the program; without a `home` it starts as on its very first day. */
export interface LaunchOptions {
  readonly home?: Home
  /** What stands after the program's own name, such as files to open. */
  readonly args?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

interface LaunchFixtures {
  readonly newHome: () => Promise<Home>
  readonly launch: (options?: LaunchOptions) => Promise<Reader>
}

/**
 * Playwright's `test` with `launch`, which starts the program on a fresh library, and `newHome`.
 *
 * Whatever a test started is closed when it ends, and its folders are removed.
 */
export const test = base.extend<LaunchFixtures>({
  newHome: async ({}, use) => {
    const homes: Home[] = []
    await use(async () => {
      const home = await createHome()
      homes.push(home)
      return home
    })
    for (const { folder } of homes) await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  },
  launch: async ({ newHome }, use) => {
    const readers: Reader[] = []
    await use(async (options = {}) => {
      const reader = await launchReader({ ...options, home: options.home ?? (await newHome()) })
      readers.push(reader)
      return reader
    })
    for (const reader of readers) await closeUnlessGone(reader)
  }
})

export { expect } from '@playwright/test'

/** Start the built program on either engine and wait for its first window. The caller closes it. */
export async function launchReader({
  home,
  args = [],
  environment = {}
}: LaunchOptions & { readonly home: Home }): Promise<Reader> {
  const app = await _electron.launch({
    args: [PROJECT_ROOT, '--library', home.library, ...args],
    cwd: home.folder,
    chromiumSandbox: CAN_USE_SANDBOX,
    env: { ...ownEnvironment(), BRIEFING_READER_USER_DATA: home.profile, ...environment }
  })
  const window = await app.firstWindow()
  await window.getByRole('navigation', { name: 'Library' }).waitFor()
  return { app, main: app.process(), window, home }
}

/** Make the folder of a person who has never started the program. */
export async function createHome(): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-reader-e2e-'))
  return { folder, library: join(folder, 'library'), profile: join(folder, 'profile') }
}

/** A library that the person who runs the tests has set for herself must not reach them. */
function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => name !== 'BRIEFING_READER_LIBRARY')
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

/** A test may have closed or killed its program itself. */
async function closeUnlessGone({ app, main }: Reader): Promise<void> {
  if (main.exitCode === null && main.signalCode === null) await app.close()
}
