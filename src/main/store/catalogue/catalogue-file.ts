import { setImmediate } from 'node:timers/promises'
import * as v from 'valibot'
import { type CataloguedBriefing, newestFirst } from '#core/store/summary'
import { dirname } from 'node:path'
import { checksumOfMany } from '../files/checksum'
import type { FileSystem } from '../files/file-system'
import { writeWhole } from '../files/write-whole'
import { makeFolders } from '../library/make-folders'

/** Raised when lines are written differently: older caches are then built anew. */
const FORMAT = 'briefing-reader-catalogue-5'
const LINES_PER_SLICE = 1_000
const CHECKSUM_LENGTH = 64
const NANOSECONDS_PER_MILLISECOND = 1_000_000n
/** Two changes within one tick of a file system's clock (two seconds on FAT) leave the same time. */
const COARSEST_CLOCK_MS = 2_000n

/** What is known of one briefing's folder. */
export interface CatalogueEntry {
  readonly id: string
  /** When a name in the folder last changed, in nanoseconds; an entry is stale when that has moved on. */
  readonly stamp: string
  /** `null` while no edition of it is here whole, or when it was deleted for good. */
  readonly briefing: CataloguedBriefing | null
}

/** What is kept between runs. */
export interface KeptCatalogue {
  readonly root: string
  /** When a name in the folder of the briefings last changed. */
  readonly folderStamp: string
  readonly entries: readonly CatalogueEntry[]
}

/** Keep a catalogue; answers its checksum. */
export async function writeCatalogue(
  files: FileSystem,
  path: string,
  { root, folderStamp, entries }: KeptCatalogue
): Promise<string> {
  const lines = [JSON.stringify({ format: FORMAT, root, folderStamp })]
  // In the order of the list, so that whoever reads them need not sort them.
  const sorted = entries.toSorted(inOrderOfList)
  for (let at = 0; at < sorted.length; at += LINES_PER_SLICE) {
    for (const entry of sorted.slice(at, at + LINES_PER_SLICE)) lines.push(JSON.stringify(entry))
    await setImmediate()
  }
  const content = Buffer.from(`${lines.join('\n')}\n`)
  const checksum = Buffer.from(await checksumOfMany(content))
  await makeFolders(files, dirname(path))
  await writeWhole(files, path, Buffer.concat([content, checksum]))
  return checksum.toString()
}

function inOrderOfList({ briefing: a }: CatalogueEntry, { briefing: b }: CatalogueEntry): number {
  return a === null || b === null
    ? Number(a === null) - Number(b === null)
    : newestFirst(a.summary, b.summary)
}

/** A kept catalogue as it was read. */
export interface ReadCatalogue extends KeptCatalogue {
  readonly checksum: string
  /**
   * Those whose folder did not change right before the catalogue was kept: the others may have
   * changed once more within one tick of the clock.
   */
  readonly certain: () => readonly CatalogueEntry[]
}

/** Read a kept catalogue, or `null` when there is none for the library at `root` that is whole. */
export async function readCatalogue(
  files: FileSystem,
  path: string,
  root: string
): Promise<ReadCatalogue | null> {
  const stamp = await files.stamp(path).catch(() => null)
  const bytes = stamp === null ? null : await files.read(path).catch(() => null)
  if (stamp === null || bytes === null || bytes.length < CHECKSUM_LENGTH) return null
  const content = bytes.subarray(0, -CHECKSUM_LENGTH)
  const checksum = new TextDecoder().decode(bytes.subarray(-CHECKSUM_LENGTH))
  if ((await checksumOfMany(content)) !== checksum) return null
  const [first = '', ...lines] = new TextDecoder().decode(content).trimEnd().split('\n')
  const header: unknown = JSON.parse(first)
  if (!v.is(Header, header) || header.root !== root) return null
  const entries = await parseLines(lines)
  const certainBefore = stamp.modified - COARSEST_CLOCK_MS * NANOSECONDS_PER_MILLISECOND
  const certain = (): readonly CatalogueEntry[] =>
    entries.filter((entry) => BigInt(entry.stamp) < certainBefore)
  return { root, folderStamp: header.folderStamp, entries, checksum, certain }
}

const Header = v.object({ format: v.literal(FORMAT), root: v.string(), folderStamp: v.string() })

async function parseLines(lines: readonly string[]): Promise<readonly CatalogueEntry[]> {
  const entries: CatalogueEntry[] = []
  for (const [index, line] of lines.entries()) {
    if (index % LINES_PER_SLICE === LINES_PER_SLICE - 1) await setImmediate()
    const entry: unknown = JSON.parse(line)
    if (isEntry(entry)) entries.push(entry)
  }
  return entries
}

/** The checksum says that we wrote the line and `FORMAT` says how, so its inside is not looked at. */
function isEntry(value: unknown): value is CatalogueEntry {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'stamp' in value && 'briefing' in value
  )
}
