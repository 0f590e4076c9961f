import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Linux keeps what lies here in memory, where waiting for the disk costs nothing. */
const MEMORY = '/dev/shm'

/** A new and empty folder for what is about order and not about the disk. */
export function memoryFolder(name: string): Promise<string> {
  return mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), `${name}-`))
}
