import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Where a child leaves Node's diagnostic report when V8 cannot go on.
 *
 * @returns {{ switches: string[], take: () => { location: string, text: string } | null }}
 */
export function createReport() {
  const name = `electron-utility-${randomUUID()}.json`
  const path = join(tmpdir(), name)
  return {
    switches: [
      '--report-on-fatalerror',
      // Its names of remote hosts would be looked up.
      '--report-exclude-network',
      `--report-directory=${tmpdir()}`,
      `--report-filename=${name}`
    ],
    take: () => take(path)
  }
}

/** @param {string} path */
function take(path) {
  try {
    const text = readFileSync(path, 'utf8')
    rmSync(path, { force: true })
    return { location: locationOf(text), text }
  } catch {
    // No report: the process ended for another reason.
    return null
  }
}

/** @param {string} text */
function locationOf(text) {
  try {
    return String(JSON.parse(text)?.header?.trigger ?? '')
  } catch {
    return ''
  }
}
