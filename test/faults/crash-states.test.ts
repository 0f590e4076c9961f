import { describe, expect, it } from 'vitest'
import { proveCrashStates } from './crash/prove-crash-states'
import { held } from './findings'
import {
  ACKNOWLEDGED_BEFORE_SYNC,
  MARKER_NOT_SYNCED,
  NO_SYNC_OF_FILES,
  NO_SYNC_OF_FOLDERS,
  RENAME_BEFORE_SYNC
} from './planted/syncs'
import { SCALE } from './scale'
import { SEED } from './seeded'
import { REAL } from './subject'

describe('a power cut', () => {
  it(`loses nothing acknowledged in ${SCALE.crashStates} states that it may leave`, async () => {
    const findings = await proveCrashStates(REAL, { states: SCALE.crashStates, seed: SEED })
    expect(findings.counts, findings.story).toEqual(held(findings.counts.tried))
    expect(findings.counts.tried).toBeGreaterThanOrEqual(SCALE.crashStates)
  })

  const planted = [
    ...[NO_SYNC_OF_FILES, NO_SYNC_OF_FOLDERS, RENAME_BEFORE_SYNC, ACKNOWLEDGED_BEFORE_SYNC],
    MARKER_NOT_SYNCED
  ]
  it.each(planted)('would be noticed to lose something when $name', async (subject) => {
    const findings = await proveCrashStates(subject, { states: 1_000, seed: SEED, untilRed: true })
    expect(findings.isRed).toBe(true)
  })
})
