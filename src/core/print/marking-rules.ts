import { cssString } from './css-string'
import { points } from './page-geometry'
import type { PageGeometry } from './page-geometry'
import { textWidth } from './text-width'

/** Pages that go by one name. */
export interface MarkedPages {
  readonly page: string
  readonly dir: 'ltr' | 'rtl'
  readonly geometry: PageGeometry
  /** How many lines the running heads have; the feet have one. */
  readonly headLines: 1 | 2
}

/** Size of the letters, of those of a line that would be too long, and half the height of a line of the heads, which stand in the middle of their margin. */
const SIZE = 9
const LEAST_SIZE = 4.5
const HALF_LINE = 5
/** White between the marking and the running head, and beside it on the page. */
const GAP = 5
const SIDE = 40

/**
 * How the document is to be handled, in the middle of the page, above the running head and below the
 * running foot of every page, upright or on its side. Nothing where nothing is marked.
 *
 * The boxes of the middle share their room with those of the sides; those of the corners do not, and a
 * margin that is less than nothing stretches them over the whole page.
 */
export function markingRules(
  marking: string | null,
  { page, dir, geometry, headLines }: MarkedPages
): string {
  if (marking === null) return ''
  const { paper, margin } = geometry
  const left = dir === 'ltr' ? margin.start : margin.end
  const upright = { width: paper.width, left, top: margin.top, bottom: margin.bottom }
  const onItsSide = { ...upright, width: paper.height, bottom: margin.landscapeBottom }
  return [
    `@page ${page} { ${boxes(marking, upright, headLines)} }`,
    `@page ${page}-wide { ${boxes(marking, onItsSide, headLines)} }`
  ].join('\n')
}

interface Margins {
  readonly width: number
  readonly left: number
  readonly top: number
  readonly bottom: number
}

function boxes(marking: string, { width, left, top, bottom }: Margins, headLines: number): string {
  const box = [
    `content: ${cssString(marking)}; font: 700 ${points(sizeOn(width - 2 * SIDE, marking))}/1.2 'Noto Sans', sans-serif; color: #000`,
    `margin-right: ${points(left - width)}; padding: 0 ${points(SIDE)}; text-align: center`,
    'unicode-bidi: plaintext; overflow-wrap: anywhere'
  ].join('; ')
  const inner = (height: number, lines: number): string => points(height / 2 + lines * HALF_LINE + GAP)
  return [
    `@top-left-corner { ${box}; vertical-align: bottom; padding-bottom: ${inner(top, headLines)} }`,
    `@bottom-left-corner { ${box}; vertical-align: top; padding-top: ${inner(bottom, 1)} }`
  ].join(' ')
}

/** Bold letters are about so much wider than those that `textWidth` knows. */
const BOLD = 1.1

/** A marking stands on one line: what is too long for it is set in smaller letters. */
function sizeOn(width: number, marking: string): number {
  return Math.max(LEAST_SIZE, Math.min(SIZE, width / (textWidth(marking) * BOLD)))
}
