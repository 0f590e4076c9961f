import { COMMANDS } from './commands/index-of-commands'

/** What `--help` prints. */
export function helpText(version: string): string {
  const commands = COMMANDS.map(({ usage, purpose }) => `  ${usage}\n      ${purpose}\n`)
  return [
    `Briefing Reader ${version}`,
    '',
    'briefing-reader [FILE…|LINK]     open the window, and the files or the passage',
    'briefing-reader COMMAND …        do one thing without a window',
    '',
    ...commands,
    'Every command takes --library DIR and --json (one JSON document on standard output).',
    'Exit codes: 0 done, 1 something failed, 2 wrong usage.',
    ''
  ].join('\n')
}
