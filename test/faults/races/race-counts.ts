/** What came of many races. */
export interface RaceCounts {
  readonly races: number
  readonly kills: number
  /** Marks that the writer saved for others. */
  readonly handedOver: number
  /** Marks of which somebody was told that they are saved. */
  readonly acknowledged: number
  /** Of those, the ones that are not there. */
  readonly lost: number
  /** Pairs of processes that wrote at the same time. */
  readonly overlaps: number
  /** Racers that ended with a failure or without having saved all. */
  readonly failures: readonly string[]
  /** What `check` found at the end. */
  readonly faults: readonly string[]
}

/** Before the first race. */
export const NO_RACES: RaceCounts = {
  ...{ races: 0, kills: 0, handedOver: 0, acknowledged: 0, lost: 0, overlaps: 0 },
  ...{ failures: [], faults: [] }
}

/** What came of both together. */
export function sumOf(a: RaceCounts, b: RaceCounts): RaceCounts {
  return {
    races: a.races + b.races,
    kills: a.kills + b.kills,
    handedOver: a.handedOver + b.handedOver,
    acknowledged: a.acknowledged + b.acknowledged,
    lost: a.lost + b.lost,
    overlaps: a.overlaps + b.overlaps,
    failures: [...a.failures, ...b.failures],
    faults: [...a.faults, ...b.faults]
  }
}
