import * as v from 'valibot'
import {
  AnnotationChangeSchema,
  AnnotationTypeSchema,
  ColorSchema,
  NoteSchema,
  StyleSchema,
  TagsSchema
} from '../annotation/annotation'
import { ExportOptionsSchema } from '../print/export-options'
import { SettingsSchema } from '../settings/settings'
import { TrashItemsSchema } from '../trash/trash'

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const Path = v.pipe(v.string(), v.minLength(1), v.maxLength(32_768))
const Offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
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
  openBriefing: v.object({ id: Id, edition: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))) }),
  renameBriefing: v.object({ id: Id, title: v.pipe(v.string(), v.maxLength(2_000)) }),
  saveReadingPosition: v.object({
    id: Id,
    position: v.object({ offset: Offset, progress: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) })
  }),

  importFiles: v.object({ paths: v.array(Path) }),
  importText: v.object({ text: v.pipe(v.string(), v.maxLength(100_000_000)) }),
  importBytes: v.object({ name: Path, bytes: v.instance(Uint8Array) }),
  chooseFiles: Nothing,

  addAnnotation: v.object({
    briefing: Id,
    range: v.object({ start: Offset, end: Offset }),
    color: ColorSchema,
    style: v.optional(StyleSchema),
    note: v.optional(NoteSchema)
  }),
  /** Mark the one place where `quote` stands; white space is folded, context says which of several. */
  annotateQuote: v.object({
    briefing: Id,
    quote: v.object({ exact: v.string(), prefix: v.string(), suffix: v.string() }),
    color: v.optional(ColorSchema),
    style: v.optional(StyleSchema),
    type: v.optional(AnnotationTypeSchema),
    note: v.optional(NoteSchema),
    tags: v.optional(TagsSchema)
  }),
  listAnnotations: v.object({ briefing: v.optional(Id) }),
  changeAnnotation: v.object({ briefing: Id, id: Id, change: AnnotationChangeSchema }),
  deleteAnnotation: v.object({ briefing: Id, id: Id }),
  restoreAnnotation: v.object({ briefing: Id, id: Id }),
  /** Every version of an annotation, the newest first. */
  annotationVersions: v.object({ briefing: Id, id: Id }),
  /** Make an annotation again what it was in one of its versions; the present one stays in its history. */
  restoreVersion: v.object({ briefing: Id, id: Id, key: v.pipe(v.string(), v.maxLength(20_000)) }),

  deleteBriefing: v.object({ id: Id }),
  restoreBriefing: v.object({ id: Id }),
  readTrash: Nothing,
  /** A backup is made first; when that fails nothing is deleted. */
  deleteForGood: v.object({ items: TrashItemsSchema }),

  exportPdf: v.object({ ids: v.pipe(v.array(Id), v.minLength(1)), options: ExportOptionsSchema }),
  showFile: v.object({ path: Path }),
  openLink: v.object({ address: v.pipe(v.string(), v.maxLength(2_080)) }),
  copyText: v.object({ text: v.pipe(v.string(), v.maxLength(10_000_000)) }),

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
