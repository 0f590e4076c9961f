import { spawn } from 'node:child_process'
import { Connection } from './cdp.mjs'
import { findChromium } from './find.mjs'
import { makeProfile } from './profile.mjs'
import { chromiumSwitches, isRoot } from './switches.mjs'

/**
 * A running Chromium.
 *
 * @typedef {object} Chromium
 * @property {Connection} connection
 * @property {boolean} headless
 * @property {(url: string, size: { width: number, height: number, x?: number, y?: number }) => void} openAppWindow
 * @property {() => string} endedSentence what a person is told of one that ended by itself
 * @property {() => Promise<void>} end
 */

let saidNoSandbox = false

/**
 * Start Chromium. Its pipe to us is what keeps it alive: it ends when this process does, however
 * that happens.
 *
 * @param {object} options
 * @param {boolean} options.headless
 * @param {number | null} options.debuggingPort
 * @param {readonly string[]} options.extra
 * @returns {Chromium | null} `null` where none is installed
 */
export function launchChromium({ headless, debuggingPort, extra }) {
  const path = findChromium()
  if (path === null) return null
  if (isRoot() && !saidNoSandbox) {
    saidNoSandbox = true
    process.stderr.write('Chromium runs without its sandbox, because this is the root user.\n')
  }
  const { profile, remove } = makeProfile()
  const switches = chromiumSwitches({ profile, headless, debuggingPort, extra })
  const child = spawn(path, switches, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const [, , errors, toChromium, fromChromium] = child.stdio
  if (errors === null || !isWritable(toChromium) || !isReadable(fromChromium)) {
    throw new Error('Chromium was started without its pipes')
  }
  if (debuggingPort !== null) passDevToolsLine(errors)
  let lastWords = ''
  errors.on('data', (chunk) => (lastWords = `${lastWords}${chunk}`.slice(-2_000)))
  const ended = new Promise((resolve) => child.once('close', resolve))
  void ended.then(remove)
  process.once('exit', () => {
    child.kill('SIGKILL')
    remove()
  })
  const connection = new Connection(toChromium, fromChromium)
  return {
    connection,
    headless,
    endedSentence: () => endedSentence(path, lastWords),
    openAppWindow: (url, size) => openAppWindow(path, profile, url, size),
    end: async () => {
      await Promise.race([connection.browser.send('Browser.close').catch(() => undefined), ended])
      const timer = setTimeout(() => child.kill('SIGKILL'), 3_000)
      await ended
      clearTimeout(timer)
    }
  }
}

/**
 * Ask the running Chromium for a window without an address bar: a second start on the same profile
 * hands its wish to the first and ends.
 *
 * @param {string} path
 * @param {string} profile
 * @param {string} url
 * @param {{ width: number, height: number, x?: number, y?: number }} size
 */
function openAppWindow(path, profile, url, { width, height, x, y }) {
  const position = x === undefined || y === undefined ? [] : [`--window-position=${x},${y}`]
  const switches = [
    `--user-data-dir=${profile}`,
    `--app=${url}`,
    `--window-size=${width},${height}`,
    ...position
  ]
  const root = isRoot() ? ['--no-sandbox', '--test-type'] : []
  spawn(path, [...switches, ...root], { stdio: 'ignore' }).unref()
}

/**
 * Whoever asked for the debugging port waits for this line.
 *
 * @param {import('node:stream').Readable} errors
 */
function passDevToolsLine(errors) {
  let text = ''
  let told = false
  errors.on('data', (/** @type {Buffer} */ chunk) => {
    if (told) return
    text += chunk.toString('utf8')
    const line = /^DevTools listening on ws:\/\/\S+$/mu.exec(text)
    if (line === null) return
    told = true
    process.stderr.write(`${line[0]}\n`)
  })
}

/** What a person is told where there is no Chromium, and the command to install it. */
export function missingSentence() {
  const command = {
    linux: 'apt-get install chromium',
    darwin: 'brew install --cask chromium',
    win32: 'winget install Google.Chrome'
  }[/** @type {'linux'} */ (process.platform)]
  return `Chromium is needed to show a window or to print, and none is installed; install it with "${command}".`
}

/** @param {string} path @param {string} lastWords */
function endedSentence(path, lastWords) {
  const reason = lastWords
    .split('\n')
    .filter((line) => /:(?:FATAL|ERROR):/u.test(line) && !line.includes('dbus'))
    .at(-1)
  const said = reason === undefined ? 'start it by hand to see why' : `it said "${reason.trim()}"`
  return `Chromium (${path}) ended as soon as it was started; ${said}.`
}

/** @param {unknown} stream @returns {stream is import('node:stream').Writable} */
function isWritable(stream) {
  return typeof stream === 'object' && stream !== null && 'write' in stream
}

/** @param {unknown} stream @returns {stream is import('node:stream').Readable} */
function isReadable(stream) {
  return typeof stream === 'object' && stream !== null && 'read' in stream
}
