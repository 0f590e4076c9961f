import { PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import type { PDFContext, PDFDocument } from '@cantoo/pdf-lib'
import { readCharacterMap, writeCharacterMap } from './character-map'
import { codesIn, type Content, contentsOf, decoded, eachShown, TOKENS } from './page-contents'

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

function groupsOf(found: readonly unknown[]): Readonly<Record<string, string | undefined>> {
  const groups = found.at(-1)
  // The last argument of a replacer is the groups of a pattern that has named ones.
  return typeof groups === 'object' && groups !== null ? (groups as Record<string, string | undefined>) : {}
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}
