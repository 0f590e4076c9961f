import { canonicalJson } from '#core/store/canonical-json'
import { problemOf } from '#core/problem/reader-error'
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

/**
 * As `lookAt`, part by part, of a library of which something is damaged: `<briefing> <part>` to what is
 * shown, or to `refused: <code>` where that is told instead.
 */
export async function lookAtParts(library: OpenLibrary): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>()
  const note = async (name: string, look: () => Promise<unknown>): Promise<void> => {
    const shown = await look().catch((error: unknown) => `refused: ${problemOf(error).code}`)
    parts.set(name, canonicalJson(shown))
  }
  for (const { id, title } of await library.list()) {
    parts.set(`${id} title`, canonicalJson(title))
    await note(`${id} words`, async () => canonicalText(await library.tree(id, 1)))
    await note(`${id} original`, async () => new TextDecoder().decode(await library.original(id, 1)))
    await note(`${id} pictures`, async () =>
      picturesIn(library, id, canonicalText(await library.tree(id, 1)))
    )
    await note(`${id} offset`, async () => (await library.readingPosition(id))?.offset ?? null)
    await note(`${id} marks`, async () => {
      const marks = await library.annotations(id)
      return Object.fromEntries(marks.map((mark) => [mark.id, canonicalJson(mark)]))
    })
  }
  const trash = await library.trash()
  for (const { annotation } of trash.annotations) {
    const part = `${annotation.briefing} trash`
    parts.set(part, `${parts.get(part) ?? ''} ${annotation.id}`.split(' ').sort().join(' '))
  }
  return parts
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
async function picturesIn(library: OpenLibrary, id: string, words: string): Promise<readonly string[]> {
  const { assets } = fileOf(Number(/number (\d+)/u.exec(words)?.[1]))
  const pictures = await Promise.all(assets.map(({ name }) => library.asset(id, name)))
  return pictures.map((bytes) => (bytes === null ? '(gone)' : new TextDecoder().decode(bytes)))
}
