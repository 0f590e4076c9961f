import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, decodePDFRawStream } from '@cantoo/pdf-lib'
import type { PDFContext, PDFDocument } from '@cantoo/pdf-lib'
import { readCharacterMap, writeCharacterMap } from './character-map'

/** A content stream with the fonts that it names. */
interface Content {
  readonly ref: PDFRef
  readonly text: string
  readonly fonts: PDFDict | undefined
}

/** Fonts, spans of replaced text and shown glyphs of a content stream, as the engine writes them. */
const TOKENS =
  /\/(?<font>[A-Za-z]+\d+) [\d.]+ Tf|\/Span<<\/ActualText <feff(?<actual>[0-9a-f]+)> >> BDC\n(?<inside>.*?)EMC\n|<(?<glyphs>[0-9a-f]+)>/gisu
const SHOWN = /<(?<glyphs>[0-9a-f]+)>/giu

/** What glyphs were used for: by font and code, the texts that spans gave, or '' where none did. */
type Uses = Map<PDFDict, Map<string, Set<string>>>

/**
 * Where a font has one glyph for several characters (’ and ʼ, 二 and ⼆), the engine maps it to the
 * first and says at each use which one is meant. Readers that pass over the second (pdf.js, and
 * poppler where it follows the structure) find wrong letters. So where a glyph means the same
 * character throughout the file, the font itself says so, and the remarks go.
 */
export function settleSharedGlyphs(pdf: PDFDocument): void {
  const contents = contentsOf(pdf)
  if (!contents.some(({ text }) => text.includes('/ActualText'))) return
  const uses: Uses = new Map()
  for (const content of contents) recordUses(uses, content)
  const settled = new Map([...uses].map(([font, glyphs]) => [font, settledGlyphs(glyphs)]))
  for (const [font, glyphs] of settled) if (glyphs.size > 0) rewriteFont(pdf.context, font, glyphs)
  for (const content of contents) rewriteContent(pdf.context, content, settled)
}

function recordUses(uses: Uses, content: Content): void {
  eachShown(content, ({ font, code, actual }) => {
    const glyphs = uses.get(font) ?? new Map<string, Set<string>>()
    uses.set(font, glyphs.set(code, (glyphs.get(code) ?? new Set<string>()).add(actual)))
  })
}

function settledGlyphs(glyphs: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, string> {
  const settled = [...glyphs].flatMap(([code, texts]) => {
    const [text = ''] = texts
    return texts.size === 1 && text !== '' ? [[code, text] as const] : []
  })
  return new Map(settled)
}

function rewriteFont(context: PDFContext, font: PDFDict, glyphs: ReadonlyMap<string, string>): void {
  const ref = font.get(PDFName.of('ToUnicode'))
  const stream = context.lookup(ref)
  if (!(ref instanceof PDFRef && stream instanceof PDFRawStream)) return
  const cmap = decoded(stream)
  const map = new Map([...readCharacterMap(cmap), ...glyphs])
  context.assign(ref, context.flateStream(latin1(writeCharacterMap(cmap, map))))
}

function rewriteContent(
  context: PDFContext,
  { ref, text, fonts }: Content,
  settled: ReadonlyMap<PDFDict, ReadonlyMap<string, string>>
): void {
  if (!text.includes('/ActualText')) return
  let font: PDFDict | undefined
  const rewritten = text.replace(TOKENS, (whole: string, ...found: unknown[]) => {
    const { font: name, actual, inside } = groupsOf(found)
    if (name !== undefined) font = fonts?.lookupMaybe(PDFName.of(name), PDFDict)
    if (actual === undefined || inside === undefined || font === undefined) return whole
    const codes = codesIn(inside, font)
    const [code = ''] = codes
    return codes.length === 1 && settled.get(font)?.has(code) === true ? inside : whole
  })
  const stream = context.lookup(ref)
  if (!(stream instanceof PDFRawStream)) return
  const entries = stream.dict.entries().filter(([key]) => !REPLACED.has(key.decodeText()))
  const replacement = context.flateStream(latin1(rewritten))
  for (const [key, value] of entries) replacement.dict.set(key, value)
  context.assign(ref, replacement)
}

const REPLACED = new Set(['Length', 'Filter', 'DecodeParms'])

/** Call `visit` for each shown glyph; glyphs that share a span count as shown without one. */
function eachShown(
  { text, fonts }: Content,
  visit: (shown: { font: PDFDict; code: string; actual: string }) => void
): void {
  let font: PDFDict | undefined
  for (const { groups = {} } of text.matchAll(TOKENS)) {
    const { font: name, actual = '', inside, glyphs } = groups
    if (name !== undefined) font = fonts?.lookupMaybe(PDFName.of(name), PDFDict)
    if (font === undefined) continue
    const codes = codesIn(inside ?? `<${glyphs ?? ''}>`, font)
    const meant = inside !== undefined && codes.length === 1 ? actual.toUpperCase() : ''
    for (const code of codes) visit({ font, code, actual: meant })
  }
}

/** Codes have two bytes in a composite font, one in any other (ISO 32000-1, section 9.7.6). */
function codesIn(shown: string, font: PDFDict): readonly string[] {
  const digits = font.get(PDFName.of('Subtype')) === PDFName.of('Type0') ? 4 : 2
  const pattern = new RegExp(`.{${digits}}`, 'gu')
  return [...shown.matchAll(SHOWN)].flatMap(
    (match) => (match.groups?.['glyphs'] ?? '').toUpperCase().match(pattern) ?? []
  )
}

/** The content streams of the pages, and those of the forms that pages paint. */
function contentsOf(pdf: PDFDocument): readonly Content[] {
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

function groupsOf(found: readonly unknown[]): Readonly<Record<string, string | undefined>> {
  const groups = found.at(-1)
  // The last argument of a replacer is the groups of a pattern that has named ones.
  return typeof groups === 'object' && groups !== null ? (groups as Record<string, string | undefined>) : {}
}

function decoded(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}
