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
  const bytes = await bytesOf(files, path)
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
