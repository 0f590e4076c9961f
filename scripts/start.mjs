import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { hasDisplay } from './setup/display.mjs'
import { chooseEngine } from './setup/engine.mjs'
import { programCommand } from './setup/program-command.mjs'
import { runInForeground } from './setup/run-in-foreground.mjs'
import { runAsProgram } from './setup/set-up-problem.mjs'
import { setUp } from './setup/set-up.mjs'

/** npm runs this in the project's folder; this is where the person stands. */
const cwd = process.env['INIT_CWD'] ?? process.cwd()

await runAsProgram(async () => {
  await setUp()
  const args = process.argv.slice(2)
  const { environment } = chooseEngine()
  if (hasDisplay() || isCommand(args))
    return runInForeground({ command: programCommand(args), environment, cwd })
  const pdf = resolve(cwd, 'Briefing Reader welcome.pdf')
  console.log('There is no display here, so the welcome briefing is exported with its sample marks instead:')
  return runInForeground({ command: programCommand(['welcome', '--pdf', pdf, '--force']), environment, cwd })
})

/** Without a display a command can still be done; a window, for some file or none, cannot. @param {readonly string[]} args */
function isCommand(args) {
  const first = args.find((argument, index) => !argument.startsWith('-') && args[index - 1] !== '--library')
  if (first !== undefined) return !existsSync(resolve(cwd, first))
  return args.some((argument) => ['--help', '-h', '--version'].includes(argument))
}
