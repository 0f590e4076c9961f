/**
 * A UUID of version 8 (RFC 9562, section 5.8) from the first 16 bytes of a SHA-256, so that the same
 * content goes by the same name on every machine.
 *
 * @param sha256 64 lower-case hexadecimal digits.
 */
export function uuidFromDigest(sha256: string): string {
  const variant = ((Number.parseInt(sha256.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    sha256.slice(0, 8),
    sha256.slice(8, 12),
    `8${sha256.slice(13, 16)}`,
    `${variant}${sha256.slice(17, 20)}`,
    sha256.slice(20, 32)
  ].join('-')
}
