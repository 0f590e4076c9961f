import search from 'approx-string-match'
import type { Anchor } from '#core/anchor/anchor'
import type { TextRange } from '#core/text/text-range'

const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 }
const ALL_WEIGHTS = 92
const MOST_ERRORS = 256

interface Found {
  readonly start: number
  readonly end: number
  readonly errors: number
}

/**
 * Where the Hypothesis client would find an anchor in `text`: the same use of approx-string-match, with
 * the same limits and weights, written anew after its src/annotator/anchoring/match-quote.ts. Like the
 * client it is given the old position as a hint.
 */
export function matchQuote(text: string, { quote, position }: Anchor): TextRange | null {
  const { exact, prefix, suffix } = quote
  const found = places(text, exact, Math.min(MOST_ERRORS, exact.length / 2))
  let best: (Found & { readonly score: number }) | null = null
  for (const place of found) {
    const { start, end, errors } = place
    const beside =
      WEIGHTS.prefix *
        (prefix === '' ? 1 : likeness(text.slice(Math.max(0, start - prefix.length), start), prefix)) +
      WEIGHTS.suffix * (suffix === '' ? 1 : likeness(text.slice(end, end + suffix.length), suffix))
    const near = WEIGHTS.position * (1 - Math.abs(start - position.start) / text.length)
    const score = (WEIGHTS.quote * (1 - errors / exact.length) + beside + near) / ALL_WEIGHTS
    if (best === null || score > best.score) best = { ...place, score }
  }
  return best
}

function likeness(text: string, wanted: string): number {
  if (text === '' || wanted === '') return 0
  const [first] = places(text, wanted, wanted.length)
  return 1 - (first?.errors ?? wanted.length) / wanted.length
}

/** Exact places when there are any, else those with errors. */
function places(text: string, pattern: string, errors: number): readonly Found[] {
  const exact: Found[] = []
  for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 })
  }
  return exact.length > 0 ? exact : search(text, pattern, errors)
}
