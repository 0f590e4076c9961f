import type { Block } from '#core/text/canonical-text'
import { blockIndexAt } from '#core/text/paragraphs'
import type { TextRange } from '#core/text/text-range'
import { OUTSIDE } from './entries'
import type { TextMap } from './text-map'

/** What a block is told to hold. */
export interface BlockMarks {
  readonly highlights: number
  readonly notes: number
}

/** Count the marks of each block by its index; a mark over several blocks counts in each. */
export function marksByBlock(
  blocks: readonly Block[],
  marks: readonly { readonly range: TextRange; readonly hasNote: boolean }[]
): ReadonlyMap<number, BlockMarks> {
  const counts = new Map<number, BlockMarks>()
  for (const { range, hasNote } of marks) {
    const last = blockIndexAt(blocks, range.end - 1)
    for (let index = blockIndexAt(blocks, range.start); index <= last; index += 1) {
      const before = counts.get(index) ?? { highlights: 0, notes: 0 }
      counts.set(index, {
        highlights: before.highlights + 1,
        notes: before.notes + (hasNote ? 1 : 0)
      })
    }
  }
  return counts
}

/**
 * Keeps a sentence, hidden from the eye and outside the text, at the end of each block that has
 * marks: painted highlights are nothing to a screen reader.
 */
export class BlockLabels {
  readonly #labels = new Map<number, HTMLElement>()
  readonly #map: TextMap
  readonly #blocks: readonly Block[]
  readonly #sentence: (marks: BlockMarks) => string
  #counts: ReadonlyMap<number, BlockMarks> = new Map()

  constructor(map: TextMap, blocks: readonly Block[], sentence: (marks: BlockMarks) => string) {
    this.#map = map
    this.#blocks = blocks
    this.#sentence = sentence
  }

  /** Tell these counts and no others. */
  show(counts: ReadonlyMap<number, BlockMarks>): void {
    this.#counts = counts
    for (const [index, label] of this.#labels) {
      if (counts.has(index)) continue
      label.remove()
      this.#labels.delete(index)
    }
    for (const [index, marks] of counts) this.#tell(index, marks)
  }

  /** Label what lies in `range` too, since it is drawn now. */
  refresh(range: TextRange): void {
    for (const [index, marks] of this.#counts) {
      const block = this.#blocks[index]
      if (block !== undefined && block.start < range.end && block.end > range.start) this.#tell(index, marks)
    }
  }

  #tell(index: number, marks: BlockMarks): void {
    const label = this.#labels.get(index) ?? this.#create(index)
    const sentence = this.#sentence(marks)
    if (label !== null && label.textContent !== sentence) label.textContent = sentence
  }

  #create(index: number): HTMLElement | null {
    const block = this.#blocks[index]
    const entry = block === undefined ? null : this.#map.entryAt(block.end - 1)
    if (block === undefined || entry === null || entry.start + entry.length < block.end) return null
    const label = document.createElement('span')
    label.className = 'visually-hidden'
    label.setAttribute(OUTSIDE, '')
    outOfInlines(entry.node).after(label)
    this.#labels.set(index, label)
    return label
  }
}

/** A label inside a link would become part of the link's name. */
function outOfInlines(node: ChildNode): ChildNode {
  const parent = node.parentElement
  if (parent !== null && parent.matches('a, em, strong, del, u, sub, sup, mark, code'))
    return outOfInlines(parent)
  return node
}
