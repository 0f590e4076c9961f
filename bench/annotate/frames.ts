import { milliseconds, quantile } from '../figures'
import { type Kind, KINDS } from './briefings'

/** The times between the frames of each scroll, in milliseconds, for each kind of briefing. */
export type FramesOf = Map<Kind, number[][]>

/** No scroll yet. */
export function noFrames(): FramesOf {
  return new Map(KINDS.map((kind) => [kind, []]))
}

/** The lines of the table. */
export function frameLines(frames: FramesOf): readonly string[] {
  return [...frames].map(([kind, all]) => {
    const gaps = all.flat()
    const slow = gaps.filter((gap) => gap > 50).length
    const each = all.map((one) => one.length).join(' ')
    const longest = all.map((one) => Math.round(Math.max(...one))).join(' ')
    return `${kind}: ${each} frames, p95 ${milliseconds(quantile(gaps, 0.95))}, longest ${longest} ms; ${slow} of ${gaps.length} over 50 ms`
  })
}
