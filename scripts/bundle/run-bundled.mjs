import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { chooseEngine } from '../setup/engine.mjs'
import { PROJECT_ROOT } from '../setup/project-root.mjs'
import { corporaFolder } from '../test/corpora-folder.mjs'
import { runInForeground } from '../setup/run-in-foreground.mjs'

/** On the disk that the project lies on: in memory a write down to the disk would cost nothing. */
const OUT = join(PROJECT_ROOT, 'node_modules', '.cache')

/**
 * Bundle TypeScript of the project that is no part of the program, and run it; answers its exit code.
 *
 * @param {object} wanted
 * @param {string} wanted.name of its folder among the bundles
 * @param {readonly string[]} wanted.entries paths below the project; the first one is run
 * @param {readonly string[]} wanted.args
 */
export async function runBundled({ name, entries, args }) {
  const outDir = join(OUT, name)
  mkdirSync(outDir, { recursive: true })
  const input = Object.fromEntries(
    entries.map((entry) => [entry.slice(entry.lastIndexOf('/') + 1, -3), join(PROJECT_ROOT, entry)])
  )
  await build({
    configFile: false,
    logLevel: 'error',
    // Playwright starts programs; it is no part of what is run, and cannot be bundled.
    ssr: { noExternal: true, external: ['playwright'] },
    build: {
      ...{ ssr: true, outDir, emptyOutDir: false, minify: false, target: 'node20' },
      rollupOptions: {
        input,
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' }
      }
    }
  })
  const [main = ''] = Object.keys(input)
  return runInForeground({
    command: [process.execPath, '--expose-gc', join(outDir, `${main}.mjs`), ...args],
    environment: {
      // Playwright asks the electron package for its executable, and the package asks this variable.
      ...chooseEngine().environment,
      ...{ BENCH_FOLDER: outDir, BENCH_PROJECT: PROJECT_ROOT },
      // A bundle does not know where the project lies, beside which they are looked for.
      BRIEFING_READER_CORPORA: corporaFolder()
    },
    cwd: PROJECT_ROOT
  })
}
