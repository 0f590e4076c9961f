/** Half-open range of UTF-16 code units in a briefing's canonical text: `start` is in, `end` is out. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Whether two ranges share at least one code unit. */
export function rangesOverlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end
}
