import { textWidth } from './text-width'

/** A text that fits on a line of `longest` ems, cut between words where it has to be. */
export function shortenedLine(text: string, longest: number): string {
  if (textWidth(text) <= longest) return text
  let head = ''
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (textWidth(head + segment) > longest) break
    head += segment
  }
  return `${head.replace(/\s+\S*$/u, '')} …`
}
