import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'

/** The engine under test, as `require('electron')` would name it. */
export const ENGINE = resolve(import.meta.dirname, '..', 'electron')

/** The path of a program in `fixtures/`. */
export function fixture(name: string): string {
  return join(import.meta.dirname, 'fixtures', name)
}

/** A running fixture and its first window, which has loaded. */
export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
}

/** How the engine is started besides the program. */
export interface LaunchWith {
  readonly args?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Start a fixture without a display, wherever the tests run. */
export async function launch(
  name = 'plain',
  { args = [], environment = {} }: LaunchWith = {}
): Promise<Launched> {
  const app = await _electron.launch({
    executablePath: ENGINE,
    args: [fixture(name), ...args],
    env: { ...ownEnvironment(), BRIEFING_RUNTIME_HEADLESS: '1', ...environment },
    // The program's own colours are under test, not Playwright's.
    colorScheme: null,
    timeout: 30_000
  })
  const page = await app.firstWindow()
  await page.waitForSelector('h1')
  return { app, page }
}

/** This process's environment, without what is not set. */
export function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )
}
