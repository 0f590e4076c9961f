import { dirname, basename } from 'node:path'
import type { DiskOperation } from './record'

/** A file's content as written, and how much of it an `fsync` has brought to the disk. */
export interface FileContent {
  readonly written: Uint8Array
  readonly synced: Uint8Array
  /** When it was last written, in nanoseconds. */
  readonly modified: bigint
}

/** A name that came, went or now means another file; `null` when it went. Folders and files go by numbers. */
export interface NameEdit {
  readonly folder: number
  readonly name: string
  readonly inode: number | null
  /** What the folder's time is from then on, in nanoseconds. */
  readonly modified: bigint
}

/** Edits that happen together or not at all, as a journal guarantees for one system call. */
export type NameChange = readonly NameEdit[]

type Names = ReadonlyMap<string, number>

/** The number of the folder that everything lies in. */
export const ROOT = 0

/**
 * What a disk holds for certain, and what only the system's memory knows, after some operations.
 *
 * The model is that of Pillai et al., "All File Systems Are Not Created Equal" (OSDI 2014): the data of
 * a file is certain once that file was synced, a name once its folder was; before, data may be missing,
 * cut or zeros, and changes of names may be undone, in the order of each folder but in any order
 * between folders.
 */
export class DiskModel {
  readonly #root: string
  /** What the program sees. */
  readonly #live = new Map<number, Map<string, number>>([[ROOT, new Map()]])
  readonly #certain = new Map<number, Map<string, number>>([[ROOT, new Map()]])
  readonly #contents = new Map<number, FileContent>()
  readonly #open = new Map<number, number>()
  readonly #certainTimes = new Map<number, bigint>()
  #pending: readonly NameChange[] = []
  #time = 0n
  #folderTimes: ReadonlyMap<string, bigint> = new Map()
  #inodes = ROOT

  /** Paths begin with `root`, which is there from the beginning. */
  constructor(root: string) {
    this.#root = root
  }

  apply(operation: DiskOperation): void {
    this.#time = operation.time ?? 0n
    this.#folderTimes = operation.folders ?? new Map()
    switch (operation.name) {
      case 'open':
        return void this.#open.set(
          operation.file,
          this.#find(operation.path) ?? this.#createFile(operation.path)
        )
      case 'write':
        return this.#write(operation.file, operation.bytes)
      case 'sync':
        return this.#sync(operation.file)
      case 'rename':
        return this.#change([
          this.#edit(operation.from, null),
          this.#edit(operation.to, this.#get(operation.from))
        ])
      case 'link':
        return this.#change([this.#edit(operation.to, this.#get(operation.from))])
      case 'makeFolder':
        return this.#makeFolder(operation.path)
      case 'removeFile':
        return this.#change([this.#edit(operation.path, null)])
      case 'removeTree':
        return this.#removeTree(operation.path)
      case 'syncFolder':
        return this.#syncFolder(this.#get(operation.path))
    }
  }

  /** Changes of names that are not certain, oldest first. */
  get pending(): readonly NameChange[] {
    return this.#pending
  }

  content(inode: number): FileContent | null {
    return this.#contents.get(inode) ?? null
  }

  /** The names in every folder once `changes` have reached the disk as well. */
  namesWith(changes: readonly NameChange[]): ReadonlyMap<number, Names> {
    const names = new Map([...this.#certain].map(([folder, inside]) => [folder, new Map(inside)]))
    for (const change of changes) edit(names, change)
    return names
  }

  /** When a name in every folder last changed, once `changes` have reached the disk as well. */
  timesWith(changes: readonly NameChange[]): ReadonlyMap<number, bigint> {
    return new Map([
      ...this.#certainTimes,
      ...changes.flat().map(({ folder, modified }): [number, bigint] => [folder, modified])
    ])
  }

  #write(file: number, bytes: Uint8Array): void {
    const inode = this.#inodeOf(file)
    const { written, synced } = this.#contentOf(inode)
    const modified = this.#time
    this.#contents.set(inode, { written: Buffer.concat([written, bytes]), synced, modified })
  }

  #sync(file: number): void {
    const inode = this.#inodeOf(file)
    const { written, modified } = this.#contentOf(inode)
    this.#contents.set(inode, { written, synced: written, modified })
  }

  #createFile(path: string): number {
    const inode = (this.#inodes += 1)
    const empty = new Uint8Array()
    this.#contents.set(inode, { written: empty, synced: empty, modified: this.#time })
    this.#change([this.#edit(path, inode)])
    return inode
  }

  #makeFolder(path: string): void {
    const inode = (this.#inodes += 1)
    this.#live.set(inode, new Map())
    this.#certain.set(inode, new Map())
    this.#change([this.#edit(path, inode)])
  }

  #removeTree(path: string): void {
    const inode = this.#find(path)
    if (inode === null) return
    for (const name of [...(this.#live.get(inode)?.keys() ?? [])]) this.#removeTree(`${path}/${name}`)
    this.#change([this.#edit(path, null)])
  }

  #edit(path: string, inode: number | null): NameEdit {
    const modified = this.#folderTimes.get(dirname(path)) ?? this.#time
    return { folder: this.#get(dirname(path)), name: basename(path), inode, modified }
  }

  #change(change: NameChange): void {
    edit(this.#live, change)
    this.#pending = [...this.#pending, change]
  }

  #syncFolder(folder: number): void {
    const reached = withWhatComesBefore(this.#pending, (change) => touches(change, folder))
    for (const change of reached) edit(this.#certain, change)
    for (const { folder, modified } of reached.flat()) this.#certainTimes.set(folder, modified)
    this.#pending = this.#pending.filter((change) => !reached.includes(change))
  }

  #find(path: string): number | null {
    if (path === this.#root) return ROOT
    if (!path.startsWith(this.#root)) throw new Error(`outside of the disk: ${path}`)
    const folder = this.#find(dirname(path))
    return folder === null ? null : (this.#live.get(folder)?.get(basename(path)) ?? null)
  }

  #get(path: string): number {
    const inode = this.#find(path)
    if (inode === null) throw new Error(`not on the disk: ${path}`)
    return inode
  }

  #inodeOf(file: number): number {
    const inode = this.#open.get(file)
    if (inode === undefined) throw new Error(`not open: ${file}`)
    return inode
  }

  #contentOf(inode: number): FileContent {
    const content = this.#contents.get(inode)
    if (content === undefined) throw new Error(`not a file: ${inode}`)
    return content
  }
}

/**
 * The changes that `isReached` picks, and all that must have reached the disk with them: what came
 * before in the same folder, and for a move between two folders what came before in either.
 */
export function withWhatComesBefore(
  changes: readonly NameChange[],
  isReached: (change: NameChange) => boolean
): readonly NameChange[] {
  const folders = new Set<number>()
  const reached: NameChange[] = []
  for (const change of changes.toReversed()) {
    if (!isReached(change) && !change.some(({ folder }) => folders.has(folder))) continue
    for (const { folder } of change) folders.add(folder)
    reached.unshift(change)
  }
  return reached
}

/** Whether a change has to do with a folder. */
export function touches(change: NameChange, wanted: number): boolean {
  return change.some(({ folder }) => folder === wanted)
}

function edit(names: Map<number, Map<string, number>>, change: NameChange): void {
  for (const { folder, name, inode } of change) {
    if (inode === null) names.get(folder)?.delete(name)
    else names.get(folder)?.set(name, inode)
  }
}
