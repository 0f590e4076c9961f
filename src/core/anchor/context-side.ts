/** Units of context that are compared with errors, from the quote outwards: one machine word. */
const NEAR = 32

/** With this part of it different, context says nothing: two sentences of a language share as much by chance. */
const UNLIKE = 0.6

/** In which direction context is read: away from its quote. */
export type Outwards = -1 | 1

/** The ink in front of a quote or behind it, to be compared with what stands beside many places. */
export class ContextSide {
  /** From the quote outwards. */
  readonly units: string
  readonly #outwards: Outwards
  readonly #near: number
  readonly #places = new Map<number, number>()

  constructor(ink: string, outwards: Outwards) {
    this.units = outwards === 1 ? ink : reversed(ink)
    this.#outwards = outwards
    this.#near = Math.min(NEAR, ink.length)
    for (let at = 0; at < this.#near; at += 1) {
      const unit = this.units.charCodeAt(at)
      this.#places.set(unit, (this.#places.get(unit) ?? 0) | (1 << at))
    }
  }

  get isEmpty(): boolean {
    return this.units === ''
  }

  /** Whether all of it stands beside `at` in `text`; the border of a quote, in units of ink. */
  standsAt(text: string, at: number): boolean {
    const from = this.#outwards === 1 ? at : at - 1
    for (let offset = 0; offset < this.units.length; offset += 1) {
      if (this.units.charCodeAt(offset) !== text.charCodeAt(from + offset * this.#outwards)) return false
    }
    return true
  }

  /** How alike it is to what stands beside `at` in `text`: 1 is the same, 0 no more than by chance. */
  likenessAt(text: string, at: number): number {
    if (this.isEmpty) return 0
    return Math.max(0, 1 - this.#distanceAt(text, at) / this.#near / UNLIKE)
  }

  /**
   * Edit distance to the stretch of `text` beside `at` that suits best (G. Myers, "A fast bit-vector
   * algorithm for approximate string matching", 1999; H. Hyyrö's formulation of 2003 for distances from
   * a fixed beginning).
   */
  #distanceAt(text: string, at: number): number {
    const last = 1 << (this.#near - 1)
    const from = this.#outwards === 1 ? at : at - 1
    let up = -1
    let down = 0
    let distance = this.#near
    let least = distance
    for (let offset = 0; offset < this.#near + 8 && least > 0; offset += 1) {
      const equal = this.#places.get(text.charCodeAt(from + offset * this.#outwards)) ?? 0
      const vertical = equal | down
      const horizontal = (((equal & up) + up) ^ up) | equal
      let rising = down | ~(horizontal | up)
      let falling = up & horizontal
      if ((rising & last) !== 0) distance += 1
      else if ((falling & last) !== 0) distance -= 1
      least = Math.min(least, distance)
      rising = (rising << 1) | 1
      falling <<= 1
      up = falling | ~(vertical | rising)
      down = rising & vertical
    }
    return least
  }
}

/** Reversed by code units: only ever compared with what is read backwards in the same way. */
function reversed(units: string): string {
  let backwards = ''
  for (let at = units.length - 1; at >= 0; at -= 1) backwards += units.charAt(at)
  return backwards
}
