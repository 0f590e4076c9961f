import type { ImportedFile } from '#core/import/imported-file'
import { idOf, importedFile, markOn, withAsset } from '../../../src/main/store/fixtures/briefings'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'

/**
 * A change to a library, told in words that a process can be given. Briefings go by numbers; `forget`
 * and `purge` take something out of the trash for good.
 */
export type Change =
  | { readonly kind: 'import'; readonly briefing: number }
  | { readonly kind: 'rename'; readonly briefing: number; readonly title: string }
  | { readonly kind: 'read'; readonly briefing: number; readonly offset: number }
  | { readonly kind: 'trash' | 'take-out'; readonly briefing: number }
  | { readonly kind: 'forget'; readonly briefing: number }
  | { readonly kind: 'save'; readonly briefing: number; readonly mark: string; readonly note: string }
  | { readonly kind: 'delete' | 'restore' | 'purge'; readonly briefing: number; readonly mark: string }

const files = new Map<number, ImportedFile>()

/** The file that becomes the briefing of this number; every other one has a picture. */
export function fileOf(briefing: number): ImportedFile {
  const known = files.get(briefing)
  if (known !== undefined) return known
  const plain = importedFile(`A deep-rooted friendship, number ${briefing}.`)
  const file = briefing % 2 === 0 ? withAsset(plain, `picture ${briefing}`) : plain
  files.set(briefing, file)
  return file
}

/** Make a change; resolves when the person would be told that it is saved. */
export async function perform(library: OpenLibrary, change: Change): Promise<void> {
  const file = fileOf(change.briefing)
  const id = idOf(file)
  switch (change.kind) {
    case 'import':
      return void (await library.add(file))
    case 'rename':
      return void (await library.rename(id, change.title))
    case 'read':
      return library.saveReadingPosition(id, { offset: change.offset, progress: 0.5 })
    case 'trash':
      return library.deleteBriefing(id)
    case 'take-out':
      return void (await library.restoreBriefing(id))
    case 'forget':
      return library.deleteForGood({ briefings: [id], annotations: [] })
    case 'save':
      return library.saveAnnotation(markOn(file, 'friendship', { id: change.mark, note: change.note }))
    case 'delete':
      return library.deleteAnnotation(id, change.mark)
    case 'restore':
      return void (await library.restoreAnnotation(id, change.mark))
    case 'purge':
      return library.deleteForGood({ briefings: [], annotations: [{ briefing: id, id: change.mark }] })
  }
}
