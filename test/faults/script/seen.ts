import type { OpenLibrary } from '../../../src/main/store/library/file-library'

/**
 * Everything that a person can see in a library, as text that is equal when they see the same. Every
 * tree, original and mark is read.
 */
export async function seenIn(library: OpenLibrary): Promise<string> {
  const briefings = (await library.list()).map(async ({ id, title, annotations }) => ({
    id,
    title,
    count: annotations,
    tree: await library.tree(id, 1),
    original: Buffer.from(await library.original(id, 1)).toString('base64'),
    marks: byId(await library.annotations(id)),
    position: await library.readingPosition(id)
  }))
  const trash = await library.trash()
  return JSON.stringify({
    briefings: byId(await Promise.all(briefings)),
    trashedBriefings: trash.briefings.map(({ briefing }) => briefing.id).sort(),
    trashedMarks: trash.annotations.map(({ annotation }) => annotation.id).sort()
  })
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
}
