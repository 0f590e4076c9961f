import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { PDFWorker } from 'pdfjs-dist/types/src/display/api'
import { drawPage } from './draw-page'
import { startPdfWorker } from './pdf-worker'

/** Of a page as it lies before the reader, in points. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/** The pages of one PDF; the first has number 1. */
export interface PdfPages {
  readonly sizes: readonly PageSize[]
  /** What each page is called in print: `i`, `1`. */
  readonly labels: readonly string[]
  /** A picture of a page, so many pixels wide. Rejects once `signal` is aborted. */
  draw(number: number, width: number, signal: AbortSignal): Promise<HTMLCanvasElement>
  /** The words of a page, a line for each of its lines. */
  text(number: number): Promise<string>
  /** Let go of it; what is still being drawn ends. */
  close(): Promise<void>
}

/** Opens PDFs. The library and its worker are loaded when first needed, and the worker ends with `close`. */
export class PdfOpener {
  #worker: { readonly thread: Worker; readonly pdf: PDFWorker } | null = null

  /** Takes the bytes over: they are moved to the worker, not copied. */
  async open(bytes: Uint8Array): Promise<PdfPages> {
    const { getDocument, PDFWorker } = await import('pdfjs-dist')
    this.#worker ??= withThread((port) => PDFWorker.create({ port }))
    const document = await getDocument({
      data: bytes,
      worker: this.#worker.pdf,
      // The page's policy lets neither text become code nor anything be fetched from elsewhere.
      isEvalSupported: false,
      useWasm: false,
      useWorkerFetch: false
    }).promise
    return pagesOf(document)
  }

  close(): void {
    this.#worker?.pdf.destroy()
    this.#worker?.thread.terminate()
    this.#worker = null
  }
}

function withThread(create: (port: Worker) => PDFWorker): { thread: Worker; pdf: PDFWorker } {
  const thread = startPdfWorker()
  return { thread, pdf: create(thread) }
}

async function pagesOf(document: PDFDocumentProxy): Promise<PdfPages> {
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)))
  const labels: readonly string[] | null = await document.getPageLabels()
  return {
    labels: numbers.map((number) => labels?.[number - 1] ?? String(number)),
    sizes: pages.map((page) => {
      const { width, height } = page.getViewport({ scale: 1 })
      return { width, height }
    }),
    draw: (number, width, signal) => drawPage(pageAt(pages, number), width, signal),
    text: (number) => textOf(pageAt(pages, number)),
    close: () => document.destroy()
  }
}

function pageAt(pages: readonly PDFPageProxy[], number: number): PDFPageProxy {
  const page = pages[number - 1]
  if (page === undefined) throw new RangeError(`there is no page ${number}`)
  return page
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}
