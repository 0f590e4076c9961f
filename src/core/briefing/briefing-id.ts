import { uuidFromDigest } from './uuid-from-digest'

/**
 * The id of the briefing whose first edition has this SHA-256, so that the same file is the same
 * briefing on every machine.
 *
 * @param sha256 64 lower-case hexadecimal digits.
 */
export function briefingIdFrom(sha256: string): string {
  return uuidFromDigest(sha256)
}
