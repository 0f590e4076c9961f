import { join } from 'node:path'
import { copyName, documentName, documentsAmong } from '#core/store/file-name'
import { type MarkRecord, MARKS, type MarksContent } from '#core/store/marks'
import { META } from '#core/store/meta'
import { SOURCE, type SourceContent } from '#core/store/source'
import { STATE } from '#core/store/state'
import { ASSET_NAME } from '#core/store/stored-tree'
import { compareVersions } from '#core/store/version-vector'
import { HistoryFile } from '../documents/history-file'
import { readCopy } from '../documents/read-copy'
import { namesOrNone } from '../files/names-or-none'
import type { LibraryContext } from '../library/context'
import { type BriefingPlaces, briefingsFolder, placesOfBriefing, placesOfEdition } from '../library/places'
import { mendDocument } from './mend-document'
import { mendFixed } from './mend-fixed'
import type { LookUp } from './mend-library'

/** Mend the files of one briefing; answers what was done, one sentence each. */
export async function mendBriefing(
  id: string,
  context: LibraryContext,
  lookUp: LookUp
): Promise<readonly string[]> {
  const places = placesOfBriefing(join(briefingsFolder(context.root), id))
  const briefing = { id, places, context, lookUp }
  const sentences: string[] = []
  for (const hash of await namesOrNone(context.around.files, places.editions)) {
    if (/^[0-9a-f]{64}$/u.test(hash)) sentences.push(...(await mendEdition(briefing, hash)))
  }
  return [...sentences, ...(await mendDocuments(briefing))]
}

interface BriefingToMend {
  readonly id: string
  readonly places: BriefingPlaces
  readonly context: LibraryContext
  readonly lookUp: LookUp
}

async function mendEdition(
  { id, places, context, lookUp }: BriefingToMend,
  hash: string
): Promise<readonly string[]> {
  const edition = placesOfEdition(join(places.editions, hash))
  const under = `briefings/${id}/editions/${hash}`
  const { files } = context.around
  const sources = [edition.source, copyName(edition.source)]
  const source = await wholeSource(sources, context)
  if (source === null) return []
  const { content, bytes } = source
  const copies = [
    ...sources.map((path) => ({ path, sha256: null, same: bytes })),
    ...[edition.tree, edition.treeCopy].map((path) => ({ path, sha256: content.tree, same: null }))
  ]
  const tree = await anyWhole([edition.tree, edition.treeCopy], content.tree, context)
  const fixed = [
    ...copies.map((copy) => ({ ...copy, same: copy.same ?? tree })),
    { path: edition.original(content.extension), sha256: hash, same: null },
    ...content.assets
      .filter((name) => ASSET_NAME.test(name))
      .map((name) => ({
        path: join(places.assets, name),
        sha256: name.slice(0, name.indexOf('.')),
        same: null
      }))
  ]
  const sentences: string[] = []
  for (const { path, sha256, same } of fixed) {
    const name = path.startsWith(places.assets)
      ? `briefings/${id}/assets/${path.slice(places.assets.length + 1)}`
      : `${under}/${path.slice(edition.folder.length + 1)}`
    const find = async (): Promise<Uint8Array | null> =>
      same ?? (sha256 === null ? null : lookUp(name, sha256))
    sentences.push(...(await mendFixed(files, path, { sha256, expected: same, find })))
  }
  return sentences
}

/** A device's own documents; the others' are mended by the devices that write them. */
async function mendDocuments(briefing: BriefingToMend): Promise<readonly string[]> {
  const { id, places, context, lookUp } = briefing
  const names = (await namesOrNone(context.around.files, places.folder)).map((name) =>
    name.replace(/\.damaged-\d+$/u, '')
  )
  const sentences: string[] = []
  const own = (kind: 'marks' | 'meta' | 'state') =>
    documentsAmong(names, kind).filter(({ device }) => device === context.device)
  const place = (name: string) => ({
    path: join(places.folder, name),
    name: `briefings/${id}/${name}`,
    context,
    lookUp
  })
  for (const document of own('marks')) {
    const parts = { ...place(documentName(document)), type: MARKS }
    const complete = (found: MarksContent): Promise<MarksContent> => withHistory(found, briefing)
    sentences.push(...(await mendDocument({ ...parts, complete })))
  }
  for (const document of own('meta')) {
    sentences.push(...(await mendDocument({ ...place(documentName(document)), type: META })))
  }
  for (const document of own('state')) {
    sentences.push(...(await mendDocument({ ...place(documentName(document)), type: STATE })))
  }
  return sentences
}

/**
 * The history has every change before it is saved, so the newest line of each mark is at least what
 * was saved. Marks of other parts come in too, which the merge makes one again.
 */
async function withHistory(found: MarksContent, { places, context }: BriefingToMend): Promise<MarksContent> {
  const records = new Map<string, MarkRecord>(found.records.map((record) => [record.id, record]))
  const lines = await new HistoryFile(places.history(context.device), context.around).read()
  for (const { record } of lines) {
    const known = records.get(record.id)
    if (known === undefined || compareVersions(known.version, record.version) !== 'after') {
      records.set(record.id, record)
    }
  }
  return { ...found, records: [...records.values()] }
}

async function wholeSource(
  paths: readonly string[],
  { around }: LibraryContext
): Promise<{ content: SourceContent; bytes: Uint8Array } | null> {
  for (const path of paths) {
    const copy = await readCopy(around.files, path, SOURCE)
    if (copy.state !== 'valid' || copy.document.content === null) continue
    return { content: copy.document.content, bytes: await around.files.read(path) }
  }
  return null
}

async function anyWhole(
  paths: readonly string[],
  sha256: string,
  { around }: LibraryContext
): Promise<Uint8Array | null> {
  for (const path of paths) {
    const sum = await around.files.checksum(path).catch(() => null)
    if (sum === sha256) return around.files.read(path)
  }
  return null
}
