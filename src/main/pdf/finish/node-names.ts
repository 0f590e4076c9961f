import { PDFArray, PDFDict, PDFString } from '@cantoo/pdf-lib'
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'

/** How the engine names table cells in the structure: by a counter that goes on from page to page. */
const ENGINE_NAME = /^node\d{8}$/u

/**
 * Name the elements of the structure by their order in this document, so that the same document gives
 * the same bytes whatever the engine printed before. The order of the names stays, as a name tree needs.
 */
export function renameNodes(pdf: PDFDocument): void {
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object)
  const names = new Set<string>()
  for (const object of objects) {
    eachName(object, (name) => {
      names.add(name)
      return null
    })
  }
  const renamed = new Map(
    [...names].sort().map((name, index) => [name, `node${String(index + 1).padStart(8, '0')}`])
  )
  for (const object of objects) eachName(object, (name) => renamed.get(name) ?? null)
}

/** Call `visit` with each name in `object`, and put what it answers in the name's place. */
function eachName(object: PDFObject, visit: (name: string) => string | null): void {
  const replacement = (value: PDFObject): PDFString | null => {
    const name = value instanceof PDFString ? value.asString() : ''
    const renamed = ENGINE_NAME.test(name) ? visit(name) : null
    if (!(value instanceof PDFString)) eachName(value, visit)
    return renamed === null ? null : PDFString.of(renamed)
  }
  if (object instanceof PDFArray) {
    for (const [index, value] of object.asArray().entries()) {
      const renamed = replacement(value)
      if (renamed !== null) object.set(index, renamed)
    }
  } else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      const renamed = replacement(value)
      if (renamed !== null) object.set(key, renamed)
    }
  }
}
