import { citePlace, type NumberedText } from '#core/cite/cited-place'
import { blockIndexAt } from '#core/text/paragraphs'
import type { TextRange } from '#core/text/text-range'
import { OUTSIDE } from './entries'
import type { TextMap } from './text-map'

/** On the button of a number: the indexes of the first and the last block that it stands for. */
export const NUMBERED = 'data-numbered'

/** Where words stand in a line, a number inside would stand in the middle of them. */
const INLINE = 'a, em, strong, del, u, sub, sup, mark, code, span.chunk'

/** What the numbers of an article need of it. */
interface NumberedArticle {
  /** The element that scrolls. */
  readonly scroller: Element
  readonly map: TextMap
  readonly text: NumberedText
  /** What a click on a number does, for its tooltip. */
  readonly titleOf: (cited: string) => string
  /** Elements came between the words of `range`, or went. */
  readonly onchange: (range: TextRange) => void
}

/**
 * Keeps the number of each paragraph in the margin beside its first line, outside the text: nothing
 * moves when they come and go. The cells of a row share one, since they stand side by side. Only
 * what is within a window's height of being seen has its numbers drawn.
 *
 * The words of a number are drawn by the style sheet, so that they can be neither selected nor
 * copied; a screen reader does not hear them in the middle of the text.
 */
export class ParagraphNumbers {
  readonly #article: NumberedArticle
  readonly #buttons = new Map<number, HTMLElement>()
  readonly #ranges = new Map<Element, TextRange>()
  readonly #near = new Set<Element>()
  readonly #observer: IntersectionObserver
  #isShown = false

  constructor(article: NumberedArticle) {
    this.#article = article
    this.#observer = new IntersectionObserver((entries) => this.#see(entries), {
      root: article.scroller,
      rootMargin: '100% 0px'
    })
  }

  /** Show the numbers, or take them away. */
  show(isShown: boolean): void {
    if (isShown === this.#isShown) return
    this.#isShown = isShown
    if (isShown) for (const slice of this.#near) this.#draw(slice)
    else this.#clear()
  }

  /** More of a slice is drawn now; `range` is the text of all of it. */
  sliceDrawn(slice: Element, range: TextRange): void {
    this.#ranges.set(slice, range)
    this.#observer.observe(slice)
    if (this.#near.has(slice)) this.#draw(slice)
  }

  /** Watch the article no more. */
  destroy(): void {
    this.#observer.disconnect()
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) this.#near.delete(target)
      else if (!this.#near.has(target)) {
        this.#near.add(target)
        this.#draw(target)
      }
    }
  }

  #clear(): void {
    for (const button of this.#buttons.values()) button.remove()
    this.#buttons.clear()
    this.#article.onchange({ start: 0, end: Infinity })
  }

  #draw(slice: Element): void {
    const range = this.#ranges.get(slice)
    if (!this.#isShown || range === undefined || range.end <= range.start) return
    const { map, text } = this.#article
    const last = blockIndexAt(text.blocks, range.end - 1)
    for (let index = blockIndexAt(text.blocks, range.start); index <= last; index += 1) {
      const block = text.blocks[index]
      const entry = block === undefined ? null : map.entryAt(block.start)
      if (block === undefined || entry === null || entry.start !== block.start) continue
      const row = entry.node.parentElement?.closest('tr') ?? null
      const end = row === null ? index : this.#lastIn(row, index)
      this.#put(index, end, entry.node)
      index = end
    }
    this.#article.onchange(range)
  }

  /** The last block from `index` on that stands in the row. */
  #lastIn(row: Element, index: number): number {
    const { map, text } = this.#article
    const { blocks } = text
    let last = index
    for (let next = blocks[last + 1]; next !== undefined; next = blocks[last + 1]) {
      const entry = map.entryAt(next.start)
      if (entry === null || entry.start !== next.start || !row.contains(entry.node)) break
      last += 1
    }
    return last
  }

  #put(first: number, last: number, node: ChildNode): void {
    const { text, titleOf } = this.#article
    const { numbers } = text
    const [from, to] = [numbers[first], numbers[last]]
    const cited = from === undefined || to === undefined ? '' : citePlace({ from, to })
    if (cited === '') return
    const button = this.#buttons.get(first) ?? numberButton()
    button.setAttribute(NUMBERED, `${first} ${last}`)
    // The section stands at its head: `§3`, then `¶1`.
    button.dataset['number'] = cited.replace(/^§\d+ (?=¶)/u, '').replace('–', '\u200b–\u2060')
    button.title = titleOf(cited)
    this.#buttons.set(first, button)
    const place = outOfInlines(node)
    if (place.previousSibling !== button) place.before(button)
  }
}

function numberButton(): HTMLElement {
  const button = document.createElement('button')
  button.className = 'paragraph-number'
  button.setAttribute(OUTSIDE, '')
  button.setAttribute('aria-hidden', 'true')
  button.tabIndex = -1
  return button
}

function outOfInlines(node: ChildNode): ChildNode {
  const parent = node.parentElement
  return parent !== null && parent.matches(INLINE) ? outOfInlines(parent) : node
}
