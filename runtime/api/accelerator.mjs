import { keyOf } from './accelerator-keys.mjs'

/**
 * A key with its modifiers as a menu names it, ready to compare with what the keyboard did.
 *
 * @typedef {object} Accelerator
 * @property {number} keyCode the DOM's `keyCode`, which is Chromium's virtual key
 * @property {boolean} control
 * @property {boolean} shift
 * @property {boolean} alt
 * @property {boolean} altGraph
 * @property {boolean} meta
 */

/**
 * A key that was pressed and that the page left alone.
 *
 * @typedef {Accelerator} PressedKey
 */

/** @type {Readonly<Record<string, 'control' | 'shift' | 'alt' | 'altGraph' | 'meta'>>} */
const MODIFIERS = {
  ctrl: 'control',
  control: 'control',
  shift: 'shift',
  alt: 'alt',
  option: 'alt',
  altgr: 'altGraph',
  meta: 'meta',
  super: 'meta'
}

/**
 * Read an accelerator such as `CmdOrCtrl+Shift+E`; `null` when it is none.
 *
 * As in Electron, a sign that needs Shift on the US keyboard (`Plus`, `!`) asks for Shift too.
 *
 * @param {string} text
 * @param {NodeJS.Platform} [platform]
 * @returns {Accelerator | null}
 */
export function parseAccelerator(text, platform = process.platform) {
  const accelerator = { keyCode: 0, control: false, shift: false, alt: false, altGraph: false, meta: false }
  for (const token of text.toLowerCase().split('+')) {
    const modifier = modifierOf(token, platform)
    const key = modifier === null ? keyOf(token) : null
    if (modifier !== null) accelerator[modifier] = true
    else if (key === null || accelerator.keyCode !== 0) return null
    else {
      accelerator.keyCode = key.keyCode
      accelerator.shift ||= key.shift
    }
  }
  return accelerator.keyCode === 0 ? null : accelerator
}

/**
 * Whether the pressed key is the one that the accelerator names, with exactly its modifiers.
 *
 * @param {Accelerator} accelerator
 * @param {PressedKey} pressed
 */
export function matchesKey(accelerator, pressed) {
  return (
    accelerator.keyCode === pressed.keyCode &&
    accelerator.control === pressed.control &&
    accelerator.shift === pressed.shift &&
    accelerator.alt === pressed.alt &&
    accelerator.altGraph === pressed.altGraph &&
    accelerator.meta === pressed.meta
  )
}

/**
 * @param {string} token
 * @param {NodeJS.Platform} platform
 */
function modifierOf(token, platform) {
  if (token === 'cmdorctrl' || token === 'commandorcontrol') return platform === 'darwin' ? 'meta' : 'control'
  if (token === 'cmd' || token === 'command') return platform === 'darwin' ? 'meta' : null
  return MODIFIERS[token] ?? null
}
