/** Name of the function in the preload's world at whose `debugger` statement we are asked for a path. */
export const PATH_FUNCTION = 'electronPathForFile'

/**
 * Answer `webUtils.getPathForFile`, which must be answered at once: the page's process stops at a
 * `debugger` statement, we read the path of the file it holds (CDP, `DOM.getFileInfo`), write it into
 * the stopped function, and let it go on. At every other statement of the kind it goes on at once.
 *
 * @param {import('../chromium/cdp.mjs').CdpSession} session
 */
export async function answerFilePaths(session) {
  session.on('Debugger.paused', ({ callFrames }) => {
    const [frame] = callFrames
    const answered = frame?.functionName === PATH_FUNCTION ? tellPath(session, frame.callFrameId) : null
    void Promise.resolve(answered)
      .catch(() => undefined)
      .then(() => session.send('Debugger.resume'))
      .catch(() => undefined)
  })
  await session.send('Debugger.enable')
}

/**
 * @param {import('../chromium/cdp.mjs').CdpSession} session
 * @param {string} callFrameId
 */
async function tellPath(session, callFrameId) {
  const evaluate = (/** @type {string} */ expression) =>
    session.send('Debugger.evaluateOnCallFrame', { callFrameId, expression })
  const { result } = await evaluate('file')
  const { path } = await session.send('DOM.getFileInfo', { objectId: result.objectId })
  await evaluate(`answer.path = ${JSON.stringify(path)}`)
}
