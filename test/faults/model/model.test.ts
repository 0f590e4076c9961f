import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleScript } from '../../../src/main/store/fixtures/child'
import { SEED } from '../seeded'
import { SCALE } from '../scale'
import { slopeOf } from './memory-slope'
import { CHAPTER, proveModel } from './prove-model'
import { forgetful, stale } from './subjects'

const seed = SEED
let script: string
beforeAll(async () => {
  script = await bundleScript(join(import.meta.dirname, 'model-child.ts'))
})
afterAll(() => rm(dirname(script), { recursive: true }))

describe(`a library beside a model of it (seed ${seed})`, () => {
  it(`says the same after each of ${SCALE.operations} operations`, async () => {
    const counts = await proveModel({ script, operations: SCALE.operations, seed })
    if (process.env['FAULTS_SCALE'] === 'soak') tellOfMemory(counts.memory)
    expect(counts).toMatchObject({ divergences: [], faults: [] })
    expect(counts.operations).toBeGreaterThanOrEqual(SCALE.operations)
    expect(counts.inChild).toBeGreaterThan(0)
  })

  it('says something else when one save in 300 is forgotten', async () => {
    const counts = await proveModel({ script, operations: 2_000, seed, subject: forgetful() })
    expect(counts.divergences).not.toEqual([])
  })

  it('says something else when a list is stale', async () => {
    const counts = await proveModel({ script, operations: 500, seed, subject: stale })
    expect(counts.divergences).not.toEqual([])
  })
})

/** Over a short run it says only how the garbage collector begins. */
function tellOfMemory(memory: readonly number[]): void {
  const slope = (slopeOf(memory) * 10_000) / CHAPTER / 1_000_000
  const last = (memory.at(-1) ?? 0) / 1_000_000
  process.stdout.write(`model: ${last.toFixed(0)} MB, ${slope.toFixed(2)} MB more in 10,000 operations\n`)
}
