import type { PlacedAnnotation } from '../annotation/placed-annotation'

/** What is each mark's own; all else most marks of a briefing have in common. */
type OwnKey = 'id' | 'created' | 'modified' | 'range' | 'via' | 'anchor' | 'quote'
type Common = Omit<PlacedAnnotation, OwnKey>

/** Every one of them, by its own name, so that none can be forgotten. */
const COMMON: { readonly [Key in keyof Common]-?: Key } = {
  ...{ briefing: 'briefing', edition: 'edition', shownIn: 'shownIn', status: 'status' },
  ...{ confidence: 'confidence', isReviewed: 'isReviewed', placements: 'placements' },
  ...{ color: 'color', style: 'style', type: 'type', owner: 'owner', due: 'due' },
  ...{ note: 'note', tags: 'tags', author: 'author' }
}
const COMMON_KEYS = Object.values(COMMON)

type Changeable = { -readonly [Key in keyof Common]?: Common[Key] }
type Placed = Pick<PlacedAnnotation, 'range' | 'anchor' | 'quote'>

/** Where a mark stands, and how many UTF-16 code units of the text its anchor has before and after it. */
type PlaceInText = readonly [start: number, end: number, before: number, after: number]

/** A mark without what it has in common with the first, and without words that stand in the text. */
type PackedMark = readonly [
  id: string,
  created: string,
  /** `null`: not since it was made. */
  modified: string | null,
  /** The words themselves only of a mark whose anchor says another thing than the text where it stands. */
  place: PlaceInText | Placed,
  own?: Changeable & Pick<PlacedAnnotation, 'via'>
]

/** Marks of one edition on their way to a page that has its text: a fifth as long as they are. */
export interface PackedMarks {
  readonly common: Common | null
  readonly marks: readonly PackedMark[]
}

/** Leave out of marks what they share, and what the canonical text of their edition says anyway. */
export function packMarks(placed: readonly PlacedAnnotation[], text: string): PackedMarks {
  const [first] = placed
  if (first === undefined) return { common: null, marks: [] }
  const { id: _id, created: _created, modified: _modified, range: _range, via: _via, ...shared } = first
  const { anchor: _anchor, quote: _quote, ...common } = shared
  return { common, marks: placed.map((mark) => packMark(mark, common, text)) }
}

/** The marks that `packMarks` was given, with the same text. */
export function unpackMarks({ common, marks }: PackedMarks, text: string): readonly PlacedAnnotation[] {
  if (common === null) return []
  return marks.map(([id, created, modified, place, own]) => {
    const placed = 'quote' in place ? place : placedIn(text, place)
    return { ...common, ...own, ...placed, id, created, modified: modified ?? created }
  })
}

function packMark(mark: PlacedAnnotation, common: Common, text: string): PackedMark {
  const { id, created, via, range, anchor, quote } = mark
  const own: Changeable & { via?: string } = via === undefined ? {} : { via }
  for (const key of COMMON_KEYS) if (!isSame(mark[key], common[key])) copyField(key, mark, own)
  const modified = mark.modified === created ? null : mark.modified
  const place = placeInText(text, mark) ?? { range, anchor, quote }
  return Object.keys(own).length === 0 ? [id, created, modified, place] : [id, created, modified, place, own]
}

function copyField<Key extends keyof Common>(key: Key, from: Common, to: Changeable): void {
  to[key] = from[key]
}

/** `null` unless everything that the anchor says stands in the text where the mark is. */
function placeInText(text: string, { range, anchor, quote }: PlacedAnnotation): PlaceInText | null {
  if (range === null || anchor === null) return null
  const { position } = anchor
  const { exact, prefix, suffix } = anchor.quote
  const place: PlaceInText = [range.start, range.end, prefix.length, suffix.length]
  const found = placedIn(text, place).anchor?.quote
  const isHere = position.start === range.start && position.end === range.end
  const isSaid = found?.exact === exact && found.prefix === prefix && found.suffix === suffix
  return isHere && isSaid && quote === exact ? place : null
}

function placedIn(text: string, [start, end, before, after]: PlaceInText): Placed {
  const exact = text.slice(start, end)
  const prefix = text.slice(Math.max(0, start - before), start)
  const quote = { exact, prefix, suffix: text.slice(end, end + after) }
  return { range: { start, end }, anchor: { position: { start, end }, quote }, quote: exact }
}

/** Of values that are JSON, with their keys in the same order. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
