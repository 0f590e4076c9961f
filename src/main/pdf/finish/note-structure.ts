import { PDFArray, PDFDict, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { PDFContext, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import type { StructureElement } from './structure'

const K = PDFName.of('K')
const S = PDFName.of('S')
const P = PDFName.of('P')
const ID = PDFName.of('ID')
const ID_TREE = PDFName.of('IDTree')
const NAMES = PDFName.of('Names')
const KIDS = PDFName.of('Kids')

/** Elements that say nothing of what they hold, so that they may become what they are. */
const PLAIN = new Set(['NonStruct', 'Span', 'Div'])

/** Say that a link is a reference to a note (ISO 32000-1, table 338): the element around it, or a new one. */
export function tagReference(context: PDFContext, link: StructureElement): void {
  const parent = parentOf(context, link)
  if (parent === null || roleOf(parent) === 'Reference') return
  const kids = kidsOf(parent)
  if (kids.length === 1 && PLAIN.has(roleOf(parent))) {
    parent.dict.set(S, PDFName.of('Reference'))
    return
  }
  const reference = context.register(
    context.obj({ Type: 'StructElem', S: 'Reference', P: parent.ref, K: [link.ref] })
  )
  parent.dict.set(K, context.obj(kids.map((kid) => (kid === link.ref ? reference : kid))))
  link.dict.set(P, reference)
}

/**
 * Say that the element around a link is a note. One that means something itself, as the item of a list,
 * gets the note within. Answers the note's element, or `null` when there is nothing to say it of.
 */
export function tagNote(context: PDFContext, link: StructureElement): PDFRef | null {
  const parent = parentOf(context, link)
  if (parent === null || roleOf(parent) === 'Note') return null
  if (PLAIN.has(roleOf(parent))) {
    parent.dict.set(S, PDFName.of('Note'))
    return parent.ref
  }
  const kids = kidsOf(parent)
  const elements = kids.flatMap((kid) => (kid instanceof PDFRef ? [context.lookup(kid)] : []))
  // Content that stands in the parent itself is known by the parent's number: it stays there.
  if (elements.length !== kids.length || !elements.every(isElement)) return null
  const note = context.register(context.obj({ Type: 'StructElem', S: 'Note', P: parent.ref, K: [...kids] }))
  for (const element of elements) if (element instanceof PDFDict) element.set(P, note)
  parent.dict.set(K, context.obj([note]))
  return note
}

/** Give the notes their ids, which each must have (Matterhorn Protocol 19-003), and list these with the engine's own. */
export function nameNotes(pdf: PDFDocument, notes: ReadonlyMap<string, PDFRef>): void {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (root === undefined || notes.size === 0) return
  const named: (readonly [string, PDFObject])[] = namesIn(root.lookupMaybe(ID_TREE, PDFDict))
  for (const [id, ref] of notes) {
    pdf.context.lookup(ref, PDFDict).set(ID, PDFString.of(id))
    named.push([id, ref])
  }
  named.sort(([a], [b]) => (a < b ? -1 : 1))
  const names = named.flatMap(([id, ref]): PDFObject[] => [PDFString.of(id), ref])
  root.set(ID_TREE, pdf.context.register(pdf.context.obj({ Names: names })))
}

/** The entries of a name tree (ISO 32000-1, section 7.9.6). */
function namesIn(tree: PDFDict | undefined): (readonly [string, PDFObject])[] {
  if (tree === undefined) return []
  const own = tree.lookupMaybe(NAMES, PDFArray)?.asArray() ?? []
  const entries = own.flatMap((name, index) => {
    const value = own[index + 1]
    return index % 2 === 0 && name instanceof PDFString && value !== undefined
      ? [[name.asString(), value] as const]
      : []
  })
  const kids = tree.lookupMaybe(KIDS, PDFArray)
  const below = kids === undefined ? [] : kids.asArray().map((_, index) => kids.lookup(index, PDFDict))
  return [...entries, ...below.flatMap(namesIn)]
}

function parentOf(context: PDFContext, { dict }: StructureElement): StructureElement | null {
  const ref = dict.get(P)
  const parent = ref instanceof PDFRef ? context.lookupMaybe(ref, PDFDict) : undefined
  return ref instanceof PDFRef && parent !== undefined ? { ref, dict: parent } : null
}

function roleOf({ dict }: StructureElement): string {
  return dict.lookupMaybe(S, PDFName)?.decodeText() ?? ''
}

function kidsOf({ dict }: StructureElement): readonly PDFObject[] {
  const kids = dict.get(K)
  const list = dict.lookup(K)
  if (list instanceof PDFArray) return list.asArray()
  return kids === undefined ? [] : [kids]
}

function isElement(object: PDFObject | undefined): boolean {
  return object instanceof PDFDict && object.has(S)
}
