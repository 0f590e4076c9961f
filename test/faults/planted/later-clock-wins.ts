import { checksumOf } from '../../../src/main/store/files/checksum'
import { frame, unframe } from '#core/store/frame'
import { REAL, type Subject } from '../subject'

const MERGED = /\/(?:marks|meta|state)[^/]*\.json$/u
const EVERYBODY = '0000000000000000'

/**
 * "The last write wins" by the time that stands on it, as most programs that synchronise do: every
 * version that is read seems to have seen those that are older by the clock.
 */
export const LATER_CLOCK_WINS: Subject = {
  ...REAL,
  name: 'the change with the greater time wins',
  files: (disk) => ({
    ...disk,
    async read(path) {
      const bytes = await disk.read(path)
      const parts = MERGED.test(path) ? unframe(bytes) : null
      if (parts === null) return bytes
      const body = JSON.stringify(JSON.parse(Buffer.from(parts.body).toString(), byClock))
      return Buffer.from(frame(checksumOf(body), body))
    }
  })
}

function byClock(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('version' in value) || !('changed' in value))
    return value
  const seconds = Math.floor(Date.parse(String(value.changed)) / 1_000)
  return { ...value, version: { [EVERYBODY]: Math.max(1, seconds) } }
}
