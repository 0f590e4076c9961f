import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { commandIndex } from '../cli/parse-command-line'

/** What the program was started for. */
export type Start =
  | { readonly kind: 'command'; readonly args: readonly string[] }
  | { readonly kind: 'window'; readonly args: readonly string[]; readonly files: readonly string[] }

/**
 * The arguments that are the program's own.
 *
 * A packaged program has its own name first; otherwise everything up to the application's folder
 * belongs to Electron and Chromium.
 */
export function ownArguments(argv: readonly string[], app: { isPackaged: boolean; path: string }): string[] {
  if (app.isPackaged) return argv.slice(1)
  const at = argv.findIndex((argument, index) => index > 0 && isSamePath(argument, app.path))
  return argv.slice(Math.max(at, 0) + 1)
}

/** Whether a command is wanted or the window; what the window is not told about goes to Chromium. */
export function decideStart(args: readonly string[]): Start {
  const asksForHelp = args.some((argument) => ['--help', '-h', '--version'].includes(argument))
  if (asksForHelp || commandIndex(args) !== -1) return { kind: 'command', args }
  return { kind: 'window', args, files: filesOf(args) }
}

function filesOf(args: readonly string[]): readonly string[] {
  return args.filter((argument, index) => !argument.startsWith('-') && args[index - 1] !== '--library')
}

function isSamePath(argument: string, path: string): boolean {
  if (argument.startsWith('-')) return false
  try {
    return realpathSync(resolve(argument)) === realpathSync(path)
  } catch {
    return false
  }
}
