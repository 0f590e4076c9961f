import type { Annotation } from '../annotation/annotation'
import type { AnnotationEvent, AnnotationVersion } from '../annotation/annotation-version'
import type { Briefing, BriefingSummary, EditionFacts, ReadingPosition } from '../briefing/briefing'
import { briefingIdFrom } from '../briefing/briefing-id'
import type { ImportedFile } from '../import/imported-file'
import type { ParagraphMarking } from '../marking/paragraph-marking'
import { ReaderError } from '../problem/reader-error'
import type { Library } from '../service/ports'
import { lastDeletedFirst, type Trash, type TrashItems } from '../trash/trash'
import type { Root } from '../tree/tree'

interface Kept {
  readonly briefing: Briefing
  /** One for each edition. */
  readonly files: readonly ImportedFile[]
  /** Those that were taken back. */
  readonly withdrawn?: readonly ImportedFile[]
  readonly trashed: string | null
}

const ADDED = '2024-01-16T12:00:00.000Z'

interface KeptMark {
  readonly annotation: Annotation
  readonly deleted: string | null
  readonly versions: readonly AnnotationVersion[]
}

/** A library in memory. */
export class FakeLibrary implements Library {
  readonly path = '/library'
  /** How often many marks were saved at once. */
  saves = 0
  readonly #now: () => string
  readonly #briefings = new Map<string, Kept>()
  readonly #marks = new Map<string, KeptMark>()
  readonly #markings = new Map<string, ReadonlyMap<string, ParagraphMarking>>()
  readonly #positions = new Map<string, ReadingPosition>()

  constructor(now: () => string) {
    this.#now = now
  }

