import { join } from 'node:path'
import { type DocumentType, SCHEMA } from '#core/store/document'
import {
  conflictCopiesAmong,
  copyName,
  type DeviceKind,
  documentName,
  documentsAmong,
  type DocumentName
} from '#core/store/file-name'
import { messageFor } from '#core/problem/message-for'
import { problemOf } from '#core/problem/reader-error'
import { DocumentFile, type Surroundings } from './document-file'
import type { FileSystem } from '../files/file-system'
import { fewAtOnce } from './few-at-once'
import { OwnedDocument } from './owned-document'
import { readCopy } from './read-copy'

interface DeviceDocumentsOptions<Content> {
  readonly folder: string
  readonly kind: DeviceKind
  readonly type: DocumentType<Content>
  readonly device: string
  readonly around: Surroundings
}

/** What all devices together have written of one kind. */
export interface AllContents<Content> {
  readonly contents: readonly Content[]
  /** Whether something of it was written by a newer program. */
  readonly newer: boolean
}

interface OthersDocument<Content> extends AllContents<Content> {
  /** Of both copies, so that a file that arrives is read again. */
  readonly stamp: string
}

/** All devices' documents of one kind in one folder. Only this device's are ever written. */
export class DeviceDocuments<Content> {
  readonly #options: DeviceDocumentsOptions<Content>
  readonly #own = new Map<number, OwnedDocument<Content>>()
  readonly #others = new Map<string, OthersDocument<Content>>()

  constructor(options: DeviceDocumentsOptions<Content>) {
    this.#options = options
  }

  /** Read what is there now; `names` are those in the folder. */
  async read(names: readonly string[]): Promise<AllContents<Content>> {
    const documents = documentsAmong(names.map(beforeSetAside), this.#options.kind)
    const read = await fewAtOnce([
      ...this.#ownParts(documents).map((part) => () => this.#readOwn(part)),
      ...documents
        .filter(({ device }) => !this.#isOwn(device))
        .map((document) => () => this.#readOthers(document)),
      ...conflictCopiesAmong(names, this.#options.kind).map((name) => () => this.#readConflictCopy(name))
    ])
    return { contents: read.flatMap(({ contents }) => contents), newer: read.some(({ newer }) => newer) }
  }

  /** This device's document, or one part of it. */
  own(part = 1): OwnedDocument<Content> {
    const { folder, kind, type, device, around } = this.#options
    const path = join(folder, documentName({ kind, device, part }))
    const document = this.#own.get(part) ?? new OwnedDocument({ path, type, device, around })
    this.#own.set(part, document)
    return document
  }

  /** The numbers of this device's parts, as far as they are known. */
  get parts(): readonly number[] {
    return [...this.#own.keys()].sort((a, b) => a - b)
  }

  #ownParts(documents: readonly DocumentName[]): readonly number[] {
    const onDisk = documents.filter(({ device }) => this.#isOwn(device)).map(({ part }) => part)
    return [...new Set([...onDisk, ...this.parts])]
  }

  #isOwn(device: string): boolean {
    return device === this.#options.device
  }

  async #readOwn(part: number): Promise<AllContents<Content>> {
    const document = this.own(part)
    return orNewer(async () => {
      const content = await document.read()
      return { contents: [content], newer: document.isNewer }
    }).catch((error: unknown) => {
      // The rest of the briefing can still be read; nothing is written to this document until it is mended.
      const problem = problemOf(error)
      if (problem.code !== 'library-damaged') throw error
      this.#options.around.warn(messageFor(problem))
      return NOTHING
    })
  }

  /** What another device wrote and has not arrived in full is passed over: it will arrive. */
  #readOthers(name: DocumentName): Promise<AllContents<Content>> {
    const { folder, type, around } = this.#options
    const path = join(folder, documentName(name))
    return this.#unlessKnown(path, [path, copyName(path)], async () => {
      const file = new DocumentFile(path, type, {
        ...around,
        mayWrite: () => false,
        tell: () => undefined,
        warn: () => undefined
      })
      const document = await file.read()
      return document === null ? NOTHING : { contents: [document.content], newer: document.schema > SCHEMA }
    })
  }

  #readConflictCopy(name: string): Promise<AllContents<Content>> {
    const { folder, type, around } = this.#options
    const path = join(folder, name)
    return this.#unlessKnown(path, [path], async () => {
      const copy = await readCopy(around.files, path, type)
      if (copy.state !== 'valid' && copy.state !== 'newer') return NOTHING
      const contents = copy.document === null ? [] : [copy.document.content]
      return { contents, newer: copy.state === 'newer' }
    })
  }

  /** Nothing is read again until one of `paths` changes. */
  async #unlessKnown(
    key: string,
    paths: readonly string[],
    read: () => Promise<AllContents<Content>>
  ): Promise<AllContents<Content>> {
    const stamp = await stampOf(this.#options.around.files, paths)
    const known = this.#others.get(key)
    if (known?.stamp === stamp) return known
    const found = await orNewer(read).catch((error: unknown) => {
      if (problemOf(error).code === 'library-damaged') return NOTHING
      throw error
    })
    this.#others.set(key, { ...found, stamp })
    return found
  }
}

const NOTHING = { contents: [], newer: false }

async function stampOf(files: FileSystem, paths: readonly string[]): Promise<string> {
  const stamps = await files.stamps(paths)
  return stamps
    .map((stamp) => (stamp === null ? '-' : `${stamp.inode}.${stamp.modified}.${stamp.size}`))
    .join()
}

async function orNewer<Content>(read: () => Promise<AllContents<Content>>): Promise<AllContents<Content>> {
  try {
    return await read()
  } catch (error) {
    if (problemOf(error).code === 'library-newer') return { contents: [], newer: true }
    throw error
  }
}

/** A document of which only a set-aside copy is left was still written once. */
function beforeSetAside(name: string): string {
  return name.replace(/\.damaged-\d+$/u, '')
}
