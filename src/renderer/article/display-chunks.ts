/** Longer runs of text are laid out in parts, so that a line of a megabyte does not stop the window. */
export const MAX_CHUNK = 8_000
/** How far before the limit a better place for the cut is looked for. */
const LOOK_BACK = 2_000

/**
 * Cut `value` for display into parts that joined are `value` again: after a line break where there
 * is one, else after a sentence, else after a space, else between two characters as a person sees them.
 */
export function displayChunks(value: string): readonly string[] {
  const chunks: string[] = []
  let at = 0
  while (value.length - at > MAX_CHUNK) {
    const end = cutBefore(value, at + MAX_CHUNK)
    chunks.push(value.slice(at, end))
    at = end
  }
  chunks.push(value.slice(at))
  return chunks
}

function cutBefore(value: string, limit: number): number {
  const window = value.slice(limit - LOOK_BACK, limit)
  const line = window.lastIndexOf('\n')
  if (line !== -1) return limit - LOOK_BACK + line + 1
  const sentence = lastEnd(window, /[.!?。！？؟]["”’»)]*\s|[。！？]/gu)
  if (sentence !== null) return limit - LOOK_BACK + sentence
  const space = lastEnd(window, /\s/gu)
  if (space !== null) return limit - LOOK_BACK + space
  return characterStart(value, limit)
}

function lastEnd(text: string, pattern: RegExp): number | null {
  let end: number | null = null
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length
  return end
}

/** The start of the character, as a person sees it, that holds the code unit at `at`. */
function characterStart(value: string, at: number): number {
  const start = at - LOOK_BACK
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const segment = segmenter.segment(value.slice(start, at + 64)).containing(LOOK_BACK)
  return segment === undefined || segment.index === 0 ? at : start + segment.index
}
