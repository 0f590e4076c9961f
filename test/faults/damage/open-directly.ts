import { basename, dirname, join } from 'node:path'
import { LIBRARY } from '#core/store/library-content'
import type { DocumentType } from '#core/store/document'
import { canonicalJson } from '#core/store/canonical-json'
import { MARKS } from '#core/store/marks'
import { META } from '#core/store/meta'
import { SOURCE } from '#core/store/source'
import { STATE } from '#core/store/state'
import { readChecked, readOriginal, readTree } from '../../../src/main/store/briefing/edition-files'
import type { Edition } from '../../../src/main/store/briefing/editions'
import { readCatalogue } from '../../../src/main/store/catalogue/catalogue-file'
import { ClosedMarker } from '../../../src/main/store/catalogue/closed-marker'
import { DocumentFile, type Surroundings } from '../../../src/main/store/documents/document-file'
import { HistoryFile } from '../../../src/main/store/documents/history-file'
import { nodeFiles } from '../../../src/main/store/files/node-files'
import { deviceId } from '../../../src/main/store/library/device-id'
import { KnownLibraries } from '../../../src/main/store/library/known-libraries'
import { placesOfEdition } from '../../../src/main/store/library/places'
import { firstCopyOf, type LibraryFile } from './files'
import type { DamageTrial } from './prove-damage'

/** Reads one file of a library by the code that the store reads it by, without the rest of the store. */
export interface DirectReader {
  /** What is read, as canonical JSON; `told` is called when damage is found. */
  read(file: LibraryFile, told: () => void): Promise<string>
}

const TYPES = { marks: MARKS, meta: META, state: STATE, library: LIBRARY, source: SOURCE }

/** Make ready to read the files of a library one by one. */
export async function openDirectly({ subject, place }: DamageTrial): Promise<DirectReader> {
  const files = subject.files(nodeFiles)
  const around = (tell: () => void): Surroundings => ({
    ...{ files, tell, warn: tell },
    library: place.library,
    mayWrite: () => true
  })
  const device = await deviceId(
    place.options().configFolder,
    around(() => undefined)
  )
  const read = async ({ kind, path: relative }: LibraryFile, told: () => void): Promise<unknown> => {
    const path = join(place.root, relative)
    const surroundings = around(told)
    switch (kind) {
      case 'marks':
      case 'meta':
      case 'state':
      case 'library':
      case 'source':
        return new DocumentFile<unknown>(
          firstCopyOf(path),
          TYPES[kind] as DocumentType<unknown>,
          surroundings
        ).read()
      case 'tree':
        return readTree(await editionAt(dirname(path), surroundings), surroundings)
      case 'original':
        return Buffer.from(
          await readOriginal(await editionAt(dirname(path), surroundings), surroundings)
        ).toString()
      case 'picture':
        return String(await readChecked(path, basename(path).replace(/\..*$/u, ''), surroundings))
      case 'history':
        return new HistoryFile(path, surroundings).read()
      case 'device':
        return deviceId(dirname(path), surroundings)
      case 'known':
        return new KnownLibraries(dirname(path), device, surroundings).find(place.library)
      case 'catalogue':
        return (await readCatalogue(files, path, place.library))?.entries ?? null
      case 'marker':
        return new ClosedMarker(files, path.replace(/\.closed$/u, '')).take()
    }
  }
  return { read: async (file, told) => canonicalJson(await read(file, told)) }
}

async function editionAt(folder: string, around: Surroundings): Promise<Edition> {
  const places = placesOfEdition(folder)
  const document = await new DocumentFile(places.source, SOURCE, around).read()
  const source = document?.content ?? null
  if (source === null) throw new Error(`no source in ${folder}`)
  return { source, places, isOwn: true }
}
