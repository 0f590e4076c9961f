import type { AnnotationVersion } from '../annotation/annotation-version'
import type { Preflight } from '../audience/preflight'
import type { MarkStatus, PlacedAnnotation } from '../annotation/placed-annotation'
import type { Backup, BackupList, RestorePlan } from '../backup/backup'
import type { CitedPassage } from '../cite/cited-passage'
import type { Briefing, BriefingSummary, EditionFacts, ReadingPosition } from '../briefing/briefing'
import type { ComparedBlock } from '../comparison/compared-block'
import type { NotesForm } from '../print/notes-form'
import type { AnnotationImport } from '../interchange/annotation-import'
import type { PlacedMarking } from '../marking/paragraph-marking'
import type { Problem } from '../problem/problem'
import type { PrintedPdf } from '../service/ports'
import type { Settings } from '../settings/settings'
import type { Trash } from '../trash/trash'
import type { Root } from '../tree/tree'
import type { InferInput } from 'valibot'
import type { CallName, calls } from './calls'
import type { PackedMarks } from './packed-marks'

/** What the reading view shows of a briefing, but for its marks: they are read once its words are there. */
export interface OpenBriefing {
  readonly briefing: Briefing
  /** Number of the edition that is shown. */
  readonly edition: number
  readonly editions: readonly EditionFacts[]
  readonly tree: Root
  /** How its paragraphs are to be handled, in the order of the text; those whose paragraph is gone last. */
  readonly markings: readonly PlacedMarking[]
  readonly position: ReadingPosition | null
  /** Sentences about what was restored or set aside when this briefing was read. */
  readonly warnings: readonly string[]
}

/** The marks of a briefing that was opened. */
export interface OpenMarks {
  /** On the edition that was asked for, made on it or on an earlier one; in the order of the text. */
  readonly packed: PackedMarks
  /** Sentences about what was restored or set aside when they were read. */
  readonly warnings: readonly string[]
}

/** One file that came in; `duplicate` when the library had the same bytes already. */
export interface ImportedBriefing {
  readonly source: string
  /** Of its bytes. */
  readonly sha256: string
  readonly briefing: BriefingSummary
  readonly duplicate: boolean
  /** What became of the marks on the edition before; only when this is a new edition. */
  readonly carried: Readonly<Record<MarkStatus, number>> | null
  /** A briefing that this one may be a new edition of, by its likeness: nothing was done about it. */
  readonly resembles: { readonly id: string; readonly title: string } | null
  readonly warnings: readonly string[]
}

export interface FailedImport {
  readonly source: string
  readonly problem: Problem
}

/** What became of each thing that was to be imported, in the order given. */
export interface ImportReport {
  readonly imported: readonly ImportedBriefing[]
  readonly failed: readonly FailedImport[]
}

/** What a check of the library found. */
export interface LibraryReport {
  readonly briefings: number
  readonly annotations: number
  readonly faults: readonly LibraryFault[]
}

/** What a repair did. */
export interface RepairReport {
  /** One sentence each. */
  readonly repaired: readonly string[]
  /** What the library looks like afterwards. */
  readonly report: LibraryReport
}

/** Something in the library that is not as it should be. */
export interface LibraryFault {
  readonly code: string
  /** The briefing or annotation that it concerns. */
  readonly id: string | null
  readonly message: string
}

/** A finished PDF on disk. */
export interface ExportedPdf {
  readonly path: string
  readonly pages: number
  /** Marks, not rectangles. */
  readonly annotations: number
  readonly sha256: string
  /** Where its notes stand: what was chosen, by the person or for her. */
  readonly form: NotesForm
  /** Characters for which no font on this machine had a letter: boxes stand in their places. */
  readonly missingLetters: string
}

/** Annotations in a file on disk. */
export interface ExportedList {
  readonly path: string
  readonly annotations: number
}

/** All of them are JSON, which crosses to the window as text; but `bytes` of an answer cross as they are. */
interface Answers {
  listBriefings: readonly BriefingSummary[]
  openBriefing: OpenBriefing
  readMarks: OpenMarks
  renameBriefing: BriefingSummary
  markBriefing: BriefingSummary
  /** All of the briefing, as `OpenBriefing` has them. */
  markParagraph: readonly PlacedMarking[]
  changeParagraphMarking: readonly PlacedMarking[]
  paragraphMarkings: readonly PlacedMarking[]
  saveReadingPosition: null
  importFiles: ImportReport
  importText: ImportReport
  importBytes: ImportReport
  /** `null` when the person chose nothing. */
  chooseFiles: ImportReport | null
  /** `null` when the person chose nothing. */
  chooseEdition: ImportReport | null
  withdrawEdition: BriefingSummary
  restoreEdition: BriefingSummary
  compareEditions: readonly ComparedBlock[]
  joinEditions: ImportedBriefing
  addAnnotation: PlacedAnnotation
  annotateQuote: PlacedAnnotation
  findCited: CitedPassage
  /** Live annotations of one briefing, or of all, in the order of the list and of the text. */
  listAnnotations: readonly PlacedAnnotation[]
  /** In the order of the input, and of each text. */
  gatherAnnotations: readonly PlacedAnnotation[]
  changeAnnotation: PlacedAnnotation
  placeAnnotation: PlacedAnnotation
  deleteAnnotation: null
  restoreAnnotation: PlacedAnnotation
  annotationVersions: readonly AnnotationVersion[]
  restoreVersion: PlacedAnnotation
  importAnnotations: AnnotationImport
  /** `null` when the person chose nothing. */
  chooseAnnotations: AnnotationImport | null
  takeBackImport: null
  repeatImport: null
  writeAnnotations: string
  /** `null` when the person chose no file to save to. */
  exportAnnotations: ExportedList | null
  deleteBriefing: null
  restoreBriefing: BriefingSummary
  readTrash: Trash
  deleteForGood: null
  previewPdf: PrintedPdf
  /** `null` when the person chose no file to save to. */
  exportPdf: ExportedPdf | null
  preflight: Preflight
  /** Whether they were printed: not when the person called it off. */
  printPdf: boolean
  cancelExport: null
  showFile: null
  openLink: null
  copyText: null
  checkLibrary: LibraryReport
  repairLibrary: RepairReport
  listBackups: BackupList
  makeBackup: Backup
  /** `null` when the person chose no place. */
  saveFullBackup: Backup | null
  compareBackup: RestorePlan
  restoreBackup: RestorePlan
  /** Paths of files that are damaged or missing in the backup. */
  unpackBackup: readonly string[]
  /** `null` when the person chose no folder. */
  chooseBackupFolder: BackupList | null
  readSettings: Settings
  saveSettings: Settings
}

export type CallAnswer<Name extends CallName> = Answers[Name]

/** What the service, the window's client and the command line speak. Failures are `ReaderError`s. */
export type ReaderApi = {
  readonly [Name in CallName]: (...input: InputOf<Name>) => Promise<CallAnswer<Name>>
}

/** What crosses between main and the window. */
export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }

/** Callers may leave out what has a default; a call without input takes no argument. */
type InputOf<Name extends CallName> =
  undefined extends InferInput<(typeof calls)[Name]> ? [] : [input: InferInput<(typeof calls)[Name]>]
