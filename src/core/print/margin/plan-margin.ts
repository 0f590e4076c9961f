import type { PageGeometry } from '../page-geometry'
import type { WidePlace } from '../print-body'
import type { PlaceRectangle, PrintedPlaces } from '../printed-places'
import { layOutBoxes } from './box-layout'
import type { BoxRoom, Span } from './box-layout'
import { noteSizes } from './note-sizes'
import type { NoteSize } from './note-sizes'

/** White between two notes. */
const GAP = 6
/** Notes farther from their lines than a sixth of the page are brought nearer by cutting those of more lines. */
const REACH = 115
const TALL = 13
/** From the foot of a note's number in the text to the top of a note on that line, in ems of the text. */
const RISE = 0.66

/** A note that stands beside the text, whole or in part. */
export interface BesideText {
  /** From 0. */
  readonly page: number
  /** Points from the top of the page's area. */
  readonly top: number
  /** Where its line is, in the same way: the top that it would have beside it. */
  readonly anchor: number
  /** How many of its words stand there; `null`: all. */
  readonly words: number | null
}

/** What the passes told of one briefing's notes, and where they may stand. */
export interface MarginRoom {
  /** The draft, in which the notes were measured. */
  readonly draft: PrintedPlaces
  /** The latest pass: where the numbers of the notes stand in the text. */
  readonly printed: PrintedPlaces
  readonly geometry: PageGeometry
  readonly textSize: number
  /** The names of what stands over the whole width of the page, each by its start and its end. */
  readonly wide: readonly WidePlace[]
}

/** Where each note stands beside the text, by its id; the others stand behind it. */
export function planMargin(ids: readonly string[], room: MarginRoom): ReadonlyMap<string, BesideText> {
  const { notes } = room.geometry
  if (notes === null) return new Map()
  const pages = new Map<number, { id: string; anchor: number; sizes: readonly NoteSize[] }[]>()
  for (const id of ids) {
    const line = room.printed.references[id]?.[0]
    if (line === undefined || isOnItsSide(room.printed, line.page)) continue
    const anchor = anchorOf(line.rectangle, room)
    const entry = { id, anchor, sizes: noteSizes(id, room.draft, notes) }
    pages.set(line.page, [...(pages.get(line.page) ?? []), entry])
  }
  return new Map([...pages].flatMap(([page, entries]) => planPage(page, entries, room)))
}

function planPage(
  page: number,
  entries: readonly { id: string; anchor: number; sizes: readonly NoteSize[] }[],
  room: MarginRoom
): readonly (readonly [string, BesideText])[] {
  const wishes = entries.map(({ anchor, sizes }) => ({ anchor, heights: sizes.map(({ height }) => height) }))
  const boxes = layOutBoxes(wishes, roomOn(page, room))
  return entries.flatMap(({ id, anchor, sizes }, index) => {
    const box = boxes[index] ?? null
    const size = box === null ? undefined : sizes[box.size]
    return box === null || size === undefined
      ? []
      : [[id, { page, top: box.top, anchor, words: size.words }] as const]
  })
}

function roomOn(page: number, { geometry, printed, wide }: MarginRoom): BoxRoom {
  const bottom = geometry.area.height
  const closed = wide.flatMap(({ start, end }): Span[] => {
    const from = printed.places[start]?.[0]
    const to = printed.places[end]?.[0]
    if (from === undefined || to === undefined || page < from.page || page > to.page) return []
    return [
      {
        top: page === from.page ? from.rectangle.top - geometry.margin.top - GAP : 0,
        bottom: page === to.page ? to.rectangle.bottom - geometry.margin.top + GAP : bottom
      }
    ]
  })
  return {
    top: 0,
    bottom,
    closed: joined(closed),
    gap: GAP,
    reach: REACH,
    tall: TALL * (geometry.notes?.line ?? 0)
  }
}

/** Spans in order, those that meet as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((a, b) => a.top - b.top)) {
    const last = result.at(-1)
    if (last === undefined || last.bottom < span.top) result.push(span)
    else result.splice(-1, 1, { top: last.top, bottom: Math.max(last.bottom, span.bottom) })
  }
  return result
}

/** A page on its side is all table: there is no column of notes. */
function isOnItsSide({ pages }: PrintedPlaces, page: number): boolean {
  const size = pages[page]
  return size !== undefined && size.width > size.height
}

function anchorOf({ bottom }: PlaceRectangle, { geometry, textSize }: MarginRoom): number {
  return Math.max(0, bottom - geometry.margin.top - RISE * textSize)
}
