import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { charactersOf, textOf } from './font-characters'
import { type Content, eachShown, isComposite } from './page-contents'

/** The glyph of whatever a font has no letter for (OpenType 1.9.1, `glyf`: "glyph 0 must be .notdef"). */
const NOTDEF = '0000'
/** It stands for itself in shown glyphs of two bytes each; two others may meet in the same digits. */
const HAS_NOTDEF = /<(?:[0-9A-F]{4})*?0000/iu
/** What no font needs a letter for: spaces, joiners, marks that stand on another letter, private halves. */
const UNDRAWN = /[\s\p{C}\p{Z}\p{M}]/u
const PRIVATE = /\p{Co}/u

/**
 * The characters of a printed file for which no font had a letter, each once. The engine draws a box for each;
 * which one is meant it says only where two share a font, so else it is what of `letters`, the characters of
 * the document, stands nowhere in the file. What cannot be told is U+FFFD.
 */
export function missingLetters(pdf: PDFDocument, contents: readonly Content[], letters: string): string {
  // Nearly no file has a box, and to look at every glyph of a long one takes long.
  if (!contents.some(({ text }) => HAS_NOTDEF.test(text))) return ''
  const { missing, found, isUnnamed } = boxesIn(pdf, contents)
  if (!isUnnamed) return [...missing].join('')
  const absent = [...letters].filter((letter) => isDrawn(letter) && !isFound(letter, found))
  return [...new Set([...missing, ...(absent.length > 0 ? absent : ['\uFFFD'])])].join('')
}

/** The characters that boxes are named for, those that letters are there for, and whether a box has no name. */
function boxesIn(
  pdf: PDFDocument,
  contents: readonly Content[]
): { missing: ReadonlySet<string>; found: ReadonlySet<string>; isUnnamed: boolean } {
  const missing = new Set<string>()
  const found = new Set<string>()
  const fonts = new Map<PDFDict, ReadonlyMap<string, string>>()
  let isUnnamed = false
  for (const content of contents) {
    eachShown(content, ({ font, code, actual }) => {
      const characters = fonts.get(font) ?? charactersOf(pdf.context, font)
      fonts.set(font, characters)
      const text = actual === '' ? (characters.get(code) ?? '') : textOf(actual)
      if (code !== NOTDEF || !isComposite(font)) for (const part of text.normalize('NFKD')) found.add(part)
      else if (text === '') isUnnamed = true
      else missing.add(text)
    })
  }
  return { missing, found, isUnnamed }
}

function isDrawn(letter: string): boolean {
  return PRIVATE.test(letter) || !UNDRAWN.test(letter)
}

function isFound(letter: string, found: ReadonlySet<string>): boolean {
  return [...letter.normalize('NFKD')].every((part) => found.has(part) || !isDrawn(part))
}
