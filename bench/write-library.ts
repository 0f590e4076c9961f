import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotation } from '#core/annotation/annotation'
import { briefingIdFrom } from '#core/briefing/briefing-id'
import { type DocumentKind, SCHEMA } from '#core/store/document'
import { copyName, documentName } from '#core/store/file-name'
import { LIBRARY } from '#core/store/library-content'
import type { MarkRecord } from '#core/store/marks'
import type { Root } from '#core/tree/tree'
import { encodeDocument } from '../src/main/store/documents/encode-document'
import { nodeFiles } from '../src/main/store/files/node-files'
import { deviceId } from '../src/main/store/library/device-id'

/** A briefing as it is put into a library without being imported. */
export interface WrittenBriefing {
  readonly bytes: Buffer
  readonly tree: Root
  readonly title: string
  /** The name of its file, without the ending. */
  readonly name: string
  readonly words: number
  readonly marks: readonly Annotation[]
}

const CREATED = '2026-01-01T00:00:00.000Z'

/** Marks in one file, as the store keeps them. */
const PER_PART = 200

/** Writes a library file by file, without waiting for the disk: a crash would cost no more than making it again. */
export class LibraryWriter {
  readonly #root: string
  readonly #device: string

  private constructor(root: string, device: string) {
    this.#root = root
    this.#device = device
  }

  /** Begin a library in `root`, written by the device whose settings lie in `config`. */
  static async begin({ root, config }: { root: string; config: string }): Promise<LibraryWriter> {
    mkdirSync(join(root, 'briefings'), { recursive: true })
    const tell = (): void => undefined
    const around = { files: nodeFiles, library: root, mayWrite: () => true, tell, warn: tell }
    const writer = new LibraryWriter(root, await deviceId(config, around))
    const content = { ...LIBRARY.empty, created: CREATED }
    writer.#write(join(root, writer.#nameOf('library')), 'library', content)
    return writer
  }

  /** Put a briefing with its marks into the library. */
  add({ bytes, tree, title, name, words, marks }: WrittenBriefing): void {
    const sha256 = sha256Of(bytes)
    const folder = join(this.#root, 'briefings', briefingIdFrom(sha256))
    const edition = join(folder, 'editions', sha256)
    mkdirSync(edition, { recursive: true })
    mkdirSync(join(folder, 'assets'))
    const treeText = JSON.stringify(tree)
    writeFileSync(join(edition, 'original.txt'), bytes)
    for (const file of ['tree.json', 'tree.copy.json']) writeFileSync(join(edition, file), treeText)
    this.#write(join(edition, 'source.json'), 'source', {
      ...{ sha256, size: bytes.length, extension: 'txt', name: `${name}.txt`, assets: [], warnings: [] },
      ...{ imported: CREATED, tree: createHash('sha256').update(treeText).digest('hex') },
      ...{ title, date: '2026-01-01', language: 'en', dir: 'ltr' },
      ...{ tags: ['talks'], sourceUrl: null, words, encoding: 'utf-8' }
    })
    for (let part = 1; (part - 1) * PER_PART < marks.length; part += 1) {
      const own = marks.slice((part - 1) * PER_PART, part * PER_PART)
      const records = own.map((mark) => this.#recordOf(mark, sha256))
      this.#write(join(folder, this.#nameOf('marks', part)), 'marks', { records })
    }
  }

  #nameOf(kind: 'library' | 'marks', part = 1): string {
    return documentName({ kind, device: this.#device, part })
  }

  #recordOf(annotation: Annotation, edition: string): MarkRecord {
    return {
      id: annotation.id,
      version: { [this.#device]: 1 },
      changed: annotation.modified,
      deleted: null,
      annotation: { ...annotation, edition, placements: [] }
    }
  }

  #write(path: string, kind: DocumentKind, content: unknown): void {
    const bytes = encodeDocument({ schema: SCHEMA, kind, sequence: 1, device: this.#device, content })
    for (const copy of [path, copyName(path)]) writeFileSync(copy, bytes, { mode: 0o600 })
  }
}

/** In hexadecimal digits. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
