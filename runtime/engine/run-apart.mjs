import { INPUT_WORLD } from '../api/keys.mjs'

/**
 * Run an expression in the page, in the engine's own world, which no script of the page or of a
 * preload reaches.
 *
 * @param {import('../chromium/cdp.mjs').CdpSession} session
 * @param {string} expression
 * @returns {Promise<any>} its value
 */
export async function runApart(session, expression) {
  const { frameTree } = await session.send('Page.getFrameTree')
  const world = { frameId: frameTree.frame.id, worldName: INPUT_WORLD }
  const { executionContextId } = await session.send('Page.createIsolatedWorld', world)
  const { result } = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
    userGesture: true
  })
  return result.value
}
