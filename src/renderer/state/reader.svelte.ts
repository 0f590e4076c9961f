import { createContext } from 'svelte'
import type { Color } from '#core/annotation/annotation'
import type { ReadingPosition } from '#core/briefing/briefing'
import type { TextRange } from '#core/text/text-range'
import { words } from '../words/english'
import { type Change, History } from './history'
import { AllMarks } from './all-marks.svelte'
import { BackupsState } from './backups.svelte'
import { EditionsState } from './editions.svelte'
import { Exporting } from './exporting.svelte'
import { Filtering } from './filtering.svelte'
import type { Handling } from './handling.svelte'
import { Interchange } from './interchange.svelte'
import { Layout } from './layout.svelte'
import type { Marks } from './marks.svelte'
import { LibraryState } from './library.svelte'
import { Notices, sentenceFor } from './notices.svelte'
import { OpenDocument } from './open-document.svelte'
import type { PageApi } from './page-api'
import { placeAcross } from './place-across'
import { SettingsState } from './settings.svelte'
import { TrashState } from './trash.svelte'

/** What stands in the middle of the window. */
type Reading =
  | { readonly status: 'none'; readonly id: null }
  | { readonly status: 'loading'; readonly id: string }
  | { readonly status: 'failed'; readonly id: string; readonly sentence: string }
  | { readonly status: 'open'; readonly id: string; readonly document: OpenDocument }

/** How a briefing is opened. */
interface Opening {
  readonly edition?: number
  /** A passage to go to, in place of where reading stopped. */
  readonly arrival?: TextRange | null
}

/** The state of the whole window. */
export class Reader {
  readonly api: PageApi
  readonly notices = new Notices()
  readonly layout = new Layout()
  readonly filtering = new Filtering()
  readonly settings: SettingsState
  readonly library: LibraryState
  readonly trash: TrashState
  readonly editions: EditionsState
  readonly backups: BackupsState
  readonly allMarks: AllMarks
  readonly interchange: Interchange
  readonly exporting: Exporting
  readonly #history = new History()
  reading = $state.raw<Reading>({ status: 'none', id: null })
  /** The address that the person is asked about. */
  link = $state.raw<string | null>(null)
  #savedPosition: Promise<unknown> = Promise.resolve()

  constructor(api: PageApi) {
    this.api = api
    this.settings = new SettingsState(api, this.notices)
    this.library = new LibraryState({
      api,
      notices: this.notices,
      open: (id, opening) => this.open(id, opening),
      showReport: () => (this.layout.dialog = 'import-report'),
      onImported: (imported) => this.editions.hear(imported)
    })
    this.trash = new TrashState(this)
    this.editions = new EditionsState(this)
    this.backups = new BackupsState(this)
    this.allMarks = new AllMarks(this)
    this.interchange = new Interchange(this)
    this.exporting = new Exporting(this)
  }

  readonly document = $derived.by(() => (this.reading.status === 'open' ? this.reading.document : null))

  readonly canHaveMargin = $derived.by(() => this.layout.isRoomy)

  /** Whether notes stand beside their lines; else in a list. */
  readonly hasMargin = $derived.by(() => {
    const { notesPlace } = this.settings.current
    return this.canHaveMargin && (notesPlace === 'auto' ? this.layout.isWide : notesPlace === 'margin')
  })

  /** Read what the window begins with. */
  async start(): Promise<void> {
    await Promise.all([this.settings.load(), this.library.load()])
  }

  /**
   * Open a briefing in an edition, else its newest; a note that is being written is saved first. Its words are
   * shown as soon as they are there; the promise waits for its marks too.
   */
  async open(id: string, { edition, arrival }: Opening = {}): Promise<void> {
    const { document } = this
    if (document?.briefing.id === id && document.edition === (edition ?? document.edition)) return
    if (document !== null && !(await document.finish())) return
    const place = document?.briefing.id === id ? document.topPlace() : null
    let reading: Reading = (this.reading = { status: 'loading', id })
    // Coming back to a briefing at once must find the place that it was left at.
    await this.#savedPosition
    try {
      const opened = await this.api.openBriefing({ id, edition })
      if (this.reading !== reading) return
      const shown = new OpenDocument(placeAcross(place, opened), this, arrival)
      this.reading = reading = { status: 'open', id, document: shown }
      for (const warning of opened.warnings) this.notices.warn(warning)
      await shown.marks.read()
    } catch (thrown) {
      if (this.reading === reading) this.reading = { status: 'failed', id, sentence: sentenceFor(thrown) }
    }
  }

