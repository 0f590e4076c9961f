import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What a folder holds: every file's content by its path under it, `null` for a folder. Folders come first. */
export type DiskState = ReadonlyMap<string, Uint8Array | null>

/** Make a folder hold exactly `state`. At once: waiting for each of so many small files takes twice as long. */
export function buildState(root: string, state: DiskState): void {
  rmSync(root, { recursive: true, force: true, maxRetries: 5 })
  mkdirSync(root, { recursive: true })
  for (const [path, content] of state) {
    if (content === null) mkdirSync(join(root, path), { mode: 0o700 })
    else writeFileSync(join(root, path), content, { mode: 0o600 })
  }
}

/** What a folder holds now. */
export function readState(root: string): DiskState {
  const state = new Map<string, Uint8Array | null>()
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      state.set(relative(root, path), entry.isDirectory() ? null : readFileSync(path))
      if (entry.isDirectory()) walk(path)
    }
  }
  walk(root)
  return state
}
