import { briefingIdFrom } from '../briefing/briefing-id'
import type { BriefingSummary } from '../briefing/briefing'
import type { FailedImport, ImportedBriefing, ImportReport } from '../contract/api'
import type { ImportedFile } from '../import/imported-file'
import { problemOf, ReaderError } from '../problem/reader-error'
import type { AnnotationPlaces } from './annotate'
import type { ImportSource, ReaderHost } from './ports'
import { baseName, recogniseEdition } from './recognise-edition'

/** What a file becomes. */
interface ImportWish {
  readonly source: ImportSource
  /** The briefing that it is a new edition of, when the person says so. */
  readonly editionOf: string | undefined
}

/**
 * Bring in `sources` one after the other; one that fails does not stop the rest.
 *
 * @throws whatever is a bug: a failure that is no `ReaderError` must not look like a bad file.
 * @throws ReaderError `briefing-unknown` when there is no briefing `editionOf`; nothing is read then.
 */
export async function importBriefings(
  host: ReaderHost,
  places: AnnotationPlaces,
  {
    sources,
    editionOf
  }: { readonly sources: readonly ImportSource[]; readonly editionOf?: string | undefined }
): Promise<ImportReport> {
  if (editionOf !== undefined) await places.texts.briefing(editionOf)
  const imported: ImportedBriefing[] = []
  const failed: FailedImport[] = []
  for (const [done, source] of sources.entries()) {
    host.onImportProgress({ done, total: sources.length, source: nameOf(source) })
    try {
      imported.push(await importOne(host, places, { source, editionOf }))
    } catch (thrown) {
      if (!(thrown instanceof ReaderError)) throw thrown
      failed.push({ source: nameOf(source), problem: problemOf(thrown) })
    }
  }
  host.onImportProgress({ done: sources.length, total: sources.length, source: '' })
  return { imported, failed }
}

async function importOne(
  host: ReaderHost,
  places: AnnotationPlaces,
  { source, editionOf }: ImportWish
): Promise<ImportedBriefing> {
  if (source.kind === 'failure') throw new ReaderError(source.problem)
  const file = await host.importer.read(source)
  const { warnings } = file.document
  const { sha256 } = file
  const report = {
    ...{ source: nameOf(source), sha256, duplicate: false },
    ...{ carried: null, resembles: null, warnings }
  }
  const holders = await host.library.holdersOf(file.sha256)
  const holder = editionOf === undefined ? holders[0] : holders.find((id) => id === editionOf)
  if (holder !== undefined)
    return { ...report, duplicate: true, briefing: await knownBriefing(host, file, holder) }
  const fileName = source.kind === 'file' ? baseName(source.path) : null
  const known = { library: host.library, texts: places.texts }
  const recognised =
    editionOf === undefined ? await recogniseEdition({ document: file.document, fileName }, known) : null
  const into = editionOf ?? (recognised?.isCertain === true ? recognised.briefing.id : undefined)
  if (into !== undefined) return { ...report, ...(await addEdition(host, places, { into, file })) }
  const briefing = await host.library.add(file)
  if (recognised === null) return { ...report, briefing }
  const { id, title } = recognised.briefing
  return { ...report, briefing, resembles: { id, title } }
}

/** Bring in a file as the newest edition of a briefing, and tell what became of its marks. */
export async function addEdition(
  { library }: ReaderHost,
  { placing, texts }: AnnotationPlaces,
  { into, file }: { readonly into: string; readonly file: ImportedFile }
): Promise<Pick<ImportedBriefing, 'briefing' | 'carried'>> {
  const briefing = await library.addEdition(into, file)
  texts.forget(into)
  return { briefing, carried: await placing.outcomes(into, briefing.edition) }
}

/** One in the trash comes back. */
async function knownBriefing(
  { library }: ReaderHost,
  file: ImportedFile,
  id: string
): Promise<BriefingSummary> {
  const shown = (await library.list()).find((summary) => summary.id === id)
  if (shown !== undefined) return shown
  if (id === briefingIdFrom(file.sha256)) return library.add(file)
  return library.restoreBriefing(id)
}

function nameOf(source: ImportSource): string {
  switch (source.kind) {
    case 'file':
      return source.path
    case 'bytes':
      return source.name
    case 'failure':
      return source.source
  }
}
