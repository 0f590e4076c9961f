import { errorDocument } from '#core/documents/documents'
import { messageFor } from '#core/problem/message-for'
import type { Problem } from '#core/problem/problem'
import { problemOf } from '#core/problem/reader-error'
import type { CommandContext, CommandResult } from './command'
import { helpText } from './help'
import { parseCommandLine } from './parse-command-line'

/** What a command leaves behind. */
export interface CommandOutcome {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: 0 | 1 | 2
}

interface CommandRun {
  readonly args: readonly string[]
  readonly version: string
  readonly context: Omit<CommandContext, 'positionals' | 'values'>
  readonly onUnexpected: (error: unknown) => void
}

/** Run one command to its end. Never throws: whatever fails is in the outcome. */
export async function runCommand({
  args,
  version,
  context,
  onUnexpected
}: CommandRun): Promise<CommandOutcome> {
  const wantsJson = args.includes('--json')
  try {
    const invocation = parseCommandLine(args)
    if (invocation.values['help'] === true) return outcome(helpText(version), [], 0)
    const { positionals, values } = invocation
    return succeeded(await invocation.command.run({ ...context, positionals, values }), wantsJson)
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem.code === 'unexpected') onUnexpected(thrown)
    return failed(problem, wantsJson)
  }
}

/** What a problem looks like that kept a command from running at all. */
export function failed(problem: Problem, wantsJson: boolean): CommandOutcome {
  const stdout = wantsJson ? `${JSON.stringify(errorDocument(problem))}\n` : ''
  return outcome(stdout, [messageFor(problem)], problem.code === 'usage' ? 2 : 1)
}

function succeeded({ text, document, failures, remarks }: CommandResult, wantsJson: boolean): CommandOutcome {
  const stdout = wantsJson ? `${JSON.stringify(document)}\n` : text
  return outcome(stdout, [...remarks, ...failures], failures.length === 0 ? 0 : 1)
}

/** A failure is one line: line breaks of a file's name do not make it two. */
function outcome(stdout: string, lines: readonly string[], exitCode: 0 | 1 | 2): CommandOutcome {
  const stderr = lines.map((line) => `${line.replace(/[\r\n]+/gu, ' ')}\n`).join('')
  return { stdout, stderr, exitCode }
}
