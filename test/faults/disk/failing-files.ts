import type { FileSystem, WritableFile } from '../../../src/main/store/files/file-system'
import { refusal, watchedFiles } from '../../../src/main/store/fixtures/watched-files'

/** How a disk fails. */
export interface Failure {
  /** What the system says, or how a write takes only a part: and goes on, or finds the disk full. */
  readonly kind: 'ENOSPC' | 'EIO' | 'EACCES' | 'EPERM' | 'EMFILE' | 'short' | 'short, then full'
  /** Whether everything after it fails as well. */
  readonly lasts: boolean
}

/** What the system says, or how it cuts a write short. */
export const FAILURE_KINDS = [
  ...(['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EMFILE'] as const),
  ...(['short', 'short, then full'] as const)
]

/** A disk of which one operation fails, or takes only a part. */
export class FailingDisk {
  readonly files: FileSystem
  readonly #failure: Failure
  #left = Infinity
  #isFull = false
  /** Whether the operation that was to fail was reached. */
  struck = false

  constructor(files: FileSystem, failure: Failure) {
    this.#failure = failure
    this.files = failure.kind.startsWith('short') ? this.#cuttingShort(files) : this.#refusing(files)
  }

  /** Fail the operation `number` from now, from 1: of all, or of the writes when they are cut short. */
  arm(number: number): void {
    this.#left = number
  }

  /** From now on nothing fails. */
  mend(): void {
    this.#left = Infinity
    this.#isFull = false
  }

  /** A file that could not be closed would only use up those that the test may open. */
  #refusing(files: FileSystem): FileSystem {
    return watchedFiles(files, ({ name }) => {
      if (name !== 'close' && this.#isHit()) throw refusal(this.#failure.kind)
    })
  }

  #cuttingShort(files: FileSystem): FileSystem {
    return {
      ...files,
      create: async (path, mode) => this.#cuttingFile(await files.create(path, mode)),
      append: async (path, mode) => this.#cuttingFile(await files.append(path, mode))
    }
  }

  #cuttingFile(file: WritableFile): WritableFile {
    return {
      ...file,
      write: async (bytes) => {
        if (this.#isFull) {
          this.#isFull = this.#failure.lasts
          throw refusal('ENOSPC')
        }
        if (!this.#isHit()) return file.write(bytes)
        this.#isFull = this.#failure.kind === 'short, then full'
        return file.write(bytes.subarray(0, Math.ceil(bytes.length / 2)))
      }
    }
  }

  #isHit(): boolean {
    this.#left -= 1
    const isHit = this.#left === 0 || (this.#left < 0 && this.#failure.lasts)
    this.struck ||= isHit
    return isHit
  }
}
