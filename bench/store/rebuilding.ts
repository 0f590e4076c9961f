import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { held, median, milliseconds } from '../figures'
import type { Recipe } from './make-library'
import { open } from './open'
import { places } from './places'
import { timed } from './saving'

const ROUNDS = 3
const AT_ONCE = 16

/** Build the catalogue anew beside a bare reading of the same files. */
export async function measureRebuild({ name }: Recipe): Promise<readonly string[]> {
  const [ours, bare]: number[][] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    bare?.push(await timed(() => readBare(name)))
    await rm(places(name).cache, { recursive: true, force: true })
    ours?.push(await timed(async () => (await open(name)).list()))
  }
  const [rebuilt, read] = [median(ours ?? []), median(bare ?? [])]
  return [
    `${name}: ${milliseconds(rebuilt)}; the files read bare ${milliseconds(read)}: ${held(rebuilt / read, { atMost: 2 })}`
  ]
}

/** The files that the catalogue is made of: both copies of every document and of every source. */
async function readBare(name: string): Promise<void> {
  const folder = join(places(name).root, 'briefings')
  const ids = (await readdir(folder)).values()
  const work = async (): Promise<void> => {
    for (const id of ids) await readBriefing(join(folder, id))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function readBriefing(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  for (const name of names) await readStamped(join(folder, name))
  for (const hash of await readdir(join(folder, 'editions'))) {
    for (const name of ['source.json', 'source.copy.json'])
      await readStamped(join(folder, 'editions', hash, name))
  }
}

async function readStamped(path: string): Promise<void> {
  await stat(path)
  await readFile(path)
}
