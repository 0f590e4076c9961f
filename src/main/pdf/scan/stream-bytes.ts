import { PDFArray, PDFName, decodePDFRawStream } from '@cantoo/pdf-lib'
import type { PDFRawStream } from '@cantoo/pdf-lib'

/** Filters of pictures, whose bytes are no text in any case. */
const OF_PICTURES = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode'])

/** The bytes of a stream as they were before they were packed; those of a picture stay packed. */
export function decodedBytes(stream: PDFRawStream): Uint8Array {
  const isPicture = filtersOf(stream).some((name) => OF_PICTURES.has(name))
  return isPicture ? stream.contents : decodePDFRawStream(stream).decode()
}

function filtersOf({ dict }: PDFRawStream): readonly string[] {
  const filter = dict.lookup(PDFName.of('Filter'))
  const names = filter instanceof PDFArray ? filter.asArray() : [filter]
  return names.flatMap((name) => (name instanceof PDFName ? name.decodeText() : []))
}
