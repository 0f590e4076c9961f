import { RUN_ADDRESS } from './print-document'
import type { PrintLink } from './print-document'

const PRINTABLE = /^(?:https?|mailto):/iu

/** Collects the runs of a document while it is written, and gives each the address it is printed with. */
export class LinkTable {
  readonly #links: PrintLink[] = []

  get links(): readonly PrintLink[] {
    return this.#links
  }

  /** The address that stands for `link` in the document. */
  addressOf(link: PrintLink): string {
    this.#links.push(link)
    return `${RUN_ADDRESS}${this.#links.length - 1}`
  }
}

/** The address of a link as it may stand in a PDF, or `null` for any other scheme. */
export function printableAddress(href: string | undefined): string | null {
  return href !== undefined && PRINTABLE.test(href) ? href : null
}
