import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

const RECORD = Buffer.alloc(1_024, 'r')

/** The least that can be done to have 1 kB on the disk in place of what was there: the limit. */
export async function bareWrite(path: string): Promise<void> {
  const temporary = `${path}.tmp`
  const file = await open(temporary, 'w')
  await file.writeFile(RECORD)
  await file.sync()
  await file.close()
  await rename(temporary, path)
  const folder = await open(dirname(path), 'r')
  await folder.sync()
  await folder.close()
}
