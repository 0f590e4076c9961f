import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredDocument } from '#core/store/document'
import { unframe } from '#core/store/frame'
import { encodeDocument } from '../../../src/main/store/documents/encode-document'
import { contentOf } from '../../../src/main/store/fixtures/folders'

/** Changes a document, or answers `null` to leave its file as it is. `path` is in the library's folder. */
export type DocumentChange = (document: StoredDocument<unknown>, path: string) => object | null

/** Change documents of a library and seal them with right checksums; answers the paths changed. */
export async function resealAll(root: string, change: DocumentChange): Promise<readonly string[]> {
  const changed: string[] = []
  for (const path of (await contentOf(root)).keys()) {
    const bytes = path.endsWith('.json') ? await readFile(join(root, path)) : null
    const resealed = bytes === null ? null : reseal(bytes, (document) => change(document, path))
    if (resealed === null) continue
    await writeFile(join(root, path), resealed)
    changed.push(path)
  }
  return changed
}

/** The file of another document with a right checksum, or `null` when it is none or stays as it is. */
export function reseal(
  bytes: Uint8Array,
  change: (document: StoredDocument<unknown>) => object | null
): Uint8Array | null {
  const body = unframe(bytes)?.body
  if (body === undefined) return null
  const document: StoredDocument<unknown> = JSON.parse(new TextDecoder().decode(body))
  const changed = change(document)
  return changed === null ? null : encodeDocument({ ...document, ...changed })
}
