import type { TextRange } from '../text/text-range'
import { occurrencesOf } from './resolve-anchor'

/** A quote as a person typed or pasted it; context narrows down which occurrence is meant. */
export interface QuoteQuery {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** Every range of `text` that reads as `query` when white space is folded, in order. */
export function findQuote(text: string, query: QuoteQuery): readonly TextRange[] {
  const folded = foldWhiteSpace(text)
  const exact = foldWhiteSpace(query.exact).text.trim()
  if (exact === '') return []
  const prefix = foldWhiteSpace(query.prefix).text.trim()
  const suffix = foldWhiteSpace(query.suffix).text.trim()
  return occurrencesOf(folded.text, exact)
    .filter((start) => folded.text.slice(0, start).trimEnd().endsWith(prefix))
    .filter((start) =>
      folded.text
        .slice(start + exact.length)
        .trimStart()
        .startsWith(suffix)
    )
    .map((start) => ({
      start: folded.offsets[start] ?? 0,
      end: (folded.offsets[start + exact.length - 1] ?? 0) + 1
    }))
}

interface Folded {
  readonly text: string
  /** For each code unit of `text`, its offset in the text before folding. */
  readonly offsets: readonly number[]
}

/** Runs of white space of any kind (a line break, a no-break space) become one space. */
function foldWhiteSpace(text: string): Folded {
  const offsets: number[] = []
  let folded = ''
  let inSpace = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at)
    const isSpace = /\s/u.test(unit)
    if (!isSpace || !inSpace) {
      folded += isSpace ? ' ' : unit
      offsets.push(at)
    }
    inSpace = isSpace
  }
  return { text: folded, offsets }
}
