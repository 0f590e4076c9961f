import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSound, proveDisk } from './disk/prove-disk'
import { swallowsFullDisk, trustsOneCopy } from './planted/swallow-refusals'
import { type Stage, stagesOfScript } from './script/stages'

let stages: readonly Stage[]
beforeAll(async () => {
  stages = await stagesOfScript()
})
afterAll(async () => {
  const [first] = stages
  if (first !== undefined) await rm(dirname(first.folder), { recursive: true })
})

describe('P3: a full or failing disk harms nothing that is saved', () => {
  it('loses nothing and says so, whichever operation fails', async () => {
    const counts = await proveDisk(stages, (files) => files, { toTheEnd: true })
    expect(isSound(counts), counts.examples.join('\n')).toBe(true)
    expect(counts.tried).toBeGreaterThan(1_000)
  })

  it.each([
    ['takes a full disk for a write that went well', swallowsFullDisk],
    ['counts on the second copy and writes in place', trustsOneCopy]
  ])('catches a program that %s', async (_, subject) => {
    const counts = await proveDisk(stages, subject, { toTheEnd: false })
    expect(isSound(counts), `${counts.tried} tried`).toBe(false)
  })
})
