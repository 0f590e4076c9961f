import { createContext } from 'svelte'
import type { ReadingPosition } from '#core/briefing/briefing'
import { words } from '../words/english'
import { Layout } from './layout.svelte'
import { LibraryState } from './library.svelte'
import { Notices, sentenceFor } from './notices.svelte'
import { OpenDocument } from './open-document.svelte'
import type { PageApi } from './page-api'
import { SettingsState } from './settings.svelte'

/** What stands in the middle of the window. */
type Reading =
  | { readonly status: 'none'; readonly id: null }
  | { readonly status: 'loading'; readonly id: string }
  | { readonly status: 'failed'; readonly id: string; readonly sentence: string }
  | { readonly status: 'open'; readonly id: string; readonly document: OpenDocument }

/** The state of the whole window. */
export class Reader {
  readonly api: PageApi
  readonly notices = new Notices()
  readonly layout = new Layout()
  readonly settings: SettingsState
  readonly library: LibraryState
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
      open: (id) => this.open(id),
      showReport: () => (this.layout.dialog = 'import-report')
    })
  }

  readonly document = $derived.by(() => (this.reading.status === 'open' ? this.reading.document : null))

  /** Read what the window begins with. */
  async start(): Promise<void> {
    await Promise.all([this.settings.load(), this.library.load()])
  }

  /** Open a briefing; a note that is being written is saved first. */
  async open(id: string): Promise<void> {
    if (this.reading.status === 'open' && this.reading.id === id) return
    if (this.document !== null && !(await this.document.editing.finish())) return
    this.reading = { status: 'loading', id }
    // Coming back to a briefing at once must find the place that it was left at.
    await this.#savedPosition
    try {
      const opened = await this.api.openBriefing({ id })
      if (this.reading.id !== id) return
      this.reading = { status: 'open', id, document: new OpenDocument(opened, this) }
      for (const warning of opened.warnings) this.notices.warn(warning)
    } catch (thrown) {
      if (this.reading.id === id) this.reading = { status: 'failed', id, sentence: sentenceFor(thrown) }
    }
  }

  /** Give the open briefing another title; answers whether it was saved. */
  async rename(title: string): Promise<boolean> {
    const { document } = this
    if (document === null) return false
    return this.notices.attempt(async () => {
      const summary = await this.api.renameBriefing({ id: document.briefing.id, title })
      document.title = summary.title
      this.library.put(summary)
    })
  }

  /** Keep where reading stopped. Losing it is no loss worth a notice: the next scroll saves again. */
  savePosition(id: string, position: ReadingPosition): void {
    this.#savedPosition = this.api.saveReadingPosition({ id, position }).catch(() => null)
  }

  /** Ask whether to open `address`: nothing opens without an answer. */
  askForLink(address: string): void {
    this.link = address
    this.layout.dialog = 'link'
  }

  /** Put `text` on the clipboard. */
  async copy(text: string, said: string = words.popup.copied): Promise<void> {
    const done = await this.notices.attempt(async () => void (await this.api.copyText({ text })))
    if (done) this.notices.announce(said)
  }

  /** Show what was changed elsewhere. */
  async refresh(): Promise<void> {
    await Promise.all([this.library.load(), this.document?.marks.reload()])
  }
}

/** The window's state, by context. */
export const [useReader, provideReader] = createContext<Reader>()
