import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'

/** One file as a device has it. */
export interface HeldFile {
  /** A higher one is never replaced by a lower one. */
  readonly version: number
  readonly bytes: Uint8Array
}

/** The files of one device's copy of the library, as a synchronising program knows them. */
export class DeviceCopy {
  readonly root: string
  readonly #held = new Map<string, HeldFile & { readonly stamp: string }>()
  /** Versions of each path, by the checksum of their content; shared by all devices. */
  readonly #versions: Versions

  constructor(root: string, versions: Versions) {
    this.root = root
    this.#versions = versions
  }

  get paths(): readonly string[] {
    return [...this.#held.keys()]
  }

  held(path: string): HeldFile | null {
    return this.#held.get(path) ?? null
  }

  /** Notice what the program wrote under `folder`; answers the paths that are new or other than before. */
  scan(folder = ''): readonly string[] {
    const gone = new Set(this.paths.filter((path) => path.startsWith(folder)))
    const changed: string[] = []
    for (const path of filesUnder(this.root, folder)) {
      gone.delete(path)
      if (this.#scanFile(path)) changed.push(path)
    }
    for (const path of gone) this.#held.delete(path)
    return changed
  }

  /** Put a file there as synchronising programs do: under another name first, then by a rename. */
  put(path: string, { version, bytes }: HeldFile): void {
    const target = join(this.root, path)
    mkdirSync(dirname(target), { recursive: true })
    const temporary = join(dirname(target), `.syncthing.${path.slice(path.lastIndexOf('/') + 1)}.tmp`)
    writeFileSync(temporary, bytes)
    renameSync(temporary, target)
    this.#held.set(path, { version, bytes, stamp: stampOf(target) })
  }

  /** Put something beside the files that is none of them. */
  litter(path: string, bytes: Uint8Array): void {
    const target = join(this.root, path)
    if (existsSync(dirname(target))) writeFileSync(target, bytes)
  }

  #scanFile(path: string): boolean {
    const stamp = stampOf(join(this.root, path))
    const known = this.#held.get(path)
    if (known?.stamp === stamp) return false
    const bytes = readFileSync(join(this.root, path))
    const version = this.#versions.of(path, bytes)
    this.#held.set(path, { version, bytes, stamp })
    return known?.version !== version
  }
}

/** Which content of a path came after which. */
export class Versions {
  readonly #known = new Map<string, Map<string, number>>()
  readonly #rank: (count: number, path: string) => number

  /** `rank` says how a new content stands to the `count` that were there before. */
  constructor(rank: (count: number, path: string) => number) {
    this.#rank = rank
  }

  of(path: string, bytes: Uint8Array): number {
    const known = this.#known.get(path) ?? new Map<string, number>()
    this.#known.set(path, known)
    const checksum = createHash('sha256').update(bytes).digest('base64')
    const version = known.get(checksum) ?? this.#rank(known.size, path)
    known.set(checksum, version)
    return version
  }
}

/** What the programs themselves leave out, and what the test littered. */
const PASSED_OVER = /(?:^\.|\.tmp$|\.lock$|conflict| \(1\))/u

function filesUnder(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (PASSED_OVER.test(entry.name)) return []
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? filesUnder(root, path) : [path]
  })
}

function stampOf(path: string): string {
  const { ino, mtimeMs, size } = statSync(path)
  return `${ino}.${mtimeMs}.${size}`
}
