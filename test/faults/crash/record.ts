import { dirname } from 'node:path'
import type { FileSystem, WritableFile } from '../../../src/main/store/files/file-system'

/** One thing that was done to a disk; a file that is open for writing goes by its number. */
export type DiskOperation = Timed &
  (
    | { readonly name: 'open'; readonly path: string; readonly file: number }
    | { readonly name: 'write'; readonly file: number; readonly bytes: Uint8Array }
    | { readonly name: 'sync'; readonly file: number }
    | { readonly name: 'rename' | 'link'; readonly from: string; readonly to: string }
    | { readonly name: 'removeFile' | 'removeTree' | 'makeFolder' | 'syncFolder'; readonly path: string }
  )

interface Timed {
  /** When it was done, in nanoseconds. */
  readonly time?: bigint
  /** When a name in the folders concerned last changed, as the disk said afterwards, by their paths. */
  readonly folders?: ReadonlyMap<string, bigint>
}

/** An operation, or what the person was told between two of them: `step` counts changes from 0. */
export type Entry = DiskOperation | { readonly name: 'begun' | 'acknowledged'; readonly step: number }

/** A file system that writes down everything that changes the disk, in the order in which it happened. */
export interface RecordingFiles {
  readonly files: FileSystem
  readonly entries: readonly Entry[]
  note(entry: Entry): void
  /** Close what a planted bug has left open. */
  close(): Promise<void>
}

/** Record over `disk`. Operations wait for each other, so that their order is certain. */
export function recordingFiles(disk: FileSystem): RecordingFiles {
  const entries: Entry[] = []
  const open = new Set<WritableFile>()
  let opened = 0
  let last: Promise<unknown> = Promise.resolve()
  const done = <Result>(entry: DiskOperation, action: () => Promise<Result>): Promise<Result> => {
    const result = last.then(async () => {
      const answer = await action()
      entries.push({ ...entry, time: nowInNanoseconds(), folders: await timesOf(disk, entry) })
      return answer
    })
    last = result.catch(() => undefined)
    return result
  }
  const opening = async (path: string, action: () => Promise<WritableFile>): Promise<WritableFile> => {
    const file = (opened += 1)
    const writable = await done({ name: 'open', path, file }, action)
    open.add(writable)
    return {
      ...writable,
      close: () => {
        open.delete(writable)
        return writable.close()
      },
      write: (bytes) => done({ name: 'write', file, bytes: bytes.slice() }, () => writable.write(bytes)),
      sync: () => done({ name: 'sync', file }, () => writable.sync())
    }
  }
  const files: FileSystem = {
    ...disk,
    create: (path, mode) => opening(path, () => disk.create(path, mode)),
    append: (path, mode) => opening(path, () => disk.append(path, mode)),
    rename: (from, to) => done({ name: 'rename', from, to }, () => disk.rename(from, to)),
    link: (from, to) => done({ name: 'link', from, to }, () => disk.link(from, to)),
    removeFile: (path) => done({ name: 'removeFile', path }, () => disk.removeFile(path)),
    removeTree: (path) => done({ name: 'removeTree', path }, () => disk.removeTree(path)),
    makeFolder: (path) => done({ name: 'makeFolder', path }, () => disk.makeFolder(path)),
    syncFolder: (path) => done({ name: 'syncFolder', path }, () => disk.syncFolder(path))
  }
  const close = async (): Promise<void> => {
    for (const file of open) await file.close()
  }
  return { files, entries, note: (entry) => void entries.push(entry), close }
}

function nowInNanoseconds(): bigint {
  return BigInt(Date.now()) * 1_000_000n
}

async function timesOf(disk: FileSystem, entry: DiskOperation): Promise<ReadonlyMap<string, bigint>> {
  const paths = 'path' in entry ? [entry.path] : 'from' in entry ? [entry.from, entry.to] : []
  const folders = paths.map((path) => dirname(path))
  const stamps = await disk.stamps(folders)
  return new Map(folders.map((folder, index) => [folder, stamps[index]?.modified ?? 0n]))
}
