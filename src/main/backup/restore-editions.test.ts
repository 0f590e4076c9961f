import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Anchor } from '#core/anchor/anchor'
import type { Annotation } from '#core/annotation/annotation'
import { nodeFiles } from '../store/files/node-files'
import { idOf, importedFile, markOn } from '../store/fixtures/briefings'
import { testFolders } from '../store/fixtures/folders'
import { backUp } from './back-up'
import { createBackups } from './backups'
import { unpackBackup } from './unpack-backup'

const first = importedFile('A deep-rooted friendship, said the first.')
const later = importedFile('A deep-rooted friendship, said the second.')
const last = importedFile('A deep-rooted friendship, said the third.')
const id = idOf(first)
const onLast = { ...markOn(last, 'third', { id: 'on-last', note: 'third' }), briefing: id, edition: 3 }
const onLater = { ...markOn(later, 'second', { id: 'on-later' }), briefing: id, edition: 2 }

function anchorOf({ anchor }: Annotation): Anchor {
  if (anchor === null) throw new Error('the mark has a place')
  return anchor
}

it('puts everything on the edition that it was made on, and leaves what is of none that is here', async () => {
  const folders = await testFolders()
  const library = await folders.open()
  const backups = createBackups({
    library,
    usualFolder: join(folders.root, 'backups'),
    chosenFolder: async () => null,
    now: () => new Date().toISOString(),
    program: 'Briefing Reader 0.1.0',
    backUp,
    unpack: (path, target) => unpackBackup(nodeFiles, path, target)
  })
  await library.add(first)
  await library.addEdition(id, later)
  await library.addEdition(id, last)
  await library.saveAnnotations(id, [onLast, onLater])
  const markings = [
    { id: 'last', edition: 3, anchor: anchorOf(onLast), marking: 'SECRET' },
    { id: 'later', edition: 2, anchor: anchorOf(onLater), marking: 'SECRET' }
  ]
  await library.saveParagraphMarkings(id, markings)
  const { path } = await backups.make('asked-for')
  await library.deleteAnnotation(id, onLast.id)
  await library.saveParagraphMarkings(
    id,
    markings.map((one) => ({ ...one, marking: null }))
  )
  await library.withdrawEdition(id, later.sha256)

  expect((await backups.restore(path)).left).toContainEqual({ briefing: id, quote: 'second' })
  const restored = (await library.annotations(id)).find((annotation) => annotation.id === onLast.id)
  expect(restored).toMatchObject({ edition: 2, note: 'third' })
  const marked = await library.paragraphMarkings(id)
  expect(marked.find((marking) => marking.id === 'last')).toMatchObject({ edition: 2, marking: 'SECRET' })
  await folders.remove()
})
