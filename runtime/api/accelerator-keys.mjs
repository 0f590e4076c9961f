/** Names of keys and their virtual key codes (Electron's docs, "Accelerator"). */
const NAMED_KEYS = new Map(
  Object.entries({
    space: 32,
    tab: 9,
    capslock: 20,
    numlock: 144,
    scrolllock: 145,
    backspace: 8,
    delete: 46,
    insert: 45,
    return: 13,
    enter: 13,
    up: 38,
    down: 40,
    left: 37,
    right: 39,
    home: 36,
    end: 35,
    pageup: 33,
    pagedown: 34,
    escape: 27,
    esc: 27,
    volumeup: 175,
    volumedown: 174,
    volumemute: 173,
    medianexttrack: 176,
    mediaprevioustrack: 177,
    mediastop: 178,
    mediaplaypause: 179,
    printscreen: 44,
    numdec: 110,
    numadd: 107,
    numsub: 109,
    nummult: 106,
    numdiv: 111
  })
)

/** Keys of the US keyboard beside letters and digits: what they give without and with Shift. */
const SIGNS = /** @type {const} */ ([
  [186, ';', ':'],
  [187, '=', '+'],
  [188, ',', '<'],
  [189, '-', '_'],
  [190, '.', '>'],
  [191, '/', '?'],
  [192, '`', '~'],
  [219, '[', '{'],
  [220, '\\', '|'],
  [221, ']', '}'],
  [222, "'", '"']
])

const SHIFTED_DIGITS = ')!@#$%^&*('

/**
 * The key that a word of an accelerator names, and whether it takes Shift on the US keyboard.
 *
 * @param {string} token in lower case
 * @returns {{ keyCode: number, shift: boolean } | null}
 */
export function keyOf(token) {
  if (token === 'plus') return { keyCode: 187, shift: true }
  if (/^[a-z0-9]$/.test(token)) return { keyCode: token.toUpperCase().charCodeAt(0), shift: false }
  const functionKey = /^f([1-9]|1\d|2[0-4])$/.exec(token)
  if (functionKey !== null) return { keyCode: 111 + Number(functionKey[1]), shift: false }
  const numpad = /^num(\d)$/.exec(token)
  if (numpad !== null) return { keyCode: 96 + Number(numpad[1]), shift: false }
  const named = NAMED_KEYS.get(token)
  return named === undefined ? signOf(token) : { keyCode: named, shift: false }
}

/** @param {string} token */
function signOf(token) {
  if (token.length !== 1) return null
  const digit = SHIFTED_DIGITS.indexOf(token)
  if (digit !== -1) return { keyCode: 48 + digit, shift: true }
  const sign = SIGNS.find(([, plain, shifted]) => plain === token || shifted === token)
  return sign === undefined ? null : { keyCode: sign[0], shift: sign[2] === token }
}
