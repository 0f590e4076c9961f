import { join } from 'node:path'
import { PROJECT_ROOT } from './setup/project-root.mjs'
import { runInForeground } from './setup/run-in-foreground.mjs'
import { runAsProgram } from './setup/set-up-problem.mjs'
import { setUp } from './setup/set-up.mjs'

/**
 * The promises of docs/reliability.md, each tried as often as before a release: hours. Arguments are
 * the tests' own: `npm run soak -- kills`.
 */
await runAsProgram(async () => {
  await setUp({ forTests: true, build: false })
  const vitest = join(PROJECT_ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  return runInForeground({
    command: [process.execPath, vitest, 'run', '--project=faults', ...process.argv.slice(2)],
    environment: { FAULTS_SCALE: 'soak' },
    cwd: PROJECT_ROOT
  })
})
