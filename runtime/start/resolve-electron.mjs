const ELECTRON = new URL('../electron.mjs', import.meta.url).href
const NAMES = new Set(['electron', 'electron/main', 'electron/common'])

/**
 * Node's `resolve` hook (Node.js documentation, "Customization hooks").
 *
 * @type {import('node:module').ResolveHook}
 */
export const resolve = (specifier, context, nextResolve) =>
  NAMES.has(specifier)
    ? { url: ELECTRON, format: 'module', shortCircuit: true }
    : nextResolve(specifier, context)
