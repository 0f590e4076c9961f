import { EventEmitter } from 'node:events'

/** What of Electron's `BrowserWindow` is about its frame: size, place and state. */
export class FramedWindow extends EventEmitter {
  /** Set by the window that this is the frame of. */
  /** @type {import('../engine/window-bounds.mjs').WindowBounds} */ bounds = /** @type {any} */ (null)

  constructor() {
    super()
  }

  minimize() {
    this.bounds.setState('minimized')
    this.emit('minimize')
  }
  restore() {
    this.bounds.setState('normal')
    this.emit('restore')
  }
  maximize() {
    this.bounds.setState('maximized')
    this.emit('maximize')
  }
  unmaximize() {
    this.bounds.setState('normal')
    this.emit('unmaximize')
  }
  /** @param {boolean} on */
  setFullScreen(on) {
    this.bounds.setState(on ? 'fullscreen' : 'normal')
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen')
  }
  isMinimized() {
    return this.bounds.state === 'minimized'
  }
  isMaximized() {
    return this.bounds.state === 'maximized'
  }
  isFullScreen() {
    return this.bounds.state === 'fullscreen'
  }

  getBounds() {
    return { ...this.bounds.current }
  }
  getNormalBounds() {
    return { ...this.bounds.normal }
  }
  /** @param {Partial<Electron.Rectangle>} bounds */
  setBounds(bounds) {
    this.bounds.set(bounds)
  }
  /** @param {number} width @param {number} height */
  setSize(width, height) {
    this.bounds.set({ width, height })
  }
  getSize() {
    return [this.bounds.current.width, this.bounds.current.height]
  }
  getContentSize() {
    return this.getSize()
  }
  getPosition() {
    return [this.bounds.current.x, this.bounds.current.y]
  }

  // Decorations that a window of Chromium does not have, or that Electron ignores on this platform.
  setProgressBar() {}
  setBackgroundColor() {}
  setMenuBarVisibility() {}
  setAutoHideMenuBar() {}
  setRepresentedFilename() {}
  setDocumentEdited() {}
  setMinimumSize() {}
}
