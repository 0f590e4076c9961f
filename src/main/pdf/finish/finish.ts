import { PDFName } from '@cantoo/pdf-lib'
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { Attachment } from '#core/audience/attached-file'
import type { PrintLink } from '#core/print/print-document'
import type { PrintedPdf } from '#core/service/ports'
import type { FinishPlan } from '../../worker/jobs/compose-print'
import { openPdf } from '../open-pdf'
import { attachFiles } from './attach-files'
import { leadTo, nameTarget } from './finish-links'
import { marksOnPages } from './mark-quads'
import { tabByStructure, writeMetadata } from './metadata'
import { missingLetters } from './missing-letters'
import { renameNodes } from './node-names'
import { finishOutline } from './outline'
import { labelPages } from './page-labels'
import { contentsOf } from './page-contents'
import { annotationRefs, isSliver, pageLinks } from './page-links'
import { sayPlainCharacters } from './plain-characters'
import { settleSharedGlyphs } from './shared-glyphs'
import { openStructure } from './structure'
import { tagNotes } from './tag-notes'
import { writeAnnotations } from './write-annotations'
import type { WrittenAnnotation } from './write-annotations'

/** What a PDF is finished with. */
export interface FinishInput {
  /** As the engine printed it. */
  readonly bytes: Uint8Array
  readonly plan: FinishPlan
  readonly producer: string
  readonly attachments: readonly Attachment[]
}

/**
 * Finish a printed document: its runs become annotations and links, the structure follows them, and
 * the file says what it is. The same input gives the same bytes.
 */
export async function finish({ bytes, plan, producer, attachments }: FinishInput): Promise<PrintedPdf> {
  const pdf = await openPdf(bytes)
  finishRuns(pdf, plan)
  finishOutline(pdf, plan.outline)
  labelPages(pdf, plan.frontPages)
  const contents = contentsOf(pdf)
  const missing = missingLetters(pdf, contents, plan.letters)
  sayPlainCharacters(pdf)
  settleSharedGlyphs(pdf, contents)
  renameNodes(pdf)
  tabByStructure(pdf)
  attachFiles(pdf, attachments, plan.metadata.producedOn)
  writeMetadata(pdf, plan.metadata, { producer, fingerprint: plan.fingerprint })
  return {
    bytes: await pdf.save({
      ...{ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false },
      objectsPerTick: Infinity
    }),
    pages: pdf.getPageCount(),
    annotations: plan.marks.length,
    form: plan.form,
    missingLetters: missing
  }
}

function finishRuns(pdf: PDFDocument, { links, marks, targets, palette }: FinishPlan): void {
  const all = pageLinks(pdf)
  const printed = all.filter((link) => !isSliver(link))
  const structure = openStructure(pdf)
  const places = marksOnPages(printed, (run) => runAt(links, run).marks)
  const firstStructKey = structure?.nextKey ?? 0
  const annotations = writeAnnotations(pdf, places, { marks, palette, firstStructKey })
  for (const annotation of annotations) structure?.addAnnotation(annotation)
  const gone = new Set<PDFRef>()
  for (const link of all.filter(isSliver)) {
    structure?.forgetPart(link)
    gone.add(link.ref)
  }
  for (const link of printed) {
    const run = link.run === null ? null : runAt(links, link.run)
    if (run === null && link.place === null) {
      nameTarget(link, targets)
    } else if (run === null || run.href === null) {
      structure?.forgetLink(link)
      gone.add(link.ref)
    } else {
      leadTo(link, { href: run.href, text: run.text })
    }
  }
  if (structure !== null) tagNotes(pdf, structure, { links: printed, targets })
  structure?.close()
  listAnnotations(pdf, { annotations, gone })
}

/** Bring the pages' lists of annotations up to date, once for each page. */
function listAnnotations(
  pdf: PDFDocument,
  { annotations, gone }: { annotations: readonly WrittenAnnotation[]; gone: ReadonlySet<PDFRef> }
): void {
  for (const [index, page] of pdf.getPages().entries()) {
    const kept = annotationRefs(page).filter((ref) => !gone.has(ref))
    const added = annotations.filter(({ place }) => place.pageIndex === index).map(({ ref }) => ref)
    if (kept.length + added.length === 0) page.node.delete(PDFName.of('Annots'))
    else page.node.set(PDFName.of('Annots'), pdf.context.obj([...kept, ...added]))
  }
  for (const ref of gone) pdf.context.delete(ref)
}

function runAt(links: readonly PrintLink[], run: number): PrintLink {
  const link = links[run]
  if (link === undefined) throw new RangeError(`the document names no run ${run}`)
  return link
}
