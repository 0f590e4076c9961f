import { buildProgram } from './build-program.mjs'
import { checkNode } from './check-node.mjs'
import { findElectronBinary } from './engine.mjs'
import { fetchElectron } from './fetch-electron.mjs'
import { installPackages } from './install-packages.mjs'
import { installSystemNeeds } from './install-system-needs.mjs'
import { PROJECT_ROOT } from './project-root.mjs'
import { CHROMIUM, TEST_NEEDS } from './system-needs.mjs'

/**
 * Make the project ready to run, or ready to be tested. What is done already is skipped in silence.
 *
 * @param {{ readonly forTests?: boolean, readonly fetchPatiently?: boolean, readonly build?: boolean }} [options]
 * @throws {import('./set-up-problem.mjs').SetUpProblem} what the person has to do first
 */
export async function setUp({ forTests = false, fetchPatiently = false, build = true } = {}) {
  checkNode()
  await installPackages()
  await fetchElectron({ patiently: fetchPatiently })
  // Part of the tests look at pages in a real browser, whichever engine runs the program.
  const needsChromium = forTests || findElectronBinary(PROJECT_ROOT) === null
  await installSystemNeeds([...(needsChromium ? [CHROMIUM] : []), ...(forTests ? TEST_NEEDS : [])])
  if (build) await buildProgram()
}
