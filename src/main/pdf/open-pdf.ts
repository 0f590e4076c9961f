import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'

/**
 * Read a PDF that the engine made or that was finished from it. It is read at one go: the library would let
 * others go on after every hundred objects, and in a worker nobody waits for that.
 */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
}
