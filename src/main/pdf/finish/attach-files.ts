import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import { createHash } from 'node:crypto'
import type { Attachment } from '#core/audience/attached-file'

/** What a file is to the document (ISO 32000-2, table 43), and what it is called to a person. */
export const ATTACHED_AS: Readonly<Record<Attachment['kind'], { relation: string; description: string }>> = {
  annotations: { relation: 'Data', description: 'The annotations (W3C Web Annotation)' },
  original: { relation: 'Source', description: 'The original file' }
}

/**
 * Put files into a PDF (ISO 32000-1, section 7.11.4), as those of the whole document (ISO 32000-2,
 * section 14.13). They carry the date of the document and not their own.
 */
export function attachFiles(pdf: PDFDocument, attachments: readonly Attachment[], producedOn: string): void {
  if (attachments.length === 0) return
  const { context, catalog } = pdf
  const files = attachments.map((attachment) => ({
    name: PDFHexString.fromText(attachment.name),
    key: attachment.name,
    ref: fileSpecification(pdf, attachment, producedOn)
  }))
  // A name tree is in the order of its keys.
  files.sort((a, b) => (a.key < b.key ? -1 : 1))
  const tree = context.obj({ Names: files.flatMap(({ name, ref }) => [name, ref]) })
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict) ?? context.obj({})
  names.set(PDFName.of('EmbeddedFiles'), context.register(tree))
  if (!catalog.has(PDFName.of('Names'))) catalog.set(PDFName.of('Names'), context.register(names))
  const associated = catalog.lookupMaybe(PDFName.of('AF'), PDFArray)?.asArray() ?? []
  catalog.set(PDFName.of('AF'), context.obj([...associated, ...files.map(({ ref }) => ref)]))
}

function fileSpecification(
  { context }: PDFDocument,
  { name, kind, type, bytes }: Attachment,
  producedOn: string
): PDFRef {
  const { relation, description } = ATTACHED_AS[kind]
  const moment = PDFString.fromDate(new Date(producedOn))
  const checksum = PDFHexString.of(createHash('md5').update(bytes).digest('hex'))
  const stream = context.flateStream(bytes, {
    Type: 'EmbeddedFile',
    Subtype: type,
    Params: { Size: bytes.length, CreationDate: moment, ModDate: moment, CheckSum: checksum }
  })
  const embedded = context.register(stream)
  const title = PDFHexString.fromText(name)
  return context.register(
    context.obj({
      ...{ Type: 'Filespec', F: title, UF: title, AFRelationship: relation },
      Desc: PDFHexString.fromText(description),
      EF: { F: embedded, UF: embedded }
    })
  )
}
