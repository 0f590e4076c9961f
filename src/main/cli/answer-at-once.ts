import { problemOf } from '#core/problem/reader-error'
import { helpText } from './help'
import { commandIndex, parseCommandLine } from './parse-command-line'
import { failed, type CommandOutcome } from './run-command'

/**
 * The outcome of what needs no library: help, the version, and a command line that cannot be
 * understood; `null` when there is a command to run.
 */
export function answerAtOnce(args: readonly string[], version: string): CommandOutcome | null {
  if (commandIndex(args) === -1) {
    if (args.includes('--version')) return said(`${version}\n`)
    if (args.some((argument) => argument === '--help' || argument === '-h')) return said(helpText(version))
  }
  try {
    return parseCommandLine(args).values['help'] === true ? said(helpText(version)) : null
  } catch (thrown) {
    return failed(problemOf(thrown), args.includes('--json'))
  }
}

function said(stdout: string): CommandOutcome {
  return { stdout, stderr: '', exitCode: 0 }
}
