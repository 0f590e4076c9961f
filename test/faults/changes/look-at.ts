import { canonicalJson } from '#core/store/canonical-json'
import { canonicalText } from '#core/text/canonical-text'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { fileOf } from './change'

/** All that a library shows, for comparing. */
export interface Shown {
  readonly briefings: Readonly<Record<string, ShownBriefing>>
  readonly briefingsInTrash: readonly string[]
  readonly marksInTrash: readonly string[]
}

interface ShownBriefing {
  readonly title: string
  readonly offset: number | null
  readonly words: string
  readonly original: string
  readonly pictures: readonly string[]
  /** By id, as canonical JSON. */
  readonly marks: Readonly<Record<string, string>>
}

/** Read everything that the person could look at. Whatever cannot be read throws. */
export async function lookAt(library: OpenLibrary): Promise<Shown> {
  const list = await library.list()
  const briefings: Record<string, ShownBriefing> = {}
  for (const { id, title, annotations } of list) {
    const shown = await briefingIn(library, id)
    const counted = Object.keys(shown.marks).length
    if (counted !== annotations) throw new Error(`the list tells of ${annotations} marks, not of ${counted}`)
    briefings[id] = { title, ...shown }
  }
  const trash = await library.trash()
  return {
    briefings,
    briefingsInTrash: trash.briefings.map(({ briefing }) => briefing.id).sort(),
    marksInTrash: trash.annotations.map(({ annotation }) => annotation.id).sort()
  }
}

/** Whether two looks saw the same. */
export function isSame(a: Shown, b: Shown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

async function briefingIn(library: OpenLibrary, id: string): Promise<Omit<ShownBriefing, 'title'>> {
  const tree = await library.tree(id, 1)
  const original = new TextDecoder().decode(await library.original(id, 1))
  const marks = await library.annotations(id)
  return {
    offset: (await library.readingPosition(id))?.offset ?? null,
    words: canonicalText(tree),
    original,
    pictures: await picturesIn(library, id, original),
    marks: Object.fromEntries(marks.map((mark) => [mark.id, canonicalJson(mark)]))
  }
}

/** Every briefing of these tests says its number, by which its pictures are known. */
async function picturesIn(library: OpenLibrary, id: string, original: string): Promise<readonly string[]> {
  const { assets } = fileOf(Number(/number (\d+)/u.exec(original)?.[1]))
  const pictures = await Promise.all(assets.map(({ name }) => library.asset(id, name)))
  return pictures.map((bytes) => (bytes === null ? '(gone)' : new TextDecoder().decode(bytes)))
}
