import type { BriefingSummary } from '#core/briefing/briefing'
import type { CitedPassage } from '#core/cite/cited-passage'
import { readCitation } from '#core/cite/read-citation'
import { linkIn } from '#core/cite/deep-link'
import type { TextRange } from '#core/text/text-range'
import { findPlace } from '../find/find-place'
import { words } from '../words/english'
import { sentenceFor } from './notices.svelte'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

/** What was typed or pasted to go to: a place in the open briefing, or a citation or link of any. */
export class GoTo {
  query = $state('')
  problem = $state('')
  /** Briefings that fit a citation, when there are several. */
  choices = $state.raw<readonly BriefingSummary[]>([])
  readonly #reader: Reader
  /** The place is found: the dialog goes away, so that the focus is free for the text. */
  readonly #onfound: () => void

  constructor(reader: Reader, onfound: () => void) {
    this.#reader = reader
    this.#onfound = onfound
  }

  /** Something else is being typed. */
  begin(): void {
    this.problem = ''
    this.choices = []
  }

  async submit(): Promise<void> {
    const { document } = this.#reader
    const range = document === null ? null : findPlace(document.plan, this.query)
    if (range !== null) this.goWithin(range)
    else if (isCitation(this.query)) await this.choose()
    else this.problem = words.goTo.notFound
  }

  /** Go to a passage of the open briefing. */
  goWithin(range: TextRange): void {
    this.#onfound()
    if (this.#reader.document !== null) arriveAt(this.#reader, this.#reader.document, range)
  }

  /** Follow the citation, into `briefing` when it was chosen of several. */
  async choose(briefing?: string): Promise<void> {
    try {
      const found = await findCited(this.#reader, this.query, briefing)
      if (found.kind === 'several') this.choices = found.briefings
      else {
        this.#onfound()
        await openPassage(this.#reader, found)
      }
    } catch (thrown) {
      this.problem = sentenceFor(thrown)
    }
  }
}

/** Follow a link that came from outside the window. */
export async function followLink(reader: Reader, link: string): Promise<void> {
  await reader.notices.attempt(async () => {
    await reader.library.load()
    const found = await findCited(reader, link)
    if (found.kind === 'passage') await openPassage(reader, found)
  })
}

/** A damaged link is one too: it is told what is wrong with it. */
function isCitation(query: string): boolean {
  return readCitation(query) !== null || linkIn(query) !== null
}

function findCited({ api, document }: Reader, text: string, briefing?: string): Promise<CitedPassage> {
  const open = document === null ? null : { briefing: document.briefing.id, edition: document.edition }
  return api.findCited({ text, briefing, open })
}

async function openPassage(
  reader: Reader,
  { briefing, edition, range, aged }: Extract<CitedPassage, { kind: 'passage' }>
): Promise<void> {
  const before = reader.document
  await reader.open(briefing, { edition, arrival: range })
  const { document } = reader
  if (document?.briefing.id !== briefing) return
  if (document === before && range !== null) arriveAt(reader, document, range)
  else if (range !== null) sayWhere(reader, document, range)
  if (aged !== null) reader.notices.tell(words.goTo.aged(aged))
}

function arriveAt(reader: Reader, document: OpenDocument, range: TextRange): void {
  document.focusText()
  document.view?.flash(range)
  sayWhere(reader, document, range)
}

/** The text scrolls, which nobody hears. */
function sayWhere({ notices }: Reader, document: OpenDocument, range: TextRange): void {
  notices.announce(words.goTo.at(document.cite(range), document.quote(range)))
}
