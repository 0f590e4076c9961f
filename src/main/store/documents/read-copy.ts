import { type DocumentType, parseDocument, type ParsedDocument } from '#core/store/document'
import { unframe } from '#core/store/frame'
import { checksumOf } from '../files/checksum'
import { isMissing, reading } from '../files/failures'
import type { FileSystem } from '../files/file-system'

/** What one copy of a document turned out to be. */
export type CopyOnDisk<Content> = ParsedDocument<Content> | { readonly state: 'missing' }

/**
 * Read one copy. Every flipped bit and every cut is found: the frame is compared byte by byte and
 * the checksum is taken over the exact bytes of the body.
 */
export async function readCopy<Content>(
  files: FileSystem,
  path: string,
  type: DocumentType<Content>
): Promise<CopyOnDisk<Content>> {
  return copyIn(await bytesOf(files, path), type)
}

/** Read both copies. Nearly always they are the same, and are then taken apart once. */
export async function readCopies<Content>(
  files: FileSystem,
  [first, second]: readonly [string, string],
  type: DocumentType<Content>
): Promise<readonly [CopyOnDisk<Content>, CopyOnDisk<Content>]> {
  const [bytes, others] = await Promise.all([bytesOf(files, first), bytesOf(files, second)])
  const copy = copyIn(bytes, type)
  const isSame = bytes !== null && others !== null && Buffer.compare(bytes, others) === 0
  return [copy, isSame ? copy : copyIn(others, type)]
}

function copyIn<Content>(bytes: Uint8Array | null, type: DocumentType<Content>): CopyOnDisk<Content> {
  if (bytes === null) return { state: 'missing' }
  const parts = unframe(bytes)
  if (parts === null || checksumOf(parts.body) !== parts.checksum) return { state: 'damaged' }
  return parseDocument(new TextDecoder().decode(parts.body), type)
}

async function bytesOf(files: FileSystem, path: string): Promise<Uint8Array | null> {
  return reading(path, async () => {
    try {
      return await files.read(path)
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  })
}
