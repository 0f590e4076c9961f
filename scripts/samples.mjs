import { runBundled } from './bundle/run-bundled.mjs'
import { runAsProgram } from './setup/set-up-problem.mjs'
import { setUp } from './setup/set-up.mjs'

/** `npm run samples`: print the sample PDFs anew into `docs/samples/`. */
await runAsProgram(async () => {
  await setUp({ forTests: true, build: true })
  return runBundled({
    name: 'samples',
    entries: ['test/printing/make-samples.ts'],
    args: process.argv.slice(2)
  })
})
