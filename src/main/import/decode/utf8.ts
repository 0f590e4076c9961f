import type { DecodedText } from './decoded-text'
import { lostCharacters } from './lost-characters'

/** One damaged character in so many that are not ASCII may be an accident in a text that is UTF-8. */
const SOUND_PER_DAMAGED = 20

/**
 * The text, if its bytes are UTF-8: valid throughout, cut inside the last character, or with a few
 * damaged ones among many.
 */
export function decodeUtf8(bytes: Uint8Array): DecodedText | null {
  const text = strictly(bytes)
  if (text !== null) return { text, encoding: 'utf-8', warnings: [] }
  const cut = cutInsideCharacter(bytes)
  if (cut > 0) {
    const whole = strictly(bytes.subarray(0, bytes.length - cut))
    const warning = 'The file ends inside a character, which was left out.'
    if (whole !== null && /[\u0080-\u{10FFFF}]/u.test(whole)) {
      return { text: whole, encoding: 'utf-8', warnings: [warning] }
    }
  }
  return mostly(bytes)
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8 is an answer, no failure.
    return null
  }
}

/** How many bytes at the end are the start of a character whose rest is missing; 0 when it is whole. */
function cutInsideCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1
    return length > back ? back : 0
  }
  return 0
}

function mostly(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const { damaged, sound } = countCharacters(text)
  if (sound < damaged * SOUND_PER_DAMAGED) return null
  return { text, encoding: 'utf-8', warnings: lostCharacters(damaged) }
}

/** Character by character: an array of all matches in a large file would fill the memory. */
function countCharacters(text: string): { readonly damaged: number; readonly sound: number } {
  let damaged = 0
  let sound = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) damaged += 1
    else if (code >= 0x80 && (code & 0xfc00) !== 0xdc00) sound += 1
  }
  return { damaged, sound }
}
