import { spawnSync } from 'node:child_process'
import { findChromium } from '../chromium/find.mjs'
import { makeProfile } from '../chromium/profile.mjs'
import { chromiumSwitches } from '../chromium/switches.mjs'

/** What belongs to a Chromium that we talk to; this one only shows a page until it is closed. */
const TALKING = new Set(['--remote-debugging-pipe', '--no-startup-window', '--keep-alive-for-test'])

/**
 * Show an error in a window of a Chromium of its own, and wait until it is closed.
 *
 * @param {string} title
 * @param {string} content
 */
export function drawErrorBox(title, content) {
  const path = findChromium()
  if (path === null) return
  const { profile, remove } = makeProfile()
  const switches = chromiumSwitches({ profile, headless: false, debuggingPort: null, extra: [] })
  const page = `data:text/html;charset=utf-8,${encodeURIComponent(errorPage(title, content))}`
  const kept = switches.filter((name) => !TALKING.has(name))
  spawnSync(path, [...kept, '--window-size=520,260', `--app=${page}`], { stdio: 'ignore' })
  remove()
}

/** @param {string} title @param {string} content */
function errorPage(title, content) {
  return `<!doctype html><title>${escaped(title)}</title><style>
    :root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif }
    body { margin: 0; padding: 24px; height: 100vh; box-sizing: border-box; display: flex; flex-direction: column; gap: 10px }
    h1 { font-size: 16px; margin: 0 } p { margin: 0; white-space: pre-line; overflow: auto }
    button { font: inherit; padding: 6px 18px; margin: auto 0 0 auto }</style>
    <h1>${escaped(title)}</h1><p>${escaped(content)}</p><button autofocus onclick="close()">OK</button>
    <script>addEventListener('keydown', ({ key }) => key === 'Escape' && close())</script>`
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
