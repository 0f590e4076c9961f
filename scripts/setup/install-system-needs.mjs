import { join } from 'node:path'
import { missingCommand } from './missing-command.mjs'
import { platformOf } from './platform.mjs'
import { keepReporting, report, since } from './progress.mjs'
import { SET_UP_FOLDER } from './project-root.mjs'
import { runProcess } from './run-process.mjs'
import { SetUpProblem } from './set-up-problem.mjs'
import { missingNeeds } from './system-needs.mjs'

const LOG = join(SET_UP_FOLDER, 'apt-get.log')

/**
 * Make sure that the system has what is needed: where we may (Debian, as root) by installing it,
 * elsewhere by saying what to type.
 *
 * @param {readonly import('./system-needs.mjs').Need[]} needs
 */
export async function installSystemNeeds(needs) {
  const platform = platformOf()
  const missing = missingNeeds(needs, platform)
  if (missing.length === 0) return
  if (canUseApt(platform)) await installWithApt(missing.flatMap(debianPackages))
  const stillMissing = missingNeeds(missing, platform)
  if (stillMissing.length > 0) throw needsMissing(platform, stillMissing)
}

/** @param {import('./platform.mjs').Platform} platform */
function canUseApt(platform) {
  return (platform === 'debian' || platform === 'ubuntu') && process.getuid?.() === 0
}

/** @param {import('./system-needs.mjs').Need} need */
function debianPackages(need) {
  return need.packages.debian?.split(' ') ?? []
}

/** One call for everything: reading the lists is what takes the time. @param {readonly string[]} packages */
async function installWithApt(packages) {
  const start = Date.now()
  const what = packages.join(', ')
  report('system', `installing ${what} with apt-get …`)
  const stop = keepReporting('system', () => `installing ${what} (${since(start)}) …`)
  const install = 'apt-get update && apt-get install -y --no-install-recommends "$@"'
  const { code } = await runProcess({
    command: ['sh', '-c', install, 'apt-get', ...packages],
    log: LOG,
    environment: { DEBIAN_FRONTEND: 'noninteractive' }
  })
  stop()
  report('system', code === 0 ? `installed in ${since(start)}` : `apt-get failed; what it said is in ${LOG}`)
}

/**
 * @param {import('./platform.mjs').Platform} platform
 * @param {readonly import('./system-needs.mjs').Need[]} missing
 */
function needsMissing(platform, missing) {
  const names = missing.map((need) => need.name).join(', ')
  const named = process.env['BRIEFING_READER_CHROMIUM']
  if (named && missing.some(({ name }) => name === 'Chromium')) {
    return new SetUpProblem(
      `BRIEFING_READER_CHROMIUM names ${named}, which cannot be run: correct or unset it.`
    )
  }
  return new SetUpProblem(
    `${names} is missing on this machine: ${missingCommand(platform, missing)}, then run this again.`
  )
}
