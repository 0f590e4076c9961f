import { highestMarking } from '../marking/highest-marking'
import type { PlacedMarking } from '../marking/paragraph-marking'
import type { Block } from '../text/canonical-text'
import { blockIndexAt } from '../text/paragraphs'
import type { TextRange } from '../text/text-range'
import type { Root } from '../tree/tree'
import { cutIntoRuns, firstRuns } from './cut-into-runs'
import type { CutNode, Run } from './cut-into-runs'
import { tag, words } from './html'
import type { Html } from './html'

/** A paragraph that is marked by itself. */
export interface MarkedParagraph {
  readonly block: Block
  readonly marking: string
}

/** The marked paragraphs of a text; where several markings have come to stand in one, the highest is its own. */
export function markedParagraphs(
  blocks: readonly Block[],
  markings: readonly PlacedMarking[],
  levels: readonly string[]
): readonly MarkedParagraph[] {
  const found = new Map<Block, string[]>()
  for (const { marking, range } of markings) {
    const block = range === null ? undefined : blocks[blockIndexAt(blocks, range.start)]
    if (block !== undefined) found.set(block, [...(found.get(block) ?? []), marking])
  }
  return [...found].flatMap(([block, all]) => {
    const marking = highestMarking(all, levels)
    return marking === null ? [] : { block, marking }
  })
}

/** The markings of the paragraphs that a passage touches, in the order of the text. */
export function markingsAt(marked: readonly MarkedParagraph[], { start, end }: TextRange): readonly string[] {
  const touched = marked.filter(({ block }) => block.start < end && block.end > start)
  return [...new Set(touched.map(({ marking }) => marking))]
}

/** A text that is cut at its marks, and the runs that a marking stands before. */
export interface MarkedCut {
  readonly nodes: readonly CutNode[]
  readonly markings: ReadonlyMap<Run, string>
}

/** Cut a text at `ranges`, as `cutIntoRuns` does, and find where its marked paragraphs begin. */
export function cutWithMarkings(
  tree: Root,
  ranges: readonly TextRange[],
  marked: readonly MarkedParagraph[]
): MarkedCut {
  const cut = cutIntoRuns(tree, [...ranges, ...marked.map(({ block }) => block)])
  const begins = firstRuns(cut)
  const markings = new Map<Run, string>()
  const withoutMarkings = (node: CutNode): CutNode => {
    if (node.type === 'element') return { ...node, children: node.children.map(withoutMarkings) }
    const run = { ...node, marks: node.marks.filter((mark) => mark < ranges.length) }
    for (const mark of node.marks) {
      const paragraph = begins.get(mark) === node ? marked[mark - ranges.length] : undefined
      if (paragraph !== undefined) markings.set(run, paragraph.marking)
    }
    return run
  }
  return { nodes: cut.map(withoutMarkings), markings }
}

/** How the words that follow are to be handled: `(SECRET) `. */
export function markingHtml(markings: readonly string[]): Html[] {
  if (markings.length === 0) return []
  return [
    tag('span', { className: ['marking'], dir: 'auto' }, [words(`(${markings.join(', ')})`)]),
    words(' ')
  ]
}
