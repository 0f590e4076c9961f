import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleScript } from '../../src/main/store/fixtures/child'
import { isClean, proveKills } from './kills/prove-kills'
import { SCALE } from './scale'
import { SEED } from './seeded'

let script: string
beforeAll(async () => {
  script = await bundleScript(join(import.meta.dirname, 'kills/child.ts'))
})
afterAll(() => rm(dirname(script), { recursive: true }))

describe('P1: what was acknowledged outlives the program', () => {
  it(`loses nothing and leaves nothing behind in ${SCALE.kills} kills`, async () => {
    const counts = await proveKills({
      ...{ script, subject: 'the program', kills: SCALE.kills, seed: SEED, toTheEnd: true }
    })
    expect(counts, `FAULTS_SEED=${SEED}`).toMatchObject({ lost: 0, unreadable: 0, faults: 0, leftBehind: 0 })
    expect(counts.kills).toBeGreaterThanOrEqual(SCALE.kills)
    expect(counts.acknowledged).toBeGreaterThan(counts.kills)
  })

  it.each(['acknowledges early', 'writes in place'] as const)(
    'catches a program that %s',
    async (subject) => {
      const counts = await proveKills({ script, subject, kills: SCALE.kills, seed: SEED, toTheEnd: false })
      expect(isClean(counts), `FAULTS_SEED=${SEED} ${JSON.stringify(counts)}`).toBe(false)
    }
  )
})
