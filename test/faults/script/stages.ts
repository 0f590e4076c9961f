import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { openLibrary } from '../../../src/main/store/open-library'
import { memoryFolder } from '../memory-folder'
import { seenIn } from './seen'
import { type Step, STEPS } from './steps'

/** A library before one step of the script, and what is seen in it before and after. */
export interface Stage {
  readonly step: Step
  /** Holds the library's folder and the device's. */
  readonly folder: string
  readonly before: string
  readonly after: string
}

/** Open the library of the folder that `openIn` was given before, or make it. */
export function openIn(folder: string, files?: FileSystem): Promise<OpenLibrary> {
  return openLibrary({
    path: join(folder, 'library'),
    configFolder: join(folder, 'config'),
    cacheFolder: join(folder, 'cache'),
    clock: () => '2024-02-01T10:00:00.000Z',
    create: true,
    ...(files === undefined ? {} : { files })
  })
}

/** Go through the script once, on a disk that is well, and keep the library as it was before each step. */
export async function stagesOfScript(): Promise<readonly Stage[]> {
  const root = await memoryFolder()
  const library = await openIn(join(root, 'live'))
  const stages: Stage[] = []
  for (const [index, step] of STEPS.entries()) {
    const folder = join(root, `stage-${index}`)
    const before = await seenIn(library)
    await cp(join(root, 'live'), folder, { recursive: true, preserveTimestamps: true })
    await step.act(library)
    stages.push({ step, folder, before, after: await seenIn(library) })
  }
  await library.close()
  return stages
}
