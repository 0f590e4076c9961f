import type { Annotation } from '#core/annotation/annotation'
import type { ImportedFile } from '#core/import/imported-file'
import { idOf, importedFile, markOn } from '../../../src/main/store/fixtures/briefings'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'

/** Few, so that devices change the same ones. */
export const FILES: readonly ImportedFile[] = [0, 1].map((file) =>
  importedFile(`Words of friendship ${file}`)
)
export const MARKS = 4

/** One change that somebody wants to make. */
export interface Wish {
  readonly file: ImportedFile
  /** Which of the marks. */
  readonly mark: number
  /** Says what is new; used once. */
  readonly words: string
}

/** What was changed: in which document, which thing, and what is shown of it from then on. */
export interface Made {
  readonly document: 'marks' | 'meta' | 'state'
  readonly key: string
  readonly value: string | null
}

/** Everything that a person does; `null` when it makes no change of its own. */
export const CHANGES = {
  async import(library: OpenLibrary, { file }: Wish): Promise<Made | null> {
    await library.add(file)
    return null
  },
  async save(library: OpenLibrary, { file, mark, words }: Wish): Promise<Made> {
    const annotation = annotationOf(file, mark, words)
    await library.saveAnnotation(annotation)
    return { document: 'marks', key: annotation.id, value: words }
  },
  async delete(library: OpenLibrary, { file, mark }: Wish): Promise<Made> {
    await library.deleteAnnotation(idOf(file), markId(mark))
    return { document: 'marks', key: markId(mark), value: null }
  },
  async restore(library: OpenLibrary, { file, mark }: Wish): Promise<Made> {
    const { note } = await library.restoreAnnotation(idOf(file), markId(mark))
    return { document: 'marks', key: markId(mark), value: note }
  },
  async rename(library: OpenLibrary, { file, words }: Wish): Promise<Made> {
    await library.rename(idOf(file), words)
    return { document: 'meta', key: 'title', value: words }
  },
  async handle(library: OpenLibrary, { file, mark, words }: Wish): Promise<Made> {
    const marking = mark % 2 === 0 ? words : null
    await library.setMarking(idOf(file), marking)
    return { document: 'meta', key: 'marking', value: marking }
  },
  async handleParagraph(library: OpenLibrary, { file, mark, words }: Wish): Promise<Made> {
    const { anchor } = annotationOf(file, mark, words)
    if (anchor === null) throw new Error('the mark has a place')
    const marking = words.length % 3 === 0 ? null : words
    await library.saveParagraphMarkings(idOf(file), [{ id: markId(mark), edition: 1, anchor, marking }])
    return { document: 'meta', key: markId(mark), value: marking }
  },
  async move(library: OpenLibrary, { file, words }: Wish): Promise<Made> {
    const position = { offset: words.length, progress: Number(words.slice(words.lastIndexOf(' '))) }
    await library.saveReadingPosition(idOf(file), position)
    return { document: 'state', key: 'position', value: JSON.stringify(position) }
  }
}

/** How often each is wished for: mostly what concerns marks. */
export const WISHES: readonly (keyof typeof CHANGES)[] = [
  ...(['import', 'save', 'save', 'save', 'save', 'save', 'save'] as const),
  ...(['delete', 'delete', 'delete', 'restore', 'restore', 'rename', 'move'] as const),
  ...(['handle', 'handleParagraph'] as const)
]

/** What a library shows of the things that `CHANGES` change in each document. */
export const SHOWN: Record<Made['document'], (library: OpenLibrary, id: string) => Promise<Shown>> = {
  async marks(library, id) {
    const marks = await library.annotations(id)
    return new Map(marks.map((mark) => [mark.id, mark.note]))
  },
  async meta(library, id) {
    const briefing = await library.find(id)
    if (briefing === null) return new Map()
    const { title, marking } = briefing
    const paragraphs = await library.paragraphMarkings(id)
    const shown = [['title', title], ['marking', marking], ...paragraphs.map((one) => [one.id, one.marking])]
    return new Map(shown.flatMap(([key, value]) => (key == null || value == null ? [] : [[key, value]])))
  },
  async state(library, id) {
    const position = await library.readingPosition(id)
    return new Map(position === null ? [] : [['position', JSON.stringify(position)]])
  }
}

/** By key, the value of a change that is shown. */
export type Shown = ReadonlyMap<string, string>

/** All documents, the one that matters most more often. */
export const DOCUMENTS = ['marks', 'marks', 'marks', 'meta', 'state'] as const

function annotationOf(file: ImportedFile, mark: number, note: string): Annotation {
  return markOn(file, 'friendship', { id: markId(mark), note })
}

function markId(mark: number): string {
  return `0190a1b2-0000-7000-8000-00000000000${mark}`
}
