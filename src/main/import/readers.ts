import type { Draft, StorePictures } from '#core/import/draft'
import type { FormatName } from '#core/import/formats'
import { readMarkdown } from '#core/import/read-markdown'
import { readPlainText } from '#core/import/read-plain-text'
import { readableText } from '#core/import/readable-text'
import { ReaderError } from '#core/problem/reader-error'
import { decodeText } from './decode/decode-text'
import { refuseLongLines } from './limits'

/** What a reader is given of a file. */
export interface FormatInput {
  /** What sentences call the file. */
  readonly shown: string
  readonly bytes: Uint8Array
  readonly storePictures: StorePictures
}

/** What a reader makes of it; `warnings` are about its bytes. */
export interface Reading {
  readonly draft: Draft
  /** By its WHATWG name. */
  readonly encoding: string
  readonly warnings: readonly string[]
}

export type FormatReader = (input: FormatInput) => Promise<Reading>

/** The reader of each format of core's table. */
export const READERS: Readonly<Record<FormatName, FormatReader>> = {
  text: readerOfText(async (readable) => readPlainText(readable)),
  markdown: readerOfText(readMarkdown)
}

function readerOfText(read: (readable: string, pictures: StorePictures) => Promise<Draft>): FormatReader {
  return async ({ shown, bytes, storePictures }) => {
    const decoded = decodeText(bytes)
    if (decoded === null) throw new ReaderError({ code: 'file-binary', path: shown })
    const readable = readableText(decoded.text)
    refuseLongLines(readable, shown)
    const { encoding, warnings } = decoded
    return { draft: await read(readable, storePictures), encoding, warnings }
  }
}
