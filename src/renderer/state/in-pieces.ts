/** Time that a piece of work may take of a frame, in milliseconds. */
const BUDGET_MS = 8

/**
 * Do `work` for each item without ever holding a frame; stops when `isWanted` no longer holds, and
 * answers whether everything was done.
 */
export async function inPieces<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => void,
  isWanted: () => boolean
): Promise<boolean> {
  let until = performance.now() + BUDGET_MS
  for (const [index, item] of items.entries()) {
    work(item, index)
    if (performance.now() < until) continue
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (!isWanted()) return false
    until = performance.now() + BUDGET_MS
  }
  return isWanted()
}
