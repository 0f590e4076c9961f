import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runBundled } from './bundle/run-bundled.mjs'
import { PROJECT_ROOT } from './setup/project-root.mjs'
import { runAsProgram, SetUpProblem } from './setup/set-up-problem.mjs'
import { setUp } from './setup/set-up.mjs'

const BENCH = join(PROJECT_ROOT, 'bench')

/** `npm run bench -- NAME`: one set of figures, each beside a peer or the physical limit in the same run. */
await runAsProgram(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const names = readdirSync(BENCH).filter((each) => existsSync(join(BENCH, each, 'main.ts')))
  if (!names.includes(name)) throw new SetUpProblem(`Say which: npm run bench -- ${names.join(' | ')}`)
  await setUp({ forTests: false, build: true })
  const children = readdirSync(join(BENCH, name)).filter((file) => /^child\b.*\.ts$/.test(file))
  const entries = ['main.ts', ...children].map((file) => `bench/${name}/${file}`)
  return runBundled({ name: `bench/${name}`, entries, args })
})
