import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from './project-root.mjs'

/**
 * What runs the program: Electron itself, or `runtime/` over an installed Chromium.
 *
 * `environment` makes `require('electron')`, and with it Playwright, find the same one.
 *
 * @typedef {{
 *   readonly kind: 'electron' | 'runtime',
 *   readonly name: string,
 *   readonly executable: string,
 *   readonly environment: Readonly<Record<string, string>>
 * }} Engine
 */

/**
 * Choose the engine: the one that `ELECTRON_OVERRIDE_DIST_PATH` names, else Electron's own binary where it
 * was downloaded, else `runtime/`.
 *
 * @param {{ readonly root?: string, readonly environment?: Readonly<Record<string, string | undefined>> }} [options]
 * @returns {Engine}
 */
export function chooseEngine({ root = PROJECT_ROOT, environment = process.env } = {}) {
  const runtime = join(root, 'runtime')
  const named = environment['ELECTRON_OVERRIDE_DIST_PATH']
  if (named !== undefined && named !== '' && named !== runtime) {
    const executable = join(named, pathInside(root) ?? 'electron')
    return { kind: 'electron', name: `Electron of ${named}`, executable, environment: {} }
  }
  const binary = named === runtime ? null : findElectronBinary(root)
  if (binary !== null) {
    return {
      kind: 'electron',
      name: `Electron ${electronVersion(root)}`,
      executable: binary,
      environment: {}
    }
  }
  return {
    kind: 'runtime',
    name: 'runtime/ over the installed Chromium',
    executable: join(runtime, 'electron'),
    environment: { ELECTRON_OVERRIDE_DIST_PATH: runtime }
  }
}

/**
 * Electron's own program, where its package has downloaded the version that it is made for; else `null`.
 *
 * @param {string} root
 */
export function findElectronBinary(root) {
  const inside = pathInside(root)
  if (inside === null) return null
  const binary = join(electronPackage(root), 'dist', inside)
  return existsSync(binary) && downloadedVersion(root) === electronVersion(root) ? binary : null
}

/**
 * The version of Electron's npm package.
 *
 * @param {string} root
 * @returns {string}
 */
export function electronVersion(root) {
  return JSON.parse(readFileSync(join(electronPackage(root), 'package.json'), 'utf8')).version
}

/** @param {string} root */
function electronPackage(root) {
  return join(root, 'node_modules', 'electron')
}

/** Electron's package writes path.txt last, so a download that was cut off has none. @param {string} root */
function pathInside(root) {
  return textOf(join(electronPackage(root), 'path.txt'))
}

/** @param {string} root */
function downloadedVersion(root) {
  return textOf(join(electronPackage(root), 'dist', 'version'))?.replace(/^v/, '') ?? null
}

/** @param {string} path */
function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}
