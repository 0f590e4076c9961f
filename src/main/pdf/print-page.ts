/** One file of a page that is printed, as its server would send it. */
export interface PrintFile {
  readonly type: string
  readonly bytes: Uint8Array
}

/** Everything that a printed page may load, by its name relative to the page; the page is `index.html`. */
export type PrintFiles = Readonly<Record<string, PrintFile>>

/** How a page is printed. */
export interface Printing {
  readonly signal?: AbortSignal | undefined
  /** Only to learn where everything stands: without tags and outline, which take a quarter of the time. */
  readonly isDraft?: boolean
}

/**
 * Prints a page that knows no script and no address but the given files: tagged, with outline, on the
 * page's own paper. Rejects once its signal is aborted.
 */
export type PrintPage = (files: PrintFiles, printing?: Printing) => Promise<Uint8Array>

/** How paper is wanted. */
export interface Paper {
  readonly size: 'A4' | 'Letter'
  readonly isColored: boolean
}

/**
 * Lets the person print such a page on paper, in the system's own way; answers whether she did.
 *
 * @throws ReaderError `paper-failed` when no printer took it; rejects once `signal` is aborted
 */
export type PrintOnPaper = (files: PrintFiles, paper: Paper, signal?: AbortSignal) => Promise<boolean>

/** The name of the page among its files. */
export const INDEX_NAME = 'index.html'

/** What a printed page may do: show itself, with its own styles, fonts and pictures. */
export const PRINT_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
