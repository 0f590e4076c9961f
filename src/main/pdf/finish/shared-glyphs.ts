import { PDFRawStream } from '@cantoo/pdf-lib'
import type { PDFContext, PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { charactersOf, setCharacters, textOf } from './font-characters'
import { codesIn, type Content, eachShown, fontOf, nameInside, TOKENS } from './page-contents'

/** What the glyphs of a font were used for: by code, the characters that they stood for. */
interface Uses {
  readonly font: PDFDict
  /** What the font says itself. */
  readonly characters: ReadonlyMap<string, string>
  readonly meant: Map<string, Set<string>>
}

/**
 * Where a font has one glyph for several characters (’ and ʼ, 二 and ⼆), the engine maps it to the
 * first and says at each use which one is meant. Readers that pass over the second (pdf.js, and
 * poppler where it follows the structure) find wrong letters. So where a glyph means the same
 * character throughout the file, the font itself says so, and the remarks go.
 */
export function settleSharedGlyphs(pdf: PDFDocument, contents: readonly Content[]): void {
  if (!contents.some(({ text }) => text.includes('/ActualText'))) return
  const settled = new Map<PDFDict, ReadonlyMap<string, string>>()
  for (const { font, characters, meant } of usesIn(pdf.context, contents)) {
    const only = [...meant].flatMap(([code, texts]) => {
      const [text = ''] = texts
      return texts.size === 1 && text !== '' ? [[code, text] as const] : []
    })
    settled.set(font, new Map(only))
    setCharacters(pdf.context, font, new Map([...characters, ...only]))
  }
  for (const content of contents) rewriteContent(pdf.context, content, settled)
}

function usesIn(context: PDFContext, contents: readonly Content[]): Iterable<Uses> {
  const all = new Map<PDFDict, Uses>()
  for (const content of contents) {
    eachShown(content, ({ font, code, actual }) => {
      const uses = all.get(font) ?? { font, characters: charactersOf(context, font), meant: new Map() }
      all.set(font, uses)
      const text = actual === '' ? (uses.characters.get(code) ?? '') : textOf(actual)
      uses.meant.set(code, (uses.meant.get(code) ?? new Set<string>()).add(text))
    })
  }
  return all.values()
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
    font = fontOf(fonts, name ?? nameInside(inside)) ?? font
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
