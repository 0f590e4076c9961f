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

const NONE: BlockMarks = { highlights: 0, notes: 0 }

/** Count the marks of each block, one count for each; a mark over several blocks counts in each. */
export function marksByBlock(
  blocks: readonly Block[],
  marks: readonly { readonly range: TextRange; readonly hasNote: boolean }[]
): readonly BlockMarks[] {
  // Where marks begin and end, not each block of each: a mark may lie over the whole text.
  const steps = blocks.map(() => ({ highlights: 0, notes: 0 }))
  const step = (index: number, hasNote: boolean, by: 1 | -1): void => {
    const at = steps[index]
    if (at === undefined) return
    at.highlights += by
    if (hasNote) at.notes += by
  }
  for (const { range, hasNote } of marks) {
    step(blockIndexAt(blocks, range.start), hasNote, 1)
    step(blockIndexAt(blocks, range.end - 1) + 1, hasNote, -1)
  }
  let highlights = 0
  let notes = 0
  return steps.map((at) => ({ highlights: (highlights += at.highlights), notes: (notes += at.notes) }))
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
  #counts: readonly BlockMarks[] = []

  constructor(map: TextMap, blocks: readonly Block[], sentence: (marks: BlockMarks) => string) {
    this.#map = map
    this.#blocks = blocks
    this.#sentence = sentence
  }

  /** Tell these counts, one for each block. */
  show(counts: readonly BlockMarks[]): void {
    const before = this.#counts
    this.#counts = counts
    for (const [index, marks] of counts.entries()) {
      const { highlights, notes } = before[index] ?? NONE
      if (marks.highlights !== highlights || marks.notes !== notes) this.#tell(index, marks)
    }
  }

  /** Label what lies in `range` too, since it is drawn now. */
  refresh({ start, end }: TextRange): void {
    const last = blockIndexAt(this.#blocks, end - 1)
    for (let index = blockIndexAt(this.#blocks, start); index <= last; index += 1) {
      this.#tell(index, this.#counts[index] ?? NONE)
    }
  }

  #tell(index: number, marks: BlockMarks): void {
    if (marks.highlights === 0) {
      this.#labels.get(index)?.remove()
      this.#labels.delete(index)
      return
    }
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
