import * as v from 'valibot'

/** How a briefing is printed. Lengths in the print document are PDF points (1/72 inch). */
export const ExportOptionsSchema = v.object({
  notes: v.optional(v.picklist(['auto', 'end', 'none']), 'auto'),
  paper: v.optional(v.picklist(['a4', 'letter']), 'a4'),
  /** Instead of the briefing's own title. */
  title: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000))),
  /** `false` leaves the PDF's own annotations out: the marks are only drawn. */
  nativeAnnotations: v.optional(v.boolean(), true),
  /** RFC 3339; the moment that the file says it was made. */
  producedOn: v.optional(v.pipe(v.string(), v.isoTimestamp()))
})

export type ExportOptions = v.InferOutput<typeof ExportOptionsSchema>
