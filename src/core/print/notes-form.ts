import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { isPlaced } from '../annotation/placed-annotation'
import type { PrintItem } from '../service/ports'
import { blocksOf } from '../text/canonical-text'
import type { ExportOptions } from './export-options'
import { saysMore } from './placed-mark'
import { textWidth } from './text-width'

/** Where the notes of a document stand: beside their lines, behind the text, nowhere, or without the text. */
export type NotesForm = Exclude<ExportOptions['notes'], 'auto'>

/**
 * A longer note would push those after it away from their lines, or go on behind the text anyway; in
 * ems: about 900 letters.
 */
const LONGEST_IN_MARGIN = 510
/** The part of the text's height that notes beside it may take, so that most stand at their line. */
const FULLEST_MARGIN = 0.6

/** Widths of a line in ems of its own letters, and its height in ems of the text. */
const TEXT_LINE = { width: 31, height: 1.45 }
const NOTE_LINE = { width: 14.4, height: 0.98 }
/** Lines that a note takes beside its words: who wrote it and when, and the white below. */
const LINES_AROUND = 1.8

/**
 * The form that suits briefings: in the margin where every note is short and there is room beside the
 * text, else behind it. Where nothing is noted the text has the whole page.
 */
export function suitingForm(items: readonly PrintItem[]): 'margin' | 'end' {
  const noted = items.map((item) => item.annotations.filter(isPlaced).filter(saysMore))
  if (noted.every((notes) => notes.length === 0)) return 'end'
  const suits = items.every((item, index) => isMarginEnough(item, noted[index] ?? []))
  return suits ? 'margin' : 'end'
}

function isMarginEnough({ tree }: PrintItem, noted: readonly PlacedAnnotation[]): boolean {
  const widths = noted.map(({ note }) => textWidth(note))
  if (widths.some((width) => width > LONGEST_IN_MARGIN)) return false
  const lines = blocksOf(tree).reduce((sum, block) => sum + textLines(block.text, TEXT_LINE.width), 0)
  const noteLines = noted.reduce((sum, { note }) => sum + LINES_AROUND + textLines(note, NOTE_LINE.width), 0)
  return noteLines * NOTE_LINE.height <= lines * TEXT_LINE.height * FULLEST_MARGIN
}

/** About how many lines a text takes; `width` is that of a line in ems of its letters. */
export function textLines(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.ceil(textWidth(line) / width), 0)
}
