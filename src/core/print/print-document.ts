import type { PlacedAnnotation } from '../annotation/placed-annotation'
import type { NotesForm } from './notes-form'
import type { Palette } from './mark-palette'
import type { ExpectedPlaces } from './printed-places'

/** A briefing pack ready for the printing engine, and what the finishing of its PDF needs. */
export interface PrintDocument {
  /** A whole page in UTF-8 that refers to `print.css`, `pages.css`, `fonts.css` and the pictures. */
  readonly html: string
  /** The rules of this document: paper, running heads, colours of the marks. */
  readonly pageRules: string
  readonly pictures: readonly PrintPicture[]
  /** What each address `https://annotation.invalid/<index>` in the document stands for. */
  readonly links: readonly PrintLink[]
  /** What each internal link leads to, by the name of its target. */
  readonly targets: Readonly<Record<string, LinkTarget>>
  readonly marks: readonly PlacedAnnotation[]
  readonly outline: readonly OutlineEntry[]
  /** The colours of the drawn marks and of their annotations. */
  readonly palette: Palette
  readonly metadata: PrintMetadata
  readonly form: NotesForm
  /** How many pages stand before page 1; they are counted apart, as `i`, `ii`. */
  readonly frontPages: number
  /** Whether it is printed only to learn where everything stands, and then written again. */
  readonly isDraft: boolean
  /** In a draft, the `id` of each heading in their order: it is printed without an outline that would tell them. */
  readonly headingIds: readonly string[]
  /** What it says of its own pages; `null` when it says nothing, and one pass is all it takes. */
  readonly expected: ExpectedPlaces | null
}

/** What a link within the document leads to, and what it is itself. */
export interface LinkTarget {
  /** Said of the link to whoever only hears it. */
  readonly words: string
  /** Whether the link refers to a note. */
  readonly isReference?: true
  /** The id of the note that the link stands in, and leads back from. */
  readonly ofNote?: string
}

/** A stored picture, under the name that the document asks for it by. */
export interface PrintPicture {
  readonly name: string
  readonly briefing: string
  readonly asset: string
}

/**
 * A run of words that lies under marks, leads somewhere, or both.
 *
 * No address of a briefing ever reaches the engine: it sees numbers, and the real address is put
 * into the finished file.
 */
export interface PrintLink {
  /** Indices into the document's marks. */
  readonly marks: readonly number[]
  /** An http, https or mailto address. */
  readonly href: string | null
  readonly text: string
}

/** A heading of the document, in order. */
export interface OutlineEntry {
  readonly level: number
  readonly title: string
  /** Whether it is none of the text's own, but stands above the notes. */
  readonly isOwn?: true
}

export interface PrintMetadata {
  readonly title: string
  /** Those who made the marks. */
  readonly authors: readonly string[]
  readonly subject: string
  readonly keywords: readonly string[]
  /** BCP 47 */
  readonly language: string
  /** RFC 3339 */
  readonly producedOn: string
}

/** Where the addresses of the document's runs lie: a host that cannot exist (RFC 6761, section 6.4). */
export const RUN_ADDRESS = 'https://annotation.invalid/'
/** Where the addresses of places lie that a pass of printing is asked about, by their names. */
export const PLACE_ADDRESS = `${RUN_ADDRESS}at/`
