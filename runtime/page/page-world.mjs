/**
 * What runs first in every page, in the page's own world: the near end of the context bridge.
 *
 * It hears the preload's world over synchronous events whose name nobody can guess, and keeps what it
 * needs of the platform before any script of the page can change it. The function stands alone: its
 * source is what is sent to the page.
 *
 * @param {string} token
 * @param {typeof import('./wire.mjs').createWire} createWire
 * @param {typeof import('./bridge-end.mjs').createBridgeEnd} createBridgeEnd
 */
export function runInPageWorld(token, createWire, createBridgeEnd) {
  if (window !== window.top) return
  const end = createBridgeEnd(token, 'page', createWire)
  end.onMessage('expose', ({ key, value }) => {
    if (Object.hasOwn(window, key)) return 'taken'
    Object.defineProperty(window, key, { value: frozen(end.revive(value)), enumerable: true })
    return 'exposed'
  })

  /** What is exposed cannot be changed by the page. @param {any} value */
  function frozen(value, seen = new Set()) {
    const isPlain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]'
    if (!(isPlain || typeof value === 'function') || seen.has(value)) return value
    seen.add(value)
    for (const key of Object.keys(value)) frozen(value[key], seen)
    return Object.freeze(value)
  }
}
