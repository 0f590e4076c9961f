import type { TreeNode } from '#core/tree/tree'

/** What it costs to draw a node, in characters; an element costs as much as a short line. */
const ELEMENT_WEIGHT = 60
const TEXT_WEIGHT = 10

/** How heavy a node is, and how much of its slice stands before it. */
export interface Weight {
  readonly start: number
  readonly total: number
}

/** Weighs nodes in the order of the text; one scale for each slice, since `start` counts from its begin. */
export class Scale {
  readonly #weights = new Map<TreeNode, Weight>()
  #at = 0

  /** Weigh `node` and everything in it. */
  weigh(node: TreeNode): Weight {
    const start = this.#at
    if (node.type === 'text') {
      this.#at += TEXT_WEIGHT + node.value.length
    } else {
      this.#at += ELEMENT_WEIGHT
      for (const child of node.children) this.weigh(child)
    }
    const weight = { start, total: this.#at - start }
    this.#weights.set(node, weight)
    return weight
  }

  /** The weight of a node that was weighed before. */
  of(node: TreeNode): Weight {
    return this.#weights.get(node) ?? { start: 0, total: 0 }
  }
}
