import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { LinkTarget } from '#core/print/print-document'
import { nameNotes, tagNote, tagReference } from './note-structure'
import type { PageLink } from './page-links'
import type { Structure } from './structure'

/** Say in the structure which links refer to notes, and what is a note: each has a link back to its reference. */
export function tagNotes(
  pdf: PDFDocument,
  structure: Structure,
  { links, targets }: { links: readonly PageLink[]; targets: Readonly<Record<string, LinkTarget>> }
): void {
  const notes = new Map<string, PDFRef>()
  for (const link of links) {
    const target = link.target === null ? undefined : targets[link.target]
    const element = structure.elementOf(link)
    if (target === undefined || element === null) continue
    if (target.isReference === true) tagReference(pdf.context, element)
    if (target.ofNote === undefined) continue
    const note = tagNote(pdf.context, element)
    if (note !== null) notes.set(target.ofNote, note)
  }
  nameNotes(pdf, notes)
}
