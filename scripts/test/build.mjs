import { buildProgram } from '../setup/build-program.mjs'
import { runAsProgram } from '../setup/set-up-problem.mjs'

/** The build as a stage of its own: it is done when out/ holds what the sources say. */
await runAsProgram(async () => {
  await buildProgram()
  console.log('out/ is built from the sources as they are.')
  return 0
})
