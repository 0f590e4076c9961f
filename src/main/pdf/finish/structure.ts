import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import type { PDFContext, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import type { PageLink } from './page-links'
import type { WrittenAnnotation } from './write-annotations'

const K = PDFName.of('K')
const S = PDFName.of('S')
const NUMS = PDFName.of('Nums')
const KIDS = PDFName.of('Kids')
const PARENT_TREE = PDFName.of('ParentTree')
const NEXT_KEY = PDFName.of('ParentTreeNextKey')

/** The structure of a tagged PDF (ISO 32000-1, section 14.7), or `null` when it has none. */
export function openStructure(pdf: PDFDocument): Structure | null {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const parents = root?.lookupMaybe(PARENT_TREE, PDFDict)
  return root === undefined || parents === undefined ? null : new Structure(pdf.context, root, parents)
}

/** An element of the structure. */
export interface StructureElement {
  readonly ref: PDFRef
  readonly dict: PDFDict
}

/** Keeps the elements of the structure and the annotations that they speak of in step. */
export class Structure {
  readonly #context: PDFContext
  readonly #root: PDFDict
  readonly #parents: PDFDict
  readonly #byKey: Map<number, PDFObject>

  constructor(context: PDFContext, root: PDFDict, parents: PDFDict) {
    this.#context = context
    this.#root = root
    this.#parents = parents
    this.#byKey = new Map(numbersIn(parents))
  }

  get nextKey(): number {
    return this.#root.lookupMaybe(NEXT_KEY, PDFNumber)?.asNumber() ?? Math.max(-1, ...this.#byKey.keys()) + 1
  }

  /** The element of a link, or `null` when it has none. */
  elementOf({ structKey }: PageLink): StructureElement | null {
    return structKey === null ? null : this.#elementAt(structKey)
  }

  /** A link is gone from its page: its element becomes a plain span of the same words. */
  forgetLink(link: PageLink): void {
    this.elementOf(link)?.dict.set(S, PDFName.of('Span'))
    this.forgetPart(link)
  }

  /** A part of a link is gone from its page, and others are left. */
  forgetPart({ structKey, ref }: PageLink): void {
    const element = structKey === null ? null : this.#elementAt(structKey)
    if (structKey === null || element === null) return
    this.#byKey.delete(structKey)
    const kept = kidsOf(element.dict).filter((kid) => !this.#speaksOf(kid, ref))
    element.dict.set(K, this.#context.obj(kept))
  }

  /** The element at the annotation's words gets an element for the annotation itself. */
  addAnnotation({ ref, structKey, place }: WrittenAnnotation): void {
    const wordsKey = place.first.structKey
    const element = wordsKey === null ? null : this.#elementAt(wordsKey)
    if (element === null) return
    const annotation = this.#context.obj({
      Type: 'StructElem',
      S: 'Annot',
      P: element.ref,
      Pg: place.first.page.ref,
      K: [{ Type: 'OBJR', Obj: ref, Pg: place.first.page.ref }]
    })
    const added = this.#context.register(annotation)
    element.dict.set(K, this.#context.obj([...kidsOf(element.dict), added]))
    this.#byKey.set(structKey, added)
  }

  /** Write the keys back, as one flat list. */
  close(): void {
    const keys = [...this.#byKey.keys()].sort((a, b) => a - b)
    const flat = keys.flatMap((key) => [PDFNumber.of(key), this.#byKey.get(key) ?? this.#context.obj(null)])
    this.#parents.delete(KIDS)
    this.#parents.set(NUMS, this.#context.obj(flat))
    this.#root.set(NEXT_KEY, PDFNumber.of((keys.at(-1) ?? -1) + 1))
    // The engine names these two as PDF 2.0 does; readers of PDF 1.7 know neither.
    this.#root.set(PDFName.of('RoleMap'), this.#context.obj({ Em: 'Span', Strong: 'Span' }))
  }

  #elementAt(key: number): StructureElement | null {
    const ref = this.#byKey.get(key)
    const dict = ref instanceof PDFRef ? this.#context.lookupMaybe(ref, PDFDict) : undefined
    return ref instanceof PDFRef && dict !== undefined ? { ref, dict } : null
  }

  #speaksOf(kid: PDFObject, annotation: PDFRef): boolean {
    const dict = this.#context.lookup(kid)
    return dict instanceof PDFDict && dict.get(PDFName.of('Obj')) === annotation
  }
}

function kidsOf(element: PDFDict): readonly PDFObject[] {
  const kids = element.get(K)
  const list = element.lookup(K)
  if (list instanceof PDFArray) return list.asArray()
  return kids === undefined ? [] : [kids]
}

/** The entries of a number tree (ISO 32000-1, section 7.9.7). */
function numbersIn(tree: PDFDict): readonly (readonly [number, PDFObject])[] {
  const own = tree.lookupMaybe(NUMS, PDFArray)?.asArray() ?? []
  const entries = own.flatMap((key, index) => {
    const value = own[index + 1]
    return index % 2 === 0 && key instanceof PDFNumber && value !== undefined
      ? [[key.asNumber(), value] as const]
      : []
  })
  const kids = tree.lookupMaybe(KIDS, PDFArray)
  const below = kids === undefined ? [] : kids.asArray().map((_, index) => kids.lookup(index, PDFDict))
  return [...entries, ...below.flatMap(numbersIn)]
}
