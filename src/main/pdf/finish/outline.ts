import { PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import type { PDFContext, PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { OutlineEntry } from '#core/print/print-document'
import { structurePages } from './heading-pages'
import { outlineItems } from './outline-items'

const TITLE = PDFName.of('Title')
const OUTLINES = PDFName.of('Outlines')

/**
 * Make sure of the outline: the engine's own, with our titles, since it runs the number of a note into
 * the heading's words; or one of ours where the engine wrote none (electron#45124).
 */
export function finishOutline(pdf: PDFDocument, entries: readonly OutlineEntry[]): void {
  const items = outlineItems(pdf)
  if (items.length === entries.length) {
    for (const [index, item] of items.entries()) item.set(TITLE, titleOf(entries[index]))
  } else {
    writeOutline(pdf, entries)
  }
}

interface Item extends OutlineEntry {
  readonly page: PDFRef
  readonly children: Item[]
}

/** The headings of the structure are those of the document, in order; an entry leads to its page. */
function writeOutline(pdf: PDFDocument, entries: readonly OutlineEntry[]): void {
  const pages = structurePages(pdf)
  const top: Item[] = []
  const path: Item[] = []
  for (const [index, entry] of entries.entries()) {
    const item: Item = { ...entry, page: pages[index] ?? pdf.getPage(0).ref, children: [] }
    while (path.length > 0 && (path.at(-1)?.level ?? 0) >= entry.level) path.pop()
    const siblings = path.at(-1)?.children ?? top
    siblings.push(item)
    path.push(item)
  }
  if (top.length === 0) return
  const root = pdf.context.nextRef()
  pdf.context.assign(root, pdf.context.obj({ Type: 'Outlines', ...linked(pdf.context, top, root) }))
  pdf.catalog.set(OUTLINES, root)
}

function linked(
  context: PDFContext,
  items: readonly Item[],
  parent: PDFRef
): Record<string, PDFRef | PDFNumber> {
  const refs = items.map(() => context.nextRef())
  for (const [index, item] of items.entries()) {
    const ref = refs[index]
    if (ref === undefined) continue
    const previous = refs[index - 1]
    const next = refs[index + 1]
    const entry = context.obj({
      Title: titleOf(item),
      Parent: parent,
      Dest: [item.page, 'XYZ', null, null, null],
      ...(previous === undefined ? {} : { Prev: previous }),
      ...(next === undefined ? {} : { Next: next }),
      ...(item.children.length === 0 ? {} : linked(context, item.children, ref))
    })
    context.assign(ref, entry)
  }
  const [first] = refs
  const last = refs.at(-1)
  if (first === undefined || last === undefined) return {}
  return { First: first, Last: last, Count: PDFNumber.of(openCount(items)) }
}

function openCount(items: readonly Item[]): number {
  return items.reduce((sum, { children }) => sum + 1 + openCount(children), 0)
}

function titleOf(entry: OutlineEntry | undefined): PDFHexString {
  return PDFHexString.fromText(entry?.title ?? '')
}
