import { SetUpProblem } from './set-up-problem.mjs'

/** The oldest Node that the tools and the program run on; package.json says the same in `engines`. */
export const OLDEST_NODE = '20.19'

/**
 * Refuse a Node that is too old.
 *
 * @param {string} [version]
 */
export function checkNode(version = process.versions.node) {
  if (isAtLeast(version, OLDEST_NODE)) return
  throw new SetUpProblem(
    `Briefing Reader needs Node ${OLDEST_NODE} or newer and this is ${version}: install a newer one from nodejs.org and run this again.`
  )
}

/**
 * @param {string} version
 * @param {string} oldest
 */
function isAtLeast(version, oldest) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number)
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}
