import { randomInt } from 'node:crypto'

/** Chance that can be had again from its seed. */
export interface Chance {
  /** At least 0 and less than 1. */
  fraction(): number
  /** A whole number, at least 0 and less than `limit`. */
  below(limit: number): number
  /** Whether something happens that happens `share` of the time (0 to 1). */
  chance(share: number): boolean
  /** One of `choices`, which must not be empty. */
  pick<Choice>(choices: readonly Choice[]): Choice
  /** The same things in another order. */
  shuffled<Item>(items: readonly Item[]): readonly Item[]
}

/** Always the same chance from the same seed (mulberry32, Tommy Ettinger, 2017). */
export function seeded(seed: number): Chance {
  let state = seed | 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(fraction() * limit)
  return {
    fraction,
    below,
    chance: (share) => fraction() < share,
    pick: (choices) => atIndex(choices, below(choices.length)),
    shuffled: (items) => {
      const left = [...items]
      return items.map(() => atIndex(left.splice(below(left.length), 1), 0))
    }
  }
}

const FIXED_SEED = 20_261_123

/**
 * Where the chance of a run begins: always the same at the gate, so that a commit is judged by what it
 * changes; another each time in the long run, which says it; `FAULTS_SEED` to see a failure again.
 */
export const SEED = seedOfRun()

function seedOfRun(): number {
  const named = process.env['FAULTS_SEED']
  if (named !== undefined) return Number(named)
  if (process.env['FAULTS_SCALE'] !== 'soak') return FIXED_SEED
  const seed = randomInt(2 ** 31)
  process.stdout.write(`FAULTS_SEED=${seed}\n`)
  return seed
}

function atIndex<Item>(items: readonly Item[], index: number): Item {
  if (index >= items.length) throw new RangeError(`nothing at ${index}`)
  return items[index] as Item
}
