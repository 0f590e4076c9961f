/**
 * The id of the briefing whose first edition has this SHA-256: a UUID of version 8
 * (RFC 9562, section 5.8) over the digest's first 16 bytes, so that the same file is the same
 * briefing on every machine.
 *
 * @param sha256 64 lower-case hexadecimal digits.
 */
export function briefingIdFrom(sha256: string): string {
  const variant = ((Number.parseInt(sha256.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    sha256.slice(0, 8),
    sha256.slice(8, 12),
    `8${sha256.slice(13, 16)}`,
    `${variant}${sha256.slice(17, 20)}`,
    sha256.slice(20, 32)
  ].join('-')
}
