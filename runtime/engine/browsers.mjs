import { launchChromium, missingSentence } from '../chromium/launch.mjs'
import { programSwitches, state } from './state.mjs'

/** @typedef {import('../chromium/launch.mjs').Chromium} Chromium */
/** @typedef {import('../chromium/cdp.mjs').CdpSession} CdpSession */

/**
 * A page target that has just come up and waits for us before it runs anything.
 *
 * @typedef {{ targetId: string, url: string, session: CdpSession, openerId: string | undefined }} NewTarget
 */

/** Whether windows can be seen at all. */
export function hasDisplay() {
  if (process.env['BRIEFING_RUNTIME_HEADLESS'] === '1') return false
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/** @type {Map<'seen' | 'hidden', Promise<Browser>>} */
const running = new Map()
/** @type {Set<(target: NewTarget) => boolean>} */
const takers = new Set()

/** One Chromium with its targets. */
export class Browser {
  /** @param {Chromium} chromium */
  constructor(chromium) {
    this.chromium = chromium
    this.root = chromium.connection.browser
  }

  async start() {
    this.root.on('Target.attachedToTarget', (event) => void this.#attached(event))
    this.root.on('Target.detachedFromTarget', ({ sessionId }) => {
      this.chromium.connection.session(sessionId).emit('detached')
      this.chromium.connection.forget(sessionId)
    })
    // Nothing is written that the program did not write: a download would land in the person's folder.
    await this.root.send('Browser.setDownloadBehavior', { behavior: 'deny' })
    await this.root.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page', exclude: false }, { exclude: true }]
    })
  }

  /**
   * A page that nobody asked for is closed before it runs: a window that a page opened, or a file
   * that was dropped where no page wanted it.
   *
   * @param {any} event
   */
  async #attached({ sessionId, targetInfo }) {
    const session = this.chromium.connection.session(sessionId)
    const { targetId, url, openerId } = targetInfo
    const taken = [...takers].some((take) => take({ targetId, url, session, openerId }))
    if (taken) return
    const closing = this.root.send('Target.closeTarget', { targetId })
    // A page that waits to be let go keeps the one that opened it waiting too: they share a process.
    const leaving = session.send('Runtime.runIfWaitingForDebugger')
    await Promise.allSettled([closing, leaving])
  }
}

/**
 * The Chromium for windows that are seen, or for those that are not: where nothing can be seen, both
 * are one. Each starts when it is first needed.
 *
 * @param {boolean} visible
 * @returns {Promise<Browser>}
 */
export function browserFor(visible) {
  const headless = !(visible && hasDisplay())
  const shared = !hasDisplay()
  const key = shared || !headless ? 'seen' : 'hidden'
  const known = running.get(key)
  if (known !== undefined) return known
  const started = startBrowser(headless, key)
  running.set(key, started)
  void started.then(({ root }) => root.once('closed', () => running.delete(key)))
  return started
}

/** Only the Chromium whose windows are seen listens on the debugging port. @param {boolean} headless @param {'seen' | 'hidden'} key */
async function startBrowser(headless, key) {
  const debuggingPort = key === 'seen' ? state.arguments.debuggingPort : null
  const chromium = launchChromium({ headless, debuggingPort, extra: programSwitches() })
  // Without an engine there is no program: this ends it, and whoever waits for a page waits no more.
  if (chromium === null) return state.giveUp(missingSentence())
  const browser = new Browser(chromium)
  try {
    await browser.start()
    return browser
  } catch {
    // It is not to be ended with the others: nobody would answer.
    running.delete(key)
    return state.giveUp(chromium.endedSentence())
  }
}

/**
 * Be asked for each new page; the first that takes one keeps it. Answers the function that stops it.
 *
 * @param {(target: NewTarget) => boolean} take
 */
export function takeTargets(take) {
  takers.add(take)
  return () => takers.delete(take)
}

/** End every Chromium that was started. */
export async function endBrowsers() {
  const browsers = await Promise.allSettled(running.values())
  running.clear()
  await Promise.all(
    browsers.map((result) => (result.status === 'fulfilled' ? result.value.chromium.end() : undefined))
  )
}
