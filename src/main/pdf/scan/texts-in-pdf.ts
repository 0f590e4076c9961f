import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import type { PDFObject } from '@cantoo/pdf-lib'
import { createHash } from 'node:crypto'
import { openPdf } from '../open-pdf'
import { shownTexts } from './shown-text'
import { decodedBytes } from './stream-bytes'
import { textsInBytes } from './texts-in-bytes'
import { withoutNotation } from './without-notation'

/** A text, and the same without the notation that it is written in. */
export interface FoundText {
  readonly text: string
  readonly plain: string
}

/**
 * Everything in a finished PDF that could be read as words: what the pages show, every string and name
 * of every object (also those in object streams), every stream unpacked (also what is attached), and
 * what stands between the objects. Attached files of which the SHA-256 is among `passedOver` are not read.
 */
export async function* textsInPdf(
  bytes: Uint8Array,
  passedOver: ReadonlySet<string>
): AsyncGenerator<FoundText> {
  const pdf = await openPdf(bytes)
  for (const text of shownTexts(pdf)) yield { text, plain: text }
  const words = new Set<PDFName | PDFString | PDFHexString>()
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    collectWords(object, words)
    if (object instanceof PDFRawStream && !isFontOrPicture(object)) {
      const decoded = decodedBytes(object)
      if (!isAttached(object, decoded, passedOver)) yield* written(decoded)
    }
  }
  collectWords(pdf.context.trailerInfo.Info, words)
  yield* inWords(words)
  yield* written(outsideStreams(bytes))
}

/** Names are the notation of PDF: a whole word may be any of theirs, a part of a sentence is none. */
function* inWords(words: ReadonlySet<PDFName | PDFString | PDFHexString>): Generator<FoundText> {
  const strings = new Set<string>()
  const names = new Set<string>()
  for (const word of words) {
    const texts = word instanceof PDFName ? names : strings
    if (!(word instanceof PDFName)) texts.add(word.decodeText())
    // It may hold bytes that are text in another encoding than it says.
    for (const text of textsInBytes(word.asBytes())) texts.add(text)
  }
  for (const text of strings) yield { text, plain: text }
  for (const text of names) yield { text, plain: '' }
}

function* written(bytes: Uint8Array): Generator<FoundText> {
  const isProgram = isOfTheEngine(bytes)
  for (const text of textsInBytes(bytes)) yield { text, plain: isProgram ? '' : withoutNotation(text) }
}

/** Profiles of colours (ICC.1:2010, section 7.2) and maps of fonts (ISO 32000-1, section 9.10.3) are its own words. */
function isOfTheEngine(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 40)).toString('latin1')
  return beginning.endsWith('acsp') || beginning.startsWith('/CIDInit')
}

/** Whether a stream is one of the files that go along as they are. */
function isAttached({ dict }: PDFRawStream, bytes: Uint8Array, passedOver: ReadonlySet<string>): boolean {
  if (passedOver.size === 0 || dict.get(PDFName.of('Type')) !== PDFName.of('EmbeddedFile')) return false
  return passedOver.has(createHash('sha256').update(bytes).digest('hex'))
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
