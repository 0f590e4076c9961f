import { briefingIdFrom } from '../briefing/briefing-id'
import type { FailedImport, ImportedBriefing, ImportReport } from '../contract/api'
import { problemOf, ReaderError } from '../problem/reader-error'
import type { ImportSource, ReaderHost } from './ports'

/**
 * Bring in `sources` one after the other; one that fails does not stop the rest.
 *
 * @throws whatever is a bug: a failure that is no `ReaderError` must not look like a bad file.
 */
export async function importBriefings(
  host: ReaderHost,
  sources: readonly ImportSource[]
): Promise<ImportReport> {
  const imported: ImportedBriefing[] = []
  const failed: FailedImport[] = []
  for (const [done, source] of sources.entries()) {
    host.onImportProgress({ done, total: sources.length, source: nameOf(source) })
    try {
      imported.push(await importOne(host, source))
    } catch (thrown) {
      if (!(thrown instanceof ReaderError)) throw thrown
      failed.push({ source: nameOf(source), problem: problemOf(thrown) })
    }
  }
  host.onImportProgress({ done: sources.length, total: sources.length, source: '' })
  return { imported, failed }
}

async function importOne(host: ReaderHost, source: ImportSource): Promise<ImportedBriefing> {
  if (source.kind === 'failure') throw new ReaderError(source.problem)
  const file = await host.importer.read(source)
  const known = await host.library.find(briefingIdFrom(file.sha256))
  const briefing = await host.library.add(file)
  return { source: nameOf(source), briefing, duplicate: known !== null, warnings: file.document.warnings }
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
