import type { Seeded } from '../seeded'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const TEN_YEARS_MS = 3_653 * DAY_MS
/** An hour before summer time begins in Europe. */
const START = Date.parse('2024-03-31T00:00:00Z')
const CHANGE_MS = 60_000

/** What a clock says at the change of a number from 0, in milliseconds since 1970. */
export type WrongClock = (change: number, draws: Seeded) => number

const right = (change: number): number => START + change * CHANGE_MS

/** A clock that is right. */
export const RIGHT_CLOCK: WrongClock = right

/** Clocks as they are found: a flat battery, a wrong year, a summer time that was set by hand. */
export const WRONG_CLOCKS: Readonly<Record<string, WrongClock>> = {
  'ten years back': (change) => right(change) - TEN_YEARS_MS,
  'ten years ahead': (change) => right(change) + TEN_YEARS_MS,
  'jumping about': (change, draws) => right(change) + (draws.fraction() - 0.5) * 2 * TEN_YEARS_MS,
  'standing still': () => START,
  'put back by an hour at each change': (change) => right(change) - change * HOUR_MS,
  'an hour ahead in summer time, and back': (change) => right(change) + (change % 20 < 10 ? HOUR_MS : 0)
}
