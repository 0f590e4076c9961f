import { PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { PDFDocument } from '@cantoo/pdf-lib'
import type { PrintMetadata } from '#core/print/print-document'
import { xmpPacket } from './xmp'

/** What a file says of itself beside its document. */
export interface FileIdentity {
  /** Name and version of the program. */
  readonly producer: string
  /** Hexadecimal; the same for the same document. */
  readonly fingerprint: string
}

/** Nothing else may stand in a PDF string unescaped. */
const LANGUAGE_TAG = /^[A-Za-z0-9-]+$/u

/** Say what the file is, in the document information, the catalogue and XMP (ISO 16684-1); the engine's own claims go. */
export function writeMetadata(pdf: PDFDocument, metadata: PrintMetadata, identity: FileIdentity): void {
  const { context, catalog } = pdf
  const moment = PDFString.fromDate(new Date(metadata.producedOn))
  const given = {
    Title: metadata.title,
    Author: metadata.authors.join(', '),
    Subject: metadata.subject,
    Keywords: metadata.keywords.join(', '),
    Creator: identity.producer,
    Producer: identity.producer
  }
  const information = context.obj({ CreationDate: moment, ModDate: moment })
  for (const [name, value] of Object.entries(given)) {
    if (value !== '') information.set(PDFName.of(name), PDFHexString.fromText(value))
  }
  if (context.trailerInfo.Info instanceof PDFRef) context.delete(context.trailerInfo.Info)
  context.trailerInfo.Info = context.register(information)
  catalog.set(
    PDFName.of('Lang'),
    PDFString.of(LANGUAGE_TAG.test(metadata.language) ? metadata.language : 'und')
  )
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  const packet = context.stream(xmpPacket(metadata, identity.producer), { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(packet))
  const id = PDFHexString.of(identity.fingerprint.slice(0, 32))
  context.trailerInfo.ID = context.obj([id, id])
}

/** Let the tab key follow the structure (ISO 32000-1, table 30). */
export function tabByStructure(pdf: PDFDocument): void {
  for (const page of pdf.getPages()) page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
}
