import { type PDFContext, type PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { readCharacterMap, writeCharacterMap } from './character-map'
import { decoded } from './page-contents'

/** What the glyphs of a font stand for, by their codes; empty where the font does not say it. */
export function charactersOf(context: PDFContext, font: PDFDict): ReadonlyMap<string, string> {
  const stream = context.lookup(font.get(PDFName.of('ToUnicode')))
  if (!(stream instanceof PDFRawStream)) return new Map()
  return new Map([...readCharacterMap(decoded(stream))].map(([code, digits]) => [code, textOf(digits)]))
}

/** Let the glyphs of a font stand for these characters; a font that does not say it stays as it is. */
export function setCharacters(
  context: PDFContext,
  font: PDFDict,
  characters: ReadonlyMap<string, string>
): void {
  const ref = font.get(PDFName.of('ToUnicode'))
  const stream = context.lookup(ref)
  if (!(ref instanceof PDFRef && stream instanceof PDFRawStream)) return
  const map = new Map([...characters].map(([code, text]) => [code, digitsOf(text)]))
  const cmap = writeCharacterMap(decoded(stream), map)
  context.assign(ref, context.flateStream(Buffer.from(cmap, 'latin1')))
}

/** The text that hexadecimal digits of UTF-16 say. */
export function textOf(digits: string): string {
  const units = digits.match(/.{4}/gu) ?? []
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
}

function digitsOf(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  return units.map((unit) => unit.toString(16).toUpperCase().padStart(4, '0')).join('')
}
