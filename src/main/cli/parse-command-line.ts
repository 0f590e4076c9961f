import { parseArgs } from 'node:util'
import { ReaderError } from '#core/problem/reader-error'
import type { Command, OptionValues } from './command'
import { COMMANDS } from './commands/index-of-commands'

/** Options that every command takes. */
const COMMON = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' }
} as const

/** What a person asked for on the command line. */
export interface Invocation {
  readonly command: Command
  readonly positionals: readonly string[]
  readonly values: OptionValues
}

/**
 * Read the arguments after the program's name.
 *
 * @throws ReaderError `usage` for an unknown command or option, and a wrong number of arguments.
 */
export function parseCommandLine(args: readonly string[]): Invocation {
  const at = commandIndex(args)
  const name = at === -1 ? undefined : args[at]
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (command === undefined)
    throw new ReaderError({ code: 'usage', detail: `"${args[0] ?? ''}" is no command` })
  const rest = args.filter((_, index) => index !== at)
  const { values, positionals } = parseOptions(command, rest)
  const { min, max } = command.positionals
  if (values['help'] !== true && (positionals.length < min || positionals.length > max)) {
    throw new ReaderError({ code: 'usage', detail: `"${command.name}" is used as: ${command.usage}` })
  }
  return { command, positionals, values }
}

/** Where the command's name stands: the first argument that is neither an option nor an option's value. */
export function commandIndex(args: readonly string[]): number {
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? ''
    if (argument === '--library') at += 1
    else if (!argument.startsWith('-')) return COMMANDS.some(({ name }) => name === argument) ? at : -1
  }
  return -1
}

/** The value of `--library`, wherever it stands. */
export function libraryArgument(args: readonly string[]): string | null {
  const end = args.indexOf('--')
  const options = end === -1 ? args : args.slice(0, end)
  const inline = options.find((argument) => argument.startsWith('--library='))
  if (inline !== undefined) return inline.slice('--library='.length)
  const at = options.indexOf('--library')
  return at === -1 ? null : (options[at + 1] ?? null)
}

function parseOptions(command: Command, args: readonly string[]): Pick<Invocation, 'values' | 'positionals'> {
  try {
    const options = { ...command.options, ...COMMON }
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : ''
    throw new ReaderError({ code: 'usage', detail }, { cause })
  }
}
