import { inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, decodePDFRawStream } from '@cantoo/pdf-lib'
import type { PDFContext, PDFDocument } from '@cantoo/pdf-lib'

/** A content stream with the fonts that it names. */
export interface Content {
  readonly ref: PDFRef
  readonly text: string
  readonly fonts: PDFDict | undefined
}

/** A glyph that a page shows. */
export interface ShownGlyph {
  readonly font: PDFDict
  /** In hexadecimal digits: four in a composite font, two in any other. */
  readonly code: string
  /** The text that a span of its own gives for it, in hexadecimal digits of UTF-16, or '' without one. */
  readonly actual: string
}

/** Fonts, spans of replaced text and shown glyphs of a content stream, as the engine writes them. */
export const TOKENS =
  /\/(?<font>[A-Za-z]+\d+) [\d.]+ Tf|\/Span<<\/ActualText <feff(?<actual>[0-9a-f]+)> >> BDC\n(?<inside>.*?)EMC\n|<(?<glyphs>[0-9a-f]+)>/gisu
const CHOSEN = /\/(?<font>[A-Za-z]+\d+) [\d.]+ Tf/u
const SHOWN = /<(?<glyphs>[0-9a-f]+)>/giu

/** Call `visit` for each shown glyph; glyphs that share a span count as shown without one. */
export function eachShown({ text, fonts }: Content, visit: (shown: ShownGlyph) => void): void {
  let font: PDFDict | undefined
  for (const { groups = {} } of text.matchAll(TOKENS)) {
    const { font: name, actual = '', inside, glyphs } = groups
    font = fontOf(fonts, name ?? nameInside(inside)) ?? font
    if (font === undefined) continue
    const codes = codesIn(inside ?? `<${glyphs ?? ''}>`, font)
    const meant = inside !== undefined && codes.length === 1 ? actual.toUpperCase() : ''
    for (const code of codes) visit({ font, code, actual: meant })
  }
}

/** The font that is chosen within a span of replaced text, and stays so after it. */
export function nameInside(inside: string | undefined): string | undefined {
  return inside === undefined ? undefined : CHOSEN.exec(inside)?.groups?.['font']
}

/** The font of a name, where there is one. */
export function fontOf(fonts: PDFDict | undefined, name: string | undefined): PDFDict | undefined {
  return name === undefined ? undefined : fonts?.lookupMaybe(PDFName.of(name), PDFDict)
}

/** Codes have two bytes in a composite font, one in any other (ISO 32000-1, section 9.7.6). */
export function codesIn(shown: string, font: PDFDict): readonly string[] {
  const digits = isComposite(font) ? 4 : 2
  const codes: string[] = []
  for (const { groups } of shown.matchAll(SHOWN)) {
    const glyphs = (groups?.['glyphs'] ?? '').toUpperCase()
    for (let at = 0; at + digits <= glyphs.length; at += digits) codes.push(glyphs.slice(at, at + digits))
  }
  return codes
}

/** Whether the codes of a font have two bytes. */
export function isComposite(font: PDFDict): boolean {
  return font.get(PDFName.of('Subtype')) === PDFName.of('Type0')
}

/** The content streams of the pages, and those of the forms that pages paint. */
export function contentsOf(pdf: PDFDocument): readonly Content[] {
  const pages = pdf.getPages().flatMap(({ node }) => {
    const entry = node.get(PDFName.of('Contents'))
    const list = node.lookup(PDFName.of('Contents'))
    const refs = list instanceof PDFArray ? list.asArray() : [entry]
    return refs.flatMap((ref) => contentAt(pdf.context, ref, node.Resources()))
  })
  const forms = pdf.context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const isForm =
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
    return isForm
      ? contentAt(pdf.context, ref, object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict))
      : []
  })
  return [...pages, ...forms]
}

function contentAt(context: PDFContext, ref: unknown, resources: PDFDict | undefined): readonly Content[] {
  const stream = ref instanceof PDFRef ? context.lookup(ref) : undefined
  if (!(ref instanceof PDFRef && stream instanceof PDFRawStream)) return []
  return [{ ref, text: decoded(stream), fonts: resources?.lookupMaybe(PDFName.of('Font'), PDFDict) }]
}

/** A content stream without its compression, a character for each byte. */
export function decoded(stream: PDFRawStream): string {
  const { dict, contents } = stream
  // As the engine packs them; the library's own unpacking is many times slower.
  const isDeflated = dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !dict.has(DECODE_PARMS)
  const bytes = isDeflated ? inflateSync(contents) : Buffer.from(decodePDFRawStream(stream).decode())
  return bytes.toString('latin1')
}

const DECODE_PARMS = PDFName.of('DecodeParms')
