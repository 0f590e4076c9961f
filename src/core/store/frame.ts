const OPENING = '{"checksum":"'
const MIDDLE = '","document":'
const CLOSING = '}\n'
/** SHA-256 in lower-case hexadecimal. */
const CHECKSUM_LENGTH = 64
const BODY_START = OPENING.length + CHECKSUM_LENGTH + MIDDLE.length

/** The parts of a framed file: the checksum that it claims and the exact bytes that it is claimed of. */
export interface Frame {
  readonly checksum: string
  readonly body: Uint8Array
}

/** The text of a file that holds the JSON text `body`: itself one line of JSON. */
export function frame(checksum: string, body: string): string {
  return `${OPENING}${checksum}${MIDDLE}${body}${CLOSING}`
}

/**
 * Take a framed file apart, or `null` when a byte of the frame is not what `frame` writes.
 *
 * The frame is compared byte by byte and not parsed, because JSON lets white space, letter case of
 * escapes and doubled keys change without changing what is read.
 */
export function unframe(bytes: Uint8Array): Frame | null {
  const bodyEnd = bytes.length - CLOSING.length
  if (bodyEnd <= BODY_START) return null
  if (!standsAt(bytes, 0, OPENING) || !standsAt(bytes, OPENING.length + CHECKSUM_LENGTH, MIDDLE)) return null
  if (!standsAt(bytes, bodyEnd, CLOSING)) return null
  const digits = bytes.subarray(OPENING.length, OPENING.length + CHECKSUM_LENGTH)
  return { checksum: String.fromCharCode(...digits), body: bytes.subarray(BODY_START, bodyEnd) }
}

function standsAt(bytes: Uint8Array, at: number, expected: string): boolean {
  for (let index = 0; index < expected.length; index += 1) {
    if (bytes[at + index] !== expected.charCodeAt(index)) return false
  }
  return true
}
