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

/**
 * The documents whose first or second copy is among `names`, each once.
 *
 * A name must be exactly ours: what synchronising programs make of it (`….sync-conflict-….json`,
 * `… (conflicted copy).json`, temporary names) is no document.
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
