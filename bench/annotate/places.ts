import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { LibraryWriter } from '../write-library'
import { briefingOf, KINDS } from './briefings'

const FOLDER = join(process.env['BENCH_FOLDER'] ?? '.', 'libraries', 'marks')

/** The folders of the library of this bench and of the device that opens it. */
export const PLACES = { root: join(FOLDER, 'library'), config: join(FOLDER, 'profile') }

/** Make the library anew, with one briefing of each kind. */
export async function makeLibrary(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true })
  const writer = await LibraryWriter.begin({ ...PLACES, config: join(FOLDER, 'profile') })
  for (const kind of KINDS) writer.add(briefingOf(kind))
}
