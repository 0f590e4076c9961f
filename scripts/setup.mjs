import { runAsProgram } from './setup/set-up-problem.mjs'
import { setUp } from './setup/set-up.mjs'

/** Make a fresh clone ready: `--tests` also for the tests, `--electron` to try Electron's download again. */
await runAsProgram(async () => {
  const args = process.argv.slice(2)
  await setUp({ forTests: args.includes('--tests'), fetchPatiently: args.includes('--electron') })
  console.log('Briefing Reader is ready.')
  return 0
})
