import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCommand } from './npm-command.mjs'
import { keepReporting, report, since } from './progress.mjs'
import { PROJECT_ROOT, SET_UP_FOLDER } from './project-root.mjs'
import { runProcess } from './run-process.mjs'
import { SetUpProblem } from './set-up-problem.mjs'

/** @typedef {Readonly<Record<string, { readonly version?: string, readonly optional?: boolean }>>} Packages */

const LOG = join(SET_UP_FOLDER, 'npm-ci.log')

/**
 * Install exactly what the lock file names, unless it is there already.
 *
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function installPackages() {
  const wanted = packagesOf(join(PROJECT_ROOT, 'package-lock.json'))
  const installed = packagesOf(join(PROJECT_ROOT, 'node_modules', '.package-lock.json'))
  const isThere = (/** @type {string} */ path) => existsSync(join(PROJECT_ROOT, path, 'package.json'))
  const missing = missingPackages(wanted, installed).concat(
    Object.keys(installed).filter((path) => !isThere(path))
  )
  if (missing.length === 0) return false
  const needed = requiredPackages(wanted)
  const start = Date.now()
  report('packages', `installing ${needed.length} packages from package-lock.json …`)
  const stop = keepReporting('packages', () => `${needed.filter(isThere).length} of ${needed.length} …`)
  // No package that we use needs an install script; running none is safer on every machine.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error']
  const { code } = await runProcess({ command: npmCommand(args), log: LOG })
  stop()
  if (code !== 0) throw installFailed()
  report('packages', `installed in ${since(start)}`)
  return true
}

/**
 * Which packages of the lock file npm has not installed in just that version.
 *
 * npm keeps a record of what it installed beside the packages, so nothing of our own has to be remembered.
 *
 * @param {Packages} wanted
 * @param {Packages} installed
 */
export function missingPackages(wanted, installed) {
  return requiredPackages(wanted).filter((path) => installed[path]?.version !== wanted[path]?.version)
}

/**
 * Optional packages are for other platforms, mostly; npm decides about them.
 *
 * @param {Packages} packages
 */
function requiredPackages(packages) {
  return Object.keys(packages).filter((path) => path !== '' && packages[path]?.optional !== true)
}

/**
 * @param {string} lockFile
 * @returns {Packages}
 */
function packagesOf(lockFile) {
  if (!existsSync(lockFile)) return {}
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}

function installFailed() {
  const said = readFileSync(LOG, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('npm error') && !line.includes('complete log'))
    .map((line) => line.replace(/^npm error\s*/, ''))
  const reason = said.find((line) => /\S+ \S+/.test(line)) ?? 'it gave no reason'
  return new SetUpProblem(
    `npm could not install the packages (${reason.trim()}): check that "npm ping" reaches your registry, then run this again; everything npm said is in ${LOG}.`
  )
}
