const SAMPLE = 4096

/**
 * The byte order of UTF-16 without a mark, or `null` when it is not that: the spaces and line ends of
 * any script have a zero on the same side of every pair.
 */
export function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE)
  if (bytes.length % 2 !== 0 || sample.length < 4) return null
  const [even, odd] = [zerosAt(sample, 0), zerosAt(sample, 1)]
  const enough = Math.max(1, sample.length / 2 / 50)
  if (odd >= enough && even === 0) return isReadable(bytes, 'utf-16le') ? 'utf-16le' : null
  if (even >= enough && odd === 0) return isReadable(bytes, 'utf-16be') ? 'utf-16be' : null
  return null
}

function zerosAt(bytes: Uint8Array, offset: number): number {
  let zeros = 0
  for (let at = offset; at < bytes.length; at += 2) if (bytes[at] === 0) zeros += 1
  return zeros
}

function isReadable(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE))
  const strange = text.match(/[\0-\x08\x0e-\x1f\uFFFD\uFFFE\uE000-\uF8FF]/g)?.length ?? 0
  return strange <= text.length / 100 && /[\p{L}\p{N}]/u.test(text)
}
