import { describe, expect, it } from 'vitest'
import { SCALE } from '../scale'
import { NO_FINDINGS } from './findings'
import { CLOCKS_ALONE, LEFT_OUT, NOT_COUNTED } from './planted'
import { type HistoryCounts, proveHistories } from './prove-histories'
import { seedOfRun } from './seeded'

const seed = seedOfRun('histories')

describe(`histories of three devices (seed ${seed})`, () => {
  it(`lose nothing, bring nothing back and end the same in ${SCALE.histories}`, async () => {
    const counts = await proveHistories({ histories: SCALE.histories, seed })
    expect(counts).toMatchObject(NO_FINDINGS)
    expect(counts.changes).toBeGreaterThan(SCALE.histories * 10)
  })
})

describe(`planted in three devices (seed ${seed})`, () => {
  const planted = {
    'a merge by clocks alone': { files: CLOCKS_ALONE, found: ['lost', 'cameBack'] },
    'a deletion that leaves nothing': { files: LEFT_OUT, found: ['cameBack'] },
    'a version that does not count': { files: NOT_COUNTED, found: ['lost'] }
  } as const
  it.each(Object.entries(planted))('%s is found', async (_name, { files, found }) => {
    const isEnough = (counts: HistoryCounts): boolean => found.every((kind) => counts[kind].length > 0)
    const counts = await proveHistories({ histories: 200, seed, files, isEnough })
    for (const kind of found) expect(counts[kind]).not.toEqual([])
  })
})
