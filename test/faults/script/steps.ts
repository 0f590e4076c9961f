import { idOf, importedFile, markOn, withAsset } from '../../../src/main/store/fixtures/briefings'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'

/** One change that a person asks for. */
export interface Step {
  readonly name: string
  readonly act: (library: OpenLibrary) => Promise<unknown>
}

const file = withAsset(importedFile('A deep-rooted friendship between the two nations.'), 'a picture')
const briefing = idOf(file)
const first = markOn(file, 'friendship', { id: 'first', note: 'as saved' })
const second = markOn(file, 'two nations', { id: 'second' })
const other = importedFile('Another text.')

/** A script of changes that uses every kind of file there is in a library. */
export const STEPS: readonly Step[] = [
  { name: 'import', act: (library) => library.add(file) },
  { name: 'save a mark', act: (library) => library.saveAnnotation(first) },
  { name: 'save another mark', act: (library) => library.saveAnnotation(second) },
  {
    name: 'change a mark',
    act: (library) => library.saveAnnotation({ ...first, note: 'as changed' })
  },
  { name: 'delete a mark', act: (library) => library.deleteAnnotation(briefing, second.id) },
  { name: 'restore a mark', act: (library) => library.restoreAnnotation(briefing, second.id) },
  { name: 'rename', act: (library) => library.rename(briefing, 'Another title') },
  {
    name: 'reading position',
    act: (library) => library.saveReadingPosition(briefing, { offset: 12, progress: 0.5 })
  },
  { name: 'import another', act: (library) => library.add(other) },
  { name: 'delete a briefing', act: (library) => library.deleteBriefing(idOf(other)) }
]
