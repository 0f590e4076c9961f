import { detectLegacy } from './detect-legacy'
import { looksBinary } from './binary'
import { decodeAs } from './decode-as'
import type { DecodedText } from './decoded-text'
import { lostCharacters } from './lost-characters'
import { utf16WithoutMark } from './utf16'
import { decodeUtf8 } from './utf8'

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  // UTF-32 is in no standard of the web; its little-endian mark starts with that of UTF-16.
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]]
]

/**
 * The text in `bytes`, or `null` when they are none: by byte order mark, else UTF-16 by its zeros,
 * UTF-8 where it is valid, else by what the letters say.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked !== undefined) {
    const body = bytes.subarray(marked[1].length)
    return marked[0] === 'utf-8' ? asUtf8(body) : decoded(body, marked[0])
  }
  const utf16 = utf16WithoutMark(bytes)
  if (utf16 !== null) return decoded(bytes, utf16)
  if (looksBinary(bytes)) return null
  const utf8 = decodeUtf8(bytes)
  if (utf8 !== null) return utf8
  const legacy = detectLegacy(bytes)
  return legacy === null ? null : decoded(bytes, legacy)
}

/** What starts with the mark of UTF-8 is UTF-8, even where it is damaged. */
function asUtf8(bytes: Uint8Array): DecodedText | null {
  if (looksBinary(bytes)) return null
  return decodeUtf8(bytes) ?? decoded(bytes, 'utf-8')
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  const text = decodeAs(bytes, encoding)
  return { text, encoding, warnings: lostCharacters(text.split('\uFFFD').length - 1) }
}
