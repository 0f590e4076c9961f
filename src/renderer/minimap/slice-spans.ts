import type { Slice } from '../article/plan-article'
import type { TextRange } from '#core/text/text-range'

/** A stretch of the text and where it stands: pixels from the top of the article, whatever is scrolled. */
export interface SliceSpan extends TextRange {
  readonly top: number
  readonly bottom: number
}

/**
 * Where the slices of an article stand. A few rectangles are enough to say of every offset how far
 * down it is: asking for each mark's own would lay out what is not in sight.
 */
export function sliceSpans(article: HTMLElement, slices: readonly Slice[]): readonly SliceSpan[] {
  const origin = article.getBoundingClientRect().top
  const elements = article.querySelectorAll(':scope > .slice')
  return slices.flatMap(({ range, index }) => {
    const rect = elements[index]?.getBoundingClientRect()
    return rect === undefined ? [] : [{ ...range, top: rect.top - origin, bottom: rect.bottom - origin }]
  })
}

/** How far down `offset` stands, in pixels, as if each slice were evenly filled. */
export function heightAt(spans: readonly SliceSpan[], offset: number): number {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((spans[middle]?.start ?? Infinity) <= offset) low = middle
    else high = middle - 1
  }
  const span = spans[low]
  if (span === undefined) return 0
  const part = span.end === span.start ? 0 : (offset - span.start) / (span.end - span.start)
  return span.top + Math.min(1, Math.max(0, part)) * (span.bottom - span.top)
}
