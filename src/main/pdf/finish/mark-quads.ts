import type { PageLink, PageRectangle } from './page-links'

/** Where one mark lies on one page. */
export interface MarkOnPage {
  /** Index of the mark. */
  readonly mark: number
  readonly pageIndex: number
  /** The first link that was printed for it there; its page, and its place in the structure. */
  readonly first: PageLink
  /** Rectangles of its words, line by line. */
  readonly rectangles: readonly PageRectangle[]
}

/** Parts of a line that lie closer are one: the engine rounds its rectangles to whole pixels, 0.75 points. */
const TOLERANCE = 1.6

/** Gather the rectangles of each mark on each page, by page and then by mark. */
export function marksOnPages(
  links: readonly PageLink[],
  marksOf: (run: number) => readonly number[]
): readonly MarkOnPage[] {
  const found = new Map<string, { first: PageLink; mark: number; rectangles: PageRectangle[] }>()
  for (const link of links) {
    for (const mark of link.run === null ? [] : marksOf(link.run)) {
      const key = `${link.pageIndex} ${mark}`
      const entry = found.get(key) ?? { first: link, mark, rectangles: [] }
      entry.rectangles.push(link.rectangle)
      found.set(key, entry)
    }
  }
  return [...found.values()]
    .map(({ first, mark, rectangles }) => ({
      mark,
      pageIndex: first.pageIndex,
      first,
      rectangles: joinedLines(rectangles)
    }))
    .sort((a, b) => a.pageIndex - b.pageIndex || a.mark - b.mark)
}

/** Rectangles that follow each other on the same line become one. */
function joinedLines(rectangles: readonly PageRectangle[]): readonly PageRectangle[] {
  const joined: PageRectangle[] = []
  for (const rectangle of rectangles) {
    const previous = joined.at(-1)
    if (previous !== undefined && isContinued(previous, rectangle))
      joined.splice(-1, 1, around([previous, rectangle]))
    else joined.push(rectangle)
  }
  return joined
}

/** The smallest rectangle that holds all of `rectangles`. */
export function around(rectangles: readonly PageRectangle[]): PageRectangle {
  return {
    left: Math.min(...rectangles.map(({ left }) => left)),
    bottom: Math.min(...rectangles.map(({ bottom }) => bottom)),
    right: Math.max(...rectangles.map(({ right }) => right)),
    top: Math.max(...rectangles.map(({ top }) => top))
  }
}

function isContinued(a: PageRectangle, b: PageRectangle): boolean {
  const isSameLine = Math.abs(a.top - b.top) < TOLERANCE && Math.abs(a.bottom - b.bottom) < TOLERANCE
  const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right)
  return isSameLine && gap < TOLERANCE
}