  list = async (): Promise<readonly BriefingSummary[]> =>
    Promise.all(
      [...this.#briefings].flatMap(([id, { trashed }]) => (trashed === null ? this.#summary(id) : []))
    )
  find = async (id: string): Promise<Briefing | null> => {
    const kept = this.#briefings.get(id)
    if (kept !== undefined && kept.trashed !== null) throw new ReaderError({ code: 'briefing-in-trash', id })
    return kept?.briefing ?? null
  }
  tree = async (id: string, edition: number): Promise<Root> => {
    return (await this.file(id, edition)).document.tree
  }
  original = async (id: string, edition: number): Promise<Uint8Array> => (await this.file(id, edition)).bytes
  file = async (id: string, edition: number): Promise<ImportedFile> => {
    const file = this.#briefings.get(id)?.files[edition - 1]
    if (file === undefined) throw new ReaderError({ code: 'edition-unknown', id, edition })
    return file
  }
  editions = async (id: string): Promise<readonly EditionFacts[]> =>
    this.#kept(id).files.map(({ source, sha256 }, index) => ({
      ...{ number: index + 1, sha256, name: source, imported: ADDED }
    }))
  holdersOf = async (sha256: string): Promise<readonly string[]> =>
    [...this.#briefings].flatMap(([id, { files }]) =>
      files.some((file) => file.sha256 === sha256) ? id : []
    )
  asset = async (): Promise<null> => null
  add = async (file: ImportedFile): Promise<BriefingSummary> => {
    const id = briefingIdFrom(file.sha256)
    const briefing = { ...file.document, id, edition: 1, added: ADDED, marking: null }
    const known = this.#briefings.get(id) ?? { briefing, files: [file] }
    this.#briefings.set(id, { ...known, trashed: null })
    return this.#summary(id)
  }
  addEdition = async (id: string, file: ImportedFile): Promise<BriefingSummary> => {
    const kept = this.#kept(id)
    const files = [...kept.files, file]
    const { marking } = kept.briefing
    const briefing = { ...file.document, id, edition: files.length, added: ADDED, marking }
    this.#briefings.set(id, { ...kept, briefing, files })
    return this.#summary(id)
  }
  withdrawEdition = async (id: string, sha256: string): Promise<BriefingSummary> => {
    const kept = this.#kept(id)
    const [files, withdrawn] = parted(kept.files, (file) => file.sha256 !== sha256)
    return this.#setFiles(id, files, [...(kept.withdrawn ?? []), ...withdrawn])
  }
  restoreEdition = async (id: string, sha256: string): Promise<BriefingSummary> => {
    const { files, withdrawn = [] } = this.#kept(id)
    const [back, others] = parted(withdrawn, (file) => file.sha256 === sha256)
    return this.#setFiles(id, [...files, ...back], others)
  }
  rename = async (id: string, title: string): Promise<BriefingSummary> => {
    const kept = this.#kept(id)
    this.#briefings.set(id, { ...kept, briefing: { ...kept.briefing, title } })
    return this.#summary(id)
  }
  setMarking = async (id: string, marking: string | null): Promise<BriefingSummary> => {
    const kept = this.#kept(id)
    this.#briefings.set(id, { ...kept, briefing: { ...kept.briefing, marking } })
    return this.#summary(id)
  }
  paragraphMarkings = async (id: string): Promise<readonly ParagraphMarking[]> => [
    ...(this.#markings.get(id)?.values() ?? [])
  ]
  saveParagraphMarkings = async (id: string, markings: readonly ParagraphMarking[]): Promise<void> => {
    const saved = markings.map((marking) => [marking.id, marking] as const)
    this.#markings.set(id, new Map([...(this.#markings.get(id) ?? []), ...saved]))
  }
  annotations = async (id: string): Promise<readonly Annotation[]> =>
    [...this.#marks.values()].flatMap(({ annotation, deleted }) =>
      annotation.briefing === id && deleted === null && annotation.edition <= this.#editionsOf(id)
        ? annotation
        : []
    )
  annotation = async (briefing: string, id: string): Promise<Annotation | null> =>
    (await this.annotations(briefing)).find((annotation) => annotation.id === id) ?? null
  saveAnnotation = async (annotation: Annotation): Promise<void> =>
    this.#put('saved', { annotation, deleted: null })
  deleteAnnotation = async (_briefing: string, id: string): Promise<void> =>
    this.#put('deleted', { ...this.#mark(id), deleted: this.#now() })
  restoreAnnotation = async (_briefing: string, id: string): Promise<Annotation> => {
    const { annotation } = this.#mark(id)
    this.#put('restored', { annotation, deleted: null })
    return annotation
  }
  saveAnnotations = async (_briefing: string, annotations: readonly Annotation[]): Promise<void> => {
    this.saves += 1
    for (const annotation of annotations) await this.saveAnnotation(annotation)
  }
  deleteAnnotations = async (briefing: string, ids: readonly string[]): Promise<void> => {
    for (const id of ids) await this.deleteAnnotation(briefing, id)
  }
  restoreAnnotations = async (briefing: string, ids: readonly string[]): Promise<readonly Annotation[]> =>
    Promise.all(ids.map((id) => this.restoreAnnotation(briefing, id)))
  annotationVersions = async (_briefing: string, id: string): Promise<readonly AnnotationVersion[]> =>
    this.#mark(id).versions
  deleteBriefing = async (id: string): Promise<void> =>
    void this.#briefings.set(id, { ...this.#kept(id), trashed: this.#now() })
  restoreBriefing = async (id: string): Promise<BriefingSummary> => {
    this.#briefings.set(id, { ...this.#kept(id), trashed: null })
    return this.#summary(id)
  }
  trash = async (): Promise<Trash> => ({
    briefings: (
      await Promise.all(
        [...this.#briefings].flatMap(([id, { trashed }]) =>
          trashed === null ? [] : this.#summary(id).then((briefing) => ({ briefing, deleted: trashed }))
        )
      )
    ).sort(lastDeletedFirst),
    annotations: [...this.#marks.values()]
      .flatMap(({ annotation, deleted }) => {
        const kept = this.#briefings.get(annotation.briefing)
        if (deleted === null || kept === undefined || kept.trashed !== null) return []
        return { annotation, deleted, title: kept.briefing.title }
      })
      .sort(lastDeletedFirst)
  })
  expiredTrash = async (): Promise<TrashItems> => ({ briefings: [], annotations: [] })
  deleteForGood = async ({ briefings, annotations }: TrashItems): Promise<void> => {
    for (const id of briefings) this.#briefings.delete(id)
    for (const { id } of annotations) this.#marks.delete(id)
  }
  readingPosition = async (id: string): Promise<ReadingPosition | null> => this.#positions.get(id) ?? null
  saveReadingPosition = async (id: string, position: ReadingPosition): Promise<void> =>
    void this.#positions.set(id, position)
  check = async (): Promise<readonly []> => []
  takeNotices = (): readonly string[] => []

  async #summary(id: string): Promise<BriefingSummary> {
    return { ...this.#kept(id).briefing, annotations: (await this.annotations(id)).length }
  }

  #editionsOf(id: string): number {
    return this.#briefings.get(id)?.files.length ?? Infinity
  }

  #setFiles(
    id: string,
    files: readonly ImportedFile[],
    withdrawn: readonly ImportedFile[]
  ): Promise<BriefingSummary> {
    const kept = this.#kept(id)
    const briefing = { ...kept.briefing, ...files.at(-1)?.document, edition: files.length }
    this.#briefings.set(id, { ...kept, briefing, files, withdrawn })
    return this.#summary(id)
  }

  #kept(id: string): Kept {
    const kept = this.#briefings.get(id)
    if (kept === undefined) throw new ReaderError({ code: 'briefing-unknown', id, nearest: null })
    return kept
  }

  #mark(id: string): KeptMark {
    const mark = this.#marks.get(id)
    if (mark === undefined) throw new ReaderError({ code: 'annotation-unknown', id })
    return mark
  }

  #put(event: AnnotationEvent, { annotation, deleted }: Omit<KeptMark, 'versions'>): void {
    const { id } = annotation
    const earlier = (this.#marks.get(id)?.versions ?? []).map((version): AnnotationVersion => ({
      ...version,
      standing: 'earlier'
    }))
    const key = String(earlier.length)
    const version = { key, event, changed: this.#now(), isOwn: true, standing: 'shown', annotation } as const
    this.#marks.set(id, { annotation, deleted, versions: [version, ...earlier] })
  }
}

function parted<Value>(
  all: readonly Value[],
  belongs: (value: Value) => boolean
): readonly [readonly Value[], readonly Value[]] {
  return [all.filter(belongs), all.filter((value) => !belongs(value))]
}
