import type { Annotation } from '../annotation/annotation'
import type { PlacedAnnotation } from '../annotation/placed-annotation'
import type { AnnotationVersion } from '../annotation/annotation-version'
import type { Attachment } from '../audience/attached-file'
import type { Backup, BackupList, BackupReason, RestorePlan } from '../backup/backup'
import type { Briefing, BriefingSummary, EditionFacts, ReadingPosition } from '../briefing/briefing'
import type { ComparedBlock } from '../comparison/compared-block'
import type { LibraryFault } from '../contract/api'
import type { ImportedFile } from '../import/imported-file'
import type { ParagraphMarking, PlacedMarking } from '../marking/paragraph-marking'
import type { Problem } from '../problem/problem'
import type { NotesForm } from '../print/notes-form'
import type { ExportOptions } from '../print/export-options'
import type { Settings } from '../settings/settings'
import type { Trash, TrashItems } from '../trash/trash'
import type { Root } from '../tree/tree'

/**
 * What the use cases ask of the store. A promise that resolves means: on disk, in two copies.
 * Failures are `ReaderError`s with a `library-…` or `disk-full` problem.
 */
export interface Library {
  readonly path: string
  /** Newest briefing date first, then newest import. */
  list(): Promise<readonly BriefingSummary[]>
  find(id: string): Promise<Briefing | null>
  /** @throws ReaderError `edition-unknown` */
  tree(id: string, edition: number): Promise<Root>
  /** The bytes that were imported, exactly. */
  original(id: string, edition: number): Promise<Uint8Array>
  asset(id: string, name: string): Promise<Uint8Array | null>
  /** As a briefing of its own. */
  add(file: ImportedFile): Promise<BriefingSummary>
  /** As the newest edition of a briefing that does not have these bytes yet. */
  addEdition(id: string, file: ImportedFile): Promise<BriefingSummary>
  /** Take back the import of a later edition: it and the marks made on it are not shown, and stay on disk. */
  withdrawEdition(id: string, sha256: string): Promise<BriefingSummary>
  /** Show an edition again whose import was taken back. */
  restoreEdition(id: string, sha256: string): Promise<BriefingSummary>
  /**
   * The briefings of which these bytes are an edition: those that are shown, and the one that has its
   * id from them, which may be in the trash.
   */
  holdersOf(sha256: string): Promise<readonly string[]>
  /** In the order of their numbers. */
  editions(id: string): Promise<readonly EditionFacts[]>
  /** An edition as it was imported. */
  file(id: string, edition: number): Promise<ImportedFile>
  rename(id: string, title: string): Promise<BriefingSummary>
  /** Say how a briefing is to be handled; `null` takes that away. */
  setMarking(id: string, marking: string | null): Promise<BriefingSummary>
  /** Of its paragraphs, in no order; those that were taken away have `null`. */
  paragraphMarkings(id: string): Promise<readonly ParagraphMarking[]>
  /** Create each marking, or replace the one with its id. */
  saveParagraphMarkings(id: string, markings: readonly ParagraphMarking[]): Promise<void>
  /** Live annotations, in no order. */
  annotations(id: string): Promise<readonly Annotation[]>
  /** A live one, or `null`; does not touch the others. */
  annotation(briefing: string, id: string): Promise<Annotation | null>
  /** Create the annotation, or replace the one with its id. */
  saveAnnotation(annotation: Annotation): Promise<void>
  /** To the trash; `annotation-unknown` when there is none. */
  deleteAnnotation(briefing: string, id: string): Promise<void>
  /** Back from the trash. */
  restoreAnnotation(briefing: string, id: string): Promise<Annotation>
  /** The same for many of one briefing, in as few writes as there are files of them. */
  saveAnnotations(briefing: string, annotations: readonly Annotation[]): Promise<void>
  deleteAnnotations(briefing: string, ids: readonly string[]): Promise<void>
  restoreAnnotations(briefing: string, ids: readonly string[]): Promise<readonly Annotation[]>
  /** Every version of an annotation, the newest first; `annotation-unknown` when it was never there. */
  annotationVersions(briefing: string, id: string): Promise<readonly AnnotationVersion[]>
  /** To the trash, with its marks; `briefing-unknown` when it is not shown. */
  deleteBriefing(id: string): Promise<void>
  /** Back from the trash, with its marks. */
  restoreBriefing(id: string): Promise<BriefingSummary>
  trash(): Promise<Trash>
  /** What this device put into the trash more than 30 days in use ago. */
  expiredTrash(): Promise<TrashItems>
  /** Delete what is in the trash for good; what is not there is passed over. */
  deleteForGood(items: TrashItems): Promise<void>
  readingPosition(id: string): Promise<ReadingPosition | null>
  saveReadingPosition(id: string, position: ReadingPosition): Promise<void>
  check(): Promise<readonly LibraryFault[]>
  /** Sentences about what was restored since the last call; each is told once. */
  takeNotices(): readonly string[]
}

