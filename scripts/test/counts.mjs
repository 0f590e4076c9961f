/**
 * What a stage came to. `reason` says why a stage failed that names no failing test itself.
 *
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number, readonly reason?: string }} Counts
 *
 * @typedef {{ readonly code: number | null, readonly timedOut: boolean }} Ending
 */

/** @type {Counts} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 }

/**
 * A stage that is one claim as a whole, like the linter's.
 *
 * @param {Ending} ending
 * @returns {Counts}
 */
export function countWhole(ending) {
  return ending.code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1, reason: reasonOf(ending) }
}

/**
 * A stage of many tests: what its report says, as far as the process's own ending bears it out.
 *
 * A process that failed has at least one failure, whatever its report says; a stage in which nothing ran has
 * shown nothing, and counts as failed.
 *
 * @param {Ending} ending
 * @param {Counts | null} reported `null` when there is no readable report
 * @returns {Counts}
 */
export function countTests(ending, reported) {
  const { passed, failed, skipped } = reported ?? NOTHING
  if (ending.code !== 0 && failed === 0) return { passed, failed: 1, skipped, reason: reasonOf(ending) }
  if (reported === null) return { ...NOTHING, failed: 1, reason: 'left no report' }
  if (passed + failed === 0) return { ...reported, failed: 1, reason: 'ran no test' }
  return reported
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sumOf(all) {
  const add = (/** @type {Counts} */ sum, /** @type {Counts} */ each) => ({
    passed: sum.passed + each.passed,
    failed: sum.failed + each.failed,
    skipped: sum.skipped + each.skipped
  })
  return all.reduce(add, NOTHING)
}

/**
 * The last line of a test run; machines read it, so it never says more.
 *
 * @param {Counts} counts
 */
export function lastLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}

/** @param {Ending} ending */
function reasonOf({ code, timedOut }) {
  if (timedOut) return 'did not end in time'
  return code === null ? 'was ended by a signal or could not be started' : `ended with exit code ${code}`
}
