import { blocksOf } from '../text/canonical-text'
import type { TextRange } from '../text/text-range'
import type { Element, Root, TreeNode } from '../tree/tree'

/** A piece of one text node that lies under the same marks throughout. */
export interface Run {
  readonly type: 'run'
  readonly text: string
  /** Indices into the ranges that were cut at, ascending. */
  readonly marks: readonly number[]
}

/** An element of the tree whose text is cut into runs. */
export interface CutElement {
  readonly type: 'element'
  readonly tagName: Element['tagName']
  readonly properties: Element['properties']
  readonly children: readonly CutNode[]
}

export type CutNode = Run | CutElement

/**
 * Cut the text of a normal tree at the borders of `ranges`, which may overlap.
 *
 * Nothing is lost or repeated: the runs in order are the text nodes in order. A text node is cut on
 * its own, so no run ever crosses the border of a link or of any other element.
 */
export function cutIntoRuns(root: Root, ranges: readonly TextRange[]): readonly CutNode[] {
  const starts = blocksOf(root).flatMap(({ pieces }) => pieces.map(({ start }) => start))
  const cutter = new Cutter(starts, ranges)
  return root.children.flatMap((child) => cutter.cut(child))
}

/** Every run under `nodes`, in reading order. */
export function runsOf(nodes: readonly CutNode[]): readonly Run[] {
  return nodes.flatMap((node) => (node.type === 'run' ? [node] : runsOf(node.children)))
}

/**
 * For each mark that covers a visible character, the last run that it does: where its number stands.
 */
export function lastRuns(nodes: readonly CutNode[]): ReadonlyMap<number, Run> {
  const last = new Map<number, Run>()
  for (const run of runsOf(nodes)) {
    if (run.text.trim() !== '') for (const mark of run.marks) last.set(mark, run)
  }
  return last
}

/** For each mark that covers a visible character, the first run that it does. */
export function firstRuns(nodes: readonly CutNode[]): ReadonlyMap<number, Run> {
  const first = new Map<number, Run>()
  for (const run of runsOf(nodes)) {
    if (run.text.trim() === '') continue
    for (const mark of run.marks) if (!first.has(mark)) first.set(mark, run)
  }
  return first
}

interface Border {
  readonly at: number
  readonly mark: number
  readonly opens: boolean
}

/** Walks the tree once; text nodes and borders are both met in the order of the text. */
class Cutter {
  readonly #starts: Iterator<number>
  readonly #borders: readonly Border[]
  readonly #open = new Set<number>()
  #next = 0

  constructor(starts: readonly number[], ranges: readonly TextRange[]) {
    this.#starts = starts.values()
    this.#borders = ranges
      .flatMap(({ start, end }, mark) =>
        start < end
          ? [
              { at: start, mark, opens: true },
              { at: end, mark, opens: false }
            ]
          : []
      )
      .sort((a, b) => a.at - b.at)
  }

  cut(node: TreeNode): readonly CutNode[] {
    if (node.type === 'text') return this.#runs(node.value, this.#start())
    if (node.tagName === 'br') this.#start()
    const children = node.children.flatMap((child) => this.cut(child))
    return [{ type: 'element', tagName: node.tagName, properties: node.properties, children }]
  }

  /** Where the text node, or `br`, that is met next starts in the canonical text. */
  #start(): number {
    return this.#starts.next().value ?? 0
  }

  #runs(value: string, start: number): readonly Run[] {
    const runs: Run[] = []
    let at = start
    const end = start + value.length
    while (at < end) {
      this.#passBorders(at)
      const border = this.#borders[this.#next]
      const until = border === undefined ? end : Math.min(border.at, end)
      const marks = [...this.#open].sort((a, b) => a - b)
      runs.push({ type: 'run', text: value.slice(at - start, until - start), marks })
      at = until
    }
    return runs
  }

  #passBorders(at: number): void {
    let border = this.#borders[this.#next]
    while (border !== undefined && border.at <= at) {
      if (border.opens) this.#open.add(border.mark)
      else this.#open.delete(border.mark)
      this.#next += 1
      border = this.#borders[this.#next]
    }
  }
}
