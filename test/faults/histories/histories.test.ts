import { describe, expect, it } from 'vitest'
import { SCALE } from '../scale'
import { NO_FINDINGS } from './findings'
import { proveHistories } from './prove-histories'
import { SEED } from '../seeded'

const seed = SEED

describe(`histories of three devices (seed ${seed})`, () => {
  it(`lose nothing, bring nothing back and end the same in ${SCALE.histories}`, async () => {
    const counts = await proveHistories({ histories: Number(process.env['N'] ?? SCALE.histories), seed })
    console.log(counts)
    expect(counts).toMatchObject(NO_FINDINGS)
    expect(counts.changes).toBeGreaterThan(SCALE.histories)
  })
})
