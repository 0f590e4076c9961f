import type { ImportedDocument } from '../../src/core/import/imported-file'
import { blocksOf, canonicalText } from '../../src/core/text/canonical-text'
import type { Element, TreeNode } from '../../src/core/tree/tree'
import { importerInProcess } from '../../src/main/import/fixtures/in-process-importer'
import { pathOf, type Item } from './items'

const importer = importerInProcess()

/** What importing the file at `path` gives. */
export async function importedFrom(path: string): Promise<ImportedDocument> {
  return (await importer.read({ kind: 'file', path })).document
}

/** What importing an item of the corpora gives. */
export function importedItem({ path }: Item): Promise<ImportedDocument> {
  return importedFrom(pathOf(path))
}

/** The canonical text of an imported briefing. */
export function textOf({ tree }: ImportedDocument): string {
  return canonicalText(tree)
}

/** The text of every heading, each in one line. */
export function headingsOf({ tree }: ImportedDocument): readonly string[] {
  return blocksOf(tree)
    .filter(({ tag }) => /^h[1-6]$/.test(tag))
    .map(({ text }) => oneSpaced(text))
}

/** Every element of a name, in order. */
export function elementsOf({ tree }: ImportedDocument, tagName: string): readonly Element[] {
  const inside = (node: TreeNode): readonly Element[] =>
    node.type === 'text'
      ? []
      : [...(node.tagName === tagName ? [node] : []), ...node.children.flatMap(inside)]
  return tree.children.flatMap(inside)
}

/** The text in an element. */
export function innerText(node: TreeNode): string {
  return node.type === 'text' ? node.value : node.children.map(innerText).join('')
}

/** White space as one space. */
export function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
