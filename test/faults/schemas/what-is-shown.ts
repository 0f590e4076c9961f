import type { OpenLibrary } from '../../../src/main/store/library/file-library'

/** Everything that a person can see of a library, as plain JSON. */
export async function whatIsShown(library: OpenLibrary): Promise<unknown> {
  const list = await library.list()
  const briefings = []
  for (const { id } of list) {
    const annotations = [...(await library.annotations(id))].sort((a, b) => (a.id < b.id ? -1 : 1))
    const versions = []
    for (const mark of annotations) versions.push(await library.annotationVersions(id, mark.id))
    briefings.push({
      id,
      annotations,
      versions,
      position: await library.readingPosition(id),
      tree: await library.tree(id, 1),
      original: new TextDecoder().decode(await library.original(id, 1))
    })
  }
  const plain: unknown = JSON.parse(JSON.stringify({ list, briefings, trash: await library.trash() }))
  return plain
}
