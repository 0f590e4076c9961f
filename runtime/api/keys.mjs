/** @import { CdpSession } from '../chromium/cdp.mjs' */
/** @import { PressedKey } from './accelerator.mjs' */
import { pageScript } from './page-script.mjs'

/** The world in which the engine listens for input; no script of a page or preload runs there. */
export const INPUT_WORLD = 'electron input'

const SCRIPT = pageScript(['keys-rules', 'keys'])

/**
 * Tell `onKey` of every key that a page leaves alone; call before the page loads anything.
 *
 * @param {CdpSession} session of a page
 * @param {(pressed: PressedKey) => void} onKey
 */
export async function watchKeys(session, onKey) {
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === 'electronKey') onKey(JSON.parse(payload))
  })
  await Promise.all([
    session.send('Runtime.enable'),
    session.send('Runtime.addBinding', { name: 'electronKey', executionContextName: INPUT_WORLD }),
    session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: SCRIPT,
      worldName: INPUT_WORLD,
      runImmediately: true
    })
  ])
}
