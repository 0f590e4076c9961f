import { existsSync, readFileSync } from 'node:fs'
import { NOTHING } from './counts.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * What vitest's JSON report counts. A file that fails before its first test is a failure as well.
 *
 * @param {unknown} report
 * @returns {Counts | null}
 */
export function countVitest(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = fieldsOf(report)
  if (typeof numPassedTests !== 'number' || typeof numFailedTests !== 'number') return null
  const files = Array.isArray(testResults) ? testResults.map(fieldsOf) : []
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !hasFailure(assertionResults)
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numberOf(numPendingTests) + numberOf(numTodoTests)
  }
}

/**
 * What Playwright's JSON report counts. A test that passes only when repeated is a failure.
 *
 * @param {unknown} report
 * @returns {Counts | null}
 */
export function countPlaywright(report) {
  const { stats, errors } = fieldsOf(report)
  const { expected, unexpected, flaky, skipped } = fieldsOf(stats)
  if (typeof expected !== 'number' || typeof unexpected !== 'number') return null
  const outside = Array.isArray(errors) ? errors.length : 0
  return {
    ...NOTHING,
    passed: expected,
    failed: unexpected + numberOf(flaky) + outside,
    skipped: numberOf(skipped)
  }
}

/**
 * The JSON in a file, or `null` when there is none: a stage that crashed may leave half a report.
 *
 * @param {string} path
 * @returns {unknown}
 */
export function readReport(path) {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** @param {unknown} assertions */
function hasFailure(assertions) {
  return Array.isArray(assertions) && assertions.some((each) => fieldsOf(each)['status'] === 'failed')
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function fieldsOf(value) {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** @param {unknown} value */
function numberOf(value) {
  return typeof value === 'number' ? value : 0
}
