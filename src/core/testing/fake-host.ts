import type { Annotation } from '../annotation/annotation'
import type { Briefing, BriefingSummary, ReadingPosition } from '../briefing/briefing'
import { briefingIdFrom } from '../briefing/briefing-id'
import type { ImportedFile } from '../import/imported-file'
import { ReaderError } from '../problem/reader-error'
import type { ImportSource, Library, PdfTarget, PrintItem, ReaderHost } from '../service/ports'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { element, text } from '../tree/elements'
import type { Root } from '../tree/tree'

/** A host that keeps everything in memory and can be asked what was done with it. */
export interface FakeHost extends ReaderHost {
  readonly library: FakeLibrary
  readonly written: { target: PdfTarget; bytes: Uint8Array }[]
  readonly printed: (readonly PrintItem[])[]
  readonly copied: string[]
}

/** Files of the fake disk by path; each line of a text becomes a paragraph. */
export function createFakeHost(files: Readonly<Record<string, string>> = {}): FakeHost {
  const library = new FakeLibrary()
  const written: FakeHost['written'] = []
  const printed: FakeHost['printed'] = []
  const copied: string[] = []
  let settings: Settings = DEFAULT_SETTINGS
  let count = 0
  return {
    library,
    written,
    printed,
    copied,
    importer: {
      expand: async (paths) => paths.map((path) => sourceAt(path, files)),
      read: async (source) =>
        source.kind === 'file'
          ? importedFile(source.path, files[source.path] ?? '')
          : importedFile(source.name, String.fromCharCode(...source.bytes))
    },
    printer: {
      print: async (items) => {
        printed.push(items)
        const annotations = items.reduce((sum, item) => sum + item.annotations.length, 0)
        return { bytes: Uint8Array.of(37, 80, 68, 70), pages: items.length, annotations }
      }
    },
    desktop: {
      chooseFiles: async () => Object.keys(files),
      choosePdfPath: async (name) => ({ path: `/chosen/${name}`, replace: true }),
      showFile: async () => undefined,
      openLink: async () => undefined,
      copyText: async (value) => void copied.push(value)
    },
    settings: {
      read: async () => settings,
      save: async (wanted) => {
        settings = wanted
      }
    },
    writeFile: async (target, bytes) => {
      written.push({ target, bytes })
      return 'f'.repeat(64)
    },
    now: () => new Date(Date.UTC(2024, 0, 16, 12, 0, count)).toISOString(),
    newId: () => `00000000-0000-7000-8000-${String((count += 1)).padStart(12, '0')}`,
    onImportProgress: () => undefined
  }
}

function sourceAt(path: string, files: Readonly<Record<string, string>>): ImportSource {
  if (path in files) return { kind: 'file', path }
  return { kind: 'failure', source: path, problem: { code: 'file-missing', path } }
}

function importedFile(source: string, content: string): ImportedFile {
  const tree: Root = {
    type: 'root',
    children: content.split('\n').map((line) => element('p', [text(line)]))
  }
  return {
    source,
    bytes: new TextEncoder().encode(content),
    sha256: fakeSha256(content),
    extension: 'txt',
    assets: [],
    document: {
      tree,
      title: content.split('\n')[0] ?? '',
      date: null,
      language: 'en',
      dir: 'ltr',
      tags: [],
      sourceUrl: null,
      words: content.split(/\s+/u).length,
      encoding: 'utf-8',
      warnings: []
    }
  }
}

/** Not a digest, but as long as one, and the same for the same text only. */
function fakeSha256(content: string): string {
  let state = 0
  for (let at = 0; at < content.length; at += 1) state = (Math.imul(state, 31) + content.charCodeAt(at)) >>> 0
  return state.toString(16).padStart(8, '0').repeat(8)
}

/** A library in memory. */
export class FakeLibrary implements Library {
  readonly path = '/library'
  readonly #briefings = new Map<string, { briefing: Briefing; file: ImportedFile }>()
  readonly #annotations = new Map<string, Annotation>()
  readonly #trash = new Set<string>()
  readonly #positions = new Map<string, ReadingPosition>()

  list = async (): Promise<readonly BriefingSummary[]> =>
    Promise.all([...this.#briefings.keys()].map((id) => this.#summary(id)))
  find = async (id: string): Promise<Briefing | null> => this.#briefings.get(id)?.briefing ?? null
  tree = async (id: string, edition: number): Promise<Root> => {
    const found = this.#briefings.get(id)
    if (found === undefined || edition !== 1) throw new ReaderError({ code: 'edition-unknown', id, edition })
    return found.file.document.tree
  }
  original = async (id: string): Promise<Uint8Array> => this.#briefings.get(id)?.file.bytes ?? Uint8Array.of()
  asset = async (): Promise<null> => null
  add = async (file: ImportedFile): Promise<BriefingSummary> => {
    const id = briefingIdFrom(file.sha256)
    const briefing = { ...file.document, id, edition: 1, added: '2024-01-16T12:00:00.000Z' }
    if (!this.#briefings.has(id)) this.#briefings.set(id, { briefing, file })
    return this.#summary(id)
  }
  rename = async (id: string, title: string): Promise<BriefingSummary> => {
    const found = this.#briefings.get(id)
    if (found !== undefined) {
      this.#briefings.set(id, { ...found, briefing: { ...found.briefing, title } })
    }
    return this.#summary(id)
  }
  annotations = async (id: string): Promise<readonly Annotation[]> =>
    [...this.#annotations.values()].filter(
      (annotation) => annotation.briefing === id && !this.#trash.has(annotation.id)
    )
  saveAnnotation = async (annotation: Annotation): Promise<void> =>
    void this.#annotations.set(annotation.id, annotation)
  deleteAnnotation = async (_briefing: string, id: string): Promise<void> =>
    void this.#trash.add(this.#stored(id).id)
  restoreAnnotation = async (_briefing: string, id: string): Promise<Annotation> => {
    const restored = this.#stored(id)
    this.#trash.delete(id)
    return restored
  }
  readingPosition = async (id: string): Promise<ReadingPosition | null> => this.#positions.get(id) ?? null
  saveReadingPosition = async (id: string, position: ReadingPosition): Promise<void> =>
    void this.#positions.set(id, position)
  check = async (): Promise<readonly []> => []
  takeNotices = (): readonly string[] => []

  async #summary(id: string): Promise<BriefingSummary> {
    const found = this.#briefings.get(id)
    if (found === undefined) throw new ReaderError({ code: 'briefing-unknown', id, nearest: null })
    return { ...found.briefing, annotations: (await this.annotations(id)).length }
  }

  #stored(id: string): Annotation {
    const stored = this.#annotations.get(id)
    if (stored === undefined) throw new ReaderError({ code: 'annotation-unknown', id })
    return stored
  }
}
