import { createRequire, Module, register } from 'node:module'

/**
 * Make `electron` name this engine, for `import` and for `require`.
 *
 * Node 20 runs hooks for `import` in a thread of their own (`module.register`), and has none for
 * `require`, whose loader is replaced for this one name.
 *
 * @param {object} electron what `require('electron')` gives
 */
export function nameElectron(electron) {
  register('./resolve-electron.mjs', import.meta.url)
  const load = Reflect.get(Module, '_load')
  Reflect.set(
    Module,
    '_load',
    /** @param {string} request @param {unknown[]} rest */
    (request, ...rest) => (isElectron(request) ? electron : Reflect.apply(load, Module, [request, ...rest]))
  )
}

/**
 * Load a CommonJS module as `-r` does.
 *
 * @param {string} path
 */
export function requireModule(path) {
  createRequire(import.meta.url)(path)
}

/** @param {string} request */
function isElectron(request) {
  return request === 'electron' || request === 'electron/main' || request === 'electron/common'
}
