import { fromChromium } from '../addresses.mjs'

/** @typedef {import('../api/web-contents.mjs').WebContents} WebContents */

/**
 * Asks the program before a page goes anywhere by itself (`will-frame-navigate`, `will-navigate`,
 * `will-redirect`), and denies windows that it does not allow. What the program loads is not asked.
 */
export class NavigationGuard {
  /** @type {string | null} */ #expected = null
  #reloading = false

  /** @param {WebContents} contents */
  constructor(contents) {
    this.contents = contents
  }

  /** The next navigation is the program's own. @param {string} address */
  expect(address) {
    this.#expected = address
  }

  /**
   * @param {import('./requests.mjs').PausedNavigation} navigation
   * @param {string} mainFrameId
   */
  allows({ url, frameId, event }, mainFrameId) {
    const isMainFrame = frameId === mainFrameId
    if (isMainFrame && (this.#takeExpected(url) || this.#isReload(url))) return true
    if (event.redirectedRequestId !== undefined) return this.#ask('will-redirect', url, isMainFrame)
    return (
      this.#ask('will-frame-navigate', url, isMainFrame) &&
      (!isMainFrame || this.#ask('will-navigate', url, true))
    )
  }

  /**
   * Addresses that no request is made for (another program's scheme, `javascript:`) are stopped when
   * they are asked for; a page that opened a window is told so by `setWindowOpenHandler`.
   *
   * @param {import('./page.mjs').Page} page
   */
  watch(page) {
    page.session.on('Page.frameRequestedNavigation', ({ url, frameId, reason }) => {
      this.#reloading = reason === 'reload'
      if (/^(https?|data|blob|about):/u.test(url)) return
      const isMainFrame = frameId === page.targetId
      const allowed =
        this.#ask('will-frame-navigate', url, isMainFrame) &&
        (!isMainFrame || this.#ask('will-navigate', url, true))
      if (!allowed) void page.session.send('Page.stopLoading').catch(() => undefined)
    })
    page.session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      const details = {
        url: fromChromium(url),
        frameName: windowName,
        features: windowFeatures.join(','),
        disposition: 'foreground-tab',
        referrer: { url: this.contents.getURL(), policy: 'strict-origin-when-cross-origin' }
      }
      const { action } = this.contents.windowOpenHandler?.(details) ?? { action: 'deny' }
      if (action === 'allow')
        throw new Error('runtime: electron.WebContents.setWindowOpenHandler with "allow" is not implemented')
    })
  }

  /** @param {string} url */
  #takeExpected(url) {
    if (this.#expected === null || fromChromium(this.#expected).split('#')[0] !== url.split('#')[0])
      return false
    this.#expected = null
    return true
  }

  /** `webContents.reload()` asks nobody, and stays where it is. @param {string} url */
  #isReload(url) {
    return url.split('#')[0] === this.contents.getURL().split('#')[0] && !this.#reloading
  }

  /** @param {string} name @param {string} url @param {boolean} isMainFrame */
  #ask(name, url, isMainFrame) {
    let prevented = false
    const event = {
      url,
      isMainFrame,
      isSameDocument: false,
      frame: this.contents.mainFrame,
      initiator: this.contents.mainFrame,
      preventDefault: () => {
        prevented = true
      },
      get defaultPrevented() {
        return prevented
      }
    }
    this.contents.emit(name, event, url, false, isMainFrame, 0, 0)
    return !prevented
  }
}
