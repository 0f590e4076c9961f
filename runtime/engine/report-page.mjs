import { fromChromium } from '../addresses.mjs'

/**
 * Tell the program of what happens in a page, by Electron's events.
 *
 * @param {import('./page.mjs').Page} page
 * @param {import('./contents-page.mjs').ContentsPage} owner
 */
export function reportPage(page, owner) {
  const { contents } = owner
  const { session, targetId } = page
  let painted = false

  session.on('Page.frameStartedLoading', ({ frameId }) => {
    if (frameId !== targetId) return
    owner.emit('loading', true)
    contents.emit('did-start-loading')
  })
  session.on('Page.frameStoppedLoading', ({ frameId }) => {
    if (frameId !== targetId) return
    owner.emit('loading', false)
    contents.emit('did-stop-loading')
  })
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.id !== targetId) return
    const isFirst = isBlank(frame.url)
    contents.mainFrame.moveTo(isFirst ? 'about:blank' : `${frame.url}${frame.urlFragment ?? ''}`)
    owner.emit('crashed', false)
    if (isFirst) return
    contents.emit('did-navigate', {}, fromChromium(frame.url), 200, 'OK')
  })
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId !== targetId) return
    contents.mainFrame.moveTo(url)
    contents.emit('did-navigate-in-page', {}, fromChromium(url), true, 0, 0)
  })
  session.on('Page.domContentEventFired', () => {
    if (contents.getURL() !== '') contents.emit('dom-ready', {})
  })
  session.on('Page.loadEventFired', () => {
    if (contents.getURL() === '') return
    owner.emit('loading', false)
    contents.emit('did-frame-finish-load', {}, true, 0, 0)
    contents.emit('did-finish-load')
    // A page without scripts tells its title to nobody.
    void readTitle(session).then((title) => {
      if (title !== null) owner.emit('title', title)
      owner.emit('finished')
    })
    paint()
  })
  session.on('Page.lifecycleEvent', ({ frameId, name }) => {
    if (frameId === targetId && name === 'firstContentfulPaint' && contents.getURL() !== '') paint()
  })
  session.on('Inspector.targetCrashed', () => {
    owner.emit('crashed', true)
    contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  })
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const message = args.map((/** @type {any} */ arg) => arg.value ?? arg.description ?? '').join(' ')
    const [at] = stackTrace?.callFrames ?? []
    const level =
      { error: 'error', warning: 'warning', debug: 'debug' }[/** @type {'error'} */ (type)] ?? 'info'
    const sourceId = fromChromium(at?.url ?? '')
    contents.emit('console-message', {
      level,
      message,
      lineNumber: at?.lineNumber ?? 0,
      sourceId,
      frame: contents.mainFrame
    })
  })

  function paint() {
    if (painted) return
    painted = true
    owner.emit('painted')
  }
}

/** @param {import('../chromium/cdp.mjs').CdpSession} session @returns {Promise<string | null>} */
async function readTitle(session) {
  try {
    const { currentIndex, entries } = await session.send('Page.getNavigationHistory')
    return entries[currentIndex]?.title ?? null
  } catch {
    return null
  }
}

/** The page that a window has before it is told where to go. @param {string} address */
function isBlank(address) {
  return address === 'about:blank' || address.startsWith('data:text/html;mark=')
}
