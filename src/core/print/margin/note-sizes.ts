import type { NoteColumn } from '../page-geometry'
import type { PrintedPlaces } from '../printed-places'
import { noteEnd, noteStart, noteWord } from './margin-note'

/** One way to set a note beside the text. */
export interface NoteSize {
  readonly height: number
  /** How many of its words stand there; `null`: all. */
  readonly words: number | null
}

/** Lines that must stand on each side of a cut: less is not worth the way to the rest. */
const LEAST_LINES = 3

/**
 * The heights that a note can have, from its number alone to the whole of it, as a draft measured it.
 * Each but the whole has a line that leads on.
 */
export function noteSizes(id: string, draft: PrintedPlaces, { line }: NoteColumn): readonly NoteSize[] {
  const start = draft.places[noteStart(id)]?.[0]
  const end = draft.places[noteEnd(id)]?.[0]
  const stub = { height: line, words: 0 }
  if (start === undefined) return [stub]
  const { top } = start.rectangle
  const isOnOnePage = end?.page === start.page
  const whole = end !== undefined && isOnOnePage ? [{ height: end.rectangle.top - top, words: null }] : []
  const height = whole[0]?.height ?? Number.POSITIVE_INFINITY
  const cuts = lineEnds(id, draft, { page: start.page, top, line })
    .filter(({ bottom }) => bottom >= LEAST_LINES * line && bottom <= height - LEAST_LINES * line)
    .map(({ bottom, words }) => ({ height: bottom + line, words }))
  return height <= stub.height ? whole : [stub, ...cuts, ...whole]
}

interface LineEnd {
  /** Points from the top of the note. */
  readonly bottom: number
  /** Words up to there. */
  readonly words: number
}

/** Where the lines of a note end, down the note. A word that is broken ends on its last line. */
function lineEnds(
  id: string,
  { places }: PrintedPlaces,
  { page, top, line }: { page: number; top: number; line: number }
): readonly LineEnd[] {
  const ends: LineEnd[] = []
  for (let index = 0; ; index += 1) {
    const last = places[noteWord(id, index)]?.at(-1)
    if (last === undefined || last.page !== page) return ends
    const middle = (last.rectangle.top + last.rectangle.bottom) / 2 - top
    const bottom = Math.ceil(middle + line / 2)
    const previous = ends.at(-1)
    const end = { bottom: Math.max(bottom, previous?.bottom ?? 0), words: index + 1 }
    if (previous !== undefined && end.bottom - previous.bottom < line / 2)
      ends.splice(-1, 1, { ...end, bottom: previous.bottom })
    else ends.push(end)
  }
}
