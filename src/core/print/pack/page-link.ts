import { tag, words } from '../html'
import type { Html } from '../html'
import type { LinkTarget } from '../print-document'
import type { PageNumbers } from './page-numbers'

/** Links to pages, and what is said of each to whoever only hears it. */
export class PageLinks {
  readonly #numbers: PageNumbers
  readonly targets: Record<string, LinkTarget> = {}

  constructor(numbers: PageNumbers) {
    this.#numbers = numbers
  }

  /** A line that leads to a page: what stands there, dots, and the number of the page. */
  line(id: string, inside: readonly Html[], spoken: string): Html {
    const number = this.#told(id, spoken)
    return tag('a', { className: ['to-page'], href: `#${id}` }, [
      tag('span', { className: ['to-page-words'] }, inside),
      tag('span', { className: ['dots'] }, []),
      tag('span', { className: ['page-number'] }, [words(` ${number}`)])
    ])
  }

  /** The number of the page alone. */
  number(id: string, spoken: string): Html {
    const number = this.#told(id, spoken)
    return tag('a', { className: ['page-number'], href: `#${id}` }, [words(number)])
  }

  #told(id: string, spoken: string): string {
    const number = this.#numbers.numberOf(id)
    this.targets[id] = { words: `${spoken}, page ${number}` }
    return number
  }
}
