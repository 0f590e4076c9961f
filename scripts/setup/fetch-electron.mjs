import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronVersion, findElectronBinary } from './engine.mjs'
import { report, since } from './progress.mjs'
import { PROJECT_ROOT, SET_UP_FOLDER } from './project-root.mjs'
import { runProcess } from './run-process.mjs'

/** Enough for a download on a good line; on a closed network nobody should wait longer than that. */
const FIRST_TRY_MS = 20_000
const PATIENT_TRY_MS = 900_000

const MEMORY = join(SET_UP_FOLDER, 'electron-download-failed')

/**
 * Try to get Electron's own binary, once; a failure is remembered, so that nobody waits for it twice.
 *
 * @param {{ readonly patiently: boolean }} options `patiently`: try again, and take as long as it takes
 */
export async function fetchElectron({ patiently }) {
  if (findElectronBinary(PROJECT_ROOT) !== null || isUnwanted(process.env)) return
  const version = electronVersion(PROJECT_ROOT)
  if (!patiently && hasFailedBefore(version)) return
  const start = Date.now()
  report('Electron', `downloading Electron ${version} …`)
  const { code, timedOut } = await runProcess({
    command: [process.execPath, join(PROJECT_ROOT, 'node_modules', 'electron', 'install.js')],
    log: join(SET_UP_FOLDER, 'electron-download.log'),
    limitMs: patiently ? PATIENT_TRY_MS : FIRST_TRY_MS
  })
  if (code === 0 && findElectronBinary(PROJECT_ROOT) !== null) {
    report('Electron', `downloaded in ${since(start)}`)
    return
  }
  remember(version)
  const reason = timedOut ? `not here after ${since(start)}` : 'cannot be downloaded here'
  report(
    'Electron',
    `${reason}; an installed Chromium does its work ("npm run setup -- --electron" tries again)`
  )
}

/**
 * Whether the person asked for no download, in one of the ways that Electron's package knows or knew.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function isUnwanted(environment) {
  const names = [
    'ELECTRON_SKIP_BINARY_DOWNLOAD',
    'npm_config_electron_skip_binary_download',
    'ELECTRON_OVERRIDE_DIST_PATH'
  ]
  return names.some((name) => !['', '0', 'false', undefined].includes(environment[name]))
}

/** @param {string} version */
function hasFailedBefore(version) {
  return existsSync(MEMORY) && readFileSync(MEMORY, 'utf8') === version
}

/** @param {string} version */
function remember(version) {
  mkdirSync(SET_UP_FOLDER, { recursive: true })
  writeFileSync(MEMORY, version)
}
