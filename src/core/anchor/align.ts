/** Where the borders between the units of a pattern fall in a text, and what the way there costs. */
export interface Alignment {
  /** For each border of the pattern (one more than units): where it falls, in front of what is put in there. */
  readonly before: Int32Array
  /** The same behind what is put in there. */
  readonly behind: Int32Array
  /** Errors up to each border, without what is put in there. */
  readonly errorsBefore: Int32Array
  /** Errors up to each border, with what is put in there. */
  readonly errorsBehind: Int32Array
}

/** Which part of a text a pattern may lie in: it begins from `first` to `last` units into the text. */
export interface Band {
  readonly first: number
  readonly last: number
}

const FAR = 0x3fff_ffff

/**
 * Lay `pattern` into `text` with the fewest insertions, deletions and replacements; what stands in front
 * of it and behind it costs nothing (P. Sellers, "The theory and computation of evolutionary distances",
 * 1980), and only in `band` (E. Ukkonen, "Algorithms for approximate string matching", 1985), so that it
 * costs as many steps as the pattern is long times the width of the band.
 */
export function align(pattern: string, text: string, band: Band): Alignment | null {
  const table = new Table(pattern, text, band)
  const end = table.fill()
  return end === null ? null : table.walkBack(end)
}

class Table {
  readonly #pattern: string
  readonly #text: string
  readonly #first: number
  readonly #width: number
  readonly #costs: Int32Array

  constructor(pattern: string, text: string, { first, last }: Band) {
    this.#pattern = pattern
    this.#text = text
    this.#first = first
    this.#width = last - first + 1
    this.#costs = new Int32Array((pattern.length + 1) * this.#width).fill(FAR)
  }

  /** Answers where in the text the cheapest way ends, the leftmost of equals. */
  fill(): number | null {
    for (let row = 0; row <= this.#pattern.length; row += 1) this.#fillRow(row)
    const row = this.#pattern.length
    let end: number | null = null
    let least = FAR
    for (let slot = 0; slot < this.#width; slot += 1) {
      const at = row + this.#first + slot
      if (this.#cost(row, at) < least) {
        least = this.#cost(row, at)
        end = at
      }
    }
    return end
  }

  #fillRow(row: number): void {
    const unit = this.#pattern.charCodeAt(row - 1)
    const from = Math.max(0, row + this.#first)
    const to = Math.min(this.#text.length, row + this.#first + this.#width - 1)
    for (let at = from; at <= to; at += 1) {
      const cost =
        row === 0
          ? 0
          : Math.min(
              this.#cost(row - 1, at) + 1,
              this.#cost(row, at - 1) + 1,
              this.#cost(row - 1, at - 1) + (this.#text.charCodeAt(at - 1) === unit ? 0 : 1)
            )
      this.#costs[row * this.#width + at - row - this.#first] = cost
    }
  }

  #cost(row: number, at: number): number {
    const slot = at - row - this.#first
    if (slot < 0 || slot >= this.#width || at < 0) return FAR
    return this.#costs[row * this.#width + slot] ?? FAR
  }

  walkBack(end: number): Alignment {
    const size = this.#pattern.length + 1
    const [before, behind, errorsBefore, errorsBehind] = [
      new Int32Array(size),
      new Int32Array(size),
      new Int32Array(size),
      new Int32Array(size)
    ]
    let at = end
    for (let row = size - 1; row >= 0; row -= 1) {
      behind[row] = at
      errorsBehind[row] = this.#cost(row, at)
      while (row > 0 && !this.#comesFromAbove(row, at)) at -= 1
      before[row] = at
      errorsBefore[row] = this.#cost(row, at)
      if (row > 0 && this.#comesDiagonally(row, at)) at -= 1
    }
    return { before, behind, errorsBefore, errorsBehind }
  }

  #comesFromAbove(row: number, at: number): boolean {
    return this.#comesDiagonally(row, at) || this.#cost(row - 1, at) + 1 === this.#cost(row, at)
  }

  #comesDiagonally(row: number, at: number): boolean {
    if (at === 0) return false
    const isSame = this.#text.charCodeAt(at - 1) === this.#pattern.charCodeAt(row - 1)
    return this.#cost(row - 1, at - 1) + (isSame ? 0 : 1) === this.#cost(row, at)
  }
}
