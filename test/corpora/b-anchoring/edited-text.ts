/** A text after edits, with what became of every code unit of the old one. */
export interface EditedText {
  readonly text: string
  /** For each code unit of the old text, its offset in `text`, or -1. */
  readonly became: Int32Array
}

/** A part of the new text: a stretch of the old one, or words that are new. */
export type Piece = { readonly from: number; readonly to: number } | { readonly added: string }

/** Put a new text together from pieces. */
export function assembled(before: string, pieces: readonly Piece[]): EditedText {
  const became = new Int32Array(before.length).fill(-1)
  const parts: string[] = []
  let length = 0
  for (const piece of pieces) {
    if ('added' in piece) parts.push(piece.added)
    else {
      for (let at = piece.from; at < piece.to; at += 1) became[at] = length + at - piece.from
      parts.push(before.slice(piece.from, piece.to))
    }
    length += parts.at(-1)?.length ?? 0
  }
  return { text: parts.join(''), became }
}

/** What a mark is to become: every part that is left of it, where edits may have put its ends. */
export interface Truth {
  /** The part of its letters that is left, from 0 to 1. */
  readonly share: number
  /** Whether what is left still stands in one piece, nothing put in between. */
  readonly isWhole: boolean
  /** The earliest and latest place of each end: what was put in at an end belongs to neither side. */
  readonly start: readonly [number, number]
  readonly end: readonly [number, number]
}

/** What edits made of a range. */
export function truthOf(
  before: string,
  { text, became }: EditedText,
  range: { readonly start: number; readonly end: number }
): Truth {
  const left: number[] = []
  let letters = 0
  for (let at = range.start; at < range.end; at += 1) {
    if (/\s/u.test(before.charAt(at))) continue
    letters += 1
    const place = became[at] ?? -1
    if (place !== -1) left.push(place)
  }
  const first = left.reduce((least, place) => Math.min(least, place), text.length)
  const last = left.reduce((most, place) => Math.max(most, place), -1)
  const inside = text.slice(first, last + 1).replace(/\s/gu, '').length
  return {
    share: letters === 0 ? 0 : left.length / letters,
    isWhole: left.length === letters && inside === letters,
    start: [placeBefore(became, range.start, first), first],
    end: [last + 1, placeBehind({ text, became }, range.end, last + 1)]
  }
}

/** Behind the last code unit in front of a range that is left, when it still stands in front of it. */
function placeBefore(became: Int32Array, start: number, first: number): number {
  let at = start - 1
  while (at >= 0 && became[at] === -1) at -= 1
  const place = at < 0 ? 0 : (became[at] ?? 0) + 1
  return place <= first ? place : first
}

function placeBehind({ text, became }: EditedText, end: number, last: number): number {
  let at = end
  while (at < became.length && became[at] === -1) at += 1
  const place = at >= became.length ? text.length : (became[at] ?? text.length)
  return place >= last ? place : last
}
