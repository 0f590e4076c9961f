import type { Alike } from './read-alike'

/** This much of the context is left where a passage stands in its old frame. */
const FRAMED = 0.8
/** Between what stood on both sides, this part of the words is enough. */
const LEAST_BETWEEN = 0.6
/** Beside what stood on one side. */
const LEAST_BESIDE = 0.8
/** Anywhere: slips alone, in so many units of ink that two sentences are not so alike by chance. */
const LEAST_ALONE = 0.9
const LENGTH_ALONE = 20
const LENGTH_BESIDE = 8

/**
 * Whether a passage that is like a quote of `length` units of ink is that passage, edited, and not
 * another that reads like it: briefings say the same of many countries, and with other figures.
 */
export function isSamePassage(alike: Alike, length: number): boolean {
  const { sameness, prefix, suffix, hasOnlyTypos, keepsDigits } = alike
  const sides = Number(prefix >= FRAMED) + Number(suffix >= FRAMED)
  if (sides === 2) return sameness >= LEAST_BETWEEN
  if (!keepsDigits) return false
  if (sides === 1) return sameness >= LEAST_BESIDE && length >= LENGTH_BESIDE
  return hasOnlyTypos && sameness >= LEAST_ALONE && length >= LENGTH_ALONE
}
