import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString
} from '@cantoo/pdf-lib'
import type { PDFObject } from '@cantoo/pdf-lib'
import { shownTexts } from './shown-text'
import { decodedBytes } from './stream-bytes'
import { textsInBytes } from './texts-in-bytes'

/**
 * Everything in a finished PDF that could be read as words: what the pages show, every string and name
 * of every object (also those in object streams), every stream unpacked (also what is attached), and
 * what stands between the objects.
 */
export async function* textsInPdf(bytes: Uint8Array): AsyncGenerator<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  yield* shownTexts(pdf)
  const words = new Set<PDFName | PDFString | PDFHexString>()
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    collectWords(object, words)
    if (object instanceof PDFRawStream && !isFontOrPicture(object)) yield* textsInBytes(decodedBytes(object))
  }
  collectWords(pdf.context.trailerInfo.Info, words)
  for (const text of new Set([...words].flatMap((word) => [...textsOf(word)]))) yield text
  yield* textsInBytes(outsideStreams(bytes))
}

function* textsOf(word: PDFName | PDFString | PDFHexString): Generator<string> {
  if (!(word instanceof PDFName)) yield word.decodeText()
  // It may hold bytes that are text in another encoding than it says.
  yield* textsInBytes(word.asBytes())
}

/** Every name and string of an object; what it refers to is an object by itself. */
function collectWords(object: PDFObject | undefined, words: Set<PDFName | PDFString | PDFHexString>): void {
  if (object instanceof PDFName || object instanceof PDFString || object instanceof PDFHexString) {
    words.add(object)
  } else if (object instanceof PDFArray) {
    for (const value of object.asArray()) collectWords(value, words)
  } else if (object instanceof PDFDict) {
    for (const [name, value] of object.entries()) {
      words.add(name)
      collectWords(value, words)
    }
  } else if (object instanceof PDFRawStream) collectWords(object.dict, words)
}

/** Programs of fonts and grids of pixels hold no words, and are most of a file. */
function isFontOrPicture({ dict }: PDFRawStream): boolean {
  const isFont = ['Length1', 'Length2', 'Length3'].some((key) => dict.has(PDFName.of(key)))
  return isFont || dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
}

/** The bytes of a file without those of its streams. */
function outsideStreams(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(text.replace(/\bstream\r?\n[\s\S]*?endstream\b/gu, ' '), 'latin1')
}
