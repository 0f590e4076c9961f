import type { Block } from '#core/text/canonical-text'
import type { TextRange } from '#core/text/text-range'
import { foldedText, type FoldedText } from '#core/text/folded-text'

/** Searches the blocks of one text; each block is folded once, when it is first searched. */
export class BlockSearch {
  readonly #blocks: readonly Block[]
  readonly #folded: (FoldedText | undefined)[] = []

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks
  }

  /**
   * Every place where `query` stands, in order, without regard to case, diacritics, and the dots of
   * the Turkish i; none for an empty query. A hit lies within one block.
   */
  find(query: string): readonly TextRange[] {
    const wanted = foldedText(query).text.trim().replace(/ +/gu, ' ')
    if (wanted === '') return []
    return this.#blocks.flatMap((block, index) => {
      this.#folded[index] ??= foldedText(block.text)
      return hitsIn(this.#folded[index], wanted).map(({ start, end }) => ({
        start: block.start + start,
        end: block.start + end
      }))
    })
  }
}

function hitsIn({ text, offsets }: FoldedText, wanted: string): TextRange[] {
  const hits: TextRange[] = []
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    hits.push({ start: originalStart(offsets, at), end: originalEnd(offsets, at + wanted.length) })
  }
  return hits
}

function originalStart(offsets: Uint32Array | null, at: number): number {
  return offsets?.[at] ?? at
}

/** The end of the last original character that has a part in the hit, with the accents that follow it. */
function originalEnd(offsets: Uint32Array | null, end: number): number {
  if (offsets === null) return end
  const last = offsets[end - 1] ?? 0
  let next = end
  while (next < offsets.length && offsets[next] === last) next += 1
  return offsets[next] ?? last
}
