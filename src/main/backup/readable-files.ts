import { lineOf } from '#core/backup/viewer'
import { readableBriefing } from '#core/backup/readable-library'
import { ReaderError } from '#core/problem/reader-error'
import { BriefingFolder } from '../store/briefing/briefing-folder'
import { BRIEFING_ID } from '../store/catalogue/catalogue'
import type { FileSystem } from '../store/files/file-system'
import type { LibraryContext } from '../store/library/context'
import { LibraryDocuments } from '../store/library/library-documents'
import { briefingsFolder } from '../store/library/places'
import { BESIDE } from './backup-places'

/** A library as a backup shows it, read without changing anything. */
export interface ReadableLibrary {
  /** The JSON text of each `ReadableBriefing`, in the order of their ids. */
  readonly lines: readonly string[]
  /** Shown, not in the trash. */
  readonly briefings: number
  /** Live, on those briefings. */
  readonly annotations: number
  /** The checksum that a file that never changes has by what the library says of it, or `null`. */
  readonly checksumOf: (path: string) => string | null
}

/** No device has it: nothing is this one's own, so nothing is mended. */
const NOBODY = '0000000000000000'

/** Read everything that is said of the briefings in the library at `root`. */
export async function openReadable(
  files: FileSystem,
  root: string,
  kind: 'full' | 'generation'
): Promise<ReadableLibrary> {
  const context = await readOnlyContext(files, root)
  const lines: string[] = []
  const trees = new Map<string, string>()
  let [briefings, annotations] = [0, 0]
  for (const id of [...(await files.names(briefingsFolder(root)))].sort()) {
    if (!BRIEFING_ID.test(id)) continue
    const records = await new BriefingFolder(id, context).records().catch(orUnreadable)
    if (records === null) continue
    for (const { sha256, tree } of records.editions) trees.set(`${id}/${sha256}`, tree)
    const readable = readableBriefing(records, (sha256, extension) =>
      kind === 'full'
        ? `library/briefings/${id}/editions/${sha256}/original.${extension}`
        : `../${BESIDE}/${sha256}.${extension}`
    )
    if (readable === null) continue
    lines.push(lineOf(readable))
    if (readable.trashed !== null) continue
    briefings += 1
    annotations += readable.annotations.filter(({ deleted }) => deleted === null).length
  }
  return { lines, briefings, annotations, checksumOf: (path) => checksumOf(path, trees) }
}

async function readOnlyContext(files: FileSystem, root: string): Promise<LibraryContext> {
  const around = { files, library: root, mayWrite: () => false, tell: () => undefined, warn: () => undefined }
  const now = (): string => ''
  const documents = new LibraryDocuments({ root, device: NOBODY, now, around })
  await documents.read()
  return { root, device: NOBODY, now, around, documents }
}

/** Damage is no reason to go without a backup: the files are in it as they are. */
function orUnreadable(error: unknown): null {
  if (error instanceof ReaderError) return null
  throw error
}

const PARTS = /^briefings\/([^/]+)\/(?:assets|editions\/([0-9a-f]{64}))\/([^/]+)$/u

function checksumOf(path: string, trees: ReadonlyMap<string, string>): string | null {
  const [, id, hash, name] = PARTS.exec(path) ?? []
  if (name === undefined) return null
  if (hash === undefined) return /^[0-9a-f]{64}(?=\.)/u.exec(name)?.[0] ?? null
  return name.startsWith('original.') ? hash : (trees.get(`${id}/${hash}`) ?? null)
}
