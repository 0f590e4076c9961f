import { headingLevel, isHeading } from '../tree/elements'
import { runsOf } from './cut-into-runs'
import type { CutElement, CutNode } from './cut-into-runs'

/** The level below the document's own title. */
const TOP_LEVEL = 2

/**
 * What must be added to the levels of a text's headings so that its highest stand right below the
 * title of the document.
 */
export function headingShiftOf(nodes: readonly CutNode[]): number {
  const levels = headingLevels(nodes)
  return levels.length === 0 ? 0 : TOP_LEVEL - Math.min(...levels)
}

/**
 * A text that opens with its own title, parted into that heading and the rest: the heading becomes
 * the title of the page, so that the same words do not stand there twice.
 */
export function splitTitle(
  nodes: readonly CutNode[],
  title: string
): { readonly heading: CutElement | null; readonly body: readonly CutNode[] } {
  const [first, ...rest] = nodes
  if (first?.type !== 'element' || !isHeading(first.tagName)) return { heading: null, body: nodes }
  const text = runsOf([first])
    .map((run) => run.text)
    .join('')
  return text.trim() === title.trim() ? { heading: first, body: rest } : { heading: null, body: nodes }
}

function headingLevels(nodes: readonly CutNode[]): readonly number[] {
  return nodes.flatMap((node) => {
    if (node.type === 'run') return []
    return isHeading(node.tagName) ? [headingLevel(node.tagName)] : headingLevels(node.children)
  })
}
