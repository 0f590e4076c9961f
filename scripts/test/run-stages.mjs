import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { since } from '../setup/progress.mjs'
import { SET_UP_FOLDER } from '../setup/project-root.mjs'
import { runProcess } from '../setup/run-process.mjs'
import { NOTHING, countTests, countWhole } from './counts.mjs'
import { readReport } from './read-reports.mjs'

/** A stage that takes longer than this hangs; the longest takes a few minutes on two slow cores. */
const STAGE_LIMIT_MS = 1_200_000

const REPORTS = join(SET_UP_FOLDER, 'reports')

/**
 * Run stages one after the other, each with its output shown, and answer what each came to.
 *
 * @param {readonly import('./stages.mjs').Stage[]} stages
 */
export async function runStages(stages) {
  const results = []
  for (const stage of stages) results.push({ stage, counts: await runStage(stage) })
  return results
}

/**
 * @param {import('./stages.mjs').Stage} stage
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
async function runStage(stage) {
  console.log(`\n── ${stage.name} ──`)
  const reason = stage.whyNot?.() ?? null
  if (reason !== null) {
    console.log(`${stage.name}: not run, ${reason}`)
    return { ...NOTHING, reason: `not run, ${reason}` }
  }
  const start = Date.now()
  const reportFile = freshReportFile(stage.name)
  const environment = stage.environment?.(reportFile) ?? {}
  const ending = await runProcess({
    command: stage.command(reportFile),
    environment,
    limitMs: STAGE_LIMIT_MS
  })
  const counts =
    stage.countReport === undefined
      ? countWhole(ending)
      : countTests(ending, stage.countReport(readReport(reportFile)))
  console.log(`${stage.name}: ${describe(counts)} (${since(start)})`)
  return counts
}

/**
 * Say in one line what a stage came to.
 *
 * @param {import('./counts.mjs').Counts} counts
 */
export function describe({ passed, failed, skipped, reason }) {
  const numbers = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])]
  return [numbers.join(', '), ...(reason === undefined ? [] : [reason])].join(': ')
}

/** A report of an earlier run must never be taken for this one's. @param {string} name */
function freshReportFile(name) {
  mkdirSync(REPORTS, { recursive: true })
  const path = join(REPORTS, `${name}.json`)
  rmSync(path, { force: true })
  return path
}
