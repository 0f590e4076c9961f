import { createWire } from './wire.mjs'

const wire = createWire()

/**
 * A value as text, cloned first by the platform's own algorithm: that is what refuses a proxy or a
 * function just as Electron's IPC does.
 *
 * @param {unknown} value
 * @throws {DOMException} `DataCloneError`
 */
export function toText(value) {
  return JSON.stringify(wire.encode(structuredClone(value)))
}

/** @param {string} text @returns {unknown} */
export function fromText(text) {
  return wire.decode(JSON.parse(text))
}
