import { ReaderError } from '#core/problem/reader-error'
import { blocksOf } from '#core/text/canonical-text'
import type { Root } from '#core/tree/tree'

/**
 * The longest paragraph that is let in: the page lays one out in one go, and longer ones hold it up
 * for seconds. A long novel has some 1,000,000 characters altogether.
 */
export const PARAGRAPH_LIMIT = 2_000_000

/** Pictures that Markdown embeds are long lines, but no text. */
const EMBEDDED = /data:image\/[a-z0-9.+-]{1,40};base64,[A-Za-z0-9+/=]+/g

/**
 * Refuse a line that is too long before anything tries to understand it.
 *
 * @throws ReaderError `paragraph-too-long`
 */
export function refuseLongLines(text: string, path: string): void {
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    if (end - start > PARAGRAPH_LIMIT && textLength(text.slice(start, end)) > PARAGRAPH_LIMIT) {
      throw new ReaderError({ code: 'paragraph-too-long', path, limitCharacters: PARAGRAPH_LIMIT })
    }
    start = end + 1
  }
}

/**
 * Refuse a tree with a paragraph that is too long: many lines may make one.
 *
 * @throws ReaderError `paragraph-too-long`
 */
export function refuseLongParagraphs(tree: Root, path: string): void {
  if (blocksOf(tree).some(({ text }) => text.length > PARAGRAPH_LIMIT)) {
    throw new ReaderError({ code: 'paragraph-too-long', path, limitCharacters: PARAGRAPH_LIMIT })
  }
}

function textLength(line: string): number {
  return line.replace(EMBEDDED, '').length
}
