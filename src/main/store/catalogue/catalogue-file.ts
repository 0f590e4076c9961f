import { setImmediate } from 'node:timers/promises'
import type { CataloguedBriefing } from '#core/store/summary'
import { dirname } from 'node:path'
import { checksumOfMany } from '../files/checksum'
import type { FileSystem } from '../files/file-system'
import { writeWhole } from '../files/write-whole'
import { makeFolders } from '../library/make-folders'

/** Raised when lines are written differently: older caches are then built anew. */
const FORMAT = 'briefing-reader-catalogue-2'
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

/** Keep the catalogue of the library at `root`; it is only a cache, so nobody waits for the disk's word. */
export async function writeCatalogue(
  files: FileSystem,
  path: string,
  { root, entries }: { root: string; entries: readonly CatalogueEntry[] }
): Promise<void> {
  const lines = [JSON.stringify({ format: FORMAT, root })]
  for (let at = 0; at < entries.length; at += LINES_PER_SLICE) {
    for (const entry of entries.slice(at, at + LINES_PER_SLICE)) lines.push(JSON.stringify(entry))
    await setImmediate()
  }
  const content = Buffer.from(`${lines.join('\n')}\n`)
  const checksum = Buffer.from(await checksumOfMany(content))
  await makeFolders(files, dirname(path))
  await writeWhole(files, path, Buffer.concat([content, checksum]))
}

/**
 * Read a kept catalogue, or `null` when there is none for this library that is whole. Entries whose
 * folder changed right before the catalogue was kept are left out: it may have changed once more.
 */
export async function readCatalogue(
  files: FileSystem,
  path: string,
  root: string
): Promise<readonly CatalogueEntry[] | null> {
  const stamp = await files.stamp(path).catch(() => null)
  const bytes = stamp === null ? null : await files.read(path).catch(() => null)
  if (stamp === null || bytes === null || bytes.length < CHECKSUM_LENGTH) return null
  const content = bytes.subarray(0, -CHECKSUM_LENGTH)
  const checksum = new TextDecoder().decode(bytes.subarray(-CHECKSUM_LENGTH))
  if ((await checksumOfMany(content)) !== checksum) return null
  const [header, ...lines] = new TextDecoder().decode(content).trimEnd().split('\n')
  if (header !== JSON.stringify({ format: FORMAT, root })) return null
  const certainBefore = stamp.modified - COARSEST_CLOCK_MS * NANOSECONDS_PER_MILLISECOND
  return (await parseLines(lines)).filter((entry) => BigInt(entry.stamp) < certainBefore)
}

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
