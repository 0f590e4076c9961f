import type { ReadBack } from './read-back'

/** A word as poppler finds it on a page; points from the upper left. */
export interface PageWord {
  /** From 1. */
  readonly page: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly text: string
}

const PARTS =
  /<page\b|<word xMin="(?<left>[\d.-]+)" yMin="(?<top>[\d.-]+)" xMax="(?<right>[\d.-]+)" yMax="(?<bottom>[\d.-]+)">(?<text>[^<]*)<\/word>/gu

/** Every word of a file with its box. */
export async function wordsOnPages(read: ReadBack): Promise<readonly PageWord[]> {
  const words: PageWord[] = []
  let page = 0
  for (const { groups } of (await read.poppler('pdftotext', '-bbox')).matchAll(PARTS)) {
    const text = groups?.['text']
    if (text === undefined) {
      page += 1
      continue
    }
    const edge = (name: string): number => Number(groups?.[name])
    words.push({
      page,
      left: edge('left'),
      top: edge('top'),
      right: edge('right'),
      bottom: edge('bottom'),
      text
    })
  }
  return words
}

/** Pairs of words that lie upon each other by more than a shared edge. */
export function overlapping(words: readonly PageWord[], others: readonly PageWord[]): readonly string[] {
  return words.flatMap((word) =>
    others
      .filter((other) => other !== word && other.page === word.page && meet(word, other))
      .map((other) => `${word.text} and ${other.text} on page ${word.page}`)
  )
}

/** The boxes of letters are higher than lines: less than a third is no overlap. */
function meet(a: PageWord, b: PageWord): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 1 && height > 0.34 * Math.min(a.bottom - a.top, b.bottom - b.top)
}
