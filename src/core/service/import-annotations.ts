import type { Annotation } from '../annotation/annotation'
import type { Briefing } from '../briefing/briefing'
import type { AnnotationImport, ImportChanges } from '../interchange/annotation-import'
import { annotationsIn, MAX_ANNOTATIONS } from '../interchange/annotations-in'
import { type ChosenTargets, chooseTargets } from '../interchange/choose-targets'
import type { ForeignAnnotation } from '../interchange/foreign-annotation'
import { importWords } from '../interchange/import-words'
import { parseJson } from '../interchange/json-text'
import { readAnnotation } from '../interchange/read-annotation'
import { ReaderError } from '../problem/reader-error'
import type { AnnotationPlaces } from './annotate'
import { destinationOf, type ImportedMark, makeImportedMark } from './make-imported-mark'
import type { ReaderHost } from './ports'

/** A file with annotations, and the briefing that it is given to. */
export interface AnnotationFile {
  readonly briefing: string
  /** The newest edition to look at; without it the newest of all. */
  readonly edition?: number | undefined
  readonly name: string
  readonly bytes: Uint8Array
}

type Refused = AnnotationImport['refused'][number]
type Chosen = {
  readonly index: number
  readonly annotation: ForeignAnnotation
  readonly choice: ChosenTargets
}
type Found = ImportedMark & { readonly index: number }

/**
 * Take over the annotations of a file into a briefing. Each is anchored, kept without a place or refused;
 * what is to be written is written in one go.
 *
 * @throws ReaderError for a file that holds no annotations; nothing is changed then.
 */
export async function importAnnotations(
  host: ReaderHost,
  places: AnnotationPlaces,
  file: AnnotationFile
): Promise<AnnotationImport> {
  const briefing = await places.texts.briefing(file.briefing)
  const { chosen, refused } = await readFile(host, briefing, file)
  const own = new Map((await host.library.annotations(briefing.id)).map((mark) => [mark.id, mark]))
  const made = new Map<string, Annotation>()
  const destination = await destinationOf(places, briefing.id, file.edition ?? briefing.edition)
  const found: Found[] = []
  for (const { index, annotation, choice } of chosen) {
    for (const [part, target] of (choice.ok ? choice.targets : []).entries()) {
      const passage = { annotation, target, part }
      const known = (id: string): Annotation | undefined => made.get(id) ?? own.get(id)
      const imported = await makeImportedMark(host, places, { destination, passage, known })
      made.set(imported.mark.id, imported.mark)
      found.push({ ...imported, index })
    }
  }
  const toSave = [...made.values()].filter((mark) => own.get(mark.id) !== mark)
  return {
    anchored: found.flatMap(({ index, mark, reason }) => (reason === null ? { index, id: mark.id } : [])),
    orphans: found.flatMap(({ index, mark, reason }) =>
      reason === null ? [] : { index, id: mark.id, reason }
    ),
    refused: [...refused].sort((a, b) => a.index - b.index),
    remarks: remarksOn(chosen, briefing),
    changes: await save(host, briefing.id, { toSave, own })
  }
}

/** What the file holds for this briefing, and what cannot be taken over. */
async function readFile(
  { library }: ReaderHost,
  briefing: Briefing,
  { name, bytes }: AnnotationFile
): Promise<{ readonly chosen: readonly Chosen[]; readonly refused: readonly Refused[] }> {
  const { items, standing, elsewhere } = annotationsIn(name, parseJson(name, bytes))
  if (items.length > MAX_ANNOTATIONS) {
    const [count, limit] = [items.length, MAX_ANNOTATIONS]
    throw new ReaderError({ code: 'annotations-too-many', path: name, count, limit })
  }
  const read = items.map((item, index) => ({ index, ...readAnnotation(item, standing) }))
  const valid = read.flatMap((one) => (one.ok ? one : []))
  const fileNames = (await library.editions(briefing.id)).map((edition) => edition.name)
  const choices = chooseTargets(
    valid.map(({ annotation }) => annotation),
    { ...briefing, fileNames }
  )
  const chosen = valid.flatMap(({ index, annotation }, at) => {
    const choice = choices[at]
    return choice === undefined ? [] : { index, annotation, choice }
  })
  const invalid = read.flatMap((one) => (one.ok ? [] : refusal(one.index, one.reason)))
  const others = chosen.flatMap(({ index, choice }) => (choice.ok ? [] : refusal(index, choice.reason)))
  const beyond = elsewhere === null ? [] : [{ index: items.length, reason: importWords.elsewhere(elsewhere) }]
  return { chosen, refused: [...invalid, ...others, ...beyond] }
}

function refusal(index: number, why: string): Refused {
  return { index, reason: importWords.refused(index, why) }
}

function remarksOn(chosen: readonly Chosen[], { title }: Briefing): readonly string[] {
  const believed = chosen.flatMap(({ choice }) => (choice.ok ? (choice.believed ?? []) : []))
  return [...new Set(believed)].map((source) => importWords.believed(source, title))
}

async function save(
  { library }: ReaderHost,
  briefing: string,
  { toSave, own }: { toSave: readonly Annotation[]; own: ReadonlyMap<string, Annotation> }
): Promise<ImportChanges> {
  const ids = toSave.map(({ id }) => id)
  const known = ids.filter((id) => own.has(id))
  const keyOf = async (id: string): Promise<string> =>
    (await library.annotationVersions(briefing, id)).find(({ standing }) => standing === 'shown')?.key ?? ''
  const before = await Promise.all(known.map(keyOf))
  if (toSave.length > 0) await library.saveAnnotations(briefing, toSave)
  const after = await Promise.all(known.map(keyOf))
  return {
    added: ids.filter((id) => !own.has(id)),
    updated: known.map((id, at) => ({ id, before: before[at] ?? '', after: after[at] ?? '' }))
  }
}
