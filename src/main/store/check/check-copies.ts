import type { LibraryFault } from '#core/contract/api'
import type { DocumentType } from '#core/store/document'
import { copyName } from '#core/store/file-name'
import type { Surroundings } from '../documents/document-file'
import { type CopyOnDisk, readCopy } from '../documents/read-copy'

/** What a look at both copies of a document gives. */
export interface CheckedCopies<Content> {
  readonly content: Content | null
  readonly faults: readonly LibraryFault[]
}

/** Look at both copies of a document; `id` is the briefing that it belongs to. */
export async function checkCopies<Content>(
  path: string,
  type: DocumentType<Content>,
  { files }: Surroundings,
  id: string | null = null
): Promise<CheckedCopies<Content>> {
  const paths = [path, copyName(path)]
  const copies = await Promise.all(paths.map((copy) => readCopy(files, copy, type)))
  const content = contentOf(copies)
  const faults = copies.flatMap((copy, index) => faultOf(copy, paths[index] ?? path, id))
  if (content !== null || copies.some(({ state }) => state === 'newer')) return { content, faults }
  const message = `${path} is damaged or missing in both of its copies; everything else is safe.`
  return { content, faults: [{ code: 'library-damaged', id, message }] }
}

function contentOf<Content>(copies: readonly CopyOnDisk<Content>[]): Content | null {
  let best: { sequence: number; content: Content } | null = null
  for (const copy of copies) {
    const document = copy.state === 'valid' || copy.state === 'newer' ? copy.document : null
    if (document !== null && (best === null || document.sequence > best.sequence)) best = document
  }
  return best === null ? null : best.content
}

function faultOf(copy: CopyOnDisk<unknown>, path: string, id: string | null): readonly LibraryFault[] {
  switch (copy.state) {
    case 'valid':
      return []
    case 'newer':
      return [
        { code: 'library-newer', id, message: `${path} was written by a newer version; it can be read only.` }
      ]
    case 'missing':
      return [
        {
          code: 'copy-missing',
          id,
          message: `${path} is missing; the other copy is whole, so nothing is lost.`
        }
      ]
    case 'damaged':
      return [
        {
          code: 'copy-damaged',
          id,
          message: `${path} is damaged; the other copy is whole, so nothing is lost.`
        }
      ]
  }
}
