import { createHash } from 'node:crypto'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Every name under `folder` with its kind, mode and time, and the SHA-256 of every file's content. */
export async function stateOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = ['', ...entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)))]
  const states = paths.sort().map(async (path): Promise<[string, string]> => {
    const { mode, mtimeMs, ino } = await lstat(join(folder, path))
    const isFile = entries.some(
      (entry) => entry.isFile() && join(entry.parentPath, entry.name) === join(folder, path)
    )
    const content = isFile ? checksumOf(await readFile(join(folder, path))) : 'folder'
    return [path, `${mode.toString(8)} ${mtimeMs} ${ino} ${content}`]
  })
  return new Map(await Promise.all(states))
}

/** The names that are in one of two states only, or are not the same in both. */
export function changedBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>
): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter((name) => before.get(name) !== after.get(name))
}

function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
