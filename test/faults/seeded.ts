/** Draws that are the same for the same seed. */
export interface Draws {
  /** From 0, included, to 1, excluded. */
  fraction(): number
  /** A whole number from 0 to below `end`. */
  below(end: number): number
  /** One of `choices`, which must not be empty. */
  of<Choice>(choices: readonly Choice[]): Choice
}

/** Mulberry32 by Tommy Ettinger: 32 bits of state, good enough to choose cases and short enough to read. */
export function drawsFrom(seed: number): Draws {
  let state = seed >>> 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number): number => Math.floor(fraction() * end)
  return {
    fraction,
    below,
    of(choices) {
      const chosen = choices[below(choices.length)]
      if (chosen === undefined) throw new Error('nothing to choose from')
      return chosen
    }
  }
}

/** Fixed in the gate, another one in each soak unless `FAULTS_SEED` names it; told when a test fails. */
export const SEED = seedOfRun()

function seedOfRun(): number {
  const named = process.env['FAULTS_SEED']
  if (named !== undefined) return Number(named)
  if (process.env['FAULTS_SCALE'] !== 'soak') return 20_240_116
  const seed = Date.now() % 4_294_967_296
  process.stdout.write(`FAULTS_SEED=${seed}\n`)
  return seed
}
