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
 * like one that answers nothing. Methods are bound, since private fields do not reach through a proxy.
 *
 * @template {object} Api
 * @param {string} name as in `electron.app`
 * @param {Api} api
 * @returns {Api}
 */
export function complete(name, api) {
  /** @type {WeakMap<Function, Function>} */
  const bound = new WeakMap()
  return new Proxy(api, {
    get(target, key) {
      if (!(typeof key === 'symbol' || key in target || HARMLESS.has(key) || key.startsWith('_'))) {
        throw new Error(`runtime: electron.${name}.${key} is not implemented`)
      }
      const value = Reflect.get(target, key, target)
      if (typeof value !== 'function' || isClass(value)) return value
      const known = bound.get(value) ?? value.bind(target)
      bound.set(value, known)
      return known
    },
    set: (target, key, value) => Reflect.set(target, key, value, target)
  })
}

/** @param {Function} value */
function isClass(value) {
  return /^class\b/u.test(Function.prototype.toString.call(value))
}
