import type { Seeded } from '../seeded'

const YEAR_MS = 365.25 * 24 * 3_600_000
const MINUTE_MS = 60_000
const NOW = Date.parse('2026-10-24T22:30:00.000Z')

/** A clock that is wrong in some way; each session of each device takes one. */
export interface WrongClock {
  readonly name: string
  readonly start: (seeded: Seeded) => () => string
}

/** Ways in which clocks are wrong. Of `jumping` the times are few, so that no thirty days are in use. */
export const WRONG_CLOCKS: readonly WrongClock[] = [
  { name: 'ten years behind', start: () => ticking(NOW - 10 * YEAR_MS, MINUTE_MS) },
  { name: 'ten years ahead', start: () => ticking(NOW + 10 * YEAR_MS, MINUTE_MS) },
  { name: 'standing still', start: () => ticking(NOW, 0) },
  { name: 'running backwards', start: () => ticking(NOW, -MINUTE_MS) },
  { name: 'jumping', start: (seeded) => () => text(NOW + seeded.pick([-10, 0, 0.002, 10]) * YEAR_MS) },
  { name: 'set back an hour when summer time ends', start: () => twice(NOW) },
  { name: 'of a flat battery', start: () => ticking(0, MINUTE_MS) }
]

function ticking(from: number, stepMs: number): () => string {
  let now = from - stepMs
  return () => text((now += stepMs))
}

/** A clock that takes local time for UTC goes through one hour twice, in steps of ten minutes. */
function twice(from: number): () => string {
  let count = -1
  return () => {
    count += 1
    return text(from + (count < 6 ? count : count - 6) * 10 * MINUTE_MS)
  }
}

function text(time: number): string {
  return new Date(time).toISOString()
}
