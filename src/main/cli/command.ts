import type { ParseArgsOptionsConfig } from 'node:util'
import type { ReaderApi } from '#core/contract/api'
import type { FileTarget } from '#core/service/ports'

/** What a command is given to work with; it touches neither `process` nor the disk by itself. */
export interface CommandContext {
  readonly api: ReaderApi
  readonly positionals: readonly string[]
  readonly values: OptionValues
  /** A path as the person meant it, from where the command was given. */
  readonly resolve: (path: string) => string
  readonly readStandardInput: () => Promise<Uint8Array>
  /** @throws ReaderError `file-…` */
  readonly readFile: (path: string) => Promise<Uint8Array>
  /** Where the next export goes. */
  readonly aimPdf: (target: FileTarget) => void
  /** Bring in the program's own welcome briefing and answer its id. */
  readonly importWelcome: () => Promise<string>
}

/** Parsed options by name: text, repeated text, or a switch. */
export type OptionValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>

/** What a command has to say. */
export interface CommandResult {
  /** Standard output where JSON was not asked for: lines, or a text that is exactly so. */
  readonly text: string
  /** The one document that `--json` asks for; a command whose text is a document already has none. */
  readonly document: unknown
  /** Each failure one line on standard error; any makes the exit code 1. */
  readonly failures: readonly string[]
  /** Said on standard error without being failures. */
  readonly remarks: readonly string[]
}

export interface Command {
  readonly name: string
  /** One line of the help: arguments and what it does. */
  readonly usage: string
  readonly purpose: string
  readonly options: ParseArgsOptionsConfig
  readonly positionals: { readonly min: number; readonly max: number }
  run(context: CommandContext): Promise<CommandResult>
}

/** A result that is only this. */
export function result(parts: Partial<CommandResult>): CommandResult {
  return { text: '', document: null, failures: [], remarks: [], ...parts }
}
