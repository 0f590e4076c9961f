import { blockIndexAt } from '#core/text/paragraphs'
import type { TextRange } from '#core/text/text-range'
import { isHeading } from '#core/tree/elements'
import type { ArticleView } from '../dom/article-view'
import { words } from '../words/english'
import { marksOver } from './in-hand'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'
import type { CursorStep } from './text-cursor.svelte'

/** A step of the cursor, or the way to an end of the text. */
export type CursorMove = CursorStep | (Omit<CursorStep, 'unit'> & { readonly unit: 'text' })

/**
 * Move the cursor over the text and say where it is. It goes on from the selection or the mark in
 * hand, which is let go; out of sight, it starts at the top of the window.
 */
export function moveCursor(reader: Reader, move: CursorMove): void {
  const { document, notices } = reader
  const view = document?.view ?? null
  if (document === null || view === null) return
  takeOver(document, view)
  const went = moved(document, view, move)
  const { cursor } = document
  if (window.document.activeElement === window.document.body) view.focus()
  if (cursor.passage === null || cursor.point === null) return notices.announce(words.cursor.noText)
  const isWhole = !move.isExtending && move.unit !== 'text'
  view.follow(isWhole ? cursor.passage : { start: cursor.point, end: cursor.point + 1 })
  if (!went) return notices.announce(move.by === 1 ? words.cursor.end : words.cursor.start)
  notices.announce(describeCursor(reader, document, cursor.passage))
}

/** What a person hears of a passage: its words, its place, and the marks that are there. */
export function describeCursor({ colorName }: Reader, document: OpenDocument, passage: TextRange): string {
  const marks = marksOver(document, passage).map(({ style, color, note }) =>
    words.cursor.mark(words.styles[style], colorName(color), note !== '')
  )
  return words.cursor.at(document.quote(passage, SAID), placeInWords(document, passage), marks)
}

/** A sentence is to be heard whole; more than so many code units nobody listens to at once. */
const SAID = 600

/** What was in hand is let go, and the cursor goes on from there. */
function takeOver({ cursor, marks }: OpenDocument, view: ArticleView): void {
  const selection = view.selection()
  const { selected } = marks
  const { place } = cursor
  if (selection !== null) cursor.rest(selection)
  else if (selected?.range != null && (place === null || !touches(selected.range, place)))
    cursor.rest(selected.range)
  getSelection()?.removeAllRanges()
  marks.selectedId = null
  marks.chosen.clear()
}

function touches(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** Answers whether there was anywhere to go. */
function moved({ cursor }: OpenDocument, view: ArticleView, move: CursorMove): boolean {
  if (move.unit === 'text') return cursor.goToEdge(move.by === 1 ? -1 : 1, move.isExtending)
  const { by, unit, isExtending } = move
  const { point } = cursor
  if (point !== null && (isExtending || view.isSeen(point))) return cursor.step({ by, unit, isExtending })
  const top = view.topOffset() ?? 0
  const first = cursor.units.at(top, unit)
  const whole = first !== null && first.start < top ? cursor.units.from(top, unit) : first
  return cursor.putAt(whole?.start ?? first?.start ?? top, unit)
}

function placeInWords(document: OpenDocument, { start, end }: TextRange): string {
  const { plan, cursor } = document
  const index = blockIndexAt(plan.blocks, start)
  const block = plan.blocks[index]
  const place = document.cite({ start, end })
  if (block === undefined || end > block.end) return place
  const sentences = cursor.units.sentencesIn(index)
  const at = sentences.findIndex((sentence) => sentence.start === start && sentence.end === end)
  if (at !== -1 && sentences.length > 1) return words.cursor.sentence(place, at + 1, sentences.length)
  return isHeading(block.tag) ? words.cursor.heading(place) : place
}
