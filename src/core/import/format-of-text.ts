import type { FormatName } from './formats'
import { partFrontMatter } from './front-matter'

/** The format of a text whose name says none: Markdown where it shows its marks, else plain text. */
export function formatOfText(readable: string): FormatName {
  const start = readable.slice(0, 20_000)
  const { front, damaged } = partFrontMatter(start)
  const isFronted = damaged !== null || front.title !== null || front.date !== null
  return isFronted || MARKDOWN_MARKS.some((pattern) => pattern.test(start)) ? 'markdown' : 'text'
}

const MARKDOWN_MARKS = [
  /^#{1,6} \S/m,
  /^ {0,3}(?:```|~~~)/m,
  /\]\((?:https?:|mailto:|[./#])[^\s)]*\)/,
  /(?<![*\w])\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*/,
  /^\|?[ \t]*:?-{3,}:?[ \t]*\|/m,
  /^\[\^[^\]\s]+\]:/m
]
