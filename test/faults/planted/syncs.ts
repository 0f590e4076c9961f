import type { FileSystem, WritableFile } from '../../../src/main/store/files/file-system'
import { REAL, type Subject } from '../subject'

/** What steno, and lowdb with it, does: write and rename, and leave the rest to the system. */
export const NO_SYNC_OF_FILES: Subject = {
  ...REAL,
  name: 'files are not synced',
  files: (disk) => withFiles(disk, (file) => ({ ...file, sync: () => Promise.resolve() }))
}

/** What write-file-atomic does: the data is on the disk, but the name that leads to it may not be. */
export const NO_SYNC_OF_FOLDERS: Subject = {
  ...REAL,
  name: 'folders are not synced',
  files: (disk) => ({ ...disk, syncFolder: () => Promise.resolve() })
}

/** That the library is open again is not down on the disk when the first change is: the catalogue is believed. */
export const MARKER_NOT_SYNCED: Subject = {
  ...REAL,
  name: 'the word that a library was closed in order outlives the next change',
  files: (disk) => {
    let isRemoved = false
    return {
      ...disk,
      async removeFile(path) {
        await disk.removeFile(path)
        if (path.endsWith('.closed')) isRemoved = true
      },
      async syncFolder(path) {
        if (!isRemoved) await disk.syncFolder(path)
        isRemoved = false
      }
    }
  }
}

/** The name first, the data afterwards: in between, the name leads to nothing. */
export const RENAME_BEFORE_SYNC: Subject = {
  ...REAL,
  name: 'files are synced after they were renamed',
  files: (disk) => {
    const open = new Map<string, WritableFile>()
    const late = withFiles(disk, (file, path) => ({
      ...file,
      sync: () => Promise.resolve(),
      close: () => Promise.resolve(void open.set(path, file))
    }))
    const finish = async (path: string): Promise<void> => {
      const file = open.get(path)
      open.delete(path)
      await file?.sync()
      await file?.close()
    }
    return {
      ...late,
      async rename(from, to) {
        await disk.rename(from, to)
        await finish(from)
      },
      async removeFile(path) {
        await finish(path)
        await disk.removeFile(path)
      }
    }
  }
}

/** "Saved" is said when the data is on its way: each sync is done only when the next file is made. */
export const ACKNOWLEDGED_BEFORE_SYNC: Subject = {
  ...REAL,
  name: 'the person is told before the syncs are done',
  files: (disk) => {
    const owed: (() => Promise<void>)[] = []
    const pay = async (): Promise<void> => {
      for (const sync of owed.splice(0)) await sync()
    }
    const late = withFiles(disk, (file) => ({
      ...file,
      sync: () => Promise.resolve(void owed.push(() => file.sync())),
      close: () => Promise.resolve(void owed.push(() => file.close()))
    }))
    return {
      ...late,
      async append(path, mode) {
        await pay()
        return late.append(path, mode)
      },
      syncFolder: (path) =>
        Promise.resolve(void owed.push(() => disk.syncFolder(path).catch(() => undefined)))
    }
  }
}

function withFiles(disk: FileSystem, change: (file: WritableFile, path: string) => WritableFile): FileSystem {
  return {
    ...disk,
    create: async (path, mode) => change(await disk.create(path, mode), path),
    append: async (path, mode) => change(await disk.append(path, mode), path)
  }
}
