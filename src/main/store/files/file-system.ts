/** A file that is open for writing. */
export interface WritableFile {
  /** Answers how many bytes were taken, which may be fewer than given. */
  write(bytes: Uint8Array): Promise<number>
  /** Resolves when everything written is on the disk, not only in the system's memory. */
  sync(): Promise<void>
  setMode(mode: number): Promise<void>
  close(): Promise<void>
}

/** What is known of a name without opening it. */
export interface FileStamp {
  readonly kind: 'file' | 'folder' | 'other'
  readonly size: number
  /** Nanoseconds, by the clock of the file system. */
  readonly modified: bigint
  readonly inode: bigint
  /** The file system on which it lies. */
  readonly volume: bigint
  /** Permission bits. */
  readonly mode: number
}

/**
 * Every file operation of the store goes through here, so that a test can record them, fail any one
 * of them, and work out what a power cut would leave. Failures are Node's, with their `code`.
 */
export interface FileSystem {
  /** The whole content of an ordinary file; anything else (a pipe, a device) is refused. */
  read(path: string): Promise<Uint8Array>
  /** SHA-256 of a file's content, in lower-case hexadecimal. */
  checksum(path: string): Promise<string>
  /** A new file; fails when there is one. */
  create(path: string, mode: number): Promise<WritableFile>
  /** Open for writing at the end; made when it is not there. */
  append(path: string, mode: number): Promise<WritableFile>
  /** Replaces `to`. */
  rename(from: string, to: string): Promise<void>
  /** A second name for a file; fails when `to` is there. */
  link(from: string, to: string): Promise<void>
  removeFile(path: string): Promise<void>
  removeTree(path: string): Promise<void>
  /** For this user only; fails when it is there or its parent is not. */
  makeFolder(path: string): Promise<void>
  /** Resolves when the names in a folder are on the disk. */
  syncFolder(path: string): Promise<void>
  names(path: string): Promise<readonly string[]>
  /** `null` when there is nothing; links are followed. */
  stamp(path: string): Promise<FileStamp | null>
  /** As `stamp`, of many, without holding up the program. */
  stamps(paths: readonly string[]): Promise<readonly (FileStamp | null)[]>
  realPath(path: string): Promise<string>
}
