import { type PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { charactersOf, textOf } from './font-characters'
import { contentsOf, eachShown } from './page-contents'

/** The glyph of whatever a font has no letter for (OpenType 1.9.1, `glyf`: "glyph 0 must be .notdef"). */
const NOTDEF = '0000'

/**
 * The characters of a printed file for which no font had a letter, each once, in the order of the pages. The
 * engine draws a box for each, and says there or in the font which character is meant; one that it says nothing
 * of is U+FFFD.
 */
export function missingLetters(pdf: PDFDocument): string {
  const missing = new Set<string>()
  for (const content of contentsOf(pdf)) {
    eachShown(content, ({ font, code, actual }) => {
      const isMissing = code === NOTDEF && font.get(PDFName.of('Subtype')) === PDFName.of('Type0')
      if (!isMissing) return
      const said = actual === '' ? charactersOf(pdf.context, font).get(code) : textOf(actual)
      missing.add(said ?? '\uFFFD')
    })
  }
  return [...missing].join('')
}
