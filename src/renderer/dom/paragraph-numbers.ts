import { citePlace, type NumberedText } from '#core/cite/cited-place'
import { blockIndexAt } from '#core/text/paragraphs'
import type { TextRange } from '#core/text/text-range'
import { OUTSIDE } from './entries'
import type { TextMap } from './text-map'

/** On the button of a number: the indexes of the first and the last block that it stands for. */
export const NUMBERED = 'data-numbered'

/** Where words stand in a line, a number inside would stand in the middle of them. */
const INLINE = 'a, em, strong, del, u, sub, sup, mark, code, span.chunk'

/**
 * Keeps the number of each paragraph in the margin beside its first line, outside the text: nothing
 * moves when they come and go. The cells of a row share one, since they stand side by side.
 *
 * The words of a number are drawn by the style sheet, so that they can be neither selected nor
 * copied; a screen reader does not hear them in the middle of the text.
 */
export class ParagraphNumbers {
  readonly #map: TextMap
  readonly #text: NumberedText
  readonly #titleOf: (cited: string) => string
  readonly #buttons = new Map<number, HTMLElement>()
  #isShown = false

  constructor(map: TextMap, text: NumberedText, titleOf: (cited: string) => string) {
    this.#map = map
    this.#text = text
    this.#titleOf = titleOf
  }

  /** Whether numbers are wanted; answers whether that changed the page. */
  show(isShown: boolean): boolean {
    if (isShown === this.#isShown) return false
    this.#isShown = isShown
    if (isShown) this.#draw(0, this.#text.blocks.length - 1)
    else this.#clear()
    return true
  }

  /** More of `range` is drawn now. */
  refresh({ start, end }: TextRange): void {
    if (!this.#isShown || end <= start) return
    this.#draw(blockIndexAt(this.#text.blocks, start), blockIndexAt(this.#text.blocks, end - 1))
  }

  #clear(): void {
    for (const button of this.#buttons.values()) button.remove()
    this.#buttons.clear()
  }

  #draw(first: number, last: number): void {
    const { blocks } = this.#text
    for (let index = first; index <= last; index += 1) {
      const block = blocks[index]
      const entry = block === undefined ? null : this.#map.entryAt(block.start)
      if (block === undefined || entry === null || entry.start !== block.start) continue
      const row = entry.node.parentElement?.closest('tr') ?? null
      const end = row === null ? index : this.#lastIn(row, index)
      this.#put(index, end, entry.node)
      index = end
    }
  }

  /** The last block from `index` on that stands in the row. */
  #lastIn(row: Element, index: number): number {
    const { blocks } = this.#text
    let last = index
    for (let next = blocks[last + 1]; next !== undefined; next = blocks[last + 1]) {
      const entry = this.#map.entryAt(next.start)
      if (entry === null || entry.start !== next.start || !row.contains(entry.node)) break
      last += 1
    }
    return last
  }

  #put(first: number, last: number, node: ChildNode): void {
    const { numbers } = this.#text
    const [from, to] = [numbers[first], numbers[last]]
    const cited = from === undefined || to === undefined ? '' : citePlace({ from, to })
    if (cited === '') return
    const button = this.#buttons.get(first) ?? numberButton()
    button.setAttribute(NUMBERED, `${first} ${last}`)
    // The section stands at its head: `§3`, then `¶1`.
    button.dataset['number'] = cited.replace(/^§\d+ (?=¶)/u, '')
    button.title = this.#titleOf(cited)
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
