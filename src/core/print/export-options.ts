import * as v from 'valibot'
import { AttachmentsSchema } from '../audience/profile'
import { MarkingSchema } from '../marking/marking'

/** The size of running text in points that a page is designed for. */
export const DESIGNED_TEXT_SIZE = 10.8
/** Smaller text cannot be read on paper, and larger leaves no line of words. */
export const TEXT_SIZES = { smallest: 8, largest: 16 } as const

/** What is printed of itself where it helps: `auto` leaves the choice to the document. */
const PartSchema = v.optional(v.picklist(['auto', 'yes', 'no']), 'auto')
const LineSchema = v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)))

/** The most highlights that a summary may be made of: more could not be read as one. */
export const MAX_SUMMARY = 100

/** How the pages look: what a person chooses once for everything that she prints. */
export const PageLookSchema = v.object({
  paper: v.optional(v.picklist(['a4', 'letter'])),
  /** White on all sides; narrow ones give the longest lines that still read well. */
  margins: v.optional(v.picklist(['narrow', 'normal', 'wide'])),
  /** Of the running text, in points; everything else is set in proportion to it. */
  textSize: v.optional(v.pipe(v.number(), v.minValue(TEXT_SIZES.smallest), v.maxValue(TEXT_SIZES.largest))),
  typeface: v.optional(v.picklist(['serif', 'sans'])),
  /** Without colour the marks are told apart by their lines and digits, on the page and in the annotations. */
  color: v.optional(v.picklist(['colour', 'greyscale']))
})
export type PageLook = v.InferOutput<typeof PageLookSchema>
const look = PageLookSchema.entries

/** How a briefing is printed. Lengths in the print document are PDF points (1/72 inch). */
export const ExportOptionsSchema = v.object({
  /**
   * Where the notes stand: beside their lines, behind the text, or nowhere, and then no mark is drawn
   * either; `only` prints the quotes with their notes and no text. `auto` lets the briefings decide.
   */
  notes: v.optional(v.picklist(['auto', 'margin', 'end', 'none', 'only']), 'auto'),
  paper: v.optional(look.paper.wrapped, 'a4'),
  margins: v.optional(look.margins.wrapped, 'normal'),
  textSize: v.optional(look.textSize.wrapped, DESIGNED_TEXT_SIZE),
  typeface: v.optional(look.typeface.wrapped, 'serif'),
  color: v.optional(look.color.wrapped, 'colour'),
  /** Instead of the briefing's own title. */
  title: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000))),
  /** `false` leaves the PDF's own annotations out: the marks are only drawn. */
  nativeAnnotations: v.optional(v.boolean(), true),
  /** A page with the title, before everything; `auto`: before several briefings. */
  cover: PartSchema,
  /** With page numbers; `auto`: of several briefings, and of one that is longer than four pages. */
  contents: PartSchema,
  /** The pages that are marked, by subject and by briefing; `auto`: for several briefings with marks. */
  index: PartSchema,
  /** Where each briefing comes from; `auto`: for several. */
  sources: PartSchema,
  preparedBy: LineSchema,
  preparedFor: LineSchema,
  /** What the document is a part of: `Weekly digest, issue 12`. */
  series: LineSchema,
  /** Ids of the marks that a summary in front quotes, in the order to print; none: no summary. */
  summary: v.optional(v.pipe(v.array(v.string()), v.maxLength(MAX_SUMMARY)), []),
  /** A page in front of what is to be done, by whom and by when: the marks of type action. */
  taskings: v.optional(v.boolean(), false),
  /** A page in front of the marks of type question. */
  questions: v.optional(v.boolean(), false),
  /** How the whole is to be handled; what is in it may be marked higher, and then that is printed. */
  marking: v.optional(MarkingSchema),
  /** Id or name of the profile that says what of the marks goes out; without one, all of them do. */
  profile: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))),
  /** What goes along in the file; left to the profile when it is not said. */
  attachments: v.optional(AttachmentsSchema),
  /** RFC 3339; the moment that the file says it was made. With it the same input gives the same bytes. */
  producedOn: v.optional(v.pipe(v.string(), v.isoTimestamp()))
})

export type ExportOptions = v.InferOutput<typeof ExportOptionsSchema>
