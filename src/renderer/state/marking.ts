import { tick } from 'svelte'
import type { Color, Style } from '#core/annotation/annotation'
import type { TextRange } from '#core/text/text-range'
import { nextOf } from '../dom/hit-test'
import { words } from '../words/english'
import { isWriting } from './commands'
import { inHand, marksOver } from './in-hand'
import { setOnMarks } from './mark-commands'
import type { NewMark } from './mark-steps'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

/** How to mark; what is left out is as it was the last time. */
export interface Look {
  readonly color?: Color
  readonly style?: Style
}

/** Mark the passage in hand, or give the marks in hand this look; it is remembered for the next mark. */
export async function mark(reader: Reader, look: Look): Promise<void> {
  const { document, notices, settings } = reader
  const hand = document === null ? null : inHand(document)
  if (document === null || hand === null) return notices.announce(words.marks.selectFirst)
  const { lastColor, lastStyle } = settings.current
  const { color = lastColor, style = lastStyle } = look
  if (color !== lastColor || style !== lastStyle) void settings.change({ lastColor: color, lastStyle: style })
  if (hand.kind === 'passage') await markPassage(reader, hand.range)
  else await setLook(reader, hand.marks, look)
}

/** Mark a passage in the colour and style that were used last; answers whether it is on disk. */
export async function markPassage({ document, settings }: Reader, range: TextRange): Promise<boolean> {
  const { lastColor: color, lastStyle: style } = settings.current
  if (document === null) return false
  const made = takeMade(document, { range, color, style }).finally(() => {
    if (document.making === made) document.making = null
  })
  document.making = made
  return made
}

/** Make a mark and take it in hand, unless the person has gone on to something else meanwhile. */
async function takeMade(document: OpenDocument, mark: NewMark & { range: TextRange }): Promise<boolean> {
  const { marks, cursor, view } = document
  const wasSelected = view?.selection() != null
  const { place } = cursor
  const adding = marks.add(mark)
  marks.selectedId = null
  marks.chosen.clear()
  // Below a selection nobody sees a mark.
  getSelection()?.removeAllRanges()
  const added = await adding
  const hasMoved = cursor.place?.start !== place?.start || cursor.place?.end !== place?.end
  const hasGoneOn = hasMoved || marks.selectedId !== null || getSelection()?.isCollapsed === false
  if (added === null) {
    if (wasSelected && !hasGoneOn && !isWriting()) view?.select(mark.range)
  } else if (!hasGoneOn) {
    marks.selectedId = added.id
    marks.chosen.begin(added.id)
  }
  return added !== null
}

/** Write a note on the passage in hand, or on the mark in hand. */
export async function writeNote({ document, layout, settings, notices }: Reader): Promise<void> {
  const hand = document === null ? null : inHand(document)
  if (document === null || hand === null) return notices.announce(words.marks.selectFirst)
  layout.showNotes()
  if (hand.kind === 'marks') return document.editing.edit(hand.marks[0])
  const { lastColor: color, lastStyle: style } = settings.current
  await document.editing.begin({ range: hand.range, color, style })
  getSelection()?.removeAllRanges()
}

/** Write a note on the whole briefing. */
export async function writeGeneralNote({ document, layout, settings }: Reader): Promise<void> {
  layout.showNotes()
  const { lastColor: color } = settings.current
  await document?.editing.begin({ range: null, color, style: 'highlight' })
}

/** Go to the tags of the marks in hand; a passage is marked first. */
export async function editTags(reader: Reader): Promise<void> {
  const { document, layout, notices } = reader
  const hand = document === null ? null : inHand(document)
  if (document === null || hand === null) return notices.announce(words.marks.selectFirst)
  if (hand.kind === 'passage' && !(await markPassage(reader, hand.range))) return
  if (hand.kind === 'marks' && hand.marks.length === 1) document.marks.selectedId = hand.marks[0].id
  layout.showNotes()
  document.marks.isDetailed = true
  await tick()
  const isMany = document.marks.chosen.ids.length > 1
  const place = isMany ? '.chosen-bar' : `[data-mark="${document.marks.selectedId ?? ''}"]`
  window.document.querySelector<HTMLElement>(`${place} [data-tags]`)?.focus()
}

/**
 * Delete the marks in hand; answers whether there were any. Of several marks below the cursor the
 * first is taken in hand instead, since nobody said which.
 */
export function deleteInHand(reader: Reader): boolean {
  const { document } = reader
  const hand = document === null ? null : inHand(document)
  if (document === null || hand === null) return false
  if (hand.kind === 'marks') {
    void document.marks.remove(...hand.marks.map(({ id }) => id))
    return true
  }
  const below = document.cursor.passage === null ? [] : marksOver(document, document.cursor.passage)
  if (below.length > 1) return takeMarkInHand(reader)
  const [only] = below
  if (only !== undefined) void document.marks.remove(only.id)
  return only !== undefined
}

/** Select the shortest mark below the cursor; once more, the next one. Answers whether there is any. */
export function takeMarkInHand({ document, notices, layout, colorName }: Reader): boolean {
  const place = document?.cursor.place ?? null
  if (document === null || place === null) return false
  const next = nextOf(marksOver(document, place), document.marks.selectedId)
  if (next?.range == null) return false
  layout.showNotes()
  document.marks.selectedId = next.id
  document.marks.chosen.begin(next.id)
  notices.announce(words.marks.describe(next, colorName(next.color), document.quote(next.range)))
  return true
}

async function setLook(
  reader: Reader,
  marks: OpenDocument['marks']['list'],
  { color, style }: Look
): Promise<void> {
  if (color !== undefined) {
    const said = words.marks.recolored(reader.colorName(color))
    await setOnMarks(reader, marks, { change: { color }, what: words.marks.color, said })
  } else if (style !== undefined) {
    const said = words.marks.restyled(style)
    await setOnMarks(reader, marks, { change: { style }, what: words.marks.styleChange, said })
  }
}
