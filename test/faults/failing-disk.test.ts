import { describe, expect, it } from 'vitest'
import { FAULTS } from './failing/failing-disk'
import { KINDS, proveFailingChanges } from './failing/prove-changes'
import { proveFailingOpenings } from './failing/prove-openings'
import { held } from './findings'
import { SWALLOWED_ENOSPC, TRUNCATED_FIRST } from './planted/refusals'
import { SEED } from './seeded'
import { REAL } from './subject'

describe('a disk that fails at any one operation', () => {
  it('of any change harms nothing that was saved, and says so', async () => {
    const findings = await proveFailingChanges(REAL, { faults: FAULTS, kinds: KINDS, seed: SEED })
    expect(findings.counts, findings.story).toEqual(held(findings.counts.tried))
    expect(findings.counts.tried).toBeGreaterThan(FAULTS.length * KINDS.length * 10)
  })

  it('of opening a library makes nobody believe that it is empty', async () => {
    const findings = await proveFailingOpenings(REAL, FAULTS)
    expect(findings.counts, findings.story).toEqual(held(findings.counts.tried))
    expect(findings.counts.tried).toBeGreaterThan(FAULTS.length * 10)
  })

  it.each([SWALLOWED_ENOSPC, TRUNCATED_FIRST])('would be noticed to do harm when $name', async (subject) => {
    const findings = await proveFailingChanges(subject, { faults: FAULTS, kinds: ['save'], seed: SEED })
    expect(findings.isRed).toBe(true)
  })
})
