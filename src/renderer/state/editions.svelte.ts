import type { ImportedBriefing } from '#core/contract/api'
import { words } from '../words/english'
import type { Change } from './history'
import type { LibraryState } from './library.svelte'
import type { Notices } from './notices.svelte'
import type { OpenDocument } from './open-document.svelte'
import type { PageApi } from './page-api'
import type { TrashState } from './trash.svelte'

/** What editions need of the window around them. */
export interface EditionsContext {
  readonly api: PageApi
  readonly notices: Notices
  readonly library: LibraryState
  readonly trash: TrashState
  readonly document: OpenDocument | null
  readonly remember: (change: Change) => void
  readonly undo: () => Promise<void>
  readonly close: (id: string) => Promise<boolean>
  open(id: string, opening?: { readonly edition?: number }): Promise<void>
}

/** A briefing that may be a new edition of another one. */
interface Proposal {
  readonly id: string
  readonly into: string
  readonly title: string
}

/** Going from edition to edition, and making them: what is only alike is asked about, one after the other. */
export class EditionsState {
  readonly #context: EditionsContext
  #proposals: readonly Proposal[] = []
  /** What the person said no to; asked once in each session. */
  #declined: readonly string[] = []
  /** The notice that offers the review. */
  #told: number | null = null

  constructor(context: EditionsContext) {
    this.#context = context
  }

  /** Briefings and editions came in: tell of their marks, let the import be taken back, and ask what is unclear. */
  hear(imported: readonly ImportedBriefing[]): void {
    const editions = imported.filter(({ carried }) => carried !== null)
    const briefings = imported.filter(({ carried }) => carried === null).map(({ briefing }) => briefing.id)
    const whole = this.#context.trash.importSteps(briefings)
    this.#context.remember({
      ...{ what: words.importing.name, briefing: null },
      undo: async () => {
        for (const edition of editions.toReversed()) await this.#withdraw(edition)
        await whole.undo()
      },
      redo: async () => {
        await whole.redo()
        for (const edition of editions) await this.#restore(edition)
      }
    })
    for (const edition of editions) this.#tell(edition)
    this.#propose(imported)
  }

  /** Show the open briefing in one of its editions. */
  async show(edition: number): Promise<void> {
    const { document, notices } = this.#context
    if (document === null || document.edition === edition) return
    const newest = document.editions.length
    await this.#context.open(document.briefing.id, { edition })
    notices.announce(words.editions.shown(edition, newest))
  }

  /** Back to the newest edition of the open briefing. */
  async showNewest(): Promise<void> {
    const { document } = this.#context
    if (document !== null) await this.show(document.editions.length)
  }

  /** Begin the review of the open briefing; what offered it has done its work. */
  review(): void {
    const { document, notices } = this.#context
    if (this.#told !== null) notices.close(this.#told)
    document?.review.open()
  }

  /** Editions came or went elsewhere: show what there is now. */
  async look(document: OpenDocument): Promise<void> {
    const { api, notices, library } = this.#context
    const { id } = document.briefing
    const { editions } = await api.openBriefing({ id })
    // What this window brings in itself it opens and tells of.
    if (library.isImporting || this.#context.document !== document) return
    const isMore = editions.length > document.editions.length
    if (document.edition > editions.length) return this.#context.open(id, { edition: editions.length })
    document.editions = editions
    if (!isMore) return
    const show = { label: words.editions.showNewest, run: () => void this.showNewest() }
    notices.tell(words.editions.arrived(editions.length), show)
  }

  #tell({ briefing, carried }: Pick<ImportedBriefing, 'briefing' | 'carried'>): void {
    if (carried === null) return
    const { notices, undo } = this.#context
    const takeBack = { label: words.actions.undo, run: () => void undo() }
    const sentence = words.editions.imported(briefing.edition, briefing.title, carried)
    const waiting = carried.moved + carried.changed + carried.orphan
    if (waiting === 0) return notices.tell(sentence, takeBack)
    const review = { label: words.editions.review(waiting), run: () => void this.#showReview(briefing) }
    this.#told = notices.ask(sentence, [review, takeBack])
  }

  async #showReview({ id, edition }: { readonly id: string; readonly edition: number }): Promise<void> {
    await this.#context.open(id, { edition })
    this.review()
  }

  #propose(imported: readonly ImportedBriefing[]): void {
    const found = imported.flatMap(({ briefing: { id }, resembles }) =>
      resembles === null ? [] : { id, into: resembles.id, title: resembles.title }
    )
    const isQuiet = this.#proposals.length === 0
    this.#proposals = [
      ...this.#proposals,
      ...found.filter((proposal) => !this.#declined.includes(keyOf(proposal)))
    ]
    if (isQuiet) this.#askNext()
  }

  #askNext(): void {
    const [proposal] = this.#proposals
    if (proposal === undefined) return
    const { notices, library } = this.#context
    const into = library.briefings.find(({ id }) => id === proposal.into)
    const title = library.briefings.find(({ id }) => id === proposal.id)?.title ?? proposal.title
    if (into === undefined) return this.#answered()
    notices.ask(
      words.editions.proposal(title, into.title),
      [
        { label: words.editions.join(into.edition + 1), run: () => void this.#join(proposal) },
        { label: words.editions.keepApart, run: () => this.#decline(proposal) }
      ],
      () => this.#answered()
    )
  }

  #decline(proposal: Proposal): void {
    this.#declined = [...this.#declined, keyOf(proposal)]
  }

  #answered(): void {
    this.#proposals = this.#proposals.slice(1)
    this.#askNext()
  }

  async #join({ id, into }: Proposal): Promise<void> {
    const { api, notices, library, close, remember } = this.#context
    await notices.attempt(async () => {
      if (!(await close(id))) return
      const joined = await api.joinEditions({ id, into })
      await this.#showAgain(joined.briefing)
      remember({
        ...{ what: words.editions.joining, briefing: null },
        undo: async () => {
          await this.#withdraw(joined)
          await api.restoreBriefing({ id })
          await library.load()
        },
        redo: async () => {
          if (!(await close(id))) return
          await api.deleteBriefing({ id })
          await this.#restore(joined)
        }
      })
      this.#tell(joined)
    })
  }

  async #withdraw({ briefing: { id }, sha256 }: ImportedBriefing): Promise<void> {
    const { api, library, document, close } = this.#context
    const isOpen = document?.briefing.id === id
    if (isOpen && !(await close(id))) return
    const { edition } = await api.withdrawEdition({ id, sha256 })
    if (isOpen) await this.#showAgain({ id, edition })
    else await library.load()
  }

  async #restore({ briefing: { id }, sha256 }: ImportedBriefing): Promise<void> {
    const { api, close } = this.#context
    if (!(await close(id))) return
    const { edition } = await api.restoreEdition({ id, sha256 })
    await this.#showAgain({ id, edition })
  }

  async #showAgain({ id, edition }: { readonly id: string; readonly edition: number }): Promise<void> {
    await this.#context.library.load()
    await this.#context.open(id, { edition })
  }
}

function keyOf({ id, into }: Proposal): string {
  return `${id} ${into}`
}
