/**
 * Which of the two Greek encodings of one byte this is: they share their letters but for `Ά`, which
 * opens many words, and detection cannot tell them apart.
 */
export function greekEncoding(bytes: Uint8Array): 'windows-1253' | 'iso-8859-7' {
  let windows = 0
  let iso = 0
  for (const [at, byte] of bytes.entries()) {
    if (byte >= 0x80 && byte <= 0x9f) windows += 1
    if (!opensWord(bytes, at)) continue
    if (byte === 0xa2) windows += 1
    if (byte === 0xb6) iso += 1
  }
  return windows > iso ? 'windows-1253' : 'iso-8859-7'
}

function opensWord(bytes: Uint8Array, at: number): boolean {
  return (bytes[at - 1] ?? 0x20) <= 0x40 && (bytes[at + 1] ?? 0) >= 0xdc
}
