import { eld } from 'eld/extrasmall'

const SAMPLE = 8_000

/** How well a text fits the language that it fits best: 0 not at all, 1 entirely. */
export function languageFit(text: string): number {
  return Math.max(0, ...Object.values(eld.detect(text.slice(0, SAMPLE)).getScores()))
}
