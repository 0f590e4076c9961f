import { PDFArray, PDFDict, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'

/** Every reference that leads to no object, from anywhere in the file. */
export function danglingReferences(pdf: PDFDocument): readonly string[] {
  const { context } = pdf
  return context.enumerateIndirectObjects().flatMap(([from, object]) =>
    referencesIn(object)
      .filter((ref) => context.lookup(ref) === undefined)
      .map((ref) => `${from.toString()} -> ${ref.toString()}`)
  )
}

function referencesIn(object: PDFObject): readonly PDFRef[] {
  if (object instanceof PDFRef) return [object]
  if (object instanceof PDFArray) return object.asArray().flatMap(referencesIn)
  if (object instanceof PDFDict) return object.values().flatMap(referencesIn)
  return object instanceof PDFStream ? referencesIn(object.dict) : []
}
