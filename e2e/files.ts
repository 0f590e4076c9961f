import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/** Files that the tests bring in. */
const FILES = resolve(import.meta.dirname, 'files')

/** One of the tests' own files. */
export function file(name: string): string {
  return resolve(FILES, name)
}

/** The briefing that this project was born from. */
export const SEED = file('seed.txt')

/** A passage of the seed that everybody would mark. */
export const FRIENDSHIP = 'deep-rooted friendship between the two nations'

/** The bytes of a file, or `null` where there is none. */
export async function bytesIn(path: string): Promise<Uint8Array | null> {
  return existsSync(path) ? new Uint8Array(await readFile(path)) : null
}
