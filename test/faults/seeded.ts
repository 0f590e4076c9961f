import { randomInt } from 'node:crypto'

const TWO_TO_THE_32 = 4_294_967_296

/**
 * Random choices that one number gives again: Mulberry32 (Tommy Ettinger, 2017, public domain), a
 * 32-bit generator with a period of 2^32, which is plenty for choosing cases.
 */
export class Seeded {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** At least 0 and less than 1. */
  fraction(): number {
    return this.#next() / TWO_TO_THE_32
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit)
  }

  /** Whether something happens that happens `share` of the time (0 to 1). */
  chance(share: number): boolean {
    return this.fraction() < share
  }

  /** One of `choices`, which must not be empty. */
  pick<Choice>(choices: readonly Choice[]): Choice {
    const choice = choices[this.below(choices.length)]
    if (choice === undefined) throw new Error('nothing to pick from')
    return choice
  }

  /** The same things in another order. */
  shuffled<Item>(items: readonly Item[]): readonly Item[] {
    const left = [...items]
    return items.flatMap(() => left.splice(this.below(left.length), 1))
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/**
 * Where the choices of a run begin: always the same at the gate, so that a commit is judged by what it
 * changes; another each time in the long run; and `FAULTS_SEED` to see a failure again.
 */
export const SEED = seedOfRun()

function seedOfRun(): number {
  const wanted = Number(process.env['FAULTS_SEED'])
  if (Number.isSafeInteger(wanted) && wanted > 0) return wanted
  if (process.env['FAULTS_SCALE'] !== 'soak') return 20_260_727
  const seed = randomInt(1, TWO_TO_THE_32)
  console.info(`Seed of this run: FAULTS_SEED=${seed}`)
  return seed
}
