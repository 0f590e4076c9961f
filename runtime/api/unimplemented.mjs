/** Looked at by Node and by promises on any object, and rightly absent. */
const HARMLESS = new Set([
  'then',
  'toJSON',
  'inspect',
  'constructor',
  'nodeType',
  'asymmetricMatch',
  '$$typeof'
])

/**
 * The object itself, but what it lacks says so by name: an API that is not there must never look
 * like one that answers nothing. Methods of a class are bound, since private fields do not reach
 * through a proxy; those of a plain object stay as they are, so that what is put there is found there.
 *
 * @template {object} Api
 * @param {string} name as in `electron.app`
 * @param {Api} api
 * @returns {Api}
 */
export function complete(name, api) {
  /** @type {WeakMap<Function, Function>} */
  const bound = new WeakMap()
  const isPlain = Object.getPrototypeOf(api) === Object.prototype
  return new Proxy(api, {
    get(target, key) {
      if (!(typeof key === 'symbol' || key in target || HARMLESS.has(key) || key.startsWith('_'))) {
        throw new Error(`runtime: electron.${name}.${key} is not implemented`)
      }
      const value = Reflect.get(target, key, target)
      if (isPlain || typeof value !== 'function' || isClass(value)) return value
      const known = bound.get(value) ?? value.bind(target)
      bound.set(value, known)
      return known
    },
    set: (target, key, value) => Reflect.set(target, key, value, target)
  })
}

/**
 * A module or class of Electron that is not there at all: whoever touches it hears its name.
 *
 * @param {string} name as in `electron.Tray`
 * @returns {any}
 */
export function missing(name) {
  /** @returns {never} */
  const refuse = () => {
    throw new Error(`runtime: electron.${name} is not implemented`)
  }
  return new Proxy(function notImplemented() {}, {
    get(target, key) {
      if (typeof key === 'symbol' || HARMLESS.has(key)) return Reflect.get(target, key)
      throw new Error(`runtime: electron.${name}.${key} is not implemented`)
    },
    set: refuse,
    apply: refuse,
    construct: refuse
  })
}

/** @param {Function} value */
function isClass(value) {
  return /^class\b/u.test(Function.prototype.toString.call(value))
}
