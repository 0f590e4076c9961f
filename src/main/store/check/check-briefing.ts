import { join } from 'node:path'
import { isPlaceless } from '#core/anchor/anchor'
import { resolveAnchor } from '#core/anchor/resolve-anchor'
import type { LibraryFault } from '#core/contract/api'
import { documentName, documentsAmong } from '#core/store/file-name'
import type { DeviceKind } from '#core/store/file-name'
import type { DocumentType } from '#core/store/document'
import { type MarkRecord, MARKS, mergeMarks } from '#core/store/marks'
import { META } from '#core/store/meta'
import { STATE } from '#core/store/state'
import { namesOrNone } from '../files/names-or-none'
import type { LibraryContext } from '../library/context'
import { briefingsFolder, type BriefingPlaces, placesOfBriefing } from '../library/places'
import { checkCopies } from './check-copies'
import { type CheckedEdition, checkEdition } from './check-edition'

/** Read every file of one briefing and find the place of every live mark. */
export async function checkBriefing(id: string, context: LibraryContext): Promise<readonly LibraryFault[]> {
  const places = placesOfBriefing(join(briefingsFolder(context.root), id))
  const briefing = { id, places, context }
  const editions = await checkEditions(briefing)
  const marks = await checkDocuments(briefing, 'marks', MARKS)
  const meta = await checkDocuments(briefing, 'meta', META)
  const state = await checkDocuments(briefing, 'state', STATE)
  const shown = [...mergeMarks(marks.contents).values()].flatMap(([record]) => record ?? [])
  const lost = shown.flatMap((record) => faultOfMark(record, editions))
  const none = editions.length === 0 ? [withoutEdition(id)] : []
  return [
    ...none,
    ...editions.flatMap(({ faults }) => faults),
    ...[marks, meta, state].flatMap(({ faults }) => faults),
    ...lost
  ]
}

interface CheckedBriefing {
  readonly id: string
  readonly places: BriefingPlaces
  readonly context: LibraryContext
}

async function checkEditions({ id, places, context }: CheckedBriefing): Promise<readonly CheckedEdition[]> {
  const editions: CheckedEdition[] = []
  for (const hash of await namesOrNone(context.around.files, places.editions)) {
    if (!/^[0-9a-f]{64}$/u.test(hash)) continue
    editions.push(await checkEdition({ id, hash, places, around: context.around }))
  }
  return editions
}

async function checkDocuments<Content>(
  { id, places, context }: CheckedBriefing,
  kind: DeviceKind,
  type: DocumentType<Content>
): Promise<{ contents: readonly Content[]; faults: readonly LibraryFault[] }> {
  const names = (await namesOrNone(context.around.files, places.folder)).map((name) =>
    name.replace(/\.damaged-\d+$/u, '')
  )
  const contents: Content[] = []
  const faults: LibraryFault[] = []
  for (const name of documentsAmong(names, kind)) {
    const checked = await checkCopies(join(places.folder, documentName(name)), type, context.around, id)
    faults.push(...checked.faults)
    if (checked.content !== null) contents.push(checked.content)
  }
  return { contents, faults }
}

function faultOfMark(
  { id, deleted, annotation }: MarkRecord,
  editions: readonly CheckedEdition[]
): readonly LibraryFault[] {
  if (deleted !== null) return []
  const edition = editions.find(({ hash }) => hash === annotation.edition)
  if (edition === undefined) {
    return [
      { code: 'edition-missing', id, message: `The mark ${id} is on an edition that is not in the library.` }
    ]
  }
  const { anchor } = annotation
  if (anchor === null || isPlaceless(anchor) || edition.text === null) return []
  if (resolveAnchor(edition.text, anchor) !== null) return []
  return [
    { code: 'quote-missing', id, message: `The words that the mark ${id} quotes are not in its briefing.` }
  ]
}

function withoutEdition(id: string): LibraryFault {
  const message = `The briefing ${id} has no edition, so it is not shown; its other files are as they were.`
  return { code: 'briefing-incomplete', id, message }
}