  /** Put notes beside their lines, or with `false` into a list. */
  chooseMargin(isWanted: boolean): void {
    void this.settings.change({ notesPlace: isWanted ? 'margin' : 'list' })
  }

  /** Give the open briefing another title; answers whether it was saved. */
  async rename(title: string): Promise<boolean> {
    const { document } = this
    if (document === null) return false
    const { id } = document.briefing
    const before = document.title
    const done = await this.notices.attempt(() => this.#rename(id, title))
    if (!done || document.title === before) return done
    const after = document.title
    this.remember({
      what: words.library.renaming,
      briefing: null,
      undo: () => this.#rename(id, before),
      redo: () => this.#rename(id, after)
    })
    return true
  }

  /** Stop reading a briefing that goes to the trash; a note that is being written is saved first. */
  readonly close = async (id: string): Promise<boolean> => {
    if (this.reading.id !== id) return true
    if (this.document !== null && !(await this.document.finish())) return false
    await this.#savedPosition
    this.reading = { status: 'none', id: null }
    return true
  }

  readonly colorName = (color: Color): string => this.settings.colorName(color)

  readonly remember = (change: Change): void => this.#history.add(change)

  readonly marksOf = (briefing: string): Marks | null =>
    this.document?.briefing.id === briefing ? this.document.marks : null

  readonly handlingOf = (briefing: string): Handling | null =>
    this.document?.briefing.id === briefing ? this.document.handling : null

  /** Take back the last change made in this window, of marks or of the library. */
  readonly undo = async (): Promise<void> => {
    await this.#settled()
    await this.#step(
      this.#history.last,
      () => this.#history.undo(),
      words.marks.undone,
      words.marks.nothingToUndo
    )
  }

  /** Make the last change that was taken back again. */
  readonly redo = async (): Promise<void> => {
    await this.#settled()
    await this.#step(
      this.#history.next,
      () => this.#history.redo(),
      words.marks.redone,
      words.marks.nothingToRedo
    )
  }

  /** The window closes: what is still being written or moved goes to the disk. */
  saveOpen(): void {
    void this.document?.editing.save()
    void this.document?.resizing.settle()
  }

  /** Keep where reading stopped. Losing it is no loss worth a notice: the next scroll saves again. */
  savePosition(id: string, position: ReadingPosition): void {
    if (this.document?.isNewest === false) return
    this.#savedPosition = this.api.saveReadingPosition({ id, position }).catch(() => null)
  }

  /** Ask whether to open `address`: nothing opens without an answer. */
  askForLink(address: string): void {
    this.link = address
    this.layout.dialog = 'link'
  }

  /** Put `text` on the clipboard. */
  readonly copy = async (text: string, said: string = words.popup.copied): Promise<void> => {
    const done = await this.notices.attempt(async () => void (await this.api.copyText({ text })))
    if (done) this.notices.announce(said)
  }

  /** Show what was changed elsewhere. */
  readonly refresh = async (): Promise<void> => {
    await this.library.load()
    const { document, library } = this
    if (document === null || library.status !== 'ready') return
    const summary = library.briefings.find(({ id }) => id === document.briefing.id)
    if (summary === undefined) {
      this.reading = { status: 'failed', id: document.briefing.id, sentence: words.failed.gone }
      return
    }
    document.title = summary.title
    await document.handling.reload(summary.marking)
    if (summary.edition !== document.editions.length) await this.editions.look(document)
    await this.notices.attempt(() => document.marks.read())
  }

  /** A change that is still being saved is the last one too. */
  async #settled(): Promise<void> {
    await this.document?.resizing.settle()
    await this.document?.marks.settled()
    await this.document?.handling.settled()
  }

  /** What is said of a step names what was changed, since it may be out of sight. */
  async #step(
    change: Change | null,
    step: () => Promise<void>,
    said: (what: string) => string,
    nothing: string
  ): Promise<void> {
    if (change === null) return this.notices.announce(nothing)
    await this.notices.attempt(async () => {
      if (change.briefing !== null && change.briefing !== this.reading.id) await this.open(change.briefing)
      await step()
      if (change.briefing === null) this.notices.tell(said(change.what))
      else this.notices.announce(said(change.what))
    })
  }

  async #rename(id: string, title: string): Promise<void> {
    const summary = await this.api.renameBriefing({ id, title })
    if (this.document?.briefing.id === id) this.document.title = summary.title
    this.library.put(summary)
  }
}

/** The window's state, by context. */
export const [useReader, provideReader] = createContext<Reader>()
