/** @typedef {{ x: number, y: number, width: number, height: number }} Rectangle */

/**
 * Where a window is, as far as we know: Chromium is told and asked in the background (CDP, domain
 * Browser), and what is known is answered at once.
 */
export class WindowBounds {
  state = 'normal'
  isHidden = false

  /**
   * @param {import('./contents-page.mjs').ContentsPage} page
   * @param {Rectangle} bounds
   */
  constructor(page, bounds) {
    this.page = page
    this.current = { ...bounds }
    this.normal = { ...bounds }
  }

  /** @param {Partial<Rectangle>} bounds */
  set(bounds) {
    this.current = { ...this.current, ...bounds }
    this.normal = { ...this.current }
    const { x: left, y: top, width, height } = this.current
    void this.#tell({ left, top, width, height })
  }

  /** @param {'normal' | 'minimized' | 'maximized' | 'fullscreen'} state */
  setState(state) {
    this.state = state
    void this.#tell({ windowState: state })
  }

  /** A window that was seen stays where its page is, and is put away. */
  conceal() {
    this.isHidden = true
    void this.#tell({ windowState: 'minimized' })
  }

  reveal() {
    if (!this.isHidden) return
    this.isHidden = false
    void this.#tell({ windowState: 'normal' })
  }

  /** Ask Chromium, and answer which of Electron's events that makes. @returns {Promise<string[]>} */
  async refresh() {
    const { targetId } = this.page
    if (targetId === null) return []
    const page = await this.page.open()
    const { bounds } = await page.browser.root.send('Browser.getWindowForTarget', { targetId })
    const { left: x, top: y, width, height, windowState } = bounds
    const before = this.current
    const wasState = this.state
    this.state = windowState
    if ([x, y, width, height].every((value) => value !== undefined)) this.current = { x, y, width, height }
    if (windowState === 'normal') this.normal = { ...this.current }
    return [
      ...(before.width === this.current.width && before.height === this.current.height ? [] : ['resize']),
      ...(before.x === this.current.x && before.y === this.current.y ? [] : ['move']),
      ...(windowState === 'maximized' && wasState !== 'maximized' ? ['maximize'] : []),
      ...(wasState === 'maximized' && windowState === 'normal' ? ['unmaximize'] : [])
    ]
  }

  /** @param {object} bounds */
  async #tell(bounds) {
    const page = await this.page.open()
    const { targetId } = page
    const { windowId } = await page.browser.root.send('Browser.getWindowForTarget', { targetId })
    await page.browser.root.send('Browser.setWindowBounds', { windowId, bounds }).catch(() => undefined)
  }
}
