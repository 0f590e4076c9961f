import * as v from 'valibot'
import { AnnotationChangeSchema } from '../annotation/annotation'
import { ImportChangesSchema } from '../interchange/annotation-import'
import { LIST_FORMATS } from '../formats/list-formats'
import { MarkingSchema } from '../marking/marking'
import { ExportOptionsSchema } from '../print/export-options'
import { SettingsSchema } from '../settings/settings'
import { TrashItemsSchema } from '../trash/trash'

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const Path = v.pipe(v.string(), v.minLength(1), v.maxLength(32_768))
const Offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const RangeSchema = v.object({ start: Offset, end: Offset })
const EditionNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u))
/** `null` takes a marking away. */
const Marking = v.nullable(MarkingSchema)
/** The briefings of a PDF, in its order. */
const PrintRequestSchema = v.object({
  ids: v.pipe(v.array(Id), v.minLength(1)),
  options: ExportOptionsSchema
})
const Nothing = v.optional(v.undefined())

/**
 * Every call that can be made of the reader, with the schema of its input.
 *
 * What each call answers is in `api.ts`; that every call has an answer there, and no answer lacks
 * its call, is checked by the compiler.
 */
export const calls = {
  listBriefings: Nothing,
  /** Without `edition`: the newest. */
  openBriefing: v.object({ id: Id, edition: v.optional(EditionNumber) }),
  /** The marks on an edition, for a page that has its text. */
  readMarks: v.object({ briefing: Id, edition: EditionNumber }),
  renameBriefing: v.object({ id: Id, title: v.pipe(v.string(), v.maxLength(2_000)) }),
  /** Say how a briefing is to be handled. */
  markBriefing: v.object({ id: Id, marking: Marking }),
  /** Say how the paragraph at an offset is to be handled. Without `edition`: the newest. */
  markParagraph: v.object({
    briefing: Id,
    edition: v.optional(EditionNumber),
    at: Offset,
    marking: Marking
  }),
  /** The same of one that was marked before, whether its paragraph is still there or not. */
  changeParagraphMarking: v.object({
    briefing: Id,
    edition: v.optional(EditionNumber),
    id: Id,
    marking: Marking
  }),
  /** How the paragraphs of an edition are to be handled. */
  paragraphMarkings: v.object({ briefing: Id, edition: v.optional(EditionNumber) }),
  saveReadingPosition: v.object({
    id: Id,
    position: v.object({ offset: Offset, progress: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) })
  }),

  /** With `editionOf`: as new editions of that briefing. */
  importFiles: v.object({ paths: v.array(Path), editionOf: v.optional(Id) }),
  importText: v.object({ text: v.pipe(v.string(), v.maxLength(100_000_000)) }),
  importBytes: v.object({ name: Path, bytes: v.instance(Uint8Array), editionOf: v.optional(Id) }),
  chooseFiles: Nothing,
  /** The person chooses one file, which becomes the newest edition. */
  chooseEdition: v.object({ editionOf: Id }),
  /** Take back the import of a later edition; its marks wait with it until it is restored. */
  withdrawEdition: v.object({ id: Id, sha256: Sha256 }),
  restoreEdition: v.object({ id: Id, sha256: Sha256 }),
  /** Two editions as one text with its changes. */
  compareEditions: v.object({ id: Id, from: EditionNumber, to: EditionNumber }),
  /** Make the newest edition of `id` an edition of `into`, with its marks; `id` goes to the trash. */
  joinEditions: v.object({ id: Id, into: Id }),

  /** Without `edition`: on the newest; without a range: on the whole briefing. */
  addAnnotation: v.object({
    briefing: Id,
    edition: v.optional(EditionNumber),
    range: v.nullable(RangeSchema),
    ...v.required(AnnotationChangeSchema, ['color']).entries
  }),
  /** Mark the one place where `quote` stands; white space is folded, context says which of several. */
  annotateQuote: v.object({
    briefing: Id,
    quote: v.object({ exact: v.string(), prefix: v.string(), suffix: v.string() }),
    ...AnnotationChangeSchema.entries
  }),
  /**
   * Follow a citation or a link. `briefing` is the one that was chosen of several; `open` is what is
   * being read, which a citation without a day or a title speaks of.
   */
  findCited: v.object({
    text: v.pipe(v.string(), v.maxLength(100_000)),
    briefing: v.optional(Id),
    open: v.nullable(v.object({ briefing: Id, edition: EditionNumber }))
  }),
  /** Of one briefing in one of its editions, else the newest; or of all. */
  listAnnotations: v.object({ briefing: v.optional(Id), edition: v.optional(EditionNumber) }),
  /** Of several briefings in their newest editions; those that are gone are passed over. */
  gatherAnnotations: v.object({ briefings: v.pipe(v.array(Id), v.maxLength(500)) }),
  /** Here and below `shownIn` says in which edition the mark is answered; without it the newest. */
  changeAnnotation: v.object({
    briefing: Id,
    id: Id,
    change: AnnotationChangeSchema,
    shownIn: v.optional(EditionNumber)
  }),
  /**
   * Put a mark elsewhere in an edition, or with `null` nowhere: it stays as an orphan there. `carried`
   * takes the person's word back, so that its words say again where it stands.
   */
  placeAnnotation: v.object({
    briefing: Id,
    id: Id,
    edition: EditionNumber,
    range: v.union([RangeSchema, v.null(), v.literal('carried')])
  }),
  deleteAnnotation: v.object({ briefing: Id, id: Id }),
  restoreAnnotation: v.object({ briefing: Id, id: Id, shownIn: v.optional(EditionNumber) }),
  /** Every version of an annotation, the newest first. */
  annotationVersions: v.object({ briefing: Id, id: Id }),
  /** Make an annotation again what it was in one of its versions; the present one stays in its history. */
  restoreVersion: v.object({
    briefing: Id,
    id: Id,
    key: v.pipe(v.string(), v.maxLength(20_000)),
    shownIn: v.optional(EditionNumber)
  }),

  /** Take over the annotations of a file into a briefing; `edition` is the newest to look at. */
  importAnnotations: v.object({
    briefing: Id,
    edition: v.optional(EditionNumber),
    name: Path,
    bytes: v.instance(Uint8Array)
  }),
  /** The same with a file that the person chooses. */
  chooseAnnotations: v.object({ briefing: Id, edition: v.optional(EditionNumber) }),
  takeBackImport: v.object({ briefing: Id, changes: ImportChangesSchema }),
  repeatImport: v.object({ briefing: Id, changes: ImportChangesSchema }),
  /** The marks of one briefing, or of all, as a document in that format. */
  writeAnnotations: v.object({
    briefing: v.optional(Id),
    edition: v.optional(EditionNumber),
    format: v.picklist(LIST_FORMATS)
  }),
  /** The same as a file that the person names. */
  exportAnnotations: v.object({
    briefing: Id,
    edition: v.optional(EditionNumber),
    format: v.picklist(LIST_FORMATS)
  }),

  deleteBriefing: v.object({ id: Id }),
  restoreBriefing: v.object({ id: Id }),
  readTrash: Nothing,
  /** A backup is made first; when that fails nothing is deleted. */
  deleteForGood: v.object({ items: TrashItemsSchema }),

  /** What would leave in a PDF and what would stay; nothing is made. */
  preflight: PrintRequestSchema,
  /** The pages as `exportPdf` would save them; a preview that is still being made is ended. */
  previewPdf: PrintRequestSchema,
  /** Without a change since it was previewed: the very bytes of the preview. */
  exportPdf: PrintRequestSchema,
  /** Hand the same pages to the system's printing. */
  printPdf: PrintRequestSchema,
  /**
   * End the exports and the preview that are being made, which fail with `print-cancelled` and write
   * nothing; a preview that was made is let go of.
   */
  cancelExport: Nothing,
  showFile: v.object({ path: Path }),
  openLink: v.object({ address: v.pipe(v.string(), v.maxLength(2_080)) }),
  /** With `html`: the same for programs that take formatted text. */
  copyText: v.object({
    text: v.pipe(v.string(), v.maxLength(10_000_000)),
    html: v.optional(v.pipe(v.string(), v.maxLength(20_000_000)))
  }),

  checkLibrary: Nothing,
  /** Mend what can be mended, after a backup; answers what was mended and what is left. */
  repairLibrary: Nothing,

  listBackups: Nothing,
  makeBackup: Nothing,
  /** Without `path`: the person chooses. */
  saveFullBackup: v.object({ path: v.optional(Path) }),
  /** What restoring would change; nothing is. */
  compareBackup: v.object({ path: Path }),
  restoreBackup: v.object({ path: Path }),
  unpackBackup: v.object({ path: Path, target: Path }),
  chooseBackupFolder: Nothing,

  readSettings: Nothing,
  saveSettings: v.object({ settings: SettingsSchema })
} satisfies Record<string, v.GenericSchema>

export type CallName = keyof typeof calls
export type CallInput<Name extends CallName> = v.InferOutput<(typeof calls)[Name]>

/** The names of all calls, for whoever wires them up. */
export const CALL_NAMES = Object.keys(calls).filter((name): name is CallName => name in calls)
