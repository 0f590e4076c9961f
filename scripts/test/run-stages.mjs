import { mkdirSync, readFileSync, rmSync } from 'node:fs'
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
 * Run stages one after the other, each with its output shown, and answer what each came to. Neighbours
 * that are one process each run side by side; what they say is shown when each has ended.
 *
 * @param {readonly import('./stages.mjs').Stage[]} stages
 */
export async function runStages(stages) {
  /** @type {{ stage: import('./stages.mjs').Stage, counts: import('./counts.mjs').Counts }[]} */
  const results = []
  for (const group of sideBySide(stages)) {
    const isBeside = group.length > 1
    const counts = await Promise.all(group.map((stage) => runStage(stage, isBeside)))
    group.forEach((stage, at) => results.push({ stage, counts: counts[at] ?? NOTHING }))
  }
  return results
}

/** @param {readonly import('./stages.mjs').Stage[]} stages */
function sideBySide(stages) {
  /** @type {import('./stages.mjs').Stage[][]} */
  const groups = []
  for (const stage of stages) {
    const last = groups.at(-1)
    if (stage.isOneProcess === true && last?.at(-1)?.isOneProcess === true) last.push(stage)
    else groups.push([stage])
  }
  return groups
}

/**
 * @param {import('./stages.mjs').Stage} stage
 * @param {boolean} isBeside  others run at the same time
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
async function runStage(stage, isBeside) {
  if (!isBeside) console.log(headOf(stage))
  const reason = stage.whyNot?.() ?? null
  if (reason !== null) {
    console.log(`${stage.name}: not run, ${reason}`)
    return { ...NOTHING, reason: `not run, ${reason}` }
  }
  const start = Date.now()
  const reportFile = freshReportFile(stage.name)
  const log = join(REPORTS, `${stage.name}.log`)
  const ending = await runProcess({
    command: stage.command(reportFile),
    environment: stage.environment?.(reportFile) ?? {},
    limitMs: STAGE_LIMIT_MS,
    ...(isBeside ? { log } : {})
  })
  const counts =
    stage.countReport === undefined
      ? countWhole(ending)
      : countTests(ending, stage.countReport(readReport(reportFile)))
  if (isBeside) console.log(`${headOf(stage)}\n${readFileSync(log, 'utf8').trimEnd()}`)
  console.log(`${stage.name}: ${describe(counts)} (${since(start)})`)
  return counts
}

/** @param {import('./stages.mjs').Stage} stage */
function headOf({ name }) {
  return `\n── ${name} ──`
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
