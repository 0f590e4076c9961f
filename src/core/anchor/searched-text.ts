import type { TextRange } from '../text/text-range'
import { GramIndex } from './gram-index'
import { type Ink, inkOf } from './ink'

/** A text in which many quotes are looked for: what that needs is made once, when it is first needed. */
export class SearchedText {
  readonly text: string
  #ink: Ink | null = null
  #grams: GramIndex | null = null

  constructor(text: string) {
    this.text = text
  }

  get ink(): Ink {
    return (this.#ink ??= inkOf(this.text))
  }

  get grams(): GramIndex {
    return (this.#grams ??= new GramIndex(this.ink.units))
  }

  /** The range of the text whose ink is that from `start` to `end`. */
  rangeOfInk({ start, end }: TextRange): TextRange {
    const { offsets } = this.ink
    return { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 }
  }

  /** The first unit of ink that does not stand before `offset`. */
  inkAt(offset: number): number {
    const { offsets } = this.ink
    let low = 0
    let high = offsets.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((offsets[middle] ?? 0) >= offset) high = middle
      else low = middle + 1
    }
    return low
  }
}
