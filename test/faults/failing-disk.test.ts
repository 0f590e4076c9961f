import { describe, expect, it } from 'vitest'
import { FAULTS } from './failing/failing-disk'
import { KINDS, proveFailingChanges } from './failing/prove-changes'
import { held } from './findings'
import { SEED } from './seeded'
import { REAL } from './subject'

describe('a disk that fails at any one operation of any change', () => {
  it('harms nothing that was saved, and says so', async () => {
    const findings = await proveFailingChanges(REAL, { faults: FAULTS, kinds: KINDS, seed: SEED })
    console.info(findings.counts)
    expect(findings.counts, findings.story).toEqual(held(findings.counts.tried))
  })
})
