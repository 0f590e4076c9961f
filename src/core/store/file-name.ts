/** A device's id as it stands in file names. */
export const DEVICE_PATTERN = /^[0-9a-f]{16}$/u

/** The kinds of documents that each device keeps a file of its own for. */
export type DeviceKind = 'library' | 'meta' | 'marks' | 'state'

/** What the name of a device's document says. */
export interface DocumentName {
  readonly kind: DeviceKind
  readonly device: string
  /** From 1; only marks have more than one part. */
  readonly part: number
}

const NAME = /^(library|meta|marks|state)(?:-([2-9]|[1-9]\d{1,5}))?\.([0-9a-f]{16})(?:\.copy)?\.json$/u

/** The name of a document's first copy; `copyName` gives the second. */
export function documentName({ kind, device, part }: DocumentName): string {
  return part === 1 ? `${kind}.${device}.json` : `${kind}-${part}.${device}.json`
}

/** The name (or path) of the second copy of a document. */
export function copyName(name: string): string {
  return name.replace(/\.json$/u, '.copy.json')
}

const CONFLICT_STEM =
  /^(library|meta|marks|state)(?:-(?:[2-9]|[1-9]\d{1,5}))?\.[0-9a-f]{16}(?:\.copy)?(.+)\.json$/u

/**
 * Copies of documents that synchronising programs made when two machines wrote the same file, which
 * happens when one was set up as a copy of the other: `marks.<device>.sync-conflict-….json`
 * (Syncthing), `marks.<device> (Ada's conflicted copy 2026-11-23).json` (Dropbox, Nextcloud),
 * `marks.<device>-LAPTOP.json` (OneDrive), `marks.<device> (1).json` (Google Drive). What they hold
 * was saved, so it takes part in the merge.
 */
export function conflictCopiesAmong(names: readonly string[], kind: DeviceKind): readonly string[] {
  return names.filter((name) => {
    const [, word, addition] = CONFLICT_STEM.exec(name) ?? []
    return word === kind && addition !== undefined && addition !== '.copy'
  })
}

/** The files of history among `names`, all devices' and their conflicted copies. */
export function historiesAmong(names: readonly string[]): readonly string[] {
  return names.filter((name) => /^history\.[0-9a-f]{16}.*\.jsonl$/u.test(name))
}

/**
 * The documents whose first or second copy is among `names`, each once.
 *
 * A name must be exactly ours; see `conflictCopiesAmong` for what synchronising programs make of it.
 */
export function documentsAmong(names: readonly string[], kind: DeviceKind): readonly DocumentName[] {
  const found = new Map<string, DocumentName>()
  for (const name of names) {
    const [, word, part, device] = NAME.exec(name) ?? []
    if (word !== kind || device === undefined) continue
    const document = { kind, device, part: part === undefined ? 1 : Number(part) }
    found.set(documentName(document), document)
  }
  return [...found.values()].sort((a, b) => (documentName(a) < documentName(b) ? -1 : 1))
}
