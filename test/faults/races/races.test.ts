import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleScript } from '../../../src/main/store/fixtures/child'
import { SEED } from '../seeded'
import { SCALE } from '../scale'
import { proveRaces } from './prove-races'
import type { RaceCounts } from './race-counts'

const seed = SEED
let script: string
beforeAll(async () => {
  script = await bundleScript(join(import.meta.dirname, 'race-child.ts'))
})
afterAll(() => rm(dirname(script), { recursive: true }))

describe(`races for one library (seed ${seed})`, () => {
  it(`have one writer at a time and lose no acknowledged mark in ${SCALE.races}`, async () => {
    const counts = await proveRaces({ script, subject: 'real', races: SCALE.races, seed })
    expect(counts).toMatchObject({ races: SCALE.races, lost: 0, overlaps: 0, failures: [], faults: [] })
    expect(counts.handedOver).toBeGreaterThan(0)
    expect(counts.kills).toBeGreaterThan(0)
  })

  it('are lost when the lock is ignored', async () => {
    const isEnough = ({ overlaps, lost }: RaceCounts): boolean => overlaps > 0 && lost > 0
    const counts = await proveRaces({ script, subject: 'lock ignored', races: 100, seed, isEnough })
    expect(counts.overlaps).toBeGreaterThan(0)
    expect(counts.lost).toBeGreaterThan(0)
  })

  it('are lost when every process takes the same temporary name', async () => {
    const isEnough = ({ failures }: RaceCounts): boolean => failures.length > 0
    const counts = await proveRaces({ script, subject: 'fixed temporary name', races: 100, seed, isEnough })
    expect(counts.failures).not.toEqual([])
  })
})
