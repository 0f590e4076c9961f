import { columnsOf, endsSentence, joint, looksLikeHeading, startsInLowerCase, startsItem } from './text-line'

/** A line of the file, without the white space around it. */
export interface FileLine {
  readonly text: string
  /** Columns of white space before it. */
  readonly indent: number
}

/** What a person would call one line: the hard-wrapped ones are joined. */
export interface LogicalLine {
  readonly text: string
  /** Whether it was more than one line of the file. */
  readonly joined: boolean
}

/** Lines without a blank line between them. */
export type TextBlock = readonly LogicalLine[]

/** Longer lines than this were not wrapped by a program for mail, typewriters or terminals. */
const WIDEST_WRAP = 130
/** Shorter lines than this were broken by hand. */
const NARROWEST_WRAP = 40

/** A plain text in blocks. */
export interface PartedText {
  readonly blocks: readonly TextBlock[]
  /** Whether its lines end in the middle of sentences, so that the end of a line says nothing. */
  readonly isWrapped: boolean
}

/** The blocks of a plain text: parted at blank lines, hard-wrapped lines joined. */
export function textBlocks(text: string): PartedText {
  const blocks = linesBetweenBlanks(text)
  const wrap = wrapOf(blocks)
  return {
    blocks: blocks.map((lines) => joinWrapped(lines, wrap)),
    isWrapped: isWrapped(blocks)
  }
}

function linesBetweenBlanks(text: string): FileLine[][] {
  const blocks: FileLine[][] = []
  let open: FileLine[] = []
  for (const line of text.split('\n')) {
    const own = withoutOuterSpace(line)
    if (/\S/.test(own)) open.push({ text: own, indent: line.length - line.trimStart().length })
    else {
      if (open.length > 0) blocks.push(open)
      open = []
    }
  }
  return open.length > 0 ? [...blocks, open] : blocks
}

/** Spaces and tabs only; a regular expression would try the end from each of a million spaces. */
function withoutOuterSpace(line: string): string {
  let start = 0
  let end = line.length
  while (start < end && isSpace(line, start)) start += 1
  while (end > start && isSpace(line, end - 1)) end -= 1
  return line.slice(start, end)
}

function isSpace(line: string, at: number): boolean {
  return line[at] === ' ' || line[at] === '\t'
}

/** A few such breaks are verses or slips. */
const MANY_BREAKS = 0.2

function isWrapped(blocks: readonly (readonly FileLine[])[]): boolean {
  const breaks = blocks.flatMap((lines) =>
    lines.slice(1).map((next, index) => isInSentence(lines[index]?.text ?? '', next.text))
  )
  const inside = breaks.filter((isIt) => isIt).length
  return inside > breaks.length * MANY_BREAKS
}

function isInSentence(line: string, next: string): boolean {
  return !endsSentence(line) && startsInLowerCase(next)
}

/** How the lines of a file were broken: `width` is where, `filled` whether lines run up to it. */
interface Wrap {
  readonly width: number
  readonly filled: boolean
}

/**
 * The width at which a file was wrapped, or `null` when its lines are paragraphs.
 *
 * Wrapping by a program fills each line: the first word of the next would not have fitted.
 */
function wrapOf(blocks: readonly (readonly FileLine[])[]): Wrap | null {
  const several = blocks.filter((lines) => lines.length > 1)
  const widths = several.flatMap((lines) => lines.map(({ text }) => columnsOf(text))).sort((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.95)] ?? 0
  if (width > WIDEST_WRAP || width === 0) return null
  const breaks = several.flatMap((lines) =>
    lines.slice(1).map((next, index) => isFull(lines[index]?.text ?? '', next.text, width))
  )
  const full = breaks.filter((isIt) => isIt).length
  return { width, filled: width >= NARROWEST_WRAP && full >= breaks.length * 0.5 }
}

function isFull(line: string, next: string, width: number): boolean {
  const word = /^\S+/.exec(next)?.[0] ?? ''
  // In scripts without spaces any character can be the next word.
  const needed = joint(line, next) === '' ? 2 : 1 + columnsOf(word)
  return columnsOf(line) + needed > width
}

function joinWrapped(lines: readonly FileLine[], wrap: Wrap | null): TextBlock {
  const out: { text: string; joined: boolean }[] = []
  for (const [at, line] of lines.entries()) {
    const [last, before] = [out.at(-1), lines[at - 1]]
    if (last !== undefined && before !== undefined && wrap !== null && continues(lines, at, wrap)) {
      // Not `last.text`: looking at the end of a text that grows costs more with each line.
      last.text += joint(before.text, line.text) + line.text
      last.joined = true
    } else out.push({ text: line.text, joined: false })
  }
  return out
}

/** Whether the line at `at` goes on with the one before it. */
function continues(lines: readonly FileLine[], at: number, wrap: Wrap): boolean {
  const [before, line] = [lines[at - 1], lines[at]]
  if (before === undefined || line === undefined || startsItem(line.text)) return false
  const ends = endsSentence(before.text)
  if (ends && (line.indent > before.indent || standsAlone(line, lines[at + 1], wrap))) return false
  if (wrap.filled && isFull(before.text, line.text, wrap.width)) return true
  return !ends && startsInLowerCase(line.text)
}

/** A program would have filled the line: it is a heading between paragraphs that are one line each. */
function standsAlone(line: FileLine, next: FileLine | undefined, { width }: Wrap): boolean {
  if (next === undefined || !looksLikeHeading(line.text) || startsInLowerCase(next.text)) return false
  return !isFull(line.text, next.text, width)
}
