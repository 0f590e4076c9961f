import type { ListFormat } from '#core/formats/list-formats'
import type { AnnotationImport } from '#core/interchange/annotation-import'
import { words } from '../words/english'
import type { Change } from './history'
import type { Layout } from './layout.svelte'
import type { Marks } from './marks.svelte'
import type { Notices } from './notices.svelte'
import type { OpenDocument } from './open-document.svelte'
import type { PageApi } from './page-api'

/** What bringing annotations in and out needs of the window around it. */
export interface InterchangeContext {
  readonly api: PageApi
  readonly notices: Notices
  readonly layout: Layout
  readonly document: OpenDocument | null
  readonly remember: (change: Change) => void
  readonly marksOf: (briefing: string) => Marks | null
  readonly copy: (text: string, said?: string) => Promise<void>
}

/** A file that was dropped on an open briefing: the person is asked what it is. */
const ANNOTATIONS = /\.(?:jsonld|json)$/iu

/** Annotations of other programs, in and out of the briefing that is open. */
export class Interchange {
  /** What became of the last file; `null` before there was one. */
  report = $state.raw<AnnotationImport | null>(null)
  /** The dropped file that the person is asked about. */
  offered = $state.raw<File | null>(null)
  readonly #context: InterchangeContext

  constructor(context: InterchangeContext) {
    this.#context = context
  }

  /** Take over a file that the person chooses. */
  async importChosen(): Promise<void> {
    await this.#import((api, shown) => api.chooseAnnotations(shown))
  }

  /** Whether these dropped files may be annotations of the open briefing; then the person is asked. */
  offer(files: readonly File[]): boolean {
    const [file] = files
    if (this.#context.document === null || file === undefined || files.length > 1) return false
    if (!ANNOTATIONS.test(file.name)) return false
    this.offered = file
    this.#context.layout.dialog = 'offered-annotations'
    return true
  }

  /** Take over the file that was offered. */
  async importOffered(): Promise<void> {
    const file = this.offered
    this.offered = null
    if (file === null) return
    await this.#import(async (api, shown) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      return api.importAnnotations({ ...shown, name: file.name, bytes })
    })
  }

  /** Write all marks into a file that the person names; answers whether there is one. */
  async export(format: ListFormat): Promise<boolean> {
    const { api, notices } = this.#context
    const shown = await this.#shown()
    if (shown === null) return false
    let isDone = false
    await notices.attempt(async () => {
      const exported = await api.exportAnnotations({ ...shown, format })
      if (exported === null) return
      isDone = true
      const { path, annotations } = exported
      const show = (): void => void notices.attempt(async () => void (await api.showFile({ path })))
      notices.tell(words.interchange.exported(annotations), { label: words.actions.show, run: show })
    })
    return isDone
  }

  /** Put all marks on the clipboard, as Markdown. */
  async copyAll(): Promise<void> {
    const { api, notices, copy } = this.#context
    const shown = await this.#shown()
    if (shown === null) return
    await notices.attempt(async () =>
      copy(await api.writeAnnotations({ ...shown, format: 'md' }), words.interchange.copied)
    )
  }

  /** The open edition; a note that is being written is saved first. */
  async #shown(): Promise<{ readonly briefing: string; readonly edition: number } | null> {
    const { document } = this.#context
    if (document === null || !(await document.editing.finish())) return null
    return { briefing: document.briefing.id, edition: document.edition }
  }

  async #import(
    work: (
      api: PageApi,
      shown: { readonly briefing: string; readonly edition: number }
    ) => Promise<AnnotationImport | null>
  ): Promise<void> {
    const { api, notices, layout } = this.#context
    const shown = await this.#shown()
    if (shown === null) return
    await notices.attempt(async () => {
      const report = await work(api, shown)
      if (report === null) return
      this.#remember(shown.briefing, report)
      this.report = report
      layout.dialog = 'annotation-report'
      await this.#context.marksOf(shown.briefing)?.read()
    })
  }

  /** The whole file is one change. */
  #remember(briefing: string, { changes }: AnnotationImport): void {
    const { api, remember, marksOf } = this.#context
    if (changes.added.length + changes.updated.length === 0) return
    const input = { briefing, changes }
    const again = async (work: () => Promise<unknown>): Promise<void> => {
      await work()
      await marksOf(briefing)?.read()
    }
    remember({
      what: words.interchange.import,
      briefing,
      undo: () => again(() => api.takeBackImport(input)),
      redo: () => again(() => api.repeatImport(input))
    })
  }
}
