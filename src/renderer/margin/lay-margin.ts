/** A card, the line that it belongs to and how tall it is, in pixels from the top of the text. */
export interface MarginCard {
  readonly id: string
  /** Where it would stand if it were alone. */
  readonly line: number
  readonly height: number
}

/** Pixels between two cards. */
export const MARGIN_GAP = 8

/**
 * The tops of cards that stand beside their lines, in the order of `cards`: none lies on another,
 * each goes down as far as those above it need, and the one with the id `exact` stands at its line,
 * where those above it make room upwards.
 */
export function layMargin(cards: readonly MarginCard[], exact: string | null): readonly number[] {
  const tops: number[] = []
  const fixed = cards.findIndex(({ id }) => id === exact)
  let free = -Infinity
  for (const [index, { line, height }] of cards.entries()) {
    const top = index === fixed ? line : Math.max(line, free)
    tops.push(top)
    free = top + height + MARGIN_GAP
  }
  for (let index = fixed - 1; index >= 0; index -= 1) {
    const highest = (tops[index + 1] ?? Infinity) - MARGIN_GAP - (cards[index]?.height ?? 0)
    const top = tops[index] ?? 0
    if (top <= highest) break
    tops[index] = highest
  }
  return tops
}
