import type { LogicalLine } from './text-blocks'

/** A line with more characters says more than its number. */
const LONGEST_LABEL = 40
/** Fewer with the same words are no series. */
const SHORTEST_SERIES = 3

/**
 * The indices of lines like "Article 3." or "Điều 4:": the same words with another number each time.
 * They are headings whatever ends them, since no text repeats itself so.
 */
export function labelsInSeries(lines: readonly LogicalLine[]): ReadonlySet<number> {
  const series = new Map<string, { readonly at: number; readonly label: string }[]>()
  for (const [at, line] of lines.entries()) {
    const stem = line.joined || at === lines.length - 1 ? null : stemOf(line.text)
    if (stem !== null) series.set(stem, [...(series.get(stem) ?? []), { at, label: line.text }])
  }
  const long = [...series.values()].filter(
    (own) => new Set(own.map(({ label }) => label)).size >= SHORTEST_SERIES && own.length <= lines.length / 2
  )
  return new Set(long.flatMap((own) => own.map(({ at }) => at)))
}

/** The words around the one number of a label, or `null` when the line is none. */
function stemOf(line: string): string | null {
  if ([...line].length > LONGEST_LABEL) return null
  const found = /^(\P{N}*)\p{N}+(\P{N}*)$/u.exec(line)
  if (found === null) return null
  const [before = '', after = ''] = found.slice(1).map((part) => part.replace(/[\s\p{P}]+/gu, ' ').trim())
  const words = `${before}#${after}`
  return /\p{L}/u.test(words) && !/\p{L}.*\s.*\s.*\p{L}/u.test(words) ? words.toLowerCase() : null
}
