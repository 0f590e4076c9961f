/**
 * The same places counted in code points, as the W3C counts positions (Web Annotation Data Model,
 * section 4.2.5), for places counted in UTF-16 code units. One pass over the text for all of them.
 */
export function inCodePoints(text: string, offsets: readonly number[]): ReadonlyMap<number, number> {
  const counted = new Map<number, number>()
  let at = 0
  let codePoints = 0
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    while (at < offset && at < text.length) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      codePoints += 1
    }
    counted.set(offset, codePoints)
  }
  return counted
}
