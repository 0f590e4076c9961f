import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'

/** Hashing this much takes a few milliseconds. */
const SLICE = 4 * 1_048_576

/** SHA-256 of a small text or file, in lower-case hexadecimal. */
export function checksumOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** SHA-256 of bytes of any length, in slices between which the program goes on. */
export async function checksumOfMany(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += SLICE) {
    if (at > 0) await setImmediate()
    hash.update(bytes.subarray(at, at + SLICE))
  }
  return hash.digest('hex')
}
