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
type Words = Pick<PlacedAnnotation, 'anchor' | 'quote'>

/** A mark without what it has in common with the first, and without words that stand in the text. */
type PackedMark = Omit<PlacedAnnotation, keyof Common | keyof Words> &
  Changeable & {
    /**
     * How many UTF-16 code units of the text its anchor has before and after its range; or the words
     * themselves of a mark whose anchor says another thing than the text where it stands.
     */
    readonly words: readonly [number, number] | Words
  }

/** Marks of one edition on their way to a page that has its text: a third as long as they are. */
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
  return marks.map(({ words, ...own }) => ({
    ...common,
    ...own,
    ...('quote' in words ? words : wordsAt(text, own.range, words))
  }))
}

function packMark(mark: PlacedAnnotation, common: Common, text: string): PackedMark {
  const { id, created, modified, range, via, anchor, quote } = mark
  const words = contextIn(text, mark) ?? { anchor, quote }
  const own: PackedMark = { id, created, modified, range, ...(via !== undefined && { via }), words }
  for (const key of COMMON_KEYS) if (!isSame(mark[key], common[key])) copyField(key, mark, own)
  return own
}

function copyField<Key extends keyof Common>(key: Key, from: Common, to: Changeable): void {
  to[key] = from[key]
}

/** The lengths of an anchor's context, when everything that it says stands in the text where the mark is. */
function contextIn(text: string, { range, anchor, quote }: PlacedAnnotation): [number, number] | null {
  if (range === null || anchor === null) return null
  const { position } = anchor
  const { exact, prefix, suffix } = anchor.quote
  const found = wordsAt(text, range, [prefix.length, suffix.length]).anchor?.quote
  const isHere = position.start === range.start && position.end === range.end
  const isSaid = found?.exact === exact && found.prefix === prefix && found.suffix === suffix
  return isHere && isSaid && quote === exact ? [prefix.length, suffix.length] : null
}

function wordsAt(text: string, range: PlacedAnnotation['range'], context: readonly [number, number]): Words {
  if (range === null) return { anchor: null, quote: '' }
  const { start, end } = range
  const [before, after] = context
  const quote = text.slice(start, end)
  const prefix = text.slice(Math.max(0, start - before), start)
  const suffix = text.slice(end, end + after)
  return { anchor: { position: { start, end }, quote: { exact: quote, prefix, suffix } }, quote }
}

/** Of values that are JSON, with their keys in the same order. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
