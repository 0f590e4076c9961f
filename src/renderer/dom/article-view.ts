import { wholeCharacters } from '#core/text/borders'
import type { TextRange } from '#core/text/text-range'
import { sliceIndexAt, type ArticlePlan } from '../article/plan-article'
import { type SliceSpan, sliceSpans } from '../minimap/slice-spans'
import { afterFrame } from './after-frame'
import { BlockLabels, marksByBlock, type BlockMarks } from './block-labels'
import { collectEntries } from './entries'
import { marksAt, offsetAtPoint, offsetNearPoint } from './hit-test'
import { lineFrom } from './line-from'
import { MarkPainter } from './mark-painter'
import { endsOf, type PassageEnds } from './passage-ends'
import { ParagraphMarkings, type ShownMarking } from './paragraph-markings'
import { ParagraphNumbers } from './paragraph-numbers'
import { patchesOf } from './patches'
import { PointerPainter, type Pointer } from './pointers'
import { Scrolling } from './scrolling'
import { selectedRange } from './selection-range'
import { Sight } from './sight'
import type { PaintedMark } from './strokes'
import { TextMap } from './text-map'
import { topOffset } from './top-offset'

/** The elements that an article is shown in, and how more of it is drawn. */
export interface ArticleParts {
  /** The element that scrolls. */
  readonly scroller: HTMLElement
  /** The element that holds the slices. */
  readonly article: HTMLElement
  readonly plan: ArticlePlan
  /** Draw a slice now. */
  readonly ensure: (slice: number) => void
  /** What a screen reader is told of a block's marks. */
  readonly labelOf: (marks: BlockMarks) => string
  /** What a click on the number of a paragraph does, for its tooltip. */
  readonly numberTitle: (cited: string) => string
}

const FLASH_MS = 1_300

/** An article on the page, spoken to in offsets of its canonical text. */
export class ArticleView {
  readonly #parts: ArticleParts
  readonly #map = new TextMap()
  readonly #marks = new MarkPainter()
  readonly #pointers = new PointerPainter(this.#map)
  readonly #labels: BlockLabels
  readonly #sight: Sight
  readonly #scrolling: Scrolling
  readonly #numbers: ParagraphNumbers
  readonly #markings: ParagraphMarkings
  readonly #slices: (HTMLElement | undefined)[] = []
  #shown: readonly PaintedMark[] = []
  #stopLabels = (): void => undefined
  #flash: ReturnType<typeof setTimeout> | undefined

