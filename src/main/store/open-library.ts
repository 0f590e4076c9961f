import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { catalogued } from '#core/store/summary'
import { Catalogue } from './catalogue/catalogue'
import { briefingNotReadable } from './documents/notices'
import type { FileSystem } from './files/file-system'
import { nodeFiles } from './files/node-files'
import type { LibraryContext } from './library/context'
import { FileLibrary, type OpenLibrary } from './library/file-library'
import { enterLibrary } from './library/enter-library'
import { LibraryDocuments } from './library/library-documents'
import { Notices } from './library/notices'
import { OpenBriefings } from './library/open-briefings'
import { TrashCan } from './library/trash-can'

/** Where a library lies, and what this device keeps for it elsewhere. */
export interface LibraryOptions {
  readonly path: string
  /** Holds this device's id; the person's own, on this device only. */
  readonly configFolder: string
  /** Holds what can be built anew. */
  readonly cacheFolder: string
  /** The time, RFC 3339 in UTC. */
  readonly clock: () => string
  /** Whether to make a library where there is none. */
  readonly create: boolean
  readonly files?: FileSystem
}

/**
 * Open the library in a folder. Whoever means to write must hold its lock (`acquireWriter`).
 *
 * @throws ReaderError `library-…` when the folder is gone, holds other things or cannot be read.
 */
export async function openLibrary(options: LibraryOptions): Promise<OpenLibrary> {
  const { path, configFolder, cacheFolder, clock, create, files = nodeFiles } = options
  const notices = new Notices()
  const { root, device, isNewer } = await enterLibrary({ path, configFolder, clock, create, files, notices })
  const around = {
    files,
    library: path,
    mayWrite: () => !isNewer,
    tell: notices.tellMended,
    warn: notices.tellOnce
  }
  const documents = new LibraryDocuments({ root, device, now: clock, around })
  await documents.read()
  const context: LibraryContext = { root, device, now: clock, around, documents }
  const briefings = new OpenBriefings(context)
  const catalogue = new Catalogue({
    files,
    library: path,
    root,
    isAlone: documents.isAlone,
    path: join(
      cacheFolder,
      `catalogue-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.jsonl`
    ),
    read: (id) =>
      briefings.use(id, async (folder) => {
        const records = await folder.records()
        if (records.editions.length === 0 && records.purged.length === 0)
          notices.tellOnce(briefingNotReadable(id))
        return catalogued(records, device)
      })
  })
  const trash = new TrashCan({ context, briefings, catalogue })
  try {
    await catalogue.open()
    if (!isNewer) {
      await documents.countDay()
      await trash.finishDeleting()
    }
  } catch (error) {
    catalogue.abandon()
    throw error
  }
  return new FileLibrary({ path, isReadOnly: isNewer, context, briefings, catalogue, notices, trash })
}
