import type { TextRange } from '#core/text/text-range'
import type { Entry } from './entries'

/** A part of the drawn article, small enough to be painted at once. */
export interface Patch {
  readonly entries: readonly Entry[]
  readonly range: TextRange
  /** It is in sight when one of them is. */
  readonly elements: readonly Element[]
}

/** Characters of a patch, some two screens; a slice is hardly more, unless it is one long table or list. */
const PATCH_LENGTH = 4_000
/** A slice up to here is one patch. */
const WHOLE_SLICE = PATCH_LENGTH * 2

/** Cut what is drawn of a slice into patches. */
export function patchesOf(slice: Element, entries: readonly Entry[]): readonly Patch[] {
  const range = rangeOf(entries)
  if (range === null) return []
  if (range.end - range.start <= WHOLE_SLICE) return [{ entries, range, elements: [slice] }]
  return cut(entries).flatMap((own) => {
    const part = rangeOf(own)
    return part === null ? [] : { entries: own, range: part, elements: endsOf(own) }
  })
}

function cut(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const patches: Entry[][] = []
  let start = -Infinity
  for (const entry of entries) {
    if (entry.start - start >= PATCH_LENGTH) {
      patches.push([])
      start = entry.start
    }
    patches.at(-1)?.push(entry)
  }
  return patches
}

function rangeOf(entries: readonly Entry[]): TextRange | null {
  const first = entries[0]
  const last = entries.at(-1)
  return first === undefined || last === undefined
    ? null
    : { start: first.start, end: last.start + last.length }
}

/** A patch is shorter than what counts as in sight: who sees any of it sees an end of it there. */
function endsOf(entries: readonly Entry[]): readonly Element[] {
  const parents = [entries[0], entries.at(-1)].flatMap((entry) => entry?.node.parentElement ?? [])
  return [...new Set(parents)]
}
