import type { FileSystem, WritableFile } from '../../../src/main/store/files/file-system'
import { nodeFiles } from '../../../src/main/store/files/node-files'
import { refusal, watchedFiles } from '../../../src/main/store/fixtures/watched-files'

/** How a disk fails. */
export interface Fault {
  readonly name: string
  /** What the system says. */
  readonly code: string
  /** `refuse`: nothing is done. `after`: it is done, and fails all the same. `short`: a part is written. */
  readonly how: 'refuse' | 'after' | 'short'
  /** Whether all operations after the first fail as well, until the disk is mended. */
  readonly lasts: boolean
}

const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EMFILE'] as const

/** Each refusal once and lasting; short writes that go on, and that end in a full disk. */
export const FAULTS: readonly Fault[] = [
  ...CODES.flatMap((code) =>
    [false, true].map((lasts) => ({
      name: `${code}${lasts ? ' from then on' : ''}`,
      code,
      how: 'refuse' as const,
      lasts
    }))
  ),
  { name: 'EIO although it was done', code: 'EIO', how: 'after', lasts: false },
  { name: 'a short write', code: 'ENOSPC', how: 'short', lasts: false },
  { name: 'a short write, then ENOSPC', code: 'ENOSPC', how: 'short', lasts: true }
]

/** A disk of which any one operation can be made to fail. */
export class FailingDisk {
  readonly files: FileSystem
  readonly #open = new Set<WritableFile>()
  #fault: Fault | null = null
  #countdown = 0
  #isShort = false

  constructor() {
    const base = this.#shortening(nodeFiles)
    const before = watchedFiles(base, ({ name }) => this.#meet(name, ['refuse', 'short']))
    this.files = afterwards(before, (name) => this.#meet(name, ['after']))
  }

  /** Let the `at`-th operation from now (from 1) fail; of short writes, the `at`-th write. */
  breakAt(at: number, fault: Fault): void {
    this.#fault = fault
    this.#countdown = at
  }

  /** Whether the operation that is to fail has come. */
  get isReached(): boolean {
    return this.#fault !== null && this.#countdown <= 0
  }

  /** From now on nothing fails; files that could not be closed are. */
  async mend(): Promise<void> {
    this.#fault = null
    this.#isShort = false
    for (const file of this.#open) await file.close().catch(() => undefined)
    this.#open.clear()
  }

  #meet(name: string, how: readonly Fault['how'][]): void {
    const fault = this.#fault
    if (fault === null || !how.includes(fault.how)) return
    if (fault.how === 'short' && name !== 'write' && this.#countdown > 0) return
    this.#countdown -= 1
    if (this.#countdown > 0 || (this.#countdown < 0 && !fault.lasts)) return
    if (fault.how === 'short' && this.#countdown === 0) this.#isShort = true
    else throw refusal(fault.code)
  }

  #shortening(disk: FileSystem): FileSystem {
    const shorten = (file: WritableFile): WritableFile => {
      this.#open.add(file)
      return {
        ...file,
        write: (bytes) => {
          const taken = this.#isShort ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes
          this.#isShort = false
          return file.write(taken)
        },
        close: () => {
          this.#open.delete(file)
          return file.close()
        }
      }
    }
    return {
      ...disk,
      create: async (path, mode) => shorten(await disk.create(path, mode)),
      append: async (path, mode) => shorten(await disk.append(path, mode))
    }
  }
}

/** Tell of every change after it is done; what `watch` throws fails it. */
function afterwards(files: FileSystem, watch: (name: string) => void): FileSystem {
  const told = async <Result>(name: string, action: () => Promise<Result>): Promise<Result> => {
    const result = await action()
    watch(name)
    return result
  }
  const open = (file: WritableFile): WritableFile => ({
    ...file,
    write: (bytes) => told('write', () => file.write(bytes)),
    sync: () => told('sync', () => file.sync()),
    close: () => told('close', () => file.close())
  })
  return {
    ...files,
    create: async (path, mode) => open(await told('create', () => files.create(path, mode))),
    append: async (path, mode) => open(await told('append', () => files.append(path, mode))),
    rename: (from, to) => told('rename', () => files.rename(from, to)),
    link: (from, to) => told('link', () => files.link(from, to)),
    removeFile: (path) => told('removeFile', () => files.removeFile(path)),
    removeTree: (path) => told('removeTree', () => files.removeTree(path)),
    makeFolder: (path) => told('makeFolder', () => files.makeFolder(path)),
    syncFolder: (path) => told('syncFolder', () => files.syncFolder(path))
  }
}
