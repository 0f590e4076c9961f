import { basename } from 'node:path'
import type { DiskState } from '../disk-state'
import type { Seeded } from '../seeded'

/** Every kind of file that the store writes, by what its path ends with. */
const KINDS = {
  marks: /\/marks\.[^/]*\.json$/u,
  meta: /\/meta\.[^/]*\.json$/u,
  state: /\/state\.[^/]*\.json$/u,
  library: /\/library\.[^/]*\.json$/u,
  source: /\/source(?:\.copy)?\.json$/u,
  tree: /\/tree(?:\.copy)?\.json$/u,
  original: /\/original\.[^/]*$/u,
  picture: /\/assets\/[^/]*$/u,
  history: /\/history\.[^/]*$/u,
  device: /\/device(?:\.copy)?\.json$/u,
  known: /\/libraries(?:\.copy)?\.json$/u,
  catalogue: /\/catalogue-[^/]*\.jsonl$/u,
  marker: /\/catalogue-[^/]*\.closed$/u
}

/** A kind of file. */
export type FileKind = keyof typeof KINDS

/** Kinds of which there are two copies. */
export const IN_TWO_COPIES: ReadonlySet<FileKind> = new Set([
  ...(['marks', 'meta', 'state', 'library', 'source', 'tree', 'device', 'known'] as const)
])

/** Kinds that are built anew without a word. */
export const OF_THE_CACHE: ReadonlySet<FileKind> = new Set(['catalogue', 'marker'] as const)

/** A file of a library. */
export interface LibraryFile {
  readonly kind: FileKind
  readonly path: string
  readonly bytes: Uint8Array
}

/** Every file of a library; one that is of no kind is a kind that nobody thought of here. */
export function filesIn(state: DiskState): readonly LibraryFile[] {
  return [...state].flatMap(([path, bytes]) => (bytes === null ? [] : { path, bytes, kind: kindOf(path) }))
}

/** Any file, of all kinds equally often. */
export function pickFile(files: readonly LibraryFile[], seeded: Seeded): LibraryFile {
  const kind = seeded.pick([...new Set(files.map((file) => file.kind))])
  return seeded.pick(files.filter((file) => file.kind === kind))
}

/** The path of the first copy, whichever it is. */
export function firstCopyOf(path: string): string {
  return path.replace(/\.copy\.json$/u, '.json')
}

/** The path of the other of two copies. */
export function otherCopyOf(path: string): string {
  return path.endsWith('.copy.json') ? firstCopyOf(path) : path.replace(/\.json$/u, '.copy.json')
}

/** The briefing in whose folder a file lies, or `null`. */
export function briefingOf(path: string): string | null {
  return /\/briefings\/([^/]+)\//u.exec(path)?.[1] ?? null
}

/** Whether these very bytes are still there, under the file's own name or set aside. */
export function isKept(state: DiskState, { path, bytes }: Pick<LibraryFile, 'path' | 'bytes'>): boolean {
  const name = basename(path)
  return [...state].some(
    ([found, content]) =>
      content !== null &&
      (found === path || basename(found).startsWith(`${name}.damaged-`)) &&
      Buffer.from(content).equals(bytes)
  )
}

function kindOf(path: string): FileKind {
  for (const [kind, pattern] of Object.entries(KINDS)) {
    if (pattern.test(`/${path}`)) return kind as FileKind
  }
  throw new Error(`of no known kind: ${path}`)
}
