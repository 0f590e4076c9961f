import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { Kind } from './briefings'
import { installProbe, type Opening } from './probe'

/** The program as it is built, with a window of the usual size. */
export interface Program {
  readonly app: ElectronApplication
  readonly window: Page
}

/** Start the built program on a library; the caller closes it. */
export async function startProgram({ root, config }: { root: string; config: string }): Promise<Program> {
  const project = process.env['BENCH_PROJECT'] ?? '.'
  const app = await _electron.launch({
    args: [project, '--library', root],
    cwd: project,
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...ownEnvironment(), BRIEFING_READER_USER_DATA: config }
  })
  const window = await app.firstWindow()
  await window.locator('.library-item').first().waitFor()
  await window.evaluate(installProbe)
  return { app, window }
}

/** Open the briefing of a kind from the list, and wait until it stands still. */
export function openKind(program: Pick<Program, 'window'>, kind: Kind): Promise<Opening> {
  return program.window.evaluate(({ title, hasMarks }) => window.probe.open(title, hasMarks), {
    title: `with ${kind}`,
    hasMarks: kind !== 'no marks'
  })
}

/** Processor time, in milliseconds: on a machine that is shared it says more than the clock. */
export interface Spent {
  readonly main: number
  /** Of the page's own thread. */
  readonly page: number
}

/** Begin to count the processor time of main and of the page; answers what tells it. */
export async function countSpent({ app, window }: Program): Promise<() => Promise<Spent>> {
  const session = await window.context().newCDPSession(window)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const now = async (): Promise<Spent> => {
    const { metrics } = await session.send('Performance.getMetrics')
    const page = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
    const { user, system } = await app.evaluate(() => process.cpuUsage())
    return { main: (user + system) / 1_000, page: page * 1_000 }
  }
  const before = await now()
  return async () => {
    const after = await now()
    return { main: after.main - before.main, page: after.page - before.page }
  }
}

/** Begin to watch how long main answers nothing. */
export async function watchMain({ app }: Program): Promise<void> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    Object.assign(globalThis, { benchDelay: delay })
  })
}

/** The longest that main has answered nothing since it is watched, in milliseconds. */
export async function longestInMain({ app }: Program): Promise<number> {
  return app.evaluate(() => {
    const { benchDelay } = globalThis as unknown as { benchDelay: { max: number; disable(): void } }
    benchDelay.disable()
    return benchDelay.max / 1e6
  })
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )
}
