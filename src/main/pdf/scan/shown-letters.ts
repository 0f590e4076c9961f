/** What is said of a sequence of shown letters. */
interface Sequence {
  /** What is meant by it, whatever is shown. */
  readonly actual?: string
  /** Whether its letters stand in the order of the page, which is not that of reading. */
  readonly isReversed?: boolean
}

interface Opened extends Sequence {
  readonly meantFrom: number
  /** Index of its first piece on the line. */
  pieces: number
}

/**
 * Collects the letters that a content stream shows, and those that it says are meant.
 *
 * Words of scripts that run from right to left are painted in the order in which they stand on the
 * page, each by itself: read back by the lines, they are in the order of the text.
 */
export class ShownLetters {
  #meant = ''
  #ahead = ''
  #back = ''
  #line = ''
  /** What was shown on the line, in the pieces in which it was. */
  #pieces: string[] = []
  readonly #opened: Opened[] = []

  /** What is meant, what is shown, and what is shown read from right to left: words may stand in any. */
  get readings(): readonly string[] {
    this.#endLine()
    return [this.#meant, this.#ahead, this.#back]
  }

  show(letters: string): void {
    this.#meant += letters
    this.#pieces.push(`${this.#pieces.pop() ?? ''}${letters}`)
  }

  /** What is shown next stands on the line of that height. */
  move(line: string): void {
    if (line !== this.#line) this.#endLine()
    this.#line = line
    this.#pieces.push('')
  }

  open(sequence: Sequence): void {
    this.#opened.push({ ...sequence, meantFrom: this.#meant.length, pieces: this.#pieces.length })
    this.#pieces.push('')
  }

  close(): void {
    const { actual, isReversed = false, meantFrom = 0, pieces = 0 } = this.#opened.pop() ?? {}
    if (actual !== undefined) this.#meant = this.#meant.slice(0, meantFrom) + actual
    if (isReversed) {
      this.#meant = this.#meant.slice(0, meantFrom) + reversed(this.#meant.slice(meantFrom))
      this.#pieces = [...this.#pieces.slice(0, pieces), ...this.#pieces.slice(pieces).map(reversed)]
    }
    this.#pieces.push('')
  }

  #endLine(): void {
    this.#ahead += `${this.#pieces.join('')} `
    this.#back += `${this.#pieces.toReversed().join('')} `
    this.#pieces = []
    for (const sequence of this.#opened) sequence.pieces = 0
  }
}

function reversed(letters: string): string {
  return [...letters].reverse().join('')
}
