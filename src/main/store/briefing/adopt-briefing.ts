import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { writing } from '../files/failures'
import type { FileSystem } from '../files/file-system'
import { renameWithPatience, writeNew } from '../files/write-whole'
import type { LibraryContext } from '../library/context'
import { briefingsFolder, INCOMING } from '../library/places'

/**
 * Take over a whole briefing from the folder of another library: its text, its marks, its history.
 * It gets its place by one rename; where a part of it is there already, only what is missing is put in.
 */
export async function adoptBriefing(id: string, from: string, context: LibraryContext): Promise<void> {
  const { root, device, around } = context
  const { files, library } = around
  const briefings = briefingsFolder(root)
  const incoming = join(briefings, `${INCOMING}${device}-${randomBytes(6).toString('hex')}`)
  const target = join(briefings, id)
  await writing({ library, path: target }, async () => {
    try {
      await copyTree(files, from, incoming)
      if ((await files.stamp(target)) === null) await renameWithPatience(files, incoming, target)
      else await putIn(files, incoming, target)
      await files.syncFolder(briefings)
    } finally {
      await files.removeTree(incoming).catch(() => undefined)
    }
  })
}

async function copyTree(files: FileSystem, from: string, to: string): Promise<void> {
  await files.makeFolder(to)
  const names = await files.names(from)
  const stamps = await files.stamps(names.map((name) => join(from, name)))
  for (const [index, name] of names.entries()) {
    if (stamps[index]?.kind === 'folder') await copyTree(files, join(from, name), join(to, name))
    else await writeNew(files, join(to, name), await files.read(join(from, name)))
  }
  await files.syncFolder(to)
}

async function putIn(files: FileSystem, from: string, to: string): Promise<void> {
  for (const name of await files.names(from)) {
    const [source, target] = await files.stamps([join(from, name), join(to, name)])
    if (target === null) await renameWithPatience(files, join(from, name), join(to, name))
    else if (source?.kind === 'folder' && target?.kind === 'folder') {
      await putIn(files, join(from, name), join(to, name))
    }
  }
  await files.syncFolder(to)
  await files.syncFolder(dirname(to))
}
