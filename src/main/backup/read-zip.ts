import { createHash } from 'node:crypto'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import * as v from 'valibot'
import { type Manifest, ManifestSchema } from '#core/backup/backup'

/** Begins the zip's comment; the manifest's SHA-256 follows. */
export const COMMENT = 'Briefing Reader backup, manifest SHA-256 '
/** A manifest of 100,000 briefings has some 200 MB; what claims to be longer is none. */
const LONGEST_MANIFEST = 1_000_000_000

/** A backup's zip that is open for reading; `close` it. */
export interface OpenZip {
  readonly manifest: Manifest
  readonly size: number
  /** Every entry, in the order of the zip. */
  entries(): AsyncIterable<Entry>
  /** The content of an entry, of which no more than `limit` bytes are taken. */
  read(entry: Entry, limit: number): Promise<Buffer>
  close(): void
}

/**
 * Open a backup. The manifest is known to be whole by the zip's comment.
 *
 * @throws Error when it is no backup of ours, or its manifest is damaged.
 */
export async function openZip(path: string): Promise<OpenZip> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  try {
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    const entry = entries.find(({ fileName }) => fileName === 'manifest.json')
    if (entry === undefined) throw new Error('no manifest')
    const bytes = await readEntry(zip, entry, LONGEST_MANIFEST)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (zip.comment !== `${COMMENT}${sha256}`) throw new Error('another manifest')
    const manifest = v.parse(ManifestSchema, JSON.parse(bytes.toString('utf8')))
    return {
      manifest,
      size: zip.fileSize,
      entries: async function* () {
        yield* entries
      },
      read: (wanted, limit) => readEntry(zip, wanted, limit),
      close: () => zip.close()
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function readEntry(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  if (entry.uncompressedSize > limit) throw new Error(`too long: ${entry.fileName}`)
  const pieces: Buffer[] = []
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}
