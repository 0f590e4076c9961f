/**
 * The same places counted in code points, as the W3C counts positions (Web Annotation Data Model,
 * section 4.2.5), for places counted in UTF-16 code units. One pass over the text for all of them.
 */
export function inCodePoints(text: string, offsets: readonly number[]): ReadonlyMap<number, number> {
  const counted = new Map<number, number>()
  let at = 0
  let codePoints = 0
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    while (at < offset && at < text.length) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      codePoints += 1
    }
    counted.set(offset, codePoints)
  }
  return counted
}

/** Turns places of a text that are counted in code points into UTF-16 code units, for many places. */
export class CodePointPlaces {
  /** Of each character of two code units its place in code points, in order. */
  readonly #pairs: readonly number[]
  readonly #length: number

  constructor(text: string) {
    this.#pairs = [...text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map(({ index }, before) => index - before)
    this.#length = text.length
  }

  /** `null` behind the end of the text. */
  offsetAt(codePoint: number): number | null {
    const offset = codePoint + this.#pairsBefore(codePoint)
    return offset <= this.#length ? offset : null
  }

  #pairsBefore(codePoint: number): number {
    let low = 0
    let high = this.#pairs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#pairs[middle] ?? 0) < codePoint) low = middle + 1
      else high = middle
    }
    return low
  }
}