/** What the use cases ask of whoever keeps the backups. Failures are `ReaderError`s. */
export interface Backups {
  list(): Promise<BackupList>
  /** @throws ReaderError `backup-failed`, `disk-full` */
  make(reason: BackupReason): Promise<Backup>
  /** One zip with everything in it, at `path`; what stands there is replaced. */
  makeFull(path: string): Promise<Backup>
  /** What `restore` would change. */
  compare(path: string): Promise<RestorePlan>
  /** Bring back what is gone or was changed since; a backup is made first. */
  restore(path: string): Promise<RestorePlan>
  /** Make a library of its own in a new or empty folder; answers what is damaged in the backup. */
  unpack(path: string, target: string): Promise<readonly string[]>
  /** Mend the library from what is whole: the other copy, the history, the backups. One sentence each. */
  repair(): Promise<readonly string[]>
}

/** One file or pasted text to import; `failure` when it could not even be found. */
export type ImportSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'failure'; readonly source: string; readonly problem: Problem }

/** What the use cases ask of the importers, which run in a process of their own. */
export interface Importer {
  /** Folders become the briefings in them, in the order of their names; nothing is opened yet. */
  expand(paths: readonly string[]): Promise<readonly ImportSource[]>
  /** @throws ReaderError with what is wrong with the file. */
  read(source: Exclude<ImportSource, { kind: 'failure' }>): Promise<ImportedFile>
}

/** One briefing as it goes into a PDF. */
export interface PrintItem {
  readonly briefing: Briefing
  readonly tree: Root
  /** With their places in this edition. */
  readonly annotations: readonly PlacedAnnotation[]
  /** How its paragraphs are to be handled. */
  readonly markings: readonly PlacedMarking[]
}

/** Sets two editions side by side, where that holds nobody up. */
export interface Comparer {
  compare(before: Root, after: Root): Promise<readonly ComparedBlock[]>
}

/** What is to be printed. */
export interface PrintJob {
  readonly items: readonly PrintItem[]
  readonly options: ExportOptions
  /** What each colour means to the person; empty: it goes by its own name. */
  readonly colorNames: Settings['colorNames']
  /** The known levels of handling, the lowest first. */
  readonly markingLevels: Settings['markings']
  /** Files that go along in the PDF. */
  readonly attachments: readonly Attachment[]
  /** Notes of which no word may stand in the PDF. */
  readonly privateNotes: readonly string[]
}

/** How far a print has come. A document that must know its own pages is printed more than once. */
export type PrintProgress =
  | { readonly step: 'composing' }
  | { readonly step: 'printing'; readonly pass: number; readonly passes: number }
  | { readonly step: 'finishing' }

/** How whoever prints follows it, and ends it. */
export interface PrintWatch {
  readonly signal?: AbortSignal
  onProgress?(progress: PrintProgress): void
}

export interface Printer {
  /** @throws ReaderError `print-failed`, `private-note-found`, or `print-cancelled` once `watch.signal` is aborted */
  print(job: PrintJob, watch?: PrintWatch): Promise<PrintedPdf>
  /**
   * Let the person print the same pages on paper, in the system's own way; answers whether she did.
   *
   * @throws ReaderError `paper-failed`, and those of `print`
   */
  printOnPaper(job: PrintJob, watch?: PrintWatch): Promise<boolean>
}

export interface PrintedPdf {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Marks that stand in the file. */
  readonly annotations: number
  /** Where its notes stand: what was chosen, by the person or for her. */
  readonly form: NotesForm
  /** Characters for which no font on this machine had a letter: boxes stand in their places. */
  readonly missingLetters: string
}

/** What the use cases ask of the person's desktop. */
export interface Desktop {
  chooseFiles(): Promise<readonly string[] | null>
  /** One file, which is to become a new edition. */
  chooseEdition(): Promise<string | null>
  /** A file with annotations. */
  chooseAnnotations(): Promise<string | null>
  /** Where to save a PDF; the command line answers the path it was given. */
  choosePdfPath(suggestedName: string): Promise<FileTarget | null>
  /** Where to save a list of annotations; its extension says the format. */
  chooseListPath(suggestedName: string): Promise<FileTarget | null>
  chooseBackupPath(suggestedName: string): Promise<string | null>
  chooseBackupFolder(): Promise<string | null>
  showFile(path: string): Promise<void>
  openLink(address: string): Promise<void>
  copyText(copied: CopiedText): Promise<void>
}

/** What goes on the clipboard. */
export interface CopiedText {
  readonly text: string
  /** The same as HTML for programs that take it, or `null`. */
  readonly html: string | null
}

export interface FileTarget {
  readonly path: string
  /** Whether a file that stands there may be replaced. */
  readonly replace: boolean
}

/** Everything the service needs from where it runs. */
export interface ReaderHost {
  readonly library: Library
  readonly backups: Backups
  readonly importer: Importer
  readonly printer: Printer
  readonly comparer: Comparer
  readonly desktop: Desktop
  readonly settings: { read(): Promise<Settings>; save(settings: Settings): Promise<void> }
  /** Write a finished file whole or not at all; answers its SHA-256 in hexadecimal. */
  writeFile(target: FileTarget, bytes: Uint8Array): Promise<string>
  /** RFC 3339 in UTC. */
  now(): string
  /** Let whatever else waits go on, in the middle of long work. */
  pause(): Promise<void>
  newId(): string
  /** SHA-256 in hexadecimal. */
  digest(text: string): string
  /** @throws ReaderError `file-…` */
  readFile(path: string): Promise<Uint8Array>
  onImportProgress(progress: { done: number; total: number; source: string }): void
  onExportProgress(progress: PrintProgress): void
}
