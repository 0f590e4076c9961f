import { join } from 'node:path'
import { type DeviceKind, documentName } from '#core/store/file-name'

/** Begins the name of a folder in which an import is being put together. */
export const INCOMING = '.incoming-'

/** The folder that holds all briefings. */
export function briefingsFolder(library: string): string {
  return join(library, 'briefings')
}

/** The files and folders of one briefing, under the folder that it has or will have. */
export interface BriefingPlaces {
  readonly folder: string
  readonly editions: string
  readonly assets: string
  document(kind: DeviceKind, device: string, part: number): string
  history(device: string): string
}

/** Where the parts of the briefing in `folder` lie. */
export function placesOfBriefing(folder: string): BriefingPlaces {
  return {
    folder,
    editions: join(folder, 'editions'),
    assets: join(folder, 'assets'),
    document: (kind, device, part) => join(folder, documentName({ kind, device, part })),
    history: (device) => join(folder, `history.${device}.jsonl`)
  }
}

/** The files of one edition, under the folder that it has or will have. */
export interface EditionPlaces {
  readonly folder: string
  readonly source: string
  readonly tree: string
  readonly treeCopy: string
  original(extension: string): string
}

/** Where the files of the edition in `folder` lie. */
export function placesOfEdition(folder: string): EditionPlaces {
  return {
    folder,
    source: join(folder, 'source.json'),
    tree: join(folder, 'tree.json'),
    treeCopy: join(folder, 'tree.copy.json'),
    original: (extension) => join(folder, `original.${extension}`)
  }
}
