import type { Block } from '#core/text/canonical-text'
import { blockIndexAt } from '#core/text/paragraphs'
import type { TextRange } from '#core/text/text-range'

/** Text on each side of a border that is looked at: longer than any character that a person would see as one. */
const WINDOW = 256

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * The range without white space at its ends and grown to whole characters as a person sees them
 * (UAX #29), so that no mark cuts an emoji or a letter from its accent; `null` when nothing is left.
 */
export function wholeCharacters(
  { text, blocks }: { readonly text: string; readonly blocks: readonly Block[] },
  range: TextRange
): TextRange | null {
  let start = Math.max(0, range.start)
  let end = Math.min(text.length, range.end)
  while (start < end && isSpace(text, start)) start += 1
  while (start < end && isSpace(text, end - 1)) end -= 1
  if (start >= end) return null
  return { start: borderBefore(text, blocks, start), end: borderAfter(text, blocks, end) }
}

/** White space, but not the joiners that hold an emoji together. */
function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at))
}

function borderBefore(text: string, blocks: readonly Block[], at: number): number {
  const segment = characterAt(text, blocks, at)
  return segment === null ? at : segment.start
}

function borderAfter(text: string, blocks: readonly Block[], at: number): number {
  const segment = characterAt(text, blocks, at)
  return segment === null || segment.start === at ? at : segment.end
}

function characterAt(text: string, blocks: readonly Block[], at: number): TextRange | null {
  const block = blocks[blockIndexAt(blocks, at)]
  if (block === undefined || at >= block.end) return null
  const from = Math.max(block.start, at - WINDOW)
  const segment = segmenter.segment(text.slice(from, Math.min(block.end, at + WINDOW))).containing(at - from)
  if (segment === undefined) return null
  return { start: from + segment.index, end: from + segment.index + segment.segment.length }
}
