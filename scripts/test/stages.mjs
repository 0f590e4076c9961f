import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay } from '../setup/display.mjs'
import { chooseEngine } from '../setup/engine.mjs'
import { npmCommand } from '../setup/npm-command.mjs'
import { PROJECT_ROOT } from '../setup/project-root.mjs'
import { corporaFolder } from './corpora-folder.mjs'
import { countPlaywright, countVitest } from './read-reports.mjs'

/**
 * One part of a test run. Without `countReport` the stage is one claim as a whole.
 *
 * @typedef {{
 *   readonly name: string,
 *   readonly command: (reportFile: string) => [string, ...string[]],
 *   readonly countReport?: (report: unknown) => import('./counts.mjs').Counts | null,
 *   readonly environment?: (reportFile: string) => Readonly<Record<string, string>>,
 *   readonly whyNot?: () => string | null,
 *   readonly isOneProcess?: boolean
 * }} Stage  `whyNot`: why there is nothing to run on this machine, or `null`; `isOneProcess`: it leaves a core
 *   idle, so neighbours of its kind run beside it
 */

/** Every stage, the quickest to fail first; e2e comes last because it needs all the others to be right. @type {readonly Stage[]} */
export const STAGES = [
  wholeStage('format', 'format:check'),
  wholeStage('lint', 'lint'),
  wholeStage('types', 'types'),
  { name: 'build', command: () => [process.execPath, join(PROJECT_ROOT, 'scripts', 'test', 'build.mjs')] },
  vitestStage('core'),
  vitestStage('main'),
  vitestStage('runtime'),
  vitestStage('renderer'),
  vitestStage('project'),
  { ...vitestStage('corpora', 'corpora-page'), whyNot: whyNoCorpora },
  vitestStage('faults'),
  {
    name: 'e2e',
    command: () => onSomeDisplay([process.execPath, tool('@playwright/test', 'cli.js'), 'test']),
    environment: (reportFile) => ({ ...chooseEngine().environment, BRIEFING_READER_E2E_REPORT: reportFile }),
    countReport: countPlaywright
  }
]

/**
 * @param {string} name
 * @param {string} script
 * @returns {Stage}
 */
function wholeStage(name, script) {
  return { name, isOneProcess: true, command: () => npmCommand(['run', '--silent', script]) }
}

/**
 * @param {string} name of the stage and of its vitest project
 * @param {readonly string[]} others projects of the same stage
 * @returns {Stage}
 */
function vitestStage(name, ...others) {
  return {
    name,
    command: (reportFile) => [
      process.execPath,
      tool('vitest', 'vitest.mjs'),
      'run',
      ...[name, ...others].map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`
    ],
    countReport: countVitest
  }
}

/**
 * Electron itself cannot run without a display; `runtime/` can, so it gets none that is not there.
 *
 * @param {[string, ...string[]]} command
 * @returns {[string, ...string[]]}
 */
function onSomeDisplay(command) {
  return hasDisplay() || chooseEngine().kind === 'runtime'
    ? command
    : ['xvfb-run', '--auto-servernum', ...command]
}

function whyNoCorpora() {
  const folder = corporaFolder()
  return existsSync(folder) ? null : `the corpora are not on this machine (looked for ${folder})`
}

/** @param {readonly string[]} path */
function tool(...path) {
  return join(PROJECT_ROOT, 'node_modules', ...path)
}
