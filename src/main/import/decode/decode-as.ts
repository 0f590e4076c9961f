import iconv from 'iconv-lite'

/** Encodings of many bytes that the platform knows better or alone. */
const OF_THE_PLATFORM = new Set([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'euc-kr',
  'euc-jp',
  'shift_jis',
  'iso-2022-jp'
])

/**
 * Decode bytes by the WHATWG name of their encoding.
 *
 * Those of one byte go to iconv-lite: Node before 24 reads 0x80 to 0x9F of windows-1252 as control
 * characters (nodejs/node #59515).
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (OF_THE_PLATFORM.has(encoding)) return new TextDecoder(encoding).decode(bytes)
  return iconv.decode(bytes, encoding, { stripBOM: false })
}
