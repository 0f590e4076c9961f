import { finishDocument } from '#core/import/finish-document'
import {
  extensionOf,
  FORMATS,
  formatByName,
  isOtherFormat,
  SUPPORTED_FORMATS,
  type FormatName
} from '#core/import/formats'
import { formatOfText } from '#core/import/format-of-text'
import type { Asset, ImportedDocument } from '#core/import/imported-file'
import { ReaderError } from '#core/problem/reader-error'
import { NESTING_LIMIT, TreeTooDeep } from '#core/tree/nesting'
import type { Root, TreeNode } from '#core/tree/tree'
import { decodeText } from './decode/decode-text'
import { detectLanguage } from './language/detect-language'
import { refuseLongParagraphs } from './limits'
import { createPictureStore } from './pictures/picture-store'
import { READERS, type FormatInput, type Reading } from './readers'

/** A file as main read it. */
export interface ReadRequest {
  /** What sentences call it: its path, or where its bytes came from. */
  readonly shown: string
  /** Its name without folders; '' when it has none. */
  readonly name: string
  /** Where pictures beside it are looked for; `null` for bytes that came without a file. */
  readonly folder: string | null
  readonly bytes: Uint8Array
}

/** What was found in it. */
export interface ReadAnswer {
  readonly extension: string
  readonly document: ImportedDocument
  readonly assets: readonly Asset[]
}

/** Enough of a text without a name to tell what it is. */
const SNIFFED = 20_000

/**
 * Understand the bytes of one file, whatever they are. Runs in the worker process.
 *
 * @throws ReaderError with what is wrong with them.
 */
export async function readBriefing({ shown, name, folder, bytes }: ReadRequest): Promise<ReadAnswer> {
  const format = formatOf(name, bytes)
  if (format === null) {
    throw new ReaderError({ code: 'format-unsupported', path: shown, supported: SUPPORTED_FORMATS })
  }
  const pictures = createPictureStore(folder)
  const { draft, encoding, warnings } = await readWith(format, {
    shown,
    bytes,
    storePictures: pictures.store
  })
  refuseLongParagraphs(draft.tree, shown)
  if (!holdsSomething(draft.tree)) throw new ReaderError({ code: 'file-without-text', path: shown })
  const facts = { name, encoding, warnings: [...warnings, ...pictures.warnings()], detectLanguage }
  const extension = extensionOf(name)
  return {
    extension: extension === '' ? FORMATS[format].extensions[0] : extension,
    document: finishDocument(draft, facts),
    assets: pictures.assets()
  }
}

/** A name that says a format is believed; other names are those of text, unless they say otherwise. */
function formatOf(name: string, bytes: Uint8Array): FormatName | null {
  const named = formatByName(name)
  if (named !== null) return named
  if (isOtherFormat(name)) return null
  return formatOfText(decodeText(bytes.subarray(0, SNIFFED))?.text ?? '')
}

async function readWith(format: FormatName, input: FormatInput): Promise<Reading> {
  try {
    return await READERS[format](input)
  } catch (thrown) {
    if (!(thrown instanceof TreeTooDeep) && !isStackOverflow(thrown)) throw thrown
    const problem = { code: 'nesting-too-deep', path: input.shown, limit: NESTING_LIMIT } as const
    throw new ReaderError(problem, { cause: thrown })
  }
}

/** The parsers are recursive, and give up on what is nested some thousand levels deep. */
function isStackOverflow(thrown: unknown): boolean {
  return thrown instanceof RangeError && thrown.message.includes('call stack')
}

function holdsSomething({ children }: Root): boolean {
  return children.some(isSomething)
}

function isSomething(node: TreeNode): boolean {
  if (node.type === 'text') return /\S/.test(node.value)
  return node.tagName === 'img' || node.children.some(isSomething)
}
