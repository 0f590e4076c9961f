import { EventEmitter } from 'node:events'
import { findScreens } from '../engine/displays.mjs'
import { state } from '../engine/state.mjs'
import { complete } from './unimplemented.mjs'

/** @typedef {import('../engine/displays.mjs').Rectangle} Rectangle */

/** Electron's `Screen`. Screens are asked for each time, so no event tells of new ones. */
class Screen extends EventEmitter {
  constructor() {
    super()
  }

  getAllDisplays() {
    if (!state.ready) throw new Error("The 'screen' module can't be used before the app 'ready' event")
    return findScreens().map(toDisplay)
  }

  getPrimaryDisplay() {
    return /** @type {ReturnType<typeof toDisplay>} */ (this.getAllDisplays()[0])
  }

  /** The display that most of the rectangle lies on, else the first. @param {Rectangle} rectangle */
  getDisplayMatching(rectangle) {
    return this.getAllDisplays().reduce((best, display) =>
      sharedArea(display.bounds, rectangle) > sharedArea(best.bounds, rectangle) ? display : best
    )
  }

  /** @param {{ x: number, y: number }} point */
  getDisplayNearestPoint({ x, y }) {
    return this.getAllDisplays().reduce((best, display) =>
      distance(display.bounds, x, y) < distance(best.bounds, x, y) ? display : best
    )
  }
}

/** @param {Rectangle} bounds @param {number} at @returns {Electron.Display} */
function toDisplay(bounds, at) {
  const { width, height } = bounds
  const known = {
    id: at + 1,
    label: '',
    bounds,
    // What panels of the desktop take away is not known.
    workArea: bounds,
    size: { width, height },
    workAreaSize: { width, height },
    scaleFactor: 1,
    rotation: 0,
    internal: false
  }
  // The rest says that it is not known when it is asked for.
  return complete('Display', /** @type {Electron.Display} */ (/** @type {unknown} */ (known)))
}

/** @param {Rectangle} a @param {Rectangle} b */
function sharedArea(a, b) {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

/** @param {Rectangle} bounds @param {number} x @param {number} y */
function distance({ x: left, y: top, width, height }, x, y) {
  return Math.hypot(Math.max(left - x, 0, x - left - width), Math.max(top - y, 0, y - top - height))
}

/** Electron's `screen`. */
export const screen = complete('screen', new Screen())
