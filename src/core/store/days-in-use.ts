import * as v from 'valibot'

/** On how many days a device had a library open, whatever its clock did in between. */
export interface DaysInUse {
  readonly count: number
  /** The last of them, `YYYY-MM-DD`, as the clock gave them. */
  readonly recent: readonly string[]
}

export const DaysInUseSchema = v.looseObject({
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  recent: v.array(v.string())
})

/** One of them: the `count`-th of `device`. */
export interface DayInUse {
  readonly device: string
  readonly count: number
}

export const DayInUseSchema = v.looseObject({ device: v.string(), count: v.number() })

/** So many days in use a thing stays in the trash. */
export const DAYS_IN_TRASH = 30

/** Enough that a clock that goes back and forth between two times counts neither of them twice. */
const REMEMBERED = 60

/**
 * Count the day of `now` (RFC 3339 in UTC) unless it was counted already.
 *
 * Only days on which the library was open count, so that a clock that jumps ten years ahead makes a
 * thing in the trash older by one day.
 */
export function withDay(use: DaysInUse | undefined, now: string): DaysInUse {
  const { count, recent } = use ?? { count: 0, recent: [] }
  const day = now.slice(0, 10)
  if (recent.includes(day)) return { ...use, count, recent }
  return { ...use, count: count + 1, recent: [...recent, day].slice(-REMEMBERED) }
}
