/** From `top` to `bottom` on a page; points, downwards. */
export interface Span {
  readonly top: number
  readonly bottom: number
}

/** A box that is to stand beside its line. */
export interface BoxWish {
  /** Where its top should be. */
  readonly anchor: number
  /** The heights that it can have, from the least to the whole; at least one. */
  readonly heights: readonly number[]
}

/** Where a box stands, and which of its heights it has. */
export interface PlacedBox {
  readonly top: number
  /** Index into the heights. */
  readonly size: number
}

/** The room for boxes on a page. */
export interface BoxRoom extends Span {
  /** Where nothing may stand: a table over the whole page, say. In order, and apart from each other. */
  readonly closed: readonly Span[]
  /** White between two boxes. */
  readonly gap: number
  /** A box that is farther from its line is hard to find; boxes higher than `tall` are cut to bring it nearer. */
  readonly reach: number
  readonly tall: number
}

/**
 * Set boxes beside their lines, one below the other in the order given.
 *
 * Each stands at its line or as little below it as those before it allow; at the foot of the page they
 * are moved up together. Where not all can be whole, or tall ones keep others far from their lines, the
 * tallest is cut first, line by line; where not even the least of each fits, the last ones are left out
 * (`null`).
 */
export function layOutBoxes(wishes: readonly BoxWish[], room: BoxRoom): readonly (PlacedBox | null)[] {
  const sizes = wishes.map(({ heights }) => heights.length - 1)
  let count = wishes.length
  for (;;) {
    const shown = wishes.slice(0, count).map((wish, index) => ({
      anchor: wish.anchor,
      height: wish.heights[sizes[index] ?? 0] ?? 0
    }))
    const tops = topsOf(shown, room)
    const tallest = tallestToCut(shown, sizes)
    const isTooTall = (shown[tallest]?.height ?? 0) > room.tall
    if (tops !== null && !(isTooTall && isSomeFar(shown, tops, room))) {
      return wishes.map((_, index) => {
        const top = tops[index]
        return top === undefined ? null : { top, size: sizes[index] ?? 0 }
      })
    }
    if (tallest === -1) count -= 1
    else sizes[tallest] = (sizes[tallest] ?? 0) - 1
  }
}

interface Box {
  readonly anchor: number
  readonly height: number
}

function isSomeFar(boxes: readonly Box[], tops: readonly number[], { reach }: BoxRoom): boolean {
  return boxes.some(({ anchor }, index) => Math.abs((tops[index] ?? anchor) - anchor) > reach)
}

/** The tallest box that can be cut further, the later one of equals; -1 when none can. */
function tallestToCut(boxes: readonly Box[], sizes: readonly number[]): number {
  let found = -1
  for (const [index, { height }] of boxes.entries()) {
    if ((sizes[index] ?? 0) > 0 && height >= (boxes[found]?.height ?? 0)) found = index
  }
  return found
}

/** The tops of boxes that all fit, or `null`. */
function topsOf(boxes: readonly Box[], room: BoxRoom): readonly number[] | null {
  const free = freeSpans(room)
  const tops: number[] = []
  let from = room.top
  for (const [index, { anchor, height }] of boxes.entries()) {
    const top = highestFrom(Math.max(anchor, from), height, free) ?? lowestUpTo(room.bottom, height, free)
    if (top === null) return null
    tops.push(top)
    if (!moveUp(tops, { boxes, free, gap: room.gap })) return null
    from = (tops[index] ?? 0) + height + room.gap
  }
  return tops
}

/** Move the boxes above the last one up until none overlaps; whether there was room for that. */
function moveUp(
  tops: number[],
  { boxes, free, gap }: { boxes: readonly Box[]; free: readonly Span[]; gap: number }
): boolean {
  for (let index = tops.length - 2; index >= 0; index -= 1) {
    const limit = (tops[index + 1] ?? 0) - gap
    const height = boxes[index]?.height ?? 0
    if ((tops[index] ?? 0) + height <= limit) return true
    const top = lowestUpTo(limit, height, free)
    if (top === null) return false
    tops[index] = top
  }
  return true
}

function freeSpans({ top, bottom, closed }: BoxRoom): readonly Span[] {
  const edges = [top, ...closed.flatMap((span) => [span.top, span.bottom]), bottom]
  return edges.flatMap((edge, index) => {
    const next = edges[index + 1]
    return index % 2 === 0 && next !== undefined && next > edge ? [{ top: edge, bottom: next }] : []
  })
}

/** The highest place at or below `from`. */
function highestFrom(from: number, height: number, free: readonly Span[]): number | null {
  const span = free.find(({ top, bottom }) => Math.max(top, from) + height <= bottom)
  return span === undefined ? null : Math.max(span.top, from)
}

/** The lowest place that ends at or above `limit`. */
function lowestUpTo(limit: number, height: number, free: readonly Span[]): number | null {
  const span = free.findLast(({ top, bottom }) => Math.min(bottom, limit) - height >= top)
  return span === undefined ? null : Math.min(span.bottom, limit) - height
}
