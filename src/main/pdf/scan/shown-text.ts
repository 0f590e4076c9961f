import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { readCharacterMap } from '../finish/character-map'
import { ShownLetters } from './shown-letters'
import { decodedBytes } from './stream-bytes'

/**
 * Fonts that are set, strings that are shown, and sequences in which something is said of what is shown:
 * that other letters are meant, or that they stand in the order of the page (ISO 32000-1, sections
 * 14.9.4 and 14.8.2.3.3).
 */
const SHOWING =
  /\/(?<font>[^\s/[\]<>()]+)\s+-?[\d.]+\s+Tf|(?<line>-?[\d.]+)\s+Tm|\/ActualText\s*<(?<actual>[0-9a-f\s]*)>[^<>]*>>\s*BDC|\/(?<tag>\w+)\s+BMC|\b(?<mark>BDC|EMC)\b|<(?<hex>[0-9a-f\s]*)>|\((?<literal>(?:\\[\s\S]|[^\\()])*)\)/giu

/**
 * What a reader sees on the pages and in the forms that they paint: glyphs have numbers of their own,
 * and only the font's map says which letters they are (ISO 32000-1, section 9.10.3).
 */
export function shownTexts(pdf: PDFDocument): readonly string[] {
  const fonts = new Map<PDFDict, FontLetters>()
  const pages = pdf.getPages().flatMap(({ node }) => {
    const contents = node.lookup(PDFName.of('Contents'))
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((ref) => pdf.context.lookup(ref)) : [contents]
    return textOf(streams, node.Resources(), fonts)
  })
  const forms = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form'))
      return []
    return textOf([object], object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict), fonts)
  })
  return [...pages, ...forms]
}

function textOf(
  streams: readonly (PDFObject | undefined)[],
  resources: PDFDict | undefined,
  known: Map<PDFDict, FontLetters>
): readonly string[] {
  const named = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const content = streams.map((stream) => (stream instanceof PDFRawStream ? latin1(stream) : '')).join('\n')
  const shown = new ShownLetters()
  let font: PDFDict | undefined
  for (const { groups = {} } of content.matchAll(SHOWING)) {
    const { font: name, line, actual, tag, mark, hex, literal } = groups
    if (name !== undefined) font = named?.lookupMaybe(PDFName.of(name), PDFDict)
    else if (line !== undefined) shown.move(line)
    else if (mark?.toUpperCase() === 'EMC') shown.close()
    else if (actual !== undefined) shown.open({ actual: fromUtf16(actual.replace(/\s/gu, '')) })
    else if (mark !== undefined || tag !== undefined) shown.open({ isReversed: tag === 'ReversedChars' })
    else if (font !== undefined) shown.show(lettersOf(hex ?? hexOf(literal ?? ''), font, known))
  }
  return shown.readings
}

/** What the codes of a font stand for, and how many hexadecimal digits a code has. */
interface FontLetters {
  readonly digits: number
  readonly letters: ReadonlyMap<string, string>
}

function lettersOf(hex: string, font: PDFDict, known: Map<PDFDict, FontLetters>): string {
  const { digits, letters } = known.get(font) ?? readFont(font, known)
  const codes = hex.replace(/\s+/gu, '').toUpperCase()
  let shown = ''
  for (let at = 0; at + digits <= codes.length; at += digits) {
    shown += letters.get(codes.slice(at, at + digits)) ?? ''
  }
  return shown
}

/** Codes have two bytes in a composite font, one in any other (ISO 32000-1, section 9.7.6). */
function readFont(font: PDFDict, known: Map<PDFDict, FontLetters>): FontLetters {
  const stream = font.lookup(PDFName.of('ToUnicode'))
  const map = stream instanceof PDFRawStream ? readCharacterMap(latin1(stream)) : []
  const read = {
    digits: font.get(PDFName.of('Subtype')) === PDFName.of('Type0') ? 4 : 2,
    letters: new Map([...map].map(([code, text]) => [code, fromUtf16(text)]))
  }
  known.set(font, read)
  return read
}

function fromUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}

function hexOf(literal: string): string {
  return Buffer.from(literal.replace(/\\([\s\S])/gu, '$1'), 'latin1').toString('hex')
}

function latin1(stream: PDFRawStream): string {
  return Buffer.from(decodedBytes(stream)).toString('latin1')
}
