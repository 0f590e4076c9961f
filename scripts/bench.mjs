import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { chooseEngine } from './setup/engine.mjs'
import { PROJECT_ROOT } from './setup/project-root.mjs'
import { runInForeground } from './setup/run-in-foreground.mjs'
import { runAsProgram, SetUpProblem } from './setup/set-up-problem.mjs'
import { setUp } from './setup/set-up.mjs'

const BENCH = join(PROJECT_ROOT, 'bench')
/** On the disk that the project lies on: in memory a write down to the disk would cost nothing. */
const OUT = join(PROJECT_ROOT, 'node_modules', '.cache', 'bench')

/** `npm run bench -- NAME`: one set of figures, each beside a peer or the physical limit in the same run. */
await runAsProgram(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const names = readdirSync(BENCH).filter((each) => existsSync(join(BENCH, each, 'main.ts')))
  if (!names.includes(name)) throw new SetUpProblem(`Say which: npm run bench -- ${names.join(' | ')}`)
  await setUp({ forTests: false, build: true })
  const outDir = join(OUT, name)
  mkdirSync(outDir, { recursive: true })
  const entries = readdirSync(join(BENCH, name)).filter((file) => /^(?:main|child)\b.*\.ts$/.test(file))
  await build({
    configFile: false,
    logLevel: 'error',
    // Playwright starts the program; it is no part of what is measured, and cannot be bundled.
    ssr: { noExternal: true, external: ['playwright'] },
    build: {
      ...{ ssr: true, outDir, emptyOutDir: false, minify: false, target: 'node20' },
      rollupOptions: {
        input: Object.fromEntries(entries.map((file) => [file.slice(0, -3), join(BENCH, name, file)])),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' }
      }
    }
  })
  return runInForeground({
    command: [process.execPath, '--expose-gc', join(outDir, 'main.mjs'), ...args],
    // Playwright asks the electron package for its executable, and the package asks this variable.
    environment: { ...chooseEngine().environment, BENCH_FOLDER: outDir, BENCH_PROJECT: PROJECT_ROOT },
    cwd: PROJECT_ROOT
  })
})
