import { createWire } from './wire.mjs'

const wire = createWire()

/**
 * A value as text, cloned first by the platform's own algorithm: that is what refuses a proxy or a
 * function just as Electron's IPC does.
 *
 * A value that is a text itself goes as it is, behind a sign that JSON cannot begin with: written as JSON it
 * would grow by a half, and be read once more where it arrives.
 *
 * @param {unknown} value
 * @throws {DOMException} `DataCloneError`
 */
export function toText(value) {
  return typeof value === 'string' ? `=${value}` : JSON.stringify(wire.encode(structuredClone(value)))
}

/** @param {string} text @returns {unknown} */
export function fromText(text) {
  return wire.decode(JSON.parse(text))
}
