import type { Entry } from './entries'

/** The canonical offset of the first character at or below `top`, a place in the window, or `null` without text. */
export function topOffset(entries: readonly Entry[], top: number): number | null {
  const entry = entries[firstWhere(entries.length, (index) => bottomOf(entries[index]) > top)]
  if (entry === undefined) return null
  if (!(entry.node instanceof Text)) return entry.start
  const { node, start, length } = entry
  const range = document.createRange()
  const within = firstWhere(length, (at) => {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    return range.getBoundingClientRect().bottom > top
  })
  return start + Math.min(within, length - 1)
}

function bottomOf(entry: Entry | undefined): number {
  if (entry === undefined) return Infinity
  const range = document.createRange()
  range.selectNode(entry.node)
  return range.getBoundingClientRect().bottom
}

/** The first index of `count` for which `holds`, when it holds for all after it; `count` when for none. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
