/**
 * By how many bytes each further value is larger than the one before: the slope of the straight line
 * that lies nearest to `values` (least squares).
 */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let rise = 0
  let run = 0
  for (const [at, value] of values.entries()) {
    rise += (at - middle) * (value - mean)
    run += (at - middle) ** 2
  }
  return run === 0 ? 0 : rise / run
}
