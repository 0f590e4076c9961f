import { basename, dirname, join } from 'node:path'
import { type DocumentType, emptyDocument, nextGeneration, parseDocument } from '#core/store/document'
import { copyName } from '#core/store/file-name'
import { unframe } from '#core/store/frame'
import { DocumentFile } from '../documents/document-file'
import { readCopy } from '../documents/read-copy'
import { checksumOf } from '../files/checksum'
import { setAside } from '../files/set-aside'
import type { LibraryContext } from '../library/context'
import type { LookUp } from './mend-library'

interface DocumentToMend<Content> {
  readonly path: string
  /** Under the library's folder, with `/` between names. */
  readonly name: string
  readonly type: DocumentType<Content>
  readonly context: LibraryContext
  readonly lookUp: LookUp
  /** What else is known of the content; `found` is what a backup holds, or the empty content. */
  readonly complete?: (found: Content) => Promise<Content>
}

/**
 * Put a document of this device together again when both of its copies are damaged. With one copy
 * whole, reading it mends the other.
 */
export async function mendDocument<Content>(document: DocumentToMend<Content>): Promise<readonly string[]> {
  const { path, type, context, complete } = document
  const { files } = context.around
  const paths = [path, copyName(path)]
  const states = await Promise.all(paths.map(async (copy) => (await readCopy(files, copy, type)).state))
  if (states.some((state) => state === 'valid' || state === 'newer')) {
    if (states.every((state) => state === 'valid')) return []
    await new DocumentFile(path, type, context.around).read()
    return [`${shortName(path)} was restored from its other copy.`]
  }
  if (states.every((state) => state === 'missing') && !(await wasSetAside(document))) return []
  const found = await inBackup(document)
  const before = found ?? emptyDocument(type, context.device)
  const content = complete === undefined ? before.content : await complete(before.content)
  for (const [index, copy] of paths.entries()) if (states[index] === 'damaged') await setAside(files, copy)
  await new DocumentFile(path, type, context.around).write(nextGeneration(before, content))
  return [
    found === null && complete === undefined
      ? `${shortName(path)} was damaged in both copies and in no backup, so it begins anew.`
      : `${shortName(path)} was damaged in both copies and was put together again.`
  ]
}

async function wasSetAside<Content>({ path, context }: DocumentToMend<Content>): Promise<boolean> {
  const names = await context.around.files.names(dirname(path)).catch(() => [])
  return names.some((name) => name.startsWith(`${basename(path)}.damaged-`))
}

async function inBackup<Content>({ name, type, lookUp }: DocumentToMend<Content>) {
  for (const wanted of [name, copyName(name)]) {
    const bytes = await lookUp(wanted, null)
    const parts = bytes === null ? null : unframe(bytes)
    if (parts === null || checksumOf(parts.body) !== parts.checksum) continue
    const parsed = parseDocument(new TextDecoder().decode(parts.body), type)
    if (parsed.state === 'valid') return parsed.document
  }
  return null
}

/** With its folder: the documents of all briefings have the same names. */
function shortName(path: string): string {
  return join(basename(dirname(path)), basename(path))
}