  constructor(parts: ArticleParts) {
    this.#parts = parts
    this.#labels = new BlockLabels(this.#map, parts.plan.blocks, parts.labelOf)
    this.#sight = new Sight(parts.scroller, {
      entered: (patch) => this.#marks.enter(patch),
      left: (patch) => this.#marks.leave(patch)
    })
    this.#scrolling = new Scrolling({
      scroller: parts.scroller,
      draw: (range) => this.#draw(range),
      rectOf: (range) => this.rectOf(range)
    })
    this.#markings = new ParagraphMarkings(this.#map, (range) => this.#marks.repaint(range))
    this.#numbers = new ParagraphNumbers({
      scroller: parts.scroller,
      map: this.#map,
      text: parts.plan,
      titleOf: parts.numberTitle,
      // Where a line break begins or ends a mark, its place among its siblings changes.
      onchange: (range) => this.#marks.repaint(range)
    })
  }

  /** More of slice `index` is drawn now, in `element`. */
  sliceDrawn(index: number, element: HTMLElement): void {
    const slice = this.#parts.plan.slices[index]
    if (slice === undefined) return
    this.#slices[index] = element
    const entries = collectEntries(element, slice.pieces)
    this.#map.setSlice(index, entries)
    this.#markings.refresh(slice.range)
    this.#numbers.sliceDrawn(element, slice.range)
    this.#sight.setSlice(index, patchesOf(element, entries))
    this.#labels.refresh(slice.range)
    this.#pointers.refresh()
  }

  /** Show these marks and no others; what is said of them follows what is seen. */
  showMarks(marks: readonly PaintedMark[]): void {
    this.#shown = marks
    this.#marks.show(marks)
    this.#stopLabels()
    this.#stopLabels = afterFrame(() => this.#labels.show(marksByBlock(this.#parts.plan.blocks, marks)))
  }

  /** Show these marks, too, while they are being saved: they cannot be clicked, and nothing is said of them. */
  showPending(marks: readonly PaintedMark[]): void {
    this.#marks.showPending(marks)
  }

  /** Show the numbers of the paragraphs in the margin, or take them away. */
  showNumbers(isShown: boolean): void {
    this.#numbers.show(isShown)
  }

  /** Show these markings before their paragraphs, and no others. */
  showMarkings(markings: readonly ShownMarking[]): void {
    this.#markings.show(markings)
  }

  /** Point at these passages and no others. */
  point(pointer: Pointer, ranges: readonly TextRange[]): void {
    this.#pointers.show(pointer, ranges)
  }

  /** Scroll so that `range` is seen; what is seen already does not move. */
  reveal(range: TextRange): void {
    this.#scrolling.reveal(range)
  }

  /** Scroll no further than is needed to see `range` well, or its start where it is taller than the window. */
  follow(range: TextRange): void {
    this.#scrolling.follow(range)
  }

  /** Whether the character at `offset` stands in the window. */
  isSeen(offset: number): boolean {
    return this.#scrolling.isSeen(offset)
  }

  /** Scroll to `range` and let it light up. */
  flash(range: TextRange): void {
    this.reveal(range)
    this.point('flash', [range])
    clearTimeout(this.#flash)
    this.#flash = setTimeout(() => this.point('flash', []), FLASH_MS)
  }

  /** Scroll so that `offset` is at the top of the window. */
  showAtTop(offset: number): void {
    this.#scrolling.showAtTop(offset)
  }

  /** The offset of the first character in the window, or `null` without text. */
  topOffset(): number | null {
    return this.offsetAtHeight(this.#parts.scroller.getBoundingClientRect().top)
  }

  /** The offset of the first character that stands at or below a height in the window, or `null` without any. */
  offsetAtHeight(top: number): number | null {
    const index = this.#slices.findIndex((slice) => (slice?.getBoundingClientRect().bottom ?? 0) > top)
    return index === -1 ? null : topOffset(this.#map.sliceEntries(index), top)
  }

  /** Where the parts of the text stand, from the top of the article. */
  spans(): readonly SliceSpan[] {
    const { article, plan } = this.#parts
    return sliceSpans(article, plan.slices)
  }

  /** What of the text is selected. */
  selection(): TextRange | null {
    const { plan, article } = this.#parts
    return selectedRange(getSelection(), article, { text: plan.text, map: this.#map })
  }

  /** Select a passage. */
  select(range: TextRange): void {
    this.#draw(range)
    const domRange = this.#map.domRange(range)
    if (domRange === null) return
    getSelection()?.setBaseAndExtent(
      domRange.startContainer,
      domRange.startOffset,
      domRange.endContainer,
      domRange.endOffset
    )
  }

  /** Where a passage stands in the window; `null` when it is not drawn. */
  rectOf(range: TextRange): DOMRect | null {
    return this.#map.domRange(range)?.getBoundingClientRect() ?? null
  }

  /** The top of the line at `offset` in the window; `null` when it is not drawn. */
  lineTop(offset: number): number | null {
    return this.rectOf({ start: offset, end: offset + 1 })?.top ?? null
  }

  /** Where a passage begins and ends in the window; `null` when it is not drawn. */
  endsOf(range: TextRange): PassageEnds | null {
    return endsOf(this.#map, range)
  }

  /** `range` with one end at a point of the window, in whole characters; `null` where that leaves nothing. */
  withEdgeAt(range: TextRange, edge: 'start' | 'end', { x, y }: { x: number; y: number }): TextRange | null {
    const offset = offsetNearPoint(this.#map, x, y)
    return offset === null ? null : wholeCharacters(this.#parts.plan.text, { ...range, [edge]: offset })
  }

  /** The offset of the character a line below or above the one at `offset`. */
  lineFrom(offset: number, by: 1 | -1): number | null {
    return lineFrom(this.#map, offset, by)
  }

  /** The offset of the character under a point of the window; `null` where there is no text. */
  offsetAt(x: number, y: number): number | null {
    return offsetAtPoint(this.#map, x, y)
  }

  /** The marks under a point of the window, the shortest first. */
  marksAt(x: number, y: number): readonly PaintedMark[] {
    const offset = offsetAtPoint(this.#map, x, y)
    return offset === null ? [] : marksAt(this.#shown, offset)
  }

  /** Put the focus where the keys scroll the text. */
  focus(): void {
    this.#parts.scroller.focus({ preventScroll: true })
  }

  /** Take everything that was painted off the page. */
  destroy(): void {
    clearTimeout(this.#flash)
    this.#stopLabels()
    this.#sight.stop()
    this.#numbers.destroy()
    this.#marks.destroy()
    this.#pointers.destroy()
  }

  #draw({ start, end }: TextRange): void {
    const { plan, ensure } = this.#parts
    ensure(sliceIndexAt(plan.slices, start))
    if (sliceIndexAt(plan.slices, end) !== sliceIndexAt(plan.slices, start))
      ensure(sliceIndexAt(plan.slices, end))
  }
}
