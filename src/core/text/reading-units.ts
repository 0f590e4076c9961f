import type { Block } from './canonical-text'
import { blockIndexAt } from './paragraphs'
import { sentencesOf } from './sentences'
import type { TextRange } from './text-range'

/** What a reader steps through. */
export type Unit = 'sentence' | 'paragraph'

/** The sentences and paragraphs of a text; sentences are looked for only where somebody reads. */
export class ReadingUnits {
  readonly blocks: readonly Block[]
  readonly #language: string
  readonly #sentences = new Map<number, readonly TextRange[]>()

  /** `language`: a BCP 47 tag. */
  constructor(blocks: readonly Block[], language: string) {
    this.blocks = blocks
    this.#language = language
  }

  /** The sentences of a block by its index; a block of nothing but signs is one. */
  sentencesIn(index: number): readonly TextRange[] {
    const known = this.#sentences.get(index)
    const block = this.blocks[index]
    if (known !== undefined || block === undefined) return known ?? []
    const found = sentencesOf(block.text, this.#language).map(({ start, end }) => ({
      start: block.start + start,
      end: block.start + end
    }))
    this.#sentences.set(index, found)
    return found
  }

  /** The unit that holds `offset`, or the one before it where it stands between two. */
  at(offset: number, unit: Unit): TextRange | null {
    return this.before(offset + 1, unit) ?? this.from(offset, unit)
  }

  /** The first unit that starts at `offset` or after it. */
  from(offset: number, unit: Unit): TextRange | null {
    return this.#forward(offset, unit, ({ start }) => start >= offset)
  }

  /** The last unit that starts before `offset`. */
  before(offset: number, unit: Unit): TextRange | null {
    return this.#back(offset, unit, ({ start }) => start < offset)
  }

  /** The first start of a unit after `offset`. */
  startAfter(offset: number, unit: Unit): number | null {
    return this.from(offset + 1, unit)?.start ?? null
  }

  /** The first end of a unit after `offset`. */
  endAfter(offset: number, unit: Unit): number | null {
    return this.#forward(offset, unit, ({ end }) => end > offset)?.end ?? null
  }

  /** The last end of a unit before `offset`. */
  endBefore(offset: number, unit: Unit): number | null {
    return this.#back(offset, unit, ({ end }) => end < offset)?.end ?? null
  }

  /** The first or last unit of the text. */
  edge(by: 1 | -1, unit: Unit): TextRange | null {
    return by === 1 ? this.from(0, unit) : this.before(Infinity, unit)
  }

  #unitsOf(index: number, unit: Unit): readonly TextRange[] {
    const block = this.blocks[index]
    if (block === undefined) return []
    return unit === 'sentence' ? this.sentencesIn(index) : [{ start: block.start, end: block.end }]
  }

  #forward(offset: number, unit: Unit, fits: (range: TextRange) => boolean): TextRange | null {
    for (let index = Math.max(0, blockIndexAt(this.blocks, offset)); index < this.blocks.length; index += 1) {
      const found = this.#unitsOf(index, unit).find(fits)
      if (found !== undefined) return found
    }
    return null
  }

  #back(offset: number, unit: Unit, fits: (range: TextRange) => boolean): TextRange | null {
    for (let index = blockIndexAt(this.blocks, offset); index >= 0; index -= 1) {
      const found = this.#unitsOf(index, unit).findLast(fits)
      if (found !== undefined) return found
    }
    return null
  }
}
