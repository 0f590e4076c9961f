import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { problemOf } from '#core/problem/reader-error'
import { commandIndex } from '../cli/parse-command-line'
import { failed, type CommandOutcome } from '../cli/run-command'
import { acquireWriter, type Writer } from '../store/lock/acquire-writer'
import { WriterGone } from '../store/lock/request'
import { openReader } from './open-reader'
import type { Places } from './places'
import { runHere, takeCommands } from './run-here'
import { readStandardInput } from './standard-streams'

interface StartedCommand {
  readonly args: readonly string[]
  readonly places: Places
  readonly onUnexpected: (error: unknown) => void
}

/**
 * Run the command that the program was started with, here or in the process that has the library
 * open. Never throws. Call after the app is ready.
 */
export async function startCommand(started: StartedCommand): Promise<CommandOutcome> {
  const { args, onUnexpected } = started
  try {
    return await runSomewhere(started, wantsInput(args) ? { stdin: await readStandardInput() } : {})
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem.code === 'unexpected') onUnexpected(thrown)
    return failed(problem, args.includes('--json'))
  }
}

/** A writer that leaves at this moment takes no command; then it is looked again who writes. */
async function runSomewhere(
  started: StartedCommand,
  given: { readonly stdin?: Uint8Array }
): Promise<CommandOutcome> {
  const { args, places } = started
  const create = mayCreate(places)
  const role = await acquireWriter({ libraryPath: places.library, configFolder: places.config, create })
  if (role.role === 'writer') return runAsWriter(role, { ...started, ...given }, create)
  try {
    const { stdout, stderr, exitCode } = await role.request({ argv: args, cwd: process.cwd(), ...given })
    return { stdout, stderr, exitCode: exitCode === 0 || exitCode === 2 ? exitCode : 1 }
  } catch (thrown) {
    if (thrown instanceof WriterGone) return runSomewhere(started, given)
    throw thrown
  }
}

async function runAsWriter(
  writer: Writer,
  { args, places, onUnexpected, stdin = new Uint8Array() }: StartedCommand & { readonly stdin?: Uint8Array },
  create: boolean
): Promise<CommandOutcome> {
  try {
    const reader = await openReader({ places, create, onUnexpected })
    takeCommands(writer, reader)
    const outcome = await runHere(reader, {
      args,
      cwd: process.cwd(),
      readStandardInput: async () => stdin
    })
    await writer.release(() => reader.close())
    const restored = reader.library.takeNotices().map((notice) => `${notice}\n`)
    return { ...outcome, stderr: restored.join('') + outcome.stderr }
  } finally {
    await writer.release()
  }
}

/** Only what is told to read `-` does: anything else must not wait for a terminal. */
function wantsInput(args: readonly string[]): boolean {
  const command = args[commandIndex(args)] ?? ''
  if (command === 'annotate') return args.includes('--from=-') || args[args.indexOf('--from') + 1] === '-'
  return command === 'import' && args.includes('-')
}

/**
 * A library is made where its folder can be: the program's own always, another one in a folder that
 * is there. A mistyped path in the middle of nowhere makes nothing.
 */
function mayCreate({ library, config }: Places): boolean {
  return dirname(library) === config || existsSync(dirname(library))
}
