import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupsToKeep, type DatedBackup } from './retention'

const DAY_MS = 86_400_000
const at = (sequence: number, time: number): DatedBackup => ({ sequence, made: new Date(time).toISOString() })
const START = Date.UTC(2026, 0, 1, 12)
const sequences = (backups: readonly DatedBackup[]): readonly number[] =>
  backups.map(({ sequence }) => sequence)

/** Backups whose clock goes forward, back, and jumps by years. */
const histories = fc
  .array(fc.integer({ min: -3_650, max: 3_650 }), { maxLength: 120 })
  .map((days) => days.map((day, index) => at(index + 1, START + day * DAY_MS)))

describe('the backups that are kept', () => {
  it('are the last ten, one of each of seven days, one of each of eight weeks', () => {
    const daily = Array.from({ length: 100 }, (_, day) => [0, 1, 2].map((part) => ({ day, part })))
      .flat()
      .map(({ day, part }, index) => at(index + 1, START + day * DAY_MS + part * 3_600_000))
    const kept = sequences(backupsToKeep(daily))
    // The last ten, back to the last of day 96, then one each of days 95 to 93, then weeks.
    expect(kept.slice(0, 10)).toEqual([300, 299, 298, 297, 296, 295, 294, 293, 292, 291])
    expect(kept.slice(10, 13)).toEqual([288, 285, 282])
    const weeks = kept.slice(13)
    expect(weeks).toHaveLength(6)
    expect(new Set(weeks.map((sequence, index) => (weeks[index - 1] ?? sequence + 21) - sequence))).toEqual(
      new Set([21])
    )
  })

  it('always hold the newest ten by sequence, and never more than twenty-five', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const kept = sequences(backupsToKeep(all))
        expect(kept.slice(0, 10)).toEqual(sequences(all).toReversed().slice(0, 10))
        expect(kept.length).toBeLessThanOrEqual(25)
      })
    )
  })

  it('are the same however often and in whatever order the list is pruned', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const kept = backupsToKeep(all)
        expect(backupsToKeep(kept)).toEqual(kept)
        expect(backupsToKeep(all.toReversed())).toEqual(kept)
      })
    )
  })

  it('lose no more than one to a clock that jumped ten years and came back', () => {
    fc.assert(
      fc.property(fc.constantFrom(-3_650, 3_650), fc.integer({ min: 1, max: 80 }), (jump, length) => {
        const before = Array.from({ length }, (_, index) => at(index + 1, START + index * DAY_MS))
        const jumped = at(length + 1, START + jump * DAY_MS)
        const lost = sequences(backupsToKeep(before)).filter(
          (sequence) => !sequences(backupsToKeep([...before, jumped])).includes(sequence)
        )
        // One more backup may push out one of the ten, one day and one week, whatever its date.
        expect(lost.length).toBeLessThanOrEqual(3)
        expect(lost.every((sequence) => sequence <= length - 6)).toBe(true)
      })
    )
  })
})
