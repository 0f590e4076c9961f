import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib'
import type { PDFDocument } from '@cantoo/pdf-lib'
import type { PrintedLine, PrintedPlaces } from '#core/print/printed-places'
import { openPdf } from '../open-pdf'
import { headingPages } from '../finish/heading-pages'
import { isSliver, pageLinks } from '../finish/page-links'
import type { PageLink } from '../finish/page-links'

/**
 * Read from a printed document where its pages' links and their targets came to stand. A draft has no outline;
 * where its headings stand is asked by their ids.
 */
export async function measurePrint({
  bytes,
  headingIds = []
}: {
  readonly bytes: Uint8Array
  readonly headingIds?: readonly string[]
}): Promise<PrintedPlaces> {
  const pdf = await openPdf(bytes)
  const pages = pdf.getPages()
  const references: Record<string, PrintedLine[]> = {}
  const places: Record<string, PrintedLine[]> = {}
  const runs: PrintedLine[][] = []
  for (const link of pageLinks(pdf).filter((each) => !isSliver(each))) {
    const line = lineOf(link)
    if (link.place !== null) (places[link.place] ??= []).push(line)
    else if (link.run !== null) (runs[link.run] ??= []).push(line)
    else if (link.target !== null) (references[link.target] ??= []).push(line)
  }
  const targets = targetsOf(pdf)
  return {
    pages: pages.map((page) => page.getSize()),
    targets,
    headings: headingIds.length === 0 ? headingPages(pdf) : headingIds.map((id) => targets[id] ?? -1),
    references,
    places,
    runs: Array.from(runs, (lines) => lines ?? [])
  }
}

function lineOf({ page, pageIndex, rectangle }: PageLink): PrintedLine {
  const height = page.getHeight()
  const { left, right, top, bottom } = rectangle
  return {
    page: pageIndex,
    rectangle: {
      left: rounded(left),
      top: rounded(height - top),
      right: rounded(right),
      bottom: rounded(height - bottom)
    }
  }
}

/** The engine names each place that an internal link leads to (ISO 32000-1, section 12.3.2.3). */
function targetsOf(pdf: PDFDocument): Record<string, number> {
  const named = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const indices = new Map(pdf.getPages().map(({ ref }, index) => [ref, index]))
  const targets: Record<string, number> = {}
  for (const name of named?.keys() ?? []) {
    const page = named?.lookup(name, PDFArray).get(0)
    const index = page instanceof PDFRef ? indices.get(page) : undefined
    if (index !== undefined) targets[name.decodeText()] = index
  }
  return targets
}

/** The file holds single precision numbers, whose last digits mean nothing. */
function rounded(length: number): number {
  return Math.round(length * 1000) / 1000
}
