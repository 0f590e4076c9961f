import { delimiter, join } from 'node:path'
import { isExecutable } from '../engine/find-command.mjs'

/** Names that Chromium and its kin go by, the plainest first. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge'
]

const MAC_APPS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
]

/**
 * The path of an installed Chromium, or `null`.
 *
 * `BRIEFING_READER_CHROMIUM` names one outright; then nothing else is looked for.
 *
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @returns {string | null}
 */
export function findChromium(environment = process.env) {
  const named = environment['BRIEFING_READER_CHROMIUM']
  if (named !== undefined && named !== '') return isExecutable(named) ? named : null
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  const candidates = process.platform === 'darwin' ? [...MAC_APPS, ...onPath] : onPath
  return candidates.find(isExecutable) ?? null
}
