/** When one process was the writer, in nanoseconds of a clock that all processes share. */
export interface WritingTime {
  readonly begin: bigint
  readonly end: bigint
}

/** When a racer was the writer, by the lines that it wrote; one that was killed wrote until its last line. */
export function writingTimes(lines: readonly string[]): readonly WritingTime[] {
  const times: WritingTime[] = []
  let begin: bigint | null = null
  let last = 0n
  for (const line of lines) {
    const [what] = line.split(' ')
    last = BigInt(line.slice(line.lastIndexOf(' ') + 1))
    if (what === 'begins') begin = last
    if (begin === null || what !== 'ends') continue
    times.push({ begin, end: last })
    begin = null
  }
  return begin === null ? times : [...times, { begin, end: last }]
}

/** How many pairs wrote at the same time. */
export function overlapsAmong(times: readonly WritingTime[]): number {
  const pairs = times.flatMap((a, index) => times.slice(index + 1).map((b) => [a, b] as const))
  return pairs.filter(([a, b]) => a.begin < b.end && b.begin < a.end).length
}
