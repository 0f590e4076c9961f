/** The middle of some figures; of an even number the lower one, which was measured. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5)
}

/** The figure below which `part` (0 to 1) of them lie. */
export function quantile(figures: readonly number[], part: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const figure = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]
  if (figure === undefined) throw new Error('no figures')
  return figure
}

/** `12.3 ms`, `1.2 s`. */
export function milliseconds(ms: number): string {
  return ms < 1_000 ? `${ms.toFixed(ms < 10 ? 2 : 1)} ms` : `${(ms / 1_000).toFixed(2)} s`
}

/** A ratio with what it is to be, and whether it is. */
export function held(
  ratio: number,
  target: { readonly atMost: number } | { readonly atLeast: number }
): string {
  const isHeld = 'atMost' in target ? ratio <= target.atMost : ratio >= target.atLeast
  const wanted = 'atMost' in target ? `at most ${target.atMost}` : `at least ${target.atLeast}`
  return `${ratio.toFixed(ratio < 10 ? 2 : 0)}× (${wanted}×: ${isHeld ? 'held' : 'MISSED'})`
}
