import { chooseEngine } from './setup/engine.mjs'
import { SetUpProblem, runAsProgram } from './setup/set-up-problem.mjs'
import { setUp } from './setup/set-up.mjs'
import { lastLine, sumOf } from './test/counts.mjs'
import { describe, runStages } from './test/run-stages.mjs'
import { STAGES } from './test/stages.mjs'

/** Run all tests, or only the named stages; the last line is always `N passed, N failed`. */
await runAsProgram(async () => {
  try {
    return await test(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error
    console.error(error.message)
    console.log(lastLine({ passed: 0, failed: 1, skipped: 0 }))
    return 1
  }
})

/** @param {readonly string[]} names */
async function test(names) {
  const stages = chosenStages(names)
  await setUp({ forTests: true, build: false })
  console.log(`The program runs on ${chooseEngine().name}.`)
  const results = await runStages(stages)
  console.log('')
  for (const { stage, counts } of results) console.log(`${stage.name.padEnd(10)}${describe(counts)}`)
  const sum = sumOf(results.map(({ counts }) => counts))
  console.log(`\n${lastLine(sum)}`)
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1
}

/** @param {readonly string[]} names */
function chosenStages(names) {
  const unknown = names.find((name) => STAGES.every((stage) => stage.name !== name))
  if (unknown !== undefined) {
    throw new SetUpProblem(
      `"${unknown}" is no stage: choose among ${STAGES.map(({ name }) => name).join(', ')}.`
    )
  }
  return names.length === 0 ? STAGES : STAGES.filter(({ name }) => names.includes(name))
}
