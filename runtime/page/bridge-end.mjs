/**
 * One end of the context bridge; the other is in the other world of the same page.
 *
 * Follows the table of Electron's documentation (contextBridge, "Parameter / Error / Return Type
 * support"): functions and promises become stand-ins, plain objects are copied key by key and frozen,
 * errors keep their message and stack, what structured clone refuses is refused, and so are proxies.
 *
 * @param {string} token the name of the events, which only the two ends know
 * @param {'page' | 'preload'} side
 * @param {typeof import('./wire.mjs').createWire} createWire
 */
export function createBridgeEnd(token, side, createWire) {
  const other = side === 'page' ? 'preload' : 'page'
  const target = document
  const dispatch = target.dispatchEvent.bind(target)
  const Event = CustomEvent
  const clone = structuredClone
  const { parse, stringify } = JSON
  // A getter that the page puts in its place would see the event, and its name with it.
  const { apply } = Reflect
  const getDetail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get ?? (() => null)
  const detailOf = (/** @type {globalThis.Event} */ event) => apply(getDetail, event, [])
  /** @type {Map<number, Function>} */
  const functions = new Map()
  /** @type {WeakMap<Function, number>} */
  const known = new WeakMap()
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: any) => void }>} */
  const promises = new Map()
  /** @type {Map<string, (message: any) => any>} */
  const listeners = new Map()
  /** @type {any[]} */
  const answers = []
  /** @type {Blob[]} */
  let files = []
  let count = 0

  const wire = createWire({ replace, revive: reviveTagged })

  /** @param {any} value */
  function replace(value) {
    if (typeof value === 'function') return { tag: 'function', value: numberOf(value) }
    if (value instanceof Promise) return { tag: 'promise', value: followPromise(value) }
    if (value instanceof Blob) return { tag: 'file', value: files.push(value) - 1 }
    return null
  }

  /** @param {Function} value */
  function numberOf(value) {
    const number = known.get(value) ?? (count += 1)
    known.set(value, number)
    functions.set(number, value)
    return number
  }

  /** @param {Promise<any>} promise */
  function followPromise(promise) {
    const number = (count += 1)
    promise.then(
      (value) => settle(number, 'resolve', value),
      (error) => settle(number, 'reject', error)
    )
    return number
  }

  /** @param {number} number @param {'resolve' | 'reject'} how @param {any} value */
  function settle(number, how, value) {
    try {
      send('settle', { number, how, value: describe(value) })
    } catch (error) {
      send('settle', { number, how: 'reject', value: describe(error) })
    }
  }

  /** @param {string} tag @param {number} number */
  function reviveTagged(tag, number) {
    if (tag === 'file') return files[number]
    if (tag === 'promise') return new Promise((resolve, reject) => promises.set(number, { resolve, reject }))
    return (/** @type {any[]} */ ...args) => {
      const { ok, value } = send('call', { number, args: describe(args) })
      const result = revive(value)
      if (ok) return result
      throw result
    }
  }

  /**
   * A proxy shows what it stands for; only the platform's own clone tells them apart. It stops at the
   * first thing that it refuses and names it, so an object with functions is looked at part by part.
   *
   * @param {any} value
   */
  function refuseProxies(value, seen = new Set()) {
    if (value === null || typeof value !== 'object' || value instanceof Promise || seen.has(value)) return
    seen.add(value)
    try {
      clone(value)
    } catch (error) {
      const { message } = /** @type {Error} */ (error)
      if (/(^|: )(#<|\[object )/u.test(message) && !message.includes('#<Promise>')) throw error
      for (const key of Object.keys(value)) refuseProxies(value[key], seen)
    }
  }

  /**
   * A value on its way: text, and the files in it, which text cannot carry.
   *
   * @typedef {{ text: string, files: Blob[] }} Parcel
   */

  /** @param {any} value @returns {Parcel} */
  function describe(value) {
    refuseProxies(value)
    files = []
    const text = stringify(wire.encode(value))
    return { text, files }
  }

  /** @param {Parcel} parcel */
  function revive(parcel) {
    files = parcel.files
    return wire.decode(parse(parcel.text))
  }

  /**
   * Ask the other end, which answers before this returns. The detail of an event is cloned when it is
   * read in another world than the one that made it.
   *
   * @param {string} kind
   * @param {object} message
   * @returns {any}
   */
  function send(kind, message) {
    answers.push(null)
    dispatch(new Event(`${token}:${other}`, { detail: { kind, message } }))
    return answers.pop()
  }

  target.addEventListener(`${token}:${side}`, (event) => {
    const { kind, message } = detailOf(event)
    const answer = kind === 'call' ? callFunction(message) : listeners.get(kind)?.(message)
    dispatch(new Event(`${token}:${other}:answer`, { detail: answer ?? null }))
  })
  target.addEventListener(`${token}:${side}:answer`, (event) => {
    answers[answers.length - 1] = detailOf(event)
  })
  listeners.set('settle', ({ number, how, value }) => {
    const waiting = promises.get(number)
    promises.delete(number)
    if (how === 'resolve') waiting?.resolve(revive(value))
    else waiting?.reject(revive(value))
  })

  /** @param {{ number: number, args: Parcel }} call */
  function callFunction({ number, args }) {
    try {
      const called = functions.get(number)
      return { ok: true, value: describe(called?.(...revive(args))) }
    } catch (error) {
      return { ok: false, value: describe(error instanceof Error ? error : new Error(String(error))) }
    }
  }

  return {
    send,
    describe,
    revive,
    /** @param {string} kind @param {(message: any) => any} listener */
    onMessage: (kind, listener) => void listeners.set(kind, listener)
  }
}
