import { assertShallow } from './nesting'
import { element, isBoundary, isContainer, isHeading, isKeptWhenEmpty } from './elements'
import { linesOfPre } from './normalize-pre'
import { rebuildInline, tidyRun, type InlinePiece } from './normalize-run'
import { withSoundStructure } from './normalize-structure'
import type { Element, Root, TreeNode } from './tree'

/**
 * The normal form of any tree of the closed set: what every stored tree is, and what `blocksOf` reads.
 *
 * White space (HTML's: space, tab, LF, FF, CR; not NBSP) is one space outside `pre`, and none at
 * the ends of a block or beside `br`; a block neither starts nor ends with `br`; text nodes are joined
 * and never empty; text in a container stands in a `p`; headings, `p` and `pre` hold no blocks (a
 * `br` stands where the border was); lists, tables and figures hold what HTML lets them hold; the
 * footnotes come last. Neither a word nor a block border is lost, nothing is Unicode-normalised, and
 * a normal tree stays as it is.
 *
 * @throws TreeTooDeep
 */
export function normalizeTree(root: Root): Root {
  assertShallow(root)
  const normal = withSoundStructure({ type: 'root', children: flow(root.children, []) })
  // Paragraphs and items that were added may have taken it over the limit.
  assertShallow(normal)
  return normal
}

/** Inline elements around what is being read, outermost first. */
type Path = readonly Element[]

/** Read what stands in a place that may hold blocks; text between them becomes paragraphs. */
function flow(nodes: readonly TreeNode[], path: Path): TreeNode[] {
  const reader = new FlowReader('p')
  reader.readAll(nodes, path)
  return reader.finish()
}

/** The same for an element whose own text stands in it directly: `li`, `td`, `dd`, … */
function flowOfBlock(nodes: readonly TreeNode[], path: Path): TreeNode[] {
  const reader = new FlowReader(null)
  reader.readAll(nodes, path)
  return reader.finish()
}

class FlowReader {
  readonly #wrapper: 'p' | null
  readonly #out: TreeNode[] = []
  #run: InlinePiece[] = []

  constructor(wrapper: 'p' | null) {
    this.#wrapper = wrapper
  }

  readAll(nodes: readonly TreeNode[], path: Path): void {
    for (const node of nodes) this.#read(node, path)
  }

  finish(): TreeNode[] {
    this.#endRun()
    return this.#out
  }

  #read(node: TreeNode, path: Path): void {
    if (node.type === 'text' || isLeaf(node)) this.#run.push({ node, path })
    else if (isInline(node)) this.readAll(node.children, within(path, node))
    else {
      this.#endRun()
      const block = blockFrom(node, path)
      if (block !== null) this.#out.push(block)
    }
  }

  #endRun(): void {
    const inline = rebuildInline(tidyRun(this.#run))
    this.#run = []
    if (inline.length === 0) return
    // Two runs side by side, when the block between them held nothing, must not become one.
    if (this.#wrapper === null && !endsInline(this.#out)) this.#out.push(...inline)
    else this.#out.push(element('p', inline))
  }
}

function endsInline(nodes: readonly TreeNode[]): boolean {
  const last = nodes.at(-1)
  return last !== undefined && (last.type === 'text' || !isBoundary(last.tagName))
}

function blockFrom(node: Element, path: Path): Element | null {
  if (node.tagName === 'hr') return { ...node, children: [] }
  if (node.tagName === 'pre') return withChildren(node, linesOfPre(phrasing(node.children, path)))
  if (node.tagName === 'p' || isHeading(node.tagName)) {
    return withChildren(node, rebuildInline(tidyRun(phrasing(node.children, path))))
  }
  if (isContainer(node.tagName)) return withChildren(node, flow(node.children, path))
  const children = flowOfBlock(node.children, path)
  return isKeptWhenEmpty(node.tagName) ? { ...node, children } : withChildren(node, children)
}

/** An element without content is left out. */
function withChildren(node: Element, children: readonly TreeNode[]): Element | null {
  return children.length === 0 ? null : { ...node, children }
}

/** The pieces of an element that holds no blocks: where a block stood, a `br` keeps its borders. */
function phrasing(nodes: readonly TreeNode[], path: Path): InlinePiece[] {
  return nodes.flatMap((node): InlinePiece[] => {
    if (node.type === 'text' || isLeaf(node)) return [{ node, path }]
    if (isInline(node)) return phrasing(node.children, within(path, node))
    const border: InlinePiece = { node: element('br'), path: [], border: true }
    return [border, ...phrasing(node.children, path), border]
  })
}

/** Emphasis in emphasis and a link in a link say nothing more; only sub and sup may be nested. */
function within(path: Path, node: Element): Path {
  const nests = node.tagName === 'sub' || node.tagName === 'sup'
  return !nests && path.some(({ tagName }) => tagName === node.tagName) ? path : [...path, node]
}

function isLeaf({ tagName, properties }: Element): boolean {
  return tagName === 'br' || tagName === 'img' || (tagName === 'sup' && properties.footnoteRef !== undefined)
}

const INLINE = new Set(['em', 'strong', 'del', 'u', 'sub', 'sup', 'mark', 'a', 'code'])

function isInline({ tagName }: Element): boolean {
  return INLINE.has(tagName)
}
