import type { Dirent } from 'node:fs'
import { join } from 'node:path'
import { formatByName, SUPPORTED_FORMATS } from '#core/import/formats'
import type { Problem } from '#core/problem/problem'
import type { ImportSource } from '#core/service/ports'
import { diskProblem } from './disk-problem'
import type { ImportDisk } from './import-disk'

/** Deeper folders than people make; it also ends what links that form a circle would not. */
const DEEPEST_FOLDER = 32

/**
 * The files that `paths` name, in their order: a folder stands for the briefings in it and below, in
 * the order of their names; what cannot be had is a failure in its place.
 */
export async function expandPaths(
  paths: readonly string[],
  disk: ImportDisk
): Promise<readonly ImportSource[]> {
  const sources: ImportSource[] = []
  for (const path of paths) sources.push(...(await expandPath(path, disk)))
  return sources
}

async function expandPath(path: string, disk: ImportDisk): Promise<readonly ImportSource[]> {
  if (/^https?:\/\//i.test(path)) return [failure(path, { code: 'address-not-supported', address: path })]
  try {
    const found = await disk.stat(path)
    if (found.isFile()) return [{ kind: 'file', path }]
    if (!found.isDirectory()) return [failure(path, { code: 'file-not-regular', path })]
  } catch (error) {
    return [failure(path, diskProblem(error, path))]
  }
  const sources = await briefingsIn(path, disk, DEEPEST_FOLDER)
  if (sources.length > 0) return sources
  return [failure(path, { code: 'folder-without-briefings', path, supported: SUPPORTED_FORMATS })]
}

async function briefingsIn(
  folder: string,
  disk: ImportDisk,
  depth: number
): Promise<readonly ImportSource[]> {
  const entries = await disk.entries(folder).catch((error: unknown) => diskProblem(error, folder))
  if ('code' in entries) return [failure(folder, entries)]
  const sources: ImportSource[] = []
  for (const entry of [...entries].filter(isShown).sort(byName)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) sources.push(...(depth > 0 ? await briefingsIn(path, disk, depth - 1) : []))
    else if (formatByName(entry.name) !== null && (await isFile(entry, path, disk)))
      sources.push({ kind: 'file', path })
  }
  return sources
}

/** What a program hides from people (`.git`, `.trash`) is not for reading. */
function isShown({ name }: Dirent): boolean {
  return !name.startsWith('.')
}

const names = new Intl.Collator('en', { numeric: true })

function byName(a: Dirent, b: Dirent): number {
  return names.compare(a.name, b.name) || (a.name < b.name ? -1 : 1)
}

/** A link to a file is one; a link to a folder is not followed. */
async function isFile(entry: Dirent, path: string, disk: ImportDisk): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile()
  const target = await disk.stat(path).catch(() => null)
  return target !== null && target.isFile()
}

function failure(source: string, problem: Problem): ImportSource {
  return { kind: 'failure', source, problem }
}
